"""How the desk shows whether a quote's words still stand in its article."""

from django.utils.html import format_html, format_html_join
from django.utils.text import Truncator

from articles.models.quote import AnchorState


def badge(state):
    """The state of an anchor as a word with its meaning."""
    if not state:
        return format_html('<span class="anchor">not anchored</span>')
    known = AnchorState(state)
    return format_html('<span class="anchor anchor-{}" title="{}">{}</span>', state, known.meaning, known.label)


def account(quote):
    """Each stretch with its state; where it changed, the old words beside those that now stand in the article."""
    return format_html_join("", '<div class="stretch">{}{}</div>', map(_stretch, [quote] * 99, quote.segments)) or "–"


def _stretch(quote, part):
    if part["state"] != AnchorState.CHANGED or part["start"] is None:
        words, meaning = Truncator(part["exact"]).words(10, "…"), AnchorState(part["state"]).meaning
        return badge(part["state"]), format_html(" <span>“{}” {}</span>", words, meaning)
    now = quote.article.body_text[part["start"] : part["end"]]
    return badge(part["state"]), format_html(" <del>{}</del> <ins>{}</ins>", part["exact"], now)
