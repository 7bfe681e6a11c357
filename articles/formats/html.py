"""A web page or a piece of HTML: its first heading is the headline, its article the body."""

from html.parser import HTMLParser

from articles.formats.records import ArticleRecord, NotReadable, decode
from newsroom.lib.html import clean, title

# Where the story stands in a page, the surest first.
BODIES = ("article", "main", "body")
ASIDE = {"nav", "aside", "footer", "form"}


def read(data):
    """The ArticleRecord in these bytes; raises NotReadable, also when nothing but markup is in them."""
    page = decode(data)
    outline = _Outline(page)
    start, end = outline.body()
    inside_first = outline.heading_span if outline.heading_span and start <= outline.heading_span[0] < end else None
    cuts = sorted([*outline.asides, *([inside_first] if inside_first else [])])
    body = clean(_without(page, start, end, cuts))
    if not body:
        raise NotReadable("there is no text in it besides markup")
    return ArticleRecord(headline=title(outline.heading or outline.title), body=body, language=outline.language)


def _without(page, start, end, cuts):
    """page[start:end] less the stretches of `cuts`."""
    kept, place = [], start
    for cut_start, cut_end in cuts:
        if start <= cut_start and cut_start >= place and cut_end <= end:
            kept.append(page[place:cut_start])
            place = cut_end
    return "".join([*kept, page[place:end]])


class _Outline(HTMLParser):
    """Where a page's title, first h1, story and surroundings stand."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.page, self.spans, self.open = page, {}, {}
        self.heading, self.heading_span, self.title, self.language = "", None, "", ""
        self.asides, self._aside, self._collecting = [], [], None
        # HTMLParser tells places by line, counting "\\n" alone.
        self._line_starts = [0, *(place + 1 for place, char in enumerate(page) if char == "\n")]
        self.feed(page)
        self.close()

    @property
    def place(self):
        line, column = self.getpos()
        return self._line_starts[line - 1] + column

    def body(self):
        """The story's stretch: inside the first article, main or body element, else everything."""
        for tag in BODIES:
            if tag in self.spans:
                return self.spans[tag]
            if tag in self.open:
                return self.open[tag], len(self.page)
        return 0, len(self.page)

    def handle_starttag(self, tag, attrs):
        after = self.place + len(self.get_starttag_text())
        if tag == "html":
            self.language = dict(attrs).get("lang") or ""
        if tag in BODIES and tag not in self.spans:
            self.open.setdefault(tag, after)
        if tag in ASIDE:
            self._aside.append((tag, self.place))
        if tag == "h1" and not self.heading_span:
            self.heading_span = (self.place, len(self.page))
            self._collecting = "heading"
        elif tag == "title" and not self.title:
            self._collecting = "title"

    def handle_endtag(self, tag):
        if tag in BODIES and tag in self.open and tag not in self.spans:
            self.spans[tag] = (self.open[tag], self.place)
        if tag in ASIDE and self._aside and self._aside[-1][0] == tag:
            _, start = self._aside.pop()
            if not self._aside:
                self.asides.append((start, self.page.find(">", self.place) + 1))
        if tag == "h1" and self._collecting == "heading":
            self.heading_span = (self.heading_span[0], self.page.find(">", self.place) + 1)
        if tag in {"h1", "title"}:
            self._collecting = None

    def handle_data(self, data):
        if self._collecting:
            setattr(self, self._collecting, getattr(self, self._collecting) + data)
