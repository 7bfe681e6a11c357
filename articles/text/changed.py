"""Where an anchor's surroundings hold a place in which other words stand now."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from rapidfuzz import fuzz

from articles.text.evidence import Sought, standing_after, standing_before

PROBE = 16  # characters of the surroundings that must stand directly beside the place
MOST_PLACES = 50  # surroundings that stand in more places than that tell nothing
LONGEST = 2000  # characters of words that are compared with other words
SHORTEST = 12  # characters of words whose likeness tells something
ALIKE = 70  # per cent that words must be alike when only one side of their surroundings stands
ROOM = 160  # characters by which the new words may be longer than twice the old ones

WORD_END = re.compile(r"\w*")

Span = tuple[int, int]


def changed_places(text: str, sought: Sought) -> list[Span]:
    """Return the (start, end) in the normalised text of each stretch that may be what the anchor's words became.

    Its surroundings stand on both sides of it; or else on one side, with words like the old ones beside them.
    """
    if max(len(sought.before), len(sought.after)) < PROBE:
        return []  # the edges of the text alone hold no place
    starts = {start: standing_before(text, sought, start) for start in _starts(text, sought)}
    ends = {end: standing_after(text, sought, end) for end in _ends(text, sought)}
    held = [
        (start, end)
        for start, end in _pairs(sorted(starts), sorted(ends), 2 * len(sought.words) + ROOM)
        if starts[start] + ends[end] >= sought.needed
    ]
    if held:
        return [span for span in (_trimmed(text, *span) for span in held) if span]
    if not SHORTEST <= len(sought.words) <= LONGEST:
        return []
    alike = [_like_after(text, sought.words, start) for start in starts if starts[start] >= sought.needed]
    alike += [_like_before(text, sought.words, end) for end in ends if ends[end] >= sought.needed]
    return sorted({span for span in alike if span})


def _starts(text: str, sought: Sought) -> list[int]:
    """Return the places directly after what stood before the words."""
    probe = sought.before[-PROBE:]
    if len(probe) < PROBE:
        return [len(probe)] if sought.cut_before and text.startswith(probe) else []
    return [place + PROBE for place in _found(text, probe)]


def _ends(text: str, sought: Sought) -> list[int]:
    """Return the places directly before what stood after the words."""
    probe = sought.after[:PROBE]
    if len(probe) < PROBE:
        return [len(text) - len(probe)] if sought.cut_after and text.endswith(probe) else []
    return _found(text, probe)


def _found(text: str, probe: str) -> list[int]:
    places: list[int] = []
    place = text.find(probe)
    while place >= 0 and len(places) <= MOST_PLACES:
        places.append(place)
        place = text.find(probe, place + 1)
    return places if len(places) <= MOST_PLACES else []


def _pairs(starts: list[int], ends: list[int], longest: int) -> Iterator[Span]:
    """Yield each start with the first end after it, where no other start lies between and it is near enough."""
    for start, following in zip(starts, [*starts[1:], float("inf")], strict=False):
        at = bisect_left(ends, start)
        if at < len(ends) and ends[at] < following and ends[at] - start <= longest:
            yield start, ends[at]


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the stretch without blanks at its edges, or None when no word is left in it."""
    stretch = text[start:end]
    if not re.search(r"\w", stretch):
        return None
    return end - len(stretch.lstrip(" ")), start + len(stretch.rstrip(" "))


def _like_after(text: str, words: str, start: int) -> Span | None:
    """Return the words from this place on that are like the old ones."""
    window = text[start : start + len(words) + ROOM]
    alike = fuzz.partial_ratio_alignment(words, window, score_cutoff=ALIKE)
    if alike is None:
        return None
    return _trimmed(text, start, start + WORD_END.search(window, alike.dest_end).end())


def _like_before(text: str, words: str, end: int) -> Span | None:
    """Return the words up to this place that are like the old ones."""
    window = text[max(0, end - len(words) - ROOM) : end]
    alike = fuzz.partial_ratio_alignment(words, window, score_cutoff=ALIKE)
    if alike is None:
        return None
    start = end - len(window) + alike.dest_start
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    return _trimmed(text, start, end)
