"""What two sequences have in common, in order, found in a time that stays short for long ones and odd ones too."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

# Stretches up to this product of lengths are compared item by item; longer ones are first cut at what is unique.
CLOSELY = 250 * 250
# Each cut shortens what is left; what a few cuts do not shorten is taken for another text altogether.
MOST_CUTS = 12


class Run(NamedTuple):
    """old[start:end] and new[first:last], which are the same when `same` is true, else what replaced what."""

    same: bool
    start: int
    end: int
    first: int
    last: int


def runs(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Run]:
    """Both sequences from start to end as Runs, same and different ones by turns."""
    found, place, other = [], 0, 0
    pairs = [*_pairs(old, new), (len(old), len(new))]
    at = 0
    while at < len(pairs):
        start, first = pairs[at]
        if (place, other) != (start, first):
            found.append(Run(False, place, start, other, first))
        length = 1
        while at + length < len(pairs) and pairs[at + length] == (start + length, first + length):
            length += 1
        at += length
        length -= at == len(pairs)  # the pair of the two ends
        if length:
            found.append(Run(True, start, start + length, first, first + length))
        place, other = start + length, first + length
    return found


def _pairs(old, new):
    """The places (in old, in new) of what is the same, in order."""
    found, waiting = [], [(0, len(old), 0, len(new), 0)]
    while waiting:
        start, end, first, last, cuts = waiting.pop()
        while start < end and first < last and old[start] == new[first]:
            found.append((start, first))
            start, first = start + 1, first + 1
        while start < end and first < last and old[end - 1] == new[last - 1]:
            end, last = end - 1, last - 1
            found.append((end, last))
        if (end - start) * (last - first) <= CLOSELY:
            found += _closely(old[start:end], new[first:last], start, first)
        elif cuts < MOST_CUTS:
            edges = [(start, first), *_anchors(old[start:end], new[first:last], start, first), (end, last)]
            if len(edges) > 2:
                found += edges[1:-1]
                waiting += [(a, c, b, d, cuts + 1) for (a, b), (c, d) in _between(edges)]
    return sorted(found)


def _between(edges):
    """The stretches between neighbouring anchors, each without the anchors."""
    for number, ((a, b), (c, d)) in enumerate(pairwise(edges)):
        yield ((a + 1, b + 1) if number else (a, b)), (c, d)


def _closely(old, new, start, first):
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [
        (start + a + step, first + b + step) for a, b, length in matcher.get_matching_blocks() for step in range(length)
    ]


def _anchors(old, new, start, first):
    """The places of what stands once in each, the longest series of it that stands in the same order."""
    once, once_there = Counter(old), Counter(new)
    places = {item: place for place, item in enumerate(new) if once_there[item] == 1}
    pairs = [(place, places[item]) for place, item in enumerate(old) if once[item] == 1 and item in places]
    return [(start + a, first + b) for a, b in _longest_rising(pairs)]


def _longest_rising(pairs):
    """Of pairs that rise in the first number the longest series that rises in the second too."""
    ends, last_of, before = [], [], {}
    for number, (_, value) in enumerate(pairs):
        length = bisect_left(ends, value)
        before[number] = last_of[length - 1] if length else None
        if length == len(ends):
            ends.append(value)
            last_of.append(number)
        else:
            ends[length], last_of[length] = value, number
    series, number = [], last_of[-1] if last_of else None
    while number is not None:
        series.append(pairs[number])
        number = before[number]
    return series[::-1]
