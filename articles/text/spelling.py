"""Words by their spelling: what is told of a word before its sentence is known, worked out once for the common ones."""

import re
from functools import lru_cache

from articles.text.english import words as w
from articles.text.english.verbs import PHRASAL
from people.names import fold

_LETTER = r"[\w\u0300-\u036f\u200b-\u200d]"
_WORD = re.compile(
    r"\d+(?:-[^\W\d_]+)+"  # 46-year-old
    r"|\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|%)?(?![^\W\d_])"
    rf"|[@#]?[^\W_]{_LETTER}*(?:(?:['’](?!(?:s|re|ve|ll|d|m)(?![^\W_]))|[.‑&/-])[^\W_]{_LETTER}*)*"
    r"|['’](?:s|re|ve|ll|d|m)(?![^\W_])"
    r"|\.{2,}|--+|\S"
)
_WITH_STOPS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]|(?:[^\W\d_]-[^\W\d_]+)")  # i.e., al-M.
LONGEST_KEPT = 40  # characters; longer pieces are not met twice

# The parts small words and signs play beside whatever neighbours.
_SETTLED = {
    word: part
    for word, part in w.LEXICON.items()
    if part not in {w.CUE, w.VERB, w.NOUN, w.PREPOSITION, w.NUMBER}
    and word[0].isalpha()
    and word not in {"both", "all", "that"} | {pair.split()[0] for pair in PHRASAL}
}
_SETTLED |= dict.fromkeys(".,:;!?()[]—–-…", w.PUNCTUATION)


class Word:
    """A spelling: its lower-case form, the part it plays where that is settled, and what it may be where it is not."""

    __slots__ = (
        "_folded", "ending", "ends_in_letter", "is_capital", "is_sign", "is_small", "listed", "low", "may_begin_name",
        "part", "text"
    )  # fmt: skip

    def __init__(self, text: str):
        first = text[:1]
        self.text = text
        self.low = text.lower()
        self.is_sign = not (first.isalnum() or first in "@#")
        self.is_capital = first.isupper()
        self.is_small = first.islower()
        self.may_begin_name = first.isalnum() and (not self.is_small or text == "the")
        self.ends_in_letter = text[-1:].isalnum()  # or in a figure
        self.listed = w.LEXICON.get(self.low)  # the part it may play
        self.ending = w.by_ending(self.low)  # the likely part of one not listed
        self.part = w.NUMBER if first.isdigit() else _SETTLED.get(text, "")
        self._folded: list[str] | None = None

    @property
    def folded(self) -> list[str]:
        """The words of a name it stands for, as names are compared: two of one with a hyphen."""
        if self._folded is None:
            self._folded = fold(self.text.rstrip(".")).split()
        return self._folded

    def __repr__(self):
        return self.text


_kept = lru_cache(maxsize=1 << 14)(Word)


def word(text: str) -> Word:
    """The word of that spelling; long ones are not kept for the next time."""
    return _kept(text) if len(text) <= LONGEST_KEPT else Word(text)


def cut(piece: str) -> tuple[tuple[int, int, Word], ...]:
    """The words and signs of a piece of text and where each starts and ends; an abbreviation has its full stop."""
    found: list[tuple[int, int, Word]] = []
    for match in _WORD.finditer(piece):
        start, end = match.span()
        text = match[0]
        if text == "." and found and found[-1][1] == start and _is_abbreviation(found[-1][2]):
            begin, _, shortened = found.pop()
            found.append((begin, end, word(shortened.text + ".")))
        else:
            found.append((start, end, word(text)))
    return tuple(found)


words_in = lru_cache(maxsize=1 << 14)(cut)


def _is_abbreviation(shortened: Word) -> bool:
    """Whether a full stop behind a word belongs to it wherever it stands."""
    low = shortened.low
    return low in w.ABBREVIATIONS or (1 < len(low) <= 7 and _WITH_STOPS.fullmatch(low) is not None)
