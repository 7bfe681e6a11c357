"""Popolo JSON <-> plain records of people, organisations and roles."""

import dataclasses
import json
from typing import Any

from people.names import fold
from people.popolo_roles import is_no_party, roles
from people.popolo_shape import shape
from people.records import (
    ALSO_KNOWN_AS,
    FORMER,
    OTHER_NAME_KINDS,
    UNKNOWN,
    OrganisationRecord,
    OtherNameRecord,
    PersonRecord,
    Problem,
    Records,
    RoleRecord,
    SourceRecord,
)
from people.rows import Row, sources


def read(data: bytes) -> Records:
    """The people, organisations and roles of a Popolo file, and what in it could not be used.

    Takes whole collections, lists of persons, and single persons or organisations with embedded memberships. Entries
    that say the same of a person, an organisation, a title and its dates are one role; terms that follow each other
    stay as many roles as the file has. Raises NotReadable when the file is not Popolo JSON at all.
    """
    records = Records()
    flat = shape(data, records.problems)
    records.people = _distinct(flat.persons, _person)
    organisations = [row for row in flat.organizations if not is_no_party(row)]
    records.organisations = _with_sound_parents(_distinct(organisations, _organisation), records.problems)
    people_ids = {person.id for person in records.people}
    records.roles = roles(flat, people_ids, {organisation.id for organisation in records.organisations})
    return records


def _distinct(rows: list[Row], read_one) -> list:
    """One record for each id; a second row of an id is reported when it says something else than the first."""
    first = {}
    for row in rows:
        record = read_one(row)
        if not record:
            continue
        known = first.setdefault(record.id, record)
        if record is not known and not _repeats(record, known):
            row.refuse("id", f"“{record.id}” is already the id of “{known.name}”; this row is left out")
    return list(first.values())


def _repeats(record, known) -> bool:
    """Whether a record says nothing that the known one does not say too."""
    said, before = dataclasses.asdict(record), dataclasses.asdict(known)
    return all(not said[name] or said[name] == before[name] for name in said)


def _person(row: Row) -> PersonRecord | None:
    name = row.text("name") or f"{row.text('given_name')} {row.text('family_name')}".strip()
    if not name:
        row.refuse("name", "is missing: a person needs a name")
        return None
    return PersonRecord(
        id=row.text("id"),
        name=name,
        sort_name=row.text("sort_name"),
        summary=row.text("summary"),
        biography=row.paragraphs("biography"),
        birth=row.date("birth_date"),
        death=row.date("death_date"),
        other_names=_other_names(row, name),
        identifiers=_identifiers(row),
        links=_links(row),
        sources=sources(row),
    )


def _organisation(row: Row) -> OrganisationRecord | None:
    name = row.text("name")
    if not name:
        row.refuse("name", "is missing: an organisation needs a name")
        return None
    return OrganisationRecord(
        id=row.text("id"),
        name=name,
        kind=row.text("classification"),
        parent_id=row.text("parent_id") or None,
        summary=row.text("abstract"),
        founded=row.date("founding_date"),
        dissolved=row.date("dissolution_date"),
        other_names=_other_names(row, name),
        identifiers=_identifiers(row),
        links=_links(row),
    )


def _with_sound_parents(organisations: list[OrganisationRecord], problems: list[Problem]) -> list[OrganisationRecord]:
    """The organisations without parents that the file does not hold or that lead back to where they began."""
    parents = {organisation.id: organisation.parent_id for organisation in organisations}
    for child, parent in list(parents.items()):
        if parent and (parent not in parents or _leads_back(child, parents)):
            problems.append(
                Problem(child, "parent_id", f"“{parent}” is not in this file or below this one; left empty")
            )
            parents[child] = None
    return [dataclasses.replace(organisation, parent_id=parents[organisation.id]) for organisation in organisations]


def _leads_back(child: str, parents: dict[str, str | None]) -> bool:
    seen, parent = {child}, parents[child]
    while parent and parent not in seen:
        seen.add(parent)
        parent = parents.get(parent)
    return parent == child


