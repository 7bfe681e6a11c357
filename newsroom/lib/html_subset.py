"""The subset of HTML that we store, and its writer, which puts out nothing else, whatever tags it is given."""

import re
from collections.abc import Iterator
from html import escape

from newsroom.lib.addresses import link_address, source_address

# Elements by what they may hold.
LINES = {"p", "h2", "h3", "h4", "pre", "figcaption", "caption"}  # text and formats, no blocks
LISTS = {"ul", "ol"}
CELLS = {"td", "th"}
SECTIONS = {"thead", "tbody", "tfoot"}
CONTAINERS = LISTS | {"blockquote", "figure", "table"}
TABLE_PARTS = SECTIONS | CELLS | {"tr", "caption"}
TABLE_FRAMES = SECTIONS | {"table", "tr"}  # hold no text themselves
FORMATS = {"a", "em", "strong", "u", "s", "sub", "sup", "code", "q", "cite", "abbr"}
VOID = {"br", "hr", "img"}

WORDED = ("lang", "dir")
ALLOWED = {
    **dict.fromkeys(LINES | CONTAINERS | TABLE_PARTS | FORMATS | VOID | {"li"}, ()),
    **dict.fromkeys(("p", "h2", "h3", "h4", "li", "q"), WORDED),
    "blockquote": ("cite", *WORDED),
    "a": ("href", "title", "rel"),
    "abbr": ("title",),
    "img": ("src", "alt", "width", "height"),
    "td": ("colspan", "rowspan"),
    "th": ("scope", "colspan", "rowspan"),
}

# Blocks we do not keep part the text as paragraphs do.
OTHER_BLOCKS = set(
    "address article aside body center dd details dialog div dl dt fieldset footer form header hgroup html legend main "
    "nav optgroup option section summary".split()
)
RENAMED = dict.fromkeys(OTHER_BLOCKS, "p") | {
    "h1": "h2",
    "h5": "h4",
    "h6": "h4",
    "b": "strong",
    "i": "em",
    "strike": "s",
    "del": "s",
    "tt": "code",
    "kbd": "code",
    "samp": "code",
    "menu": "ul",
    "dir": "ul",
}

DEEPEST = 16  # containers in containers, and formats in formats; further ones leave only what they hold
PART = 2000  # pieces of output in a part
NOT_BOLD_OR_ITALIC = re.compile(r"font-(?:weight|style)\s*:\s*(?:normal|400)")  # what Google Docs wraps around a paste
UNSTORABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML or PostgreSQL cannot carry these
BLANK = " \t\n"

NUMBER = re.compile(r"[1-9][0-9]{0,4}")
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
RELATIONS = {"nofollow", "noopener", "noreferrer", "sponsored", "ugc", "external", "license", "author"}
CHOICES = {"scope": {"row", "col", "rowgroup", "colgroup"}, "dir": {"ltr", "rtl", "auto"}}


def tag(name: str, attributes: dict[str, str]) -> str:
    """Return the start tag of an allowed element with those of its attributes that may be kept."""
    kept = ((key, _attribute(key, attributes[key])) for key in ALLOWED[name] if key in attributes)
    return f"<{name}" + "".join(f' {key}="{escape(value)}"' for key, value in kept if value is not None) + ">"


def _attribute(key: str, value: str) -> str | None:
    value = UNSTORABLE.sub("", value)
    if key in ("href", "cite"):
        return link_address(value)
    if key == "src":
        return source_address(value)
    value = " ".join(value.split())
    match key:
        case "width" | "height" | "colspan" | "rowspan":
            return value if NUMBER.fullmatch(value) else None
        case "lang":
            return value if LANGUAGE.fullmatch(value) else None
        case "rel":
            return " ".join(word for word in value.lower().split() if word in RELATIONS) or None
        case "scope" | "dir":
            return value.lower() if value.lower() in CHOICES[key] else None
    return value


