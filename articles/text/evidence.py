"""How much the text around a place speaks for its being the one an anchor means.

Counted are the characters of the anchor's surroundings that stand there, from the words outwards until the first
difference. With the letters of the words themselves they must make up ENOUGH: short words need more of them than long
ones. Words that stood in several places when they were anchored carry so much of their surroundings that no other place
had half of it; such an anchor asks for half of it, however long its words are.
"""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from articles.text.normalising import normalise

CONTEXT = 32  # characters kept on each side of long words
LONGEST_CONTEXT = 512  # on a side; places that are alike as far as that are not told apart
ENOUGH = 40  # characters of words and surroundings that make a place certain


@dataclass(frozen=True)
class Anchor:
    """The exact words of a stretch of text, and some text directly before and after it."""

    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True)
class Sought:
    """An anchor as it is looked for: normalised, and how many characters of its surroundings a place must show."""

    words: str
    before: str
    after: str
    needed: int
    cut_before: bool  # nothing more stood before it: the text began there
    cut_after: bool


def context_of(exact: str) -> int:
    """Return how many characters to keep on each side of words that stand in one place only."""
    return max(CONTEXT, CONTEXT + ENOUGH - len(exact))


@lru_cache(maxsize=256)
def sought_by(anchor: Anchor) -> Sought:
    """Return what to look for."""
    # Normalised in one piece, since a dash or an insertion may reach over the edge.
    whole, back = normalise(anchor.prefix + anchor.exact + anchor.suffix)
    start = bisect_right(back.ends, len(anchor.prefix))
    end = bisect_left(back.starts, len(anchor.prefix) + len(anchor.exact))
    words = whole[start:end]
    start += len(words) - len(words.lstrip(" "))
    words = words.strip(" ")
    before, after = whole[:start], whole[start + len(words) :]
    return Sought(
        words,
        before,
        after,
        _needed(anchor, words, len(before) + len(after)),
        cut_before=len(anchor.prefix) < CONTEXT,
        cut_after=len(anchor.suffix) < CONTEXT,
    )


def _needed(anchor: Anchor, words: str, around: int) -> int:
    usual = context_of(anchor.exact)
    sides = len(anchor.prefix), len(anchor.suffix)
    letters = sum(char.isalnum() for char in words)
    if max(sides) >= LONGEST_CONTEXT:
        share = around
    elif max(sides) > usual or max(sides) < usual:  # had rivals, or so short a text that nobody knows
        share = (around + 1) // 2
    else:
        share = 0
    return max(ENOUGH - letters, share)


def places_of(text: str, sought: Sought) -> Iterator[int]:
    """Yield each place in the normalised text where the words stand, not as parts of longer words."""
    words = sought.words
    place = text.find(words) if words else -1
    while place >= 0:
        end = place + len(words)
        if not (
            _splits(text[place - 1 : place], text[place], sought.before[-1:])
            or _splits(text[end : end + 1], text[end - 1], sought.after[:1])
        ):
            yield place
        place = text.find(words, place + 1)


def _splits(beside: str, edge: str, beside_once: str) -> bool:
    """Whether a word or an accented letter is cut in two between the edge character and the one beside it."""
    if beside and unicodedata.combining(beside):
        return True
    return beside.isalnum() and edge.isalnum() and not beside_once.isalnum()


def agreement(text: str, sought: Sought, place: int) -> int:
    """Return how many characters of the surroundings stand around the words at a place in the normalised text.

    Where a side was cut by the edge of the text and stands at that edge again, the edge counts as CONTEXT.
    """
    return standing_before(text, sought, place) + standing_after(text, sought, place + len(sought.words))


def standing_before(text: str, sought: Sought, start: int) -> int:
    """Return the part of `agreement` before a place."""
    count = _common(reversed(sought.before), reversed(text[max(0, start - len(sought.before)) : start]))
    return count + (CONTEXT if sought.cut_before and count == len(sought.before) == start else 0)


def standing_after(text: str, sought: Sought, end: int) -> int:
    """Return the part of `agreement` after a place."""
    count = _common(sought.after, text[end : end + len(sought.after)])
    return count + (CONTEXT if sought.cut_after and count == len(sought.after) == len(text) - end else 0)


def _common(one, other) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
