"""Which line of a text became which line of a later one: kept, changed, moved, gone or new."""

from collections import Counter, defaultdict
from typing import NamedTuple

from newsroom.lib.html_lines import Line
from newsroom.lib.html_subset import CELLS
from newsroom.lib.matching import runs

KEPT, CHANGED, GONE, NEW, MOVED_AWAY, MOVED_HERE = "kept", "changed", "gone", "new", "moved away", "moved here"
# Two lines with a smaller share of words in common are taken for two, not for one that was changed.
ALIKE = 0.3
# Of more pairs of lines than that between two that stayed, only those at the same place are compared.
MOST_PAIRS = 4000
# Shorter lines that stand again elsewhere were hardly moved there.
FEWEST_MOVED = 4


class Step(NamedTuple):
    """What became of a line: `old` is None for a new one, `new` for one that is gone; `down` says where it moved."""

    what: str
    old: Line | None
    new: Line | None
    down: bool = False


def steps(old: list[Line], new: list[Line]) -> list[Step]:
    """What became of every line, in an order in which the old and the new lines each keep theirs."""
    keys, keys_now = [line.key for line in old], [line.key for line in new]
    found = []
    for run in runs(keys, keys_now):
        before, after = old[run.start : run.end], new[run.first : run.last]
        if run.same:
            found += [Step(KEPT, one, other) for one, other in zip(before, after, strict=True)]
        else:
            found += _replaced(before, after)
    return _with_moves(found)


def _replaced(before, after):
    """The steps from some lines to those that took their place."""
    found, place, other = [], 0, 0
    for one, two in [*_alike(before, after), (len(before), len(after))]:
        found += [Step(GONE, line, None) for line in before[place:one]]
        found += [Step(NEW, None, line) for line in after[other:two]]
        if one < len(before):
            found.append(Step(CHANGED, before[one], after[two]))
        place, other = one + 1, two + 1
    return found


def _alike(before, after):
    """The pairs of places of lines that are one line changed, in order, with the most in common altogether."""
    if len(before) * len(after) > MOST_PAIRS:
        pairs = zip(before, after, strict=False)
        likeness = (_likeness(one, Counter(one.words), other, Counter(other.words)) for one, other in pairs)
        return [(place, place) for place, alike in enumerate(likeness) if alike >= ALIKE]
    counted = [(line, Counter(line.words)) for line in before]
    counted_now = [(line, Counter(line.words)) for line in after]
    likeness = [[_likeness(*one, *other) for other in counted_now] for one in counted]
    best = [[0.0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for one in reversed(range(len(before))):
        for two in reversed(range(len(after))):
            paired = likeness[one][two] + best[one + 1][two + 1] if likeness[one][two] >= ALIKE else 0
            best[one][two] = max(paired, best[one + 1][two], best[one][two + 1])
    return _walk(best, likeness)


def _walk(best, likeness):
    pairs, one, two = [], 0, 0
    while one < len(likeness) and two < len(likeness[one]):
        alike = likeness[one][two]
        if alike >= ALIKE and best[one][two] == alike + best[one + 1][two + 1]:
            pairs.append((one, two))
            one, two = one + 1, two + 1
        elif best[one][two] == best[one + 1][two]:
            one += 1
        else:
            two += 1
    return pairs


def _likeness(one, words, other, words_now):
    """The share of words in common; two cells of a table are alike enough, else its columns would shift."""
    total = words.total() + words_now.total()
    share = 2 * (words & words_now).total() / total if total else 1.0
    are_cells = one.path and other.path and {one.path[-1].name, other.path[-1].name} <= CELLS
    return max(share, ALIKE) if are_cells else share


def _with_moves(found):
    """The steps with those that took a line away and set the same down elsewhere told as moves."""
    new = defaultdict(list)
    for place, step in enumerate(found):
        if step.what == NEW and len(step.new.words) >= FEWEST_MOVED:
            new[tuple(step.new.words)].append(place)
    moved = list(found)
    for place, step in enumerate(found):
        if step.what == GONE and (same := new[tuple(step.old.words)]):
            there = same.pop(0)
            moved[place] = step._replace(what=MOVED_AWAY, down=there > place)
            moved[there] = found[there]._replace(what=MOVED_HERE, down=there > place)
    return moved