class _Block:
    """An element of structure that is open."""

    def __init__(self, name: str, start_tag: str):
        self.name, self.start_tag = name, start_tag
        self.written = False  # its start tag stands in the output
        self.filled = False  # text stands directly in it


class SubsetWriter:
    """Writes well-formed HTML of the subset from any order of text, start tags and end tags.

    Structure is a stack of blocks. Formats (bold, links …) are kept beside it: those in force are opened around the
    next text, inside its block. Blocks too are written only with their first content, so nothing empty appears.
    """

    def __init__(self):
        self.out: list[str] = []
        self.blocks: list[_Block] = []
        self.formats: list[tuple[str, str | None]] = []  # in force: name and start tag, None for one that shows nothing
        self.open_formats: list[tuple[str, str]] = []  # as written
        self.part_ends: list[int] = []  # where in the output it can be parted: between outermost blocks

    def parts(self) -> Iterator[list[str]]:
        """Yield what was written, all closed, in parts of some pages each well-formed by itself.

        A part is a list of pieces: tags, and text, which is escaped and so never starts with "<".
        """
        self._close_blocks(0)
        ends = [*self.part_ends, len(self.out)]
        for start, end in zip([0, *ends], ends, strict=False):
            yield self.out[start:end]

    def text(self, data: str) -> None:
        """Write text (not escaped)."""
        data = UNSTORABLE.sub("", data.replace("\r\n", "\n").replace("\r", "\n").replace("\f", " "))
        filled = bool(self.blocks) and self.blocks[-1].filled
        in_pre = self._top() == "pre"
        if in_pre and not filled:
            data = data.lstrip("\n")  # as browsers drop the first line break
        if data.strip(BLANK + "\xa0") or (data and (filled or in_pre)):
            self._inline(escape(data, quote=False))
        elif "\n" in data and self.out and (self.out[-1].startswith("</") or self.out[-1] == "<hr>"):
            self.out.append("\n")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Open the element, or whatever the subset has in its place."""
        name = RENAMED.get(name, name)
        if name in FORMATS:
            self._start_format(name, attributes)
        elif name == "img":
            image = tag("img", attributes)
            if " src=" in image:
                self._inline(image)
        elif name == "br":
            if self.blocks and self.blocks[-1].filled:
                self._inline("<br>")
        elif name == "hr":
            self._make_way_for("hr")
            self._close_formats()
            self._write_blocks()
            self.out.append("<hr>")
        elif name in ALLOWED:
            self._start_block(name, attributes)

    def end(self, name: str) -> None:
        """Close the element, if it is open."""
        name = RENAMED.get(name, name)
        if name in FORMATS:
            places = [i for i, (other, _) in enumerate(self.formats) if other == name]
            if places:
                del self.formats[places[-1]]
        elif name in ALLOWED and name not in VOID:
            barrier = {"table"} if name in TABLE_PARTS else set() if name == "table" else CELLS | {"caption"}
            place = self._nearest({name}, barrier)
            if place is not None:
                self._close_blocks(place)

    # Formats

    def _start_format(self, name: str, attributes: dict[str, str]) -> None:
        start_tag = tag(name, attributes)
        if name == "a":
            self.formats = [f for f in self.formats if f[0] != "a"]  # links do not nest
            start_tag = start_tag if " href=" in start_tag else None
        elif name in ("strong", "em") and NOT_BOLD_OR_ITALIC.search(attributes.get("style", "")):
            start_tag = None
        if len(self.formats) < DEEPEST:
            self.formats.append((name, start_tag))

    def _write_formats(self) -> None:
        wanted: dict[str, str] = {}
        for name, start_tag in self.formats:
            if start_tag is not None:
                wanted.setdefault(name, start_tag)
        same = 0
        for one, other in zip(wanted.items(), self.open_formats, strict=False):
            if one != other:
                break
            same += 1
        self._close_formats(same)
        for name, start_tag in list(wanted.items())[same:]:
            self.out.append(start_tag)
            self.open_formats.append((name, start_tag))

    def _close_formats(self, keep: int = 0) -> None:
        while len(self.open_formats) > keep:
            self.out.append(f"</{self.open_formats.pop()[0]}>")

    def _inline(self, html: str) -> None:
        """Write text or an inline element where it belongs, opening what has to be around it."""
        if self._top() in LISTS:
            self._push("li")
        elif self._top() in TABLE_FRAMES:
            self._push_cell()
        elif self._top() in (None, "blockquote"):
            self._push("p")
        self._write_blocks()
        self._write_formats()
        self.out.append(html)
        self.blocks[-1].filled = True

    # Blocks

    def _start_block(self, name: str, attributes: dict[str, str]) -> None:
        if not self._has_place(name):
            name, attributes = "p", {}
        if name == "p" and self._top() in LINES - {"p"}:
            self.text("\n")  # a paragraph in a heading or caption is part of its line
            return
        self._make_way_for(name)
        self._push(name, tag(name, attributes))
        if name in CELLS:  # an empty cell still holds its place
            self._write_blocks()

    def _has_place(self, name: str) -> bool:
        if name in TABLE_PARTS:
            return self._nearest({"table"}) is not None
        if name == "figcaption":
            return self._nearest({"figure"}, CELLS | LISTS | {"table", "li", "blockquote"}) is not None
        too_deep = sum(block.name in CONTAINERS for block in self.blocks) >= DEEPEST
        if name == "li":
            return not too_deep or self._nearest_list() is not None
        return name not in CONTAINERS or not too_deep

    def _make_way_for(self, name: str) -> None:
        """Close what cannot hold the block, and open what it needs around it."""
        if name in SECTIONS or name == "caption":
            self._close_blocks(self._nearest({"table"}) + 1)
        elif name in CELLS or name == "tr":
            self._make_way_in_table(name)
        elif name == "li" and (place := self._nearest_list()) is not None:
            self._close_blocks(place + 1)
        else:
            if self._top() in LINES:
                self._close_blocks(len(self.blocks) - 1)
            if self._top() in LISTS:
                self._push("li")
            elif self._top() in TABLE_FRAMES:
                self._push_cell()
            if name == "li":
                self._push("ul")

    def _make_way_in_table(self, name: str) -> None:
        table = self._nearest({"table"})
        section = self._nearest(SECTIONS, {"table"})
        if section is None:
            self._close_blocks(table + 1)
            self._push("tbody")
            section = table + 1
        row = self._nearest({"tr"}, {"table"})
        if name != "tr" and row is not None:
            self._close_blocks(row + 1)
            return
        self._close_blocks(section + 1)
        if name != "tr":
            self._push("tr")

    def _push_cell(self) -> None:
        self._make_way_in_table("td")
        self._push("td")

    def _push(self, name: str, start_tag: str = "") -> None:
        self.blocks.append(_Block(name, start_tag or f"<{name}>"))

    def _write_blocks(self) -> None:
        for block in self.blocks:
            if not block.written:
                self._close_formats()
                block.written = True
                self.out.append(block.start_tag)

    def _close_blocks(self, keep: int) -> None:
        """Close all but the outermost ``keep`` blocks."""
        while len(self.blocks) > keep:
            block = self.blocks.pop()
            if block.written:
                self._close_formats()
                self.out.append(f"</{block.name}>")
        if not self.blocks and len(self.out) > PART + (self.part_ends[-1] if self.part_ends else 0):
            self.part_ends.append(len(self.out))

    def _top(self) -> str | None:
        return self.blocks[-1].name if self.blocks else None

    def _nearest(self, names: set[str], barrier: set[str] = frozenset()) -> int | None:
        """Return the place in the stack of the innermost open block so named, if no barrier stands before it."""
        for place in range(len(self.blocks) - 1, -1, -1):
            if self.blocks[place].name in names:
                return place
            if self.blocks[place].name in barrier:
                return None
        return None

    def _nearest_list(self) -> int | None:
        return self._nearest(LISTS, CELLS | {"blockquote"})
