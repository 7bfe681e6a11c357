"""The one sanitiser: whatever HTML or text comes in, what we store is a small, safe, well-formed subset."""

import re
from collections.abc import Iterable, Iterator
from html import escape
from html.entities import html5

from bleach.sanitizer import Cleaner

from newsroom.lib.html_subset import ALLOWED, BLANK, FORMATS, RENAMED, SubsetWriter
from newsroom.lib.html_tokens import content

ENTITY_NAMES = "|".join(name for name in html5 if name.endswith(";"))
BARE_AMPERSAND = re.compile(f"&(?!#[0-9]{{1,7}};|#[xX][0-9a-fA-F]{{1,6}};|(?:{ENTITY_NAMES}))")
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufeff\ufffe\uffff]")
BREAKS = re.compile("[ \t\n\r\f\v\x85\u2028\u2029]+")
MOST_ROUNDS = 6  # nobody escapes a headline more often than that

PLACE = "\ufffe"  # a noncharacter, which no text we store holds

WRAP_WIDTHS = range(50, 101)  # of the longest line in a hard-wrapped text


def clean(html: str) -> str:
    """Return any HTML as the safe subset we store: well-formed, without script, style, comments or unknown addresses.

    Bare text becomes a paragraph, ``h1`` becomes ``h2``, empty elements go; a link whose address is refused leaves its
    text. Cleaning what is clean changes nothing. Two megabytes take a few seconds, however deep the nesting.
    """
    writer = SubsetWriter()
    for kind, name, data in content(html):
        if kind == "text":
            writer.text(data)
        elif kind == "start":
            writer.start(name, data)
        else:
            writer.end(name)
    return "".join(_gate(writer.parts())).strip(BLANK)


def _gate(parts: Iterable[list[str]]) -> Iterator[str]:
    """Let bleach judge the markup: the writer puts out only what is allowed, but its word is not taken for it.

    The text between, escaped already, is put back afterwards: bleach is quadratic in the entities of a paragraph.
    """
    # Never a shared Cleaner: its parser keeps state and mixes up the texts of two threads.
    cleaner = Cleaner(tags=set(ALLOWED), attributes=ALLOWED, protocols={"http", "https", "mailto"}, strip=True)
    for part in parts:
        markup = "".join(piece if _is_markup(piece) else PLACE for piece in part)
        texts = (piece for piece in part if not _is_markup(piece))
        yield re.sub(PLACE, lambda _, texts=texts: next(texts), cleaner.clean(markup))


def _is_markup(piece: str) -> bool:
    return piece.startswith("<") or not piece.strip(BLANK)


def title(text: str) -> str:
    """Return a one-line field as plain text: no tags, no line breaks or control characters, entities decoded.

    What only looks like markup ("a < b & c") stays as typed. A title of a title is the same title.
    """
    for _ in range(MOST_ROUNDS):
        before, text = text, CONTROL.sub("", _text(text))
        if text == before:
            break
    else:
        text = re.sub("[<>&]", "", text)
    return BREAKS.sub(" ", text).strip()


def _text(html: str) -> str:
    words = []
    for kind, name, data in content(BARE_AMPERSAND.sub("&amp;", html)):
        if kind == "text":
            words.append(data)
        elif RENAMED.get(name, name) not in FORMATS and (name in ALLOWED or name in RENAMED):
            words.append(" ")
    return "".join(words)


def paragraphs(text: str) -> str:
    """Return plain text as escaped HTML paragraphs, one for each line that is not blank.

    In a hard-wrapped text (blank lines part its paragraphs, its longest line has 50 to 100 characters) the lines of
    a paragraph are joined, unless they are broken short on purpose as in a list or a poem.
    """
    lines = [CONTROL.sub("", line).strip(" \t\xa0") for line in text.splitlines()]
    while lines and not lines[0]:
        lines.pop(0)
    while lines and not lines[-1]:
        lines.pop()
    width = max(map(len, lines), default=0)
    hard_wrapped = "" in lines and width in WRAP_WIDTHS
    found: list[str] = []
    for block in _blocks(lines):
        if hard_wrapped and all(len(line) > width / 2 for line in block[:-1]):
            block = [" ".join(block)]
        found += block
    return "\n".join(f"<p>{escape(line, quote=False)}</p>" for line in found)


def _blocks(lines: list[str]) -> list[list[str]]:
    """Part lines at the blank ones."""
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]
