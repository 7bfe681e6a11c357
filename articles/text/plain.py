"""The plain text of stored HTML, in which everything is anchored, and the way back from it to the HTML."""

import re
from html import unescape
from typing import NamedTuple

# One line of text each; a block inside a block (a list in a quotation) begins a new line.
BLOCKS = frozenset(
    "p h2 h3 h4 ul ol li blockquote pre hr figure figcaption table caption thead tbody tfoot tr td th".split()
)
# Stored HTML is well-formed, but an attribute's value may hold a ">".
TOKEN = re.compile(
    r"""<(?P<tag>/?[a-zA-Z][a-zA-Z0-9]*)(?:"[^"]*+"|'[^']*+'|[^'"<>])*+>|<[^<>]*+>|&[#\w]+;|[^<&]+|[<&]"""
)
BLANK = " \t\n\r\f"
WORD = re.compile(r"\w(?:[\w'’-]*\w)?")


class Piece(NamedTuple):
    """A stretch of plain text, or a tag (`text` empty, `tag` such as "/em"), and where it stands in the HTML.

    Where `entity` is set, the whole stretch stands for html[start:end]; else character by character.
    """

    text: str
    start: int
    end: int
    tag: str = ""
    entity: bool = False


def text_of(html):
    """The plain text: one line for each block, `<br>` a line break too, white space collapsed as a browser shows it.

    A no-break space stays, entities are decoded, images give nothing; "" for HTML without text.
    """
    return "".join(piece.text for piece in pieces(html))


def pieces(html):
    """The HTML as a list of Pieces in order; their texts joined are `text_of`. Takes time linear in the length."""
    line = _Line()
    for match in TOKEN.finditer(html):
        token, tag = match[0], (match["tag"] or "").lower()
        if token[0] == "<" and len(token) > 1:
            if tag.lstrip("/") in BLOCKS or tag == "br":
                line.end(match.start())
            line.made.append(Piece("", match.start(), match.end(), tag or "!"))
        elif token[0] == "&" and len(token) > 1:
            line.entity(unescape(token), match.start(), match.end())
        else:
            line.text(token, match.start())
    return [piece for piece in line.made if piece.text or piece.tag]


class _Line:
    """Pieces as they are made. White space is set down where it stands and given its text once more text follows."""

    def __init__(self):
        self.made = []
        self.begun = False  # whether there is text before: only then white space counts
        self.owed, self.owed_at = "", 0  # the space or line break to come, and its place among the pieces

    def end(self, place):
        """What follows begins a new line, which parts from the one before at html[place]."""
        if self.begun:
            self._owe("\n", place, place)

    def text(self, text, start):
        """Characters that stand for themselves, from html[start] on."""
        for run in re.finditer(rf"[{BLANK}]+|[^{BLANK}]+", text):
            if run[0][0] in BLANK:
                self._blank(start + run.start(), start + run.end())
            else:
                self._visible(Piece(run[0], start + run.start(), start + run.end()))

    def entity(self, text, start, end):
        """The characters that the entity html[start:end] stands for."""
        if text.strip(BLANK):
            self._visible(Piece(text, start, end, entity=True))
        else:
            self._blank(start, end)

    def _blank(self, start, end):
        if self.begun and not self.owed:
            self._owe(" ", start, end)

    def _owe(self, text, start, end):
        self.owed, self.owed_at = text, len(self.made)
        self.made.append(Piece("", start, end, entity=True))

    def _visible(self, piece):
        if self.owed:
            self.made[self.owed_at] = self.made[self.owed_at]._replace(text=self.owed)
        self.owed, self.begun = "", True
        self.made.append(piece)


def paragraph_around(text, start, end):
    """The (start, end) of the lines of `text` that hold text[start:end]."""
    before, after = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    return before, len(text) if after == -1 else after


def word_count(text):
    """How many words a reader counts."""
    return sum(1 for _ in WORD.finditer(text))
