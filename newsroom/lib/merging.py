"""Three-way merges: what two people made of one text, list or set, put together without losing either's words."""

import re
from difflib import SequenceMatcher
from typing import NamedTuple

from newsroom.lib import html

WORDS = re.compile(r"<[^>]*>|&#?\w+;|\w+|\s+|.", re.DOTALL)
BLOCKS = re.compile(r"(?<=[^\n])(?=\n)|(?<=</p>)|(?<=</h[2-4]>)|(?<=</ul>)|(?<=</ol>)|(?<=</blockquote>)|(?<=</table>)")
# Longer paragraphs are not compared word by word, which takes time that grows with the square of their length.
MOST_WORDS = 2000


class Merged(NamedTuple):
    """What came of it, and whether the two changed different places: else both variants stand one after the other."""

    value: str | list[str]
    is_clean: bool


def texts(base, mine, theirs):
    """Merge plain texts, paragraph by paragraph and word by word within them."""
    return _texts(base, mine, theirs, " ")


def formatted(base, mine, theirs):
    """Merge formatted texts; a merge that would tear tags apart is not made within a paragraph."""
    merged = _texts(base, mine, theirs, "", lambda text: html.clean(text) == text)
    return merged if html.clean(merged.value) == merged.value else Merged(theirs + mine, False)


def lines(base, mine, theirs):
    """Merge lists whose order counts."""
    merged, is_clean = [], True
    for before, ours, others in _stretches(base, mine, theirs):
        both = _one_sided(before, ours, others)
        is_clean = is_clean and both is not None
        merged += [*others, *(each for each in ours if each not in others)] if both is None else both
    return Merged(merged, is_clean)


def sets(base, mine, theirs):
    """Merge lists whose order does not count: what either added is in, what either took out is not."""
    kept = [each for each in theirs if each in mine or each not in base]
    return Merged(kept + [each for each in mine if each not in theirs and each not in base], True)


def _texts(base, mine, theirs, between, is_whole=bool):
    """Paragraph by paragraph, of which those that either added are all kept.

    `between` parts two variants of one; `is_whole` says whether a merged one may stand.
    """
    merged, is_clean = "", True
    for before, ours, others in _stretches(*map(BLOCKS.split, (base, mine, theirs))):
        both = _one_sided(before, ours, others)
        if both is None and len(before) == len(ours) == len(others):
            pairs = [_words(*three, between, is_whole) for three in zip(before, ours, others, strict=True)]
            both, is_clean = [pair.value for pair in pairs], is_clean and all(pair.is_clean for pair in pairs)
        elif both is None and not before:
            both = [*others, *ours]
        elif both is None:
            both, is_clean = [_apart("".join(others), "".join(ours), between)], False
        merged += "".join(both)
    return Merged(merged, is_clean)


def _words(base, mine, theirs, between, is_whole):
    """One paragraph, merged word by word; theirs and then mine where that is not possible."""
    three = [WORDS.findall(text) for text in (base, mine, theirs)]
    if (one := _one_sided(base, mine, theirs)) is not None:
        return Merged(one, True)
    if max(map(len, three)) > MOST_WORDS:
        return Merged(_apart(theirs, mine, between), False)
    parts = [_one_sided(*stretch) for stretch in _stretches(*three)]
    if None in parts:
        return Merged(_apart(theirs, mine, between), False)
    merged = "".join("".join(part) for part in parts)
    is_good = not merged or is_whole(merged)
    return Merged(merged if is_good else _apart(theirs, mine, between), bool(is_good))


def _apart(theirs, mine, between):
    """Both variants, so that the last word of one is not run together with the first of the other."""
    return between.join(filter(None, [theirs, mine]))


def _one_sided(base, mine, theirs):
    """What stands where at most one of the two changed something; None where both did, and differently."""
    if mine in (base, theirs):
        return theirs
    return mine if theirs == base else None


def _stretches(base, mine, theirs):
    """The three lists cut at what stands in all of them, as (base, mine, theirs) stretches, in order."""
    start = (0, 0, 0)
    for place, ours, others, length in [*_in_all(base, mine, theirs), (len(base), len(mine), len(theirs), 0)]:
        yield base[start[0] : place], mine[start[1] : ours], theirs[start[2] : others]
        yield base[place : place + length], mine[ours : ours + length], theirs[others : others + length]
        start = (place + length, ours + length, others + length)


def _in_all(base, mine, theirs):
    """The (place in base, in mine, in theirs, length) of what stands unchanged in all three, in order."""
    ours, others = _matches(base, mine), _matches(base, theirs)
    first = second = 0
    while first < len(ours) and second < len(others):
        (a, in_mine, size), (b, in_theirs, other_size) = ours[first], others[second]
        begin, end = max(a, b), min(a + size, b + other_size)
        if begin < end:
            yield begin, in_mine + begin - a, in_theirs + begin - b, end - begin
        if a + size < b + other_size:
            first += 1
        else:
            second += 1


def _matches(base, other):
    return SequenceMatcher(None, base, other, autojunk=False).get_matching_blocks()[:-1]
