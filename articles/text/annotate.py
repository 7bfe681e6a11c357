"""Marks put into HTML by offsets of its plain text, nested as HTML must be."""

from dataclasses import dataclass

from articles.text.plain import BLOCKS, pieces

VOID = {"br", "hr", "img", "!"}


@dataclass(frozen=True)
class Mark:
    """text[start:end] between `open` and `close`.

    Where the stretch crosses the edge of an element it is marked in several parts, and those after the first open
    with `again` (such as the same element without its id). A mark of kind "link" is left out inside an existing link.
    """

    start: int
    end: int
    open: str
    close: str
    again: str | None = None
    kind: str = ""

    @property
    def further(self):
        """What opens each part after the first."""
        return self.open if self.again is None else self.again


def annotate(html, marks):
    """The HTML with the marks in it; its plain text stays the same, and it is as well-formed as before.

    Marks may lie inside each other, touch or overlap; the outer one is the one that begins first, then the longer one.
    A mark of no length marks nothing.
    """
    parts = pieces(html)
    writer = _Writer(html, sorted((mark for mark in marks if mark.start < mark.end), key=_outer_first))
    place = 0
    for part, element in zip(parts, _elements(parts), strict=True):
        if part.text:
            writer.text(part, place)
            place += len(part.text)
        elif part.tag.startswith("/"):
            writer.end_tag(part)
        else:
            writer.start_tag(part, place, element)
    return writer.finish()


def _outer_first(mark):
    return (mark.start, -mark.end)


@dataclass
class _Element:
    """Where in the plain text an element ends (None for one that is never closed), and whether a link is in it."""

    end: int | None = None
    holds_link: bool = False


def _elements(parts):
    """The _Element of each start tag, None for anything else."""
    elements, open_ones, place = [None] * len(parts), [], 0
    for number, part in enumerate(parts):
        place += len(part.text)
        if part.tag.startswith("/"):
            if open_ones:
                open_ones.pop().end = place
        elif part.tag:
            elements[number] = _Element(place if part.tag in VOID else None)
            open_ones += [] if part.tag in VOID else [elements[number]]
            if part.tag == "a":
                for element in open_ones:
                    element.holds_link = True
    return elements


class _Writer:
    """Writes the HTML anew. `active` are the marks that cover the present place, `open` those written, outer first.

    Inside an element the first `floors[-1]` of these were opened before it and stay open until after it.
    """

    def __init__(self, html, marks):
        self.html, self.waiting, self.active, self.open = html, marks[::-1], [], []
        self.out, self.copied, self.floors, self.links, self.begun = [], 0, [0], 0, set()

    def text(self, part, place):
        """Copy a stretch of text that begins at this offset of the plain text, with the marks that touch it."""
        begin, end = place, place + len(part.text)
        while place < end:
            self._enter(place)
            stop = end if part.entity else self._next_edge(place, end)
            if part.end > part.start:  # else a line break, which stands between elements
                self._copy_to(part.start if part.entity else part.start + place - begin)
                self._nest(self.active)
                self._copy_to(part.end if stop == end else part.start + stop - begin)
            place = stop
            self._leave(place)

    def start_tag(self, part, place, element):
        """Copy a start tag, inside the marks that cover its whole element and may stand around it."""
        self._enter(place)
        around = [mark for mark in self.active if self._may_stand_around(mark, part, element)]
        self._nest(around)
        self._copy_to(part.end)
        if part.tag not in VOID:
            self.floors.append(len(self.open))
            self.links += part.tag == "a"

    def _may_stand_around(self, mark, part, element):
        if part.tag in BLOCKS or element.end is None or mark.end < element.end:
            return False
        return not (mark.kind == "link" and element.holds_link)

    def end_tag(self, part):
        """Copy an end tag, the marks opened in its element closed before it."""
        self._nest([])
        self._copy_to(part.end)
        if len(self.floors) > 1:
            self.floors.pop()
        self.links -= part.tag == "/a"

    def finish(self):
        """The HTML written."""
        self._nest([])
        self._copy_to(len(self.html))
        return "".join(self.out)

    def _next_edge(self, place, end):
        edges = [mark.end for mark in self.active] + [mark.start for mark in self.waiting[-1:]]
        return min([end, *(edge for edge in edges if edge > place)])

    def _enter(self, place):
        while self.waiting and self.waiting[-1].start <= place:
            self.active.append(self.waiting.pop())

    def _leave(self, place):
        self.active = [mark for mark in self.active if mark.end > place]
        self._nest([mark for mark in self.open if mark.end > place])

    def _nest(self, wanted):
        """Close and open marks until just the wanted ones are open; those below the floor stay."""
        floor = self.floors[-1]
        inside = [mark for mark in wanted if mark not in self.open[:floor] and not (mark.kind == "link" and self.links)]
        same = floor
        while same < len(self.open) and same - floor < len(inside) and self.open[same] is inside[same - floor]:
            same += 1
        for mark in reversed(self.open[same:]):
            self.out.append(mark.close)
        for mark in inside[same - floor :]:
            self.out.append(mark.further if id(mark) in self.begun else mark.open)
            self.begun.add(id(mark))
        self.open = self.open[:floor] + inside

    def _copy_to(self, place):
        self.out.append(self.html[self.copied : place])
        self.copied = place
