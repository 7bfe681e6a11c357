"""Reading the rows of a foreign file field by field: what cannot be used is noted as a problem and left empty."""

import re
from typing import Any

from newsroom.lib.dates import PartialDate
from people.names import fold
from people.records import END_STATES, ENDED, ONGOING, UNKNOWN, NotReadable, Problem, SourceRecord

MAX_BYTES = 40_000_000
MAX_SHOWN = 60
PLACEHOLDER_YEAR = "0001"

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_TIME_OF_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}(?::?\d{2})*\S*")
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"\\\[\]/?#@:]+(?::\d{1,5})?(?:[/?#][^\s<>\"\\]*)?", re.IGNORECASE)
_STILL_HELD = frozenset(("ongoing", "present", "current", "incumbent"))


def decode(data: bytes) -> str:
    """The text of a file in UTF-8, with or without byte order mark; NotReadable for anything else."""
    if not data.strip():
        raise NotReadable("the file is empty")
    if len(data) > MAX_BYTES:
        raise NotReadable(f"the file is larger than {MAX_BYTES // 1_000_000} MB: split it")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise NotReadable(f"the file is not text in UTF-8 (line {line}): save it as UTF-8") from None
    if "\x00" in text:
        raise NotReadable("the file is binary, not text")
    if not text.strip():
        raise NotReadable("the file is empty")
    return text


class Row:
    """One row of a file: a mapping of field names to values of any type, and where its problems are noted.

    `within` is the path of a row embedded in another ("memberships[0]."), whose id it then reports under.
    """

    def __init__(self, values: dict[str, Any], id: str, problems: list[Problem], within: str = ""):
        self.values = values
        self.id = id
        self.problems = problems
        self.within = within

    def report(self, field: str, message: str) -> None:
        """Note a problem with one field of this row."""
        self.problems.append(Problem(self.id, self.within + field, message))

    def refuse(self, field: str, message: str) -> None:
        """Note a problem with one field for which the row is left out."""
        self.problems.append(Problem(self.id, self.within + field, message, lost=True))

    def text(self, field: str) -> str:
        """The field as one line of text; "" when missing, reported when it is no text."""
        return " ".join(self.paragraphs(field).split())

    def paragraphs(self, field: str) -> str:
        """The field as text with its line ends."""
        value = self.values.get(field)
        if value is None:
            return ""
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            self.report(field, f"is not text but {_shown(value)}")
            return ""
        # Half a surrogate pair can be written in JSON but in no database.
        whole = str(value).encode("utf-8", "replace").decode("utf-8")
        return _CONTROLS.sub("", whole).strip()

    def first(self, *fields: str) -> str:
        """The first of several fields that holds text."""
        return next(filter(None, map(self.text, fields)), "")

    def title(self, *fields: str) -> str:
        """The first of several fields that holds text as a title is printed: a capital first, the rest as given."""
        title = self.first(*fields)
        return title[:1].upper() + title[1:]

    def date(self, field: str) -> str | None:
        """The date as known, or None; a date that cannot be is reported and left out, never guessed at."""
        text = self.text(field)
        if not text:
            return None
        if moment := _TIME_OF_DAY.fullmatch(text):
            text = moment[1]
        try:
            known = str(PartialDate.parse(text))
        except ValueError as error:
            self.report(field, f"{error}; left empty"[:300])
            return None
        if known.startswith(PLACEHOLDER_YEAR):
            self.report(field, f"“{text}” stands for a date that is not known; left empty")
            return None
        return known

    def end(self) -> tuple[str | None, str]:
        """The `end_date` and the end state: ended with a date, ongoing when the row says so, else unknown."""
        stated = fold(self.text("end_state"))
        if stated and stated not in END_STATES:
            self.report("end_state", f"“{stated[:MAX_SHOWN]}” is none of: {', '.join(END_STATES)}")
        if fold(self.text("end_date")) in _STILL_HELD:
            return None, ONGOING
        end = self.date("end_date")
        if end:
            return end, ENDED
        return None, stated if stated in END_STATES else UNKNOWN

    def web_address(self, field: str) -> str:
        """An http(s) address, or "" for none; anything else is reported."""
        text = self.text(field)
        if text and not _WEB_ADDRESS.fullmatch(text):
            self.report(field, f"“{text[:MAX_SHOWN]}” is not a web address")
            return ""
        return text

    def rows(self, field: str) -> list["Row"]:
        """The objects of a list as rows within this one; whatever else the list holds is reported."""
        items = self.values.get(field)
        if items is None:
            return []
        if not isinstance(items, list):
            self.refuse(field, f"is not a list but {_shown(items)}")
            return []
        places = [(f"{field}[{number}]", item) for number, item in enumerate(items)]
        return [row for place, item in places if (row := self.row(place, item))]

    def row(self, field: str, item: Any) -> "Row | None":
        """An object found in this row as a row of its own; reported when it is no object, None when there is none."""
        if isinstance(item, dict):
            return Row(item, self.id, self.problems, f"{self.within}{field}.")
        if item is not None:
            self.refuse(field, f"is not an object but {_shown(item)}")
        return None


def sources(row: Row) -> tuple[SourceRecord, ...]:
    """The `sources` of a row: objects with `url` and `note`, each address and note once."""
    found = [SourceRecord(source.web_address("url"), source.text("note")) for source in row.rows("sources")]
    return tuple(dict.fromkeys(source for source in found if source.url or source.title))


def _shown(value: Any) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", str: "text", list: "a list", dict: "an object"}
    return names.get(type(value), "nothing")
