"""Quotes whose words moved, changed or were lost in an edit, the old and the new words side by side."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from django.utils.html import format_html, format_html_join

from articles.models import Quote
from articles.models.quote import AnchorState

from .anchors import badge

AROUND = 60  # characters of the text shown on either side


@dataclass
class Stretch:
    """Stretch `number` of a quote as it stood and as it stands; `now` is empty where it is lost."""

    quote: Quote
    number: int
    state: str
    before: str
    now: str = ""

    @property
    def is_only(self):
        """Whether the quote has no other stretch."""
        return len(self.quote.segments) == 1

    @property
    def is_open(self):
        """Whether an editor has still to see to it."""
        return not self.quote.not_verbatim

    @property
    def take(self):
        """What taking the place where it now stands is called; empty where there is none."""
        if not self.now:
            return ""
        same = self.quote.segments[self.number]["state"] == AnchorState.MOVED
        return "Take this place" if same else "Take the new words"


def not_as_before(article):
    """The Stretches of the article's quotes that no longer stand exactly as they did, in the order of the text."""
    return [
        _stretch(quote, number, part, article.body_text)
        for quote in article.quotes.all()
        for number, part in enumerate(quote.segments)
        if part["state"] != AnchorState.EXACT
    ]


def _stretch(quote, number, part, text):
    start, end = part["start"], part["end"]
    if start is None:
        return Stretch(quote, number, badge(part["state"]), format_html("<del>{}</del>", part["exact"]))
    before, now = compared(part["exact"], text[start:end])
    around = "{}<mark>{}</mark>{}"
    return Stretch(
        quote,
        number,
        badge(part["state"]),
        format_html(around, part["prefix"][-AROUND:], before, part["suffix"][:AROUND]),
        format_html(around, text[max(0, start - AROUND) : start], now, text[end : end + AROUND]),
    )


def compared(old, new):
    """Both texts as HTML, word by word: what went is in <del> in the first, what came in <ins> in the second."""
    before, after = old.split(), new.split()
    went, came = [], []
    for what, start, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        tags = ("del", "ins") if what != "equal" else ("span", "span")
        went.append((tags[0], " ".join(before[start:end])))
        came.append((tags[1], " ".join(after[first:last])))
    return tuple(format_html_join(" ", "<{0}>{1}</{0}>", [part for part in parts if part[1]]) for parts in (went, came))
