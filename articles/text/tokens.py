"""Cuts a paragraph into words and signs; a stretch between quotation marks is one token."""

import re

from articles.text.english import words as w
from articles.text.english.lists import listed
from articles.text.marks import Stretch
from articles.text.spelling import LONGEST_KEPT, Word, cut, word, words_in

_NEXT_NAME = re.compile(r"\s?([^\W\d_a-z][\w’']*)")
OPENERS = listed("The He She They It In On At But And That This A An His Her Their We As After When While")


QUOTED = "“”"  # the text of a stretch between marks, which no other token has


class Token:
    """One word or sign: text[start:end], its lower-case form and the part it plays."""

    __slots__ = ("end", "low", "start", "tag", "text", "word")

    def __init__(self, start: int, end: int, word: Word):
        self.start = start
        self.end = end
        self.word = word
        self.text = word.text
        self.low = word.low
        self.tag = word.part

    def __repr__(self):
        return f"{self.text}/{self.tag}"


class Quoted(Token):
    """The words between two marks as one token."""

    __slots__ = ("stretch",)

    def __init__(self, stretch: Stretch):
        super().__init__(stretch.outer_start, stretch.outer_end, word(QUOTED))
        self.tag = w.QUOTE
        self.stretch = stretch


_FULL_STOP = word(".")


def lex(text: str, start: int, end: int, stretches: list[Stretch]) -> list[Token]:
    """The words of a paragraph, an abbreviation with its full stop, and its stretches between marks."""
    tokens: list[Token] = []
    for stretch in stretches:
        _add_words(tokens, text, start, stretch.outer_start)
        tokens += _quoted(text, stretch)
        start = stretch.outer_end
    _add_words(tokens, text, start, end)
    return tokens


def _add_words(tokens: list[Token], text: str, start: int, end: int) -> None:
    """Words never hold a space, so what stands between two spaces is cut alike wherever it is met."""
    for piece in text[start:end].split(" "):
        length = len(piece)
        for begin, stop, found in words_in(piece) if length <= LONGEST_KEPT else cut(piece):
            if found is _FULL_STOP and tokens and tokens[-1].end == start + begin and _is_initial(tokens, text):
                initial = tokens.pop()
                tokens.append(Token(initial.start, initial.end + 1, word(initial.text + ".")))
            else:
                tokens.append(Token(start + begin, start + stop, found))
        start += length + 1


def _quoted(text: str, stretch: Stretch) -> list[Token]:
    """A stretch between marks as one token: words spoken, or a name with the sign that ends the sentence."""
    if not stretch.is_name:
        return [Quoted(stretch)]
    last = text[stretch.end - 1]
    end = stretch.end - 1 if last in ",." and stretch.end - stretch.start > 1 else stretch.end
    name = Token(stretch.start, end, word(text[stretch.start : end]))
    name.tag = w.NAME
    return [name] if end == stretch.end else [name, Token(end, stretch.end, word(last))]


def _is_initial(tokens: list[Token], text: str) -> bool:
    """Whether a full stop makes the last word an initial, rather than ending the sentence: a post on X."""
    token = tokens[-1]
    if len(token.low) != 1 or not token.text.isupper():
        return False
    if token.low == "x" and not (len(tokens) > 1 and tokens[-2].text[0].isupper()):
        return False  # the platform; nobody's first name begins with it, and a second one follows a first
    name = _NEXT_NAME.match(text, token.end + 1)
    return name is not None and name.group(1) not in OPENERS
