"""HTML read as a browser reads it, tag by tag, without what is not content: script, style, comments, Word's own XML."""

import re
from collections import Counter
from collections.abc import Iterator

from bleach.html5lib_shim import HTMLTokenizer, constants

Token = tuple[str, str | None, dict | str | None]

TYPE = constants.tokenTypes
TEXT = {TYPE["Characters"], TYPE["SpaceCharacters"]}

RAW_TEXT = {"script", "style", "iframe", "noembed", "noframes", "noscript", "title", "textarea"}
NOT_CONTENT = RAW_TEXT | set(
    "template svg math object applet audio video canvas button select datalist progress meter xml".split()
)
OFFICE = re.compile(r"(?:w|m|v|x|o(?!:p$)):")  # Word's own XML; <o:p> and smart tags (st1:…) do hold text
WORD_BULLET = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
OPEN_ENDED = re.compile(r"<(?=[A-Za-z/])")
MOST_ATTRIBUTES = 64


def content(html: str) -> Iterator[Token]:
    """Yield the tokens of the HTML's content: ("text", None, text), ("start", name, attributes) or ("end", name, None).

    Elements that hold nothing for a reader are left out from their start to their own end.
    """
    tokens = list(_tokens(html))
    ends = Counter(name for kind, name, _ in tokens if kind == "end")
    inside, depth = None, 0
    for kind, name, data in tokens:
        if kind == "end":
            ends[name] -= 1
        if inside is not None:
            if name == inside:
                depth += (kind == "start" and ends[name] > depth) - (kind == "end")
                inside = inside if depth else None
        elif kind == "start" and _is_hidden(name, data):
            # One that is never closed must not take the rest of the article with it.
            if ends[name] or name in RAW_TEXT:
                inside, depth = name, 1
        else:
            yield kind, name, data


def _is_hidden(name: str, attributes: dict) -> bool:
    return (
        name in NOT_CONTENT
        or OFFICE.match(name) is not None
        or WORD_BULLET.search(attributes.get("style", "")) is not None
    )


def _tokens(html: str) -> Iterator[Token]:
    tokenizer = _Tokenizer(_closed(html))
    text: list[str] = []
    for token in tokenizer:
        if token["type"] in TEXT:
            text.append(token["data"])
            continue
        if token["type"] not in (TYPE["StartTag"], TYPE["EndTag"]):
            continue
        if text:
            yield "text", None, "".join(text)
            text = []
        name = token["name"]
        if token["type"] == TYPE["EndTag"]:
            yield "end", name, None
            continue
        yield "start", name, dict(token["data"])
        if token["selfClosing"] and ":" in name:
            yield "end", name, None
        tokenizer.enter(name)
    if text:
        yield "text", None, "".join(text)


def _closed(html: str) -> str:
    """Keep the text after a "<" that no ">" follows: a reader's "x <y", not a tag."""
    end = html.rfind(">") + 1
    return html[:end] + OPEN_ENDED.sub("&lt;", html[end:])


class _Tokenizer(HTMLTokenizer):
    def enter(self, name: str) -> None:
        """Read what follows the start tag of a script, style and the like as they are read: as no markup."""
        if name == "script":
            self.state = self.scriptDataState
        elif name in ("title", "textarea"):
            self.state = self.rcdataState
        elif name in RAW_TEXT:
            self.state = self.rawtextState

    def attributeNameState(self):  # noqa: N802
        # Each new attribute is compared with all before it: without a limit, quadratic.
        del self.currentToken["data"][MOST_ATTRIBUTES:-1]
        return super().attributeNameState()

    def commentState(self):  # noqa: N802
        # Nobody reads comments; collecting one piece by piece is quadratic too.
        self.currentToken["data"] = ""
        return super().commentState()
