"""Stored HTML as lines of words: what a reader sees one under the other, each within its elements."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from newsroom.lib.html_subset import CELLS, CONTAINERS, FORMATS, LINES, TABLE_PARTS

BLOCKS = LINES | CONTAINERS | TABLE_PARTS | {"li"}
TAG = re.compile(r"""<(/?)([a-z][a-z0-9]*)((?:[^<>"]|"[^"]*")*)>""")
# Words, each sign of a script that parts no words, blanks, other signs; an entity is one sign.
WORD = re.compile(r"[぀-ヿ㐀-鿿]|&[#\w]+;|(?:(?![぀-ヿ㐀-鿿])\w)+(?:['’-]\w+)*|\s+|[^\w\s]")


class Element(NamedTuple):
    """A block that is open around a line; `number` tells it from others of its kind in the same text."""

    name: str
    tag: str
    number: int


class Token(NamedTuple):
    """A word, blank or sign as HTML, or an image or line break, and the start tags of the formats around it."""

    html: str
    formats: tuple[str, ...]

    @property
    def is_blank(self):
        """Whether there is nothing to see but a space."""
        return not self.html.strip()


@dataclass
class Line:
    """What stands directly in one block, without a block between."""

    path: tuple[Element, ...]
    tokens: list[Token] = field(default_factory=list)

    @property
    def key(self):
        """What two lines share that read and look the same."""
        return tuple((element.name, element.tag) for element in self.path), tuple(self.tokens)

    @property
    def words(self):
        """Its tokens that are not blank, without formats."""
        return [token.html for token in self.tokens if not token.is_blank]


def lines(html: str) -> list[Line]:
    """The lines of HTML that `newsroom.lib.html.clean` gave, in order."""
    reader = _Reader()
    place = 0
    for match in TAG.finditer(html):
        reader.text(html[place : match.start()])
        reader.tag(match[0], match[2], closes=bool(match[1]))
        place = match.end()
    reader.text(html[place:])
    reader.line = None
    return reader.made


class _Reader:
    def __init__(self):
        self.made, self.path, self.formats, self.line, self.count = [], (), (), None, 0

    def text(self, html):
        in_pre = bool(self.path) and self.path[-1].name == "pre"
        if not html.strip() and not (self.line or in_pre):
            return
        for word in WORD.findall(html):
            self._add(word if in_pre or word.strip() or "\xa0" in word else " ")

    def tag(self, tag, name, closes):
        if name in BLOCKS:
            (self._close if closes else self._open)(tag, name)
        elif name in FORMATS and closes:
            self.formats = self.formats[:-1]
        elif name in FORMATS:
            self.formats = (*self.formats, tag)
        elif name == "hr":
            self.line = None
            self._add(tag)
            self.line = None
        else:
            self._add(tag)

    def _open(self, tag, name):
        self.line, self.count = None, self.count + 1
        self.path = (*self.path, Element(name, tag, self.count))
        if name in CELLS:  # an empty one holds its place
            self.line = Line(self.path)
            self.made.append(self.line)

    def _close(self, tag, name):
        self.line, self.path = None, self.path[:-1]

    def _add(self, html):
        if not self.line:
            self.line = Line(self.path)
            self.made.append(self.line)
        self.line.tokens.append(Token(html, self.formats))
