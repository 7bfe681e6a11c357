"""How much the text around a place speaks for its being the one an anchor means.

Counted are the characters of the anchor's surroundings that stand there, from the words outwards until the first
difference. With the letters of the words themselves they must make up ENOUGH: short words need more of them than long
ones. Words that stood in several places when they were anchored carry more of their surroundings: so much that no
other place had an eighth of them on either side. Such an anchor asks for an eighth on both sides, however long its
words are: what stood on one side alone may have come to stand beside a lookalike when a sentence was deleted.
"""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

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
    needed_before: int
    needed_after: int
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
    share = _share(anchor)
    return Sought(
        words,
        before,
        after,
        max(0, ENOUGH - sum(char.isalnum() for char in words)),
        ceil(share * len(before)),
        ceil(share * len(after)),
        cut_before=len(anchor.prefix) < CONTEXT,
        cut_after=len(anchor.suffix) < CONTEXT,
    )


def _share(anchor: Anchor) -> float:
    """Return which share of its surroundings an anchor asks for on each side."""
    usual = context_of(anchor.exact)
    longer_side = max(len(anchor.prefix), len(anchor.suffix))
    if longer_side >= LONGEST_CONTEXT:
        return 1
    # Longer than usual: there were lookalikes. Shorter on both sides: nobody knows.
    return 0 if longer_side == usual else 1 / 8


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


def fits(text: str, sought: Sought, place: int) -> bool:
    """Whether enough of the surroundings stands around the words at a place in the normalised text."""
    before = standing_before(text, sought, place)
    if before < sought.needed_before:
        return False
    after = standing_after(text, sought, place + len(sought.words))
    return after >= sought.needed_after and before + after >= sought.needed


def keeps_apart(text: str, sought: Sought, rival: int) -> bool:
    """Whether words at another place show less of the surroundings than the anchor asks for, on either side."""
    before = standing_before(text, sought, rival)
    after = standing_after(text, sought, rival + len(sought.words))
    return (sought.cut_before or before < sought.needed_before) and (sought.cut_after or after < sought.needed_after)


def standing_before(text: str, sought: Sought, start: int) -> int:
    """Return how many characters of the surroundings stand directly before a place.

    Where they were cut by the edge of the text and stand at that edge again, the edge counts as CONTEXT.
    """
    there = text[max(0, start - len(sought.before)) : start]
    count = _longest(
        len(there), lambda length: there[len(there) - length :] == sought.before[len(sought.before) - length :]
    )
    return count + (CONTEXT if sought.cut_before and count == len(sought.before) == start else 0)


def standing_after(text: str, sought: Sought, end: int) -> int:
    """Return how many characters of the surroundings stand directly after a place; the edge counts as before."""
    there = text[end : end + len(sought.after)]
    count = _longest(len(there), lambda length: there[:length] == sought.after[:length])
    return count + (CONTEXT if sought.cut_after and count == len(sought.after) == len(text) - end else 0)


def _longest(most: int, agrees: Callable[[int], bool]) -> int:
    """Return the greatest length up to `most` that agrees, given that all shorter ones do then."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if agrees(middle) else (low, middle - 1)
    return low
