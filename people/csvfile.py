"""A spreadsheet of people, saved as CSV, -> plain records; one row for each role somebody holds or held."""

import csv
import io
from collections.abc import Iterator
from dataclasses import fields

from people.names import fold
from people.records import (
    NotReadable,
    OrganisationRecord,
    OtherNameRecord,
    PersonRecord,
    Problem,
    Records,
    RoleRecord,
    SourceRecord,
    id_from_name,
)
from people.rows import Row, decode

# The columns by the name we read them under, and what else they may be called.
COLUMNS = {
    "id": (),
    "name": ("full name",),
    "sort_name": (),
    "birth_date": ("birth", "born"),
    "death_date": ("death", "died"),
    "summary": ("description",),
    "other_names": ("aliases", "also known as"),
    "wikidata": ("wikidata id",),
    "role": ("title", "position", "post"),
    "organisation": ("organization", "body"),
    "start_date": ("start", "from"),
    "end_date": ("end", "until"),
    "end_state": (),
    "source": ("sources", "source url"),
}
DELIMITERS = ",;\t"

_BY_HEADING = {fold(alias): name for name, aliases in COLUMNS.items() for alias in (name.replace("_", " "), *aliases)}
_COLUMN_OF = {"birth": "birth_date", "death": "death_date"}


def read(data: bytes) -> Records:
    """The people, organisations and roles of a CSV file in UTF-8 whose first row names the columns.

    The delimiter may be a comma, a semicolon or a tab. Rows of one `id` (else `wikidata`, else name and birth date) are
    one person. Raises NotReadable, which names the line, when the file cannot be read as a whole.
    """
    records = Records()
    people: dict[str, PersonRecord] = {}
    organisations: dict[str, OrganisationRecord] = {}
    roles: dict[tuple, RoleRecord] = {}
    for row in _rows(decode(data), records.problems):
        person = _person(row)
        if not person:
            continue
        people[person.id] = _joined(people.get(person.id, person), person, row)
        organisation = _organisation(row)
        if organisation:
            organisations.setdefault(organisation.id, organisation)
        role = _role(row, person, organisation)
        if role:
            roles[role.key] = roles.get(role.key, role).joined(role)
    records.people = list(people.values())
    records.organisations = list(organisations.values())
    records.roles = list(roles.values())
    return records


def _rows(text: str, problems: list[Problem]) -> Iterator[Row]:
    """The rows below the heading that hold something; one with more cells than columns is reported and left out."""
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    columns = None
    while True:
        place = f"line {lines.line_num + 1}"
        try:
            cells = next(lines, None)
        except csv.Error as error:
            raise NotReadable(f"{place}: {error}; is a quotation mark missing or too many?") from None
        if cells is None:
            return
        if not any(cell.strip() for cell in cells):
            continue
        if columns is None:
            columns = _columns(cells, Row({}, place, problems))
        elif any(cell.strip() for cell in cells[len(columns) :]):
            message = f"has {len(cells)} cells for {len(columns)} columns; a cell that holds the delimiter needs quotes"
            problems.append(Problem(place, "", message, lost=True))
        else:
            yield Row({name: cell for name, cell in zip(columns, cells, strict=False) if name}, place, problems)


def _delimiter(text: str) -> str:
    """The delimiter that makes most known columns of the heading."""
    heading = text.lstrip().partition("\n")[0].partition("\r")[0]

    def known_columns(delimiter: str) -> int:
        return sum(_column(cell.strip('"')) is not None for cell in heading.split(delimiter))

    return max(DELIMITERS, key=known_columns)


def _column(heading: str) -> str | None:
    return _BY_HEADING.get(fold(heading.replace("_", " ")))


def _columns(headings: list[str], row: Row) -> list[str | None]:
    """What each column is read as, None for those not read; NotReadable without a `name`."""
    columns: list[str | None] = []
    for heading in headings:
        column = _column(heading)
        if heading.strip() and column is None:
            row.report(heading.strip(), f"is a column not known and not read; the known ones are {', '.join(COLUMNS)}")
        elif column and column in columns:
            row.report(heading.strip(), f"is a second column for {column}; the first is read")
            column = None
        columns.append(column)
    if "name" not in columns:
        raise NotReadable(f"{row.id}: no column is called “name”; the known columns are {', '.join(COLUMNS)}")
    return columns


def _person(row: Row) -> PersonRecord | None:
    name = row.text("name")
    if not name:
        row.refuse("name", "is missing: a person needs a name")
        return None
    birth, wikidata = row.date("birth_date"), row.text("wikidata")
    others = dict.fromkeys(" ".join(other.split()) for other in row.text("other_names").split(";"))
    return PersonRecord(
        id=row.text("id") or wikidata or id_from_name(name, birth),
        name=name,
        sort_name=row.text("sort_name"),
        summary=row.text("summary"),
        birth=birth,
        death=row.date("death_date"),
        other_names=tuple(OtherNameRecord(other) for other in others if other not in ("", name)),
        identifiers=(("wikidata", wikidata),) if wikidata else (),
        sources=() if row.text("role") else _sources(row),
    )


def _joined(known: PersonRecord, again: PersonRecord, row: Row) -> PersonRecord:
    """What two rows say of one person; where they differ the first is kept and the difference reported."""
    said = {}
    for field in fields(PersonRecord):
        first, second = getattr(known, field.name), getattr(again, field.name)
        if isinstance(first, tuple):
            said[field.name] = tuple(dict.fromkeys(first + second))
            continue
        if first and second and first != second:
            column = _COLUMN_OF.get(field.name, field.name)
            row.report(column, f"“{second}” differs from “{first}” further up for the same person; the first is kept")
        said[field.name] = first or second
    return PersonRecord(**said)


def _organisation(row: Row) -> OrganisationRecord | None:
    name = row.text("organisation")
    return OrganisationRecord(id=id_from_name(name), name=name) if name else None


def _role(row: Row, person: PersonRecord, organisation: OrganisationRecord | None) -> RoleRecord | None:
    title = row.title("role")
    if not title:
        if row.first("organisation", "start_date", "end_date"):
            row.refuse("role", "is missing: the organisation and dates of this row belong to no role")
        return None
    end, end_state = row.end()
    return RoleRecord(
        person_id=person.id,
        title=title,
        organisation_id=organisation.id if organisation else None,
        start=row.date("start_date"),
        end=end,
        end_state=end_state,
        sources=_sources(row),
    )


def _sources(row: Row) -> tuple[SourceRecord, ...]:
    """The source of a row: an address, or the words for one that has none."""
    source = row.text("source")
    if "://" not in source:
        return (SourceRecord("", title=source),) if source else ()
    url = row.web_address("source")
    return (SourceRecord(url),) if url else ()
