"""Finds events that have a name of their own: the Geneva talks, Super Tuesday, World War II, Hurricane Ida."""

import re

from articles.text.english.events import KINDS_AFTER, KINDS_BEFORE, KINDS_OF, KINDS_OF_PLACES, WHOLE_NAMES
from articles.text.english.lists import listed
from articles.text.english.places import PLACES
from articles.text.findings import NamedEvent, Span
from articles.text.story import Story

_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_CAPITAL = r"[^\W\d_a-z][\w’'&-]{0,30}"
_RUN = rf"{_CAPITAL}(?: {_CAPITAL}){{0,3}}"
_NAMED = re.compile(
    rf"\b(?=[^\W\d_a-z])(?:{WHOLE_NAMES}"
    rf"|(?:Super|Black|Bloody|Good) (?:{_DAYS})"
    rf"|(?:{KINDS_BEFORE}) {_CAPITAL}"
    rf"|(?:{KINDS_OF}) of (?:the )?{_CAPITAL}"
    rf"|(?:First |Second )?{_CAPITAL} (?:{KINDS_AFTER}))(?: [IVX]+)?(?![\w-]| on\b|[’'. ]{_CAPITAL}|[’']s? {_CAPITAL})"
)
_KIND = re.compile("|".join([WHOLE_NAMES, _DAYS, KINDS_BEFORE, KINDS_OF, KINDS_AFTER]))
_AT_A_PLACE = re.compile(rf"[Tt]he(?<!\w[Tt]he) (?:\d{{4}} )?({_RUN}) (?:{KINDS_OF_PLACES})\b(?!-)")
_NO_NAMES = listed("The A An This That These In On At After Before During Since No His Her Their Our Its My Your And")


def events(story: Story) -> tuple[NamedEvent, ...]:
    """Every event with its places in the text, in the order of the first; lines in title case are left out."""
    found: dict[str, list[Span]] = {}
    for paragraph in story.paragraphs:
        if not paragraph.is_heading:
            for start, end in sorted(_in_paragraph(story.text, paragraph.start, paragraph.end)):
                found.setdefault(story.text[start:end], []).append(Span(start, end))
    return tuple(NamedEvent(name, tuple(mentions)) for name, mentions in found.items())


def _in_paragraph(text: str, start: int, end: int) -> set[tuple[int, int]]:
    named = set()
    if _KIND.search(text, start, end):  # found far sooner than whole names
        named = {match.span() for match in _NAMED.finditer(text, start, end) if match[0].split()[0] not in _NO_NAMES}
    at_places = _AT_A_PLACE.finditer(text, start, end)
    return named | {(match.start(1), match.end()) for match in at_places if match[1].casefold() in PLACES}
