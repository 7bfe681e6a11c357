"""A body as its page shows it: people and organisations linked where they are first named, quotes marked, and beside
each paragraph who said what in it.
"""

import re

from django.template.loader import render_to_string
from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe

from articles.text.anchors import SOUND
from articles.text.annotate import VOID, Mark, annotate
from articles.text.plain import paragraph_around, pieces

# No link is put into these.
CLOSED = {"h2", "h3", "h4", "a", "caption", "figcaption"}


def body(article, quotes, namings, links=True):
    """The article's body as safe HTML; `namings` as `first_namings` gives them.

    The quotes come with their shown speakers and roles then. Without `links` nothing leads to the quotes' own pages.
    """
    marks = [mark for quote in quotes for mark in quote_marks(quote)] + [name_mark(*naming) for naming in namings]
    blocks = top_blocks(annotate(article.body, marks))
    return mark_safe("".join(with_notes(block, quotes, links) for block in blocks))  # noqa: S308, cleaned when saved


def passage(quote):
    """The paragraphs in which the quote stands, as safe HTML with its words marked; "" when it is lost."""
    text, found = quote.article.body_text, anchored(quote)
    around = dict.fromkeys(paragraph_around(text, part["start"], part["end"]) for part in found)
    return mark_safe("".join(_marked(text, found, *place) for place in around))  # noqa: S308, escaped there


def _marked(text, found, start, end):
    """The lines of text[start:end] as paragraphs, with the segments that begin in them marked."""
    lines = "".join(f"<p>{escape(line)}</p>" for line in text[start:end].split("\n"))
    inside = [part for part in found if start <= part["start"] < end]
    return annotate(lines, [Mark(part["start"] - start, part["end"] - start, "<mark>", "</mark>") for part in inside])


def first_namings(article, mentions):
    """Where each mentioned person or organisation is first named in the running text: (start, end, mention), in order.

    A name that stands inside a longer one is not taken for itself, nor one that two mentions share.
    """
    owners = {}
    for mention in mentions:
        for name in filter(None, mention.names):
            owners[name] = mention if owners.get(name, mention) is mention else None
    if not owners:
        return []
    longest_first = "|".join(re.escape(name) for name in sorted(owners, key=len, reverse=True))
    closed = closed_stretches(article.body)
    found = {}
    for match in re.finditer(rf"(?<!\w)(?:{longest_first})(?!\w)", article.body_text):
        mention = owners[match[0]]
        if mention and not any(start < match.end() and match.start() < end for start, end in closed):
            found.setdefault(mention.pk, (match.start(), match.end(), mention))
    return list(found.values())


def closed_stretches(html):
    """The (start, end) stretches of its plain text that stand in headings, captions and links."""
    stretches, place, opened = [], 0, []
    for piece in pieces(html):
        place += len(piece.text)
        if piece.tag in CLOSED:
            opened.append(place)
        elif piece.tag.startswith("/") and piece.tag[1:] in CLOSED:
            stretches.append((opened.pop(), place))
    return stretches


def quote_marks(quote):
    """A mark for each stretch of the quote that stands in the text; the first one carries its id."""
    tags = [opening(quote)] + ['<mark class="words">'] * len(quote.segments)
    return [
        Mark(part["start"], part["end"], tag, "</mark>", again='<mark class="words">')
        for part, tag in zip(anchored(quote), tags, strict=False)
    ]


def opening(quote):
    """The tag that opens the quote; its text cannot occur in an article's own words, where "<" is escaped."""
    return f'<mark class="words" id="quote-{quote.pk}">'


def anchored(quote):
    """The segments that stand in the text word for word; where the words changed they may be somebody else's by now."""
    return [part for part in quote.segments if part["state"] in SOUND]


def name_mark(start, end, mention):
    """A link from a name to its page; no link where readers may not see that."""
    noun = mention.shown_person or mention.shown_organisation
    link = format_html('<a href="{}">', noun.get_absolute_url()) if noun else ""
    return Mark(start, end, link, "</a>" if noun else "", kind="link")


def top_blocks(html):
    """The HTML cut after each element that stands in no other."""
    blocks, begin, depth = [], 0, 0
    for piece in pieces(html):
        if piece.tag and piece.tag not in VOID:
            depth += -1 if piece.tag.startswith("/") else 1
        if piece.tag and depth == 0:
            blocks.append(html[begin : piece.end])
            begin = piece.end
    return [*blocks, html[begin:]]


def with_notes(block, quotes, links):
    """The block, with who said the quotes that begin in it beside it."""
    said = [quote for quote in quotes if opening(quote) in block]
    if not said:
        return block
    notes = render_to_string("articles/_said.html", {"quotes": said, "links": links})
    return f'<div class="with-notes">{block}{notes}</div>'