def _other_names(row: Row, name: str) -> tuple[OtherNameRecord, ...]:
    """The names beside the main one, each once; one that several languages share belongs to none of them."""
    found: dict[tuple, OtherNameRecord] = {}
    for other in row.rows("other_names"):
        record = OtherNameRecord(
            name=other.text("name"),
            kind=_kind(other),
            language=other.first("lang", "language"),
            start=other.date("start_date"),
            end=other.date("end_date"),
        )
        if record.name in ("", name):
            continue
        first = found.setdefault((record.name, record.kind), record)
        if (first.start, first.end) != (record.start, record.end):
            other.report("name", f"“{record.name}” stands here twice, with other dates; the first are kept")
        if first.language != record.language:
            found[record.name, record.kind] = dataclasses.replace(first, language="")
    return tuple(found.values())


def _kind(other: Row) -> str:
    note = fold(other.text("note")).removesuffix(" name")
    if note in OTHER_NAME_KINDS:
        return note
    return FORMER if other.text("end_date") and not note else ALSO_KNOWN_AS


def _identifiers(row: Row) -> tuple[tuple[str, str], ...]:
    pairs = [(one.text("scheme"), one.text("identifier")) for one in row.rows("identifiers")]
    return tuple(dict.fromkeys((scheme, value) for scheme, value in pairs if value))


def _links(row: Row) -> tuple[tuple[str, str], ...]:
    pairs = [(link.text("note"), link.web_address("url")) for link in row.rows("links")]
    return tuple(dict.fromkeys((note, url) for note, url in pairs if url))


def write(records: Records) -> bytes:
    """The records as a Popolo collection in UTF-8; `read` gives the same records back."""
    collection = {
        "persons": [_person_out(person) for person in records.people],
        "organizations": [_organisation_out(organisation) for organisation in records.organisations],
        "memberships": [_role_out(role) for role in records.roles],
    }
    return (json.dumps(collection, ensure_ascii=False, indent=2) + "\n").encode()


def _person_out(person: PersonRecord) -> dict[str, Any]:
    return _filled(
        id=person.id,
        name=person.name,
        sort_name=person.sort_name,
        summary=person.summary,
        biography=person.biography,
        birth_date=person.birth,
        death_date=person.death,
        other_names=_other_names_out(person.other_names),
        identifiers=[{"scheme": scheme, "identifier": value} for scheme, value in person.identifiers],
        links=_links_out(person.links),
        sources=_sources_out(person.sources),
    )


def _organisation_out(organisation: OrganisationRecord) -> dict[str, Any]:
    return _filled(
        id=organisation.id,
        name=organisation.name,
        classification=organisation.kind,
        parent_id=organisation.parent_id,
        abstract=organisation.summary,
        founding_date=organisation.founded,
        dissolution_date=organisation.dissolved,
        other_names=_other_names_out(organisation.other_names),
        identifiers=[{"scheme": scheme, "identifier": value} for scheme, value in organisation.identifiers],
        links=_links_out(organisation.links),
    )


def _role_out(role: RoleRecord) -> dict[str, Any]:
    """`end_state` is ours: Popolo cannot tell a role still held from one whose end is not known."""
    return _filled(
        id=role.id,
        person_id=role.person_id,
        organization_id=role.organisation_id,
        on_behalf_of_id=role.on_behalf_of_id,
        role=role.title,
        start_date=role.start,
        end_date=role.end,
        end_state=None if role.end or role.end_state == UNKNOWN else role.end_state,
        sources=_sources_out(role.sources),
    )


def _other_names_out(names: tuple[OtherNameRecord, ...]) -> list[dict[str, Any]]:
    return [
        _filled(name=one.name, note=one.kind, lang=one.language, start_date=one.start, end_date=one.end)
        for one in names
    ]


def _links_out(links: tuple[tuple[str, str], ...]) -> list[dict[str, Any]]:
    return [_filled(url=url, note=note) for note, url in links]


def _sources_out(found: tuple[SourceRecord, ...]) -> list[dict[str, Any]]:
    return [_filled(url=source.url, note=source.title) for source in found]


def _filled(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}
