"""Cuts a paragraph into words and signs; a stretch between quotation marks is one token."""

import re

from articles.text.english import words as w
from articles.text.english.lists import listed
from articles.text.marks import Stretch

_LETTER = r"[\w\u0300-\u036f\u200b-\u200d]"
_TOKEN = re.compile(
    r"[A-Za-z]+(?=[ ,])"  # as most words are: found sooner
    r"|\d+(?:-[^\W\d_]+)+"  # 46-year-old
    r"|\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|%)?(?![^\W\d_])"
    rf"|[@#]?[^\W_]{_LETTER}*(?:(?:['’](?!(?:s|re|ve|ll|d|m)(?![^\W_]))|[.‑&/-])[^\W_]{_LETTER}*)*"
    r"|['’](?:s|re|ve|ll|d|m)(?![^\W_])"
    r"|\.{2,}|--+|\S"
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]|(?:[^\W\d_]-[^\W\d_]+)")
_NEXT_NAME = re.compile(r"\s?([^\W\d_a-z][\w’']*)")
OPENERS = listed("The He She They It In On At But And That This A An His Her Their We As After When While")


class Token:
    """One word or sign: text[start:end], its lower-case form and the part it plays."""

    __slots__ = ("end", "low", "start", "stretch", "tag", "text")

    def __init__(self, start: int, end: int, text: str, tag: str = "", stretch: Stretch | None = None):
        self.start = start
        self.end = end
        self.text = text
        self.low = text.lower()
        self.tag = tag
        self.stretch = stretch

    def __repr__(self):
        return f"{self.text}/{self.tag}"


def lex(text: str, start: int, end: int, stretches: list[Stretch]) -> list[Token]:
    """The words of a paragraph, an abbreviation with its full stop, and its stretches between marks."""
    tokens: list[Token] = []
    for stretch in [*stretches, None]:
        stop = stretch.outer_start if stretch else end
        for match in _TOKEN.finditer(text, start, stop):
            begin, stop_at = match.span()
            word = text[begin:stop_at]
            if word == "." and tokens and tokens[-1].end == begin and _is_abbreviation(tokens, text):
                tokens[-1].end += 1
                tokens[-1].text += "."
                tokens[-1].low += "."
            else:
                tokens.append(Token(begin, stop_at, word))
        if stretch:
            tokens += _quoted(text, stretch)
            start = stretch.outer_end
    return tokens


def _quoted(text: str, stretch: Stretch) -> list[Token]:
    """A stretch between marks as one token: words spoken, or a name with the sign that ends the sentence."""
    if not stretch.is_name:
        return [Token(stretch.outer_start, stretch.outer_end, "“”", w.QUOTE, stretch)]
    last = text[stretch.end - 1]
    end = stretch.end - 1 if last in ",." and stretch.end - stretch.start > 1 else stretch.end
    name = Token(stretch.start, end, text[stretch.start : end], w.NAME)
    return [name] if end == stretch.end else [name, Token(end, stretch.end, last)]


def _is_abbreviation(tokens: list[Token], text: str) -> bool:
    """Whether the full stop behind the last word belongs to it."""
    token = tokens[-1]
    low = token.low
    if low in w.ABBREVIATIONS:
        return True
    if len(low) == 1 and token.text.isupper():  # an initial, unless it ends the sentence: a post on X.
        if low == "x" and not (len(tokens) > 1 and tokens[-2].text[0].isupper()):
            return False  # the platform; nobody's first name begins with it, and a second one follows a first
        name = _NEXT_NAME.match(text, token.end + 1)
        return name is not None and name.group(1) not in OPENERS
    return len(low) <= 7 and bool(_INITIALS.fullmatch(low))
