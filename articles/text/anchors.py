"""Stretches of text found again after edits, by their words and a little text around them (W3C TextQuoteSelector).

Words are never taken for the ones meant because they are the nearest or the only ones left: the text around a place
must speak for it, to the degree that `evidence` lays down.
"""

from collections.abc import Iterator
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

from articles.text.changed import changed_places
from articles.text.evidence import LONGEST_CONTEXT, Anchor, Sought, context_of, fits, keeps_apart, places_of, sought_by
from articles.text.normalising import normalise, same_words

__all__ = ["SOUND", "Anchor", "Found", "State", "anchor", "find", "normalise", "places", "same_words"]

MOST_PLACES = 400  # words that stand more often have nothing to tell their places apart

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
    rivals = (place for place in places_of(normalised, sought_by(made)) if not start <= back.starts[place] < end)
    rivals = list(islice(rivals, MOST_PLACES + 1))
    if len(rivals) > MOST_PLACES:
        return _cut(text, start, end, LONGEST_CONTEXT)
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
    if not anchor.exact.strip():
        return Found(State.ORPHANED)
    normalised, back = normalise(text)
    sought = sought_by(anchor)
    fitting = (place for place in places_of(normalised, sought) if fits(normalised, sought, place))
    fitting = list(islice(fitting, MOST_PLACES))
    spans = [back.span(place, place + len(sought.words)) for place in fitting]
    if unchanged := [span for span in islice(_unchanged(text, anchor), MOST_PLACES) if _is_among(span, spans, sought)]:
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


def _is_among(span: Span, fitting: list[Span], sought: Sought) -> bool:
    """Whether a stretch fits; one that holds an insertion only, no words, does so by all its surroundings."""
    if not sought.words:
        return len(sought.before) + len(sought.after) >= sought.needed
    return any(span[0] < end and start < span[1] for start, end in fitting)


def _one_of(state: State, spans: list[Span], hint: int | None = None) -> Found:
    chosen = spans if len(spans) == 1 else [span for span in spans if span[0] == hint]
    return Found(state, *chosen[0]) if chosen else Found(State.AMBIGUOUS)
