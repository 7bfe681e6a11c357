"""Stretches of text found again after edits, by their words and a little text around them (W3C TextQuoteSelector).

Words are never taken for the ones meant because they are the nearest or the only ones left: the text around a place
must speak for it, to the degree that `evidence` lays down.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from articles.text.changed import changed_places
from articles.text.evidence import LONGEST_CONTEXT, Anchor, context_of, fits, keeps_apart, places_of, sought_by
from articles.text.normalising import normalise, same_words

__all__ = ["SOUND", "Anchor", "Found", "State", "anchor", "find", "normalise", "places", "same_words"]

Span = tuple[int, int]


class State(StrEnum):
    """How a stretch was found again, from the best to the worst."""

    EXACT = "exact"  # the words with their surroundings stand unchanged, in one place only
    MOVED = "moved"  # the same words (see `normalise`), but their place or surroundings changed
    CHANGED = "changed"  # the surroundings hold the place, but the words there differ
    AMBIGUOUS = "ambiguous"  # several places fit and nothing tells them apart
    ORPHANED = "orphaned"  # gone, or not certain enough


# The words stand in the text, verbatim and certain.
SOUND = frozenset({State.EXACT, State.MOVED})


class Found(NamedTuple):
    """The state in which an anchor was found, and where: offsets in the text, None when ambiguous or orphaned."""

    state: State
    start: int | None = None
    end: int | None = None


def anchor(text: str, start: int, end: int) -> Anchor:
    """Return an anchor for text[start:end], without white space at its edges.

    Words that stand in several places get so much of their surroundings that no other place is taken for theirs.
    Raises ValueError when the stretch is blank.
    """
    exact = text[max(0, start) : end].strip()
    if not exact:
        raise ValueError(f"no words to anchor at {start}:{end} in a text of {len(text)} characters")
    start = text.index(exact, max(0, start))
    end = start + len(exact)
    size = context_of(exact)
    made = _cut(text, start, end, size)
    normalised, back = normalise(text)
    rivals = [place for place in places_of(normalised, sought_by(made)) if not start <= back.starts[place] < end]
    while rivals and size < min(LONGEST_CONTEXT, len(text)):
        size *= 2
        made = _cut(text, start, end, size)
        sought = sought_by(made)
        if all(keeps_apart(normalised, sought, place) for place in rivals):
            break
    return made


def find(text: str, anchor: Anchor, hint: int | None = None) -> Found:
    """Return where the anchor's words stand in `text` now, and how certain that is.

    `hint`, the offset where they were last found, decides only between places that all fit, and only for one that
    stands exactly there. Takes time linear in the length of the text.
    """
    normalised, back = normalise(text)
    sought = sought_by(anchor)
    fitting = [place for place in places_of(normalised, sought) if fits(normalised, sought, place)]
    spans = [back.span(place, place + len(sought.words)) for place in fitting]
    if unchanged := [span for span in _unchanged(text, anchor) if not sought.words or _overlaps_one(span, spans)]:
        return _one_of(State.EXACT, unchanged, hint)
    if spans:
        return _one_of(State.MOVED, spans, hint)
    if changed := changed_places(normalised, sought):
        return _one_of(State.CHANGED, [back.span(*span) for span in changed])
    return Found(State.ORPHANED)


def places(text: str, words: str) -> list[Span]:
    """Return every (start, end) in `text` where the same words stand, whatever stands around them."""
    normalised, back = normalise(text)
    sought = sought_by(Anchor(words, " ", " "))
    return [back.span(place, place + len(sought.words)) for place in places_of(normalised, sought)]


def _cut(text: str, start: int, end: int, size: int) -> Anchor:
    return Anchor(text[start:end], text[max(0, start - size) : start], text[end : end + size])


def _unchanged(text: str, anchor: Anchor) -> Iterator[Span]:
    """Yield each (start, end) where the words stand with all their surroundings, letter for letter."""
    whole = anchor.prefix + anchor.exact + anchor.suffix
    place = text.find(whole)
    while place >= 0:
        start = place + len(anchor.prefix)
        yield start, start + len(anchor.exact)
        place = text.find(whole, place + 1)


def _overlaps_one(span: Span, others: list[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _one_of(state: State, spans: list[Span], hint: int | None = None) -> Found:
    chosen = spans if len(spans) == 1 else [span for span in spans if span[0] == hint]
    return Found(state, *chosen[0]) if chosen else Found(State.AMBIGUOUS)
