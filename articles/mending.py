"""An editor mends a quote whose words moved, changed or were lost in an edit; each act is a step that can be undone."""

from itertools import pairwise

from articles.models.quote import segment
from articles.settling import NotSettled, as_step
from articles.text.anchors import SOUND, State, anchor
from articles.text.stretches import joined

SET = ("segments", "text", "position", "anchor_state", "not_verbatim")


def take_place(quote, number, span, by):
    """Anchor stretch `number` of the quote at this (start, end) of its article's text, with the words that stand there.

    Where those are other words than before, the quote now says them. Its other stretches that stand word for word take
    the places where they stand. Raises NotSettled for a place inside another
    stretch, or out of their order.
    """
    text = quote.article.body_text
    spans = [(part["start"], part["end"]) if part["state"] in SOUND else None for part in quote.segments]
    spans[number] = span
    parts = [_at(text, place) if place else part for place, part in zip(spans, quote.segments, strict=True)]
    _check_order(parts)
    words = text[slice(*span)]
    return _mended(quote, by, f"Anchored anew: “{words[:80]}”", segments=parts, text=_words(parts))


def drop(quote, number, by):
    """Leave stretch `number` out of the quote; the only one there is cannot be left out."""
    parts = [part for place, part in enumerate(quote.segments) if place != number]
    if not parts:
        raise NotSettled("It is all there is of the quote: delete the quote in the form of the article instead.")
    words = quote.segments[number]["exact"]
    return _mended(quote, by, f"Left out of the quote: “{words[:80]}”", segments=parts, text=_words(parts))


def keep(quote, reason, by):
    """Keep the quote as it is although its words do not stand in the article, for this reason."""
    if not reason.strip():
        raise NotSettled("Say why the quote is kept although its words do not stand in the article.")
    longest = quote._meta.get_field("not_verbatim").max_length
    if len(reason) > longest:
        raise NotSettled(f"A reason has at most {longest} characters; this has {len(reason)}.")
    return _mended(quote, by, f"Kept: {quote}", not_verbatim=reason.strip())


def _at(text, span):
    return segment(anchor(text, *span), State.EXACT, *span)


def _words(parts):
    return joined([part["exact"] for part in parts])


def _check_order(parts):
    spans = [(part["start"], part["end"]) for part in parts if part["start"] is not None]
    if any(before[1] > after[0] for before, after in pairwise(spans)):
        raise NotSettled("The stretches of a quote follow one another in the text; these words do not.")


def _mended(quote, by, said, **values):
    """The Step of setting these values, remembered so that each can be taken back."""
    before = {name: getattr(quote, name) for name in SET}
    for name, value in values.items():
        setattr(quote, name, value)
    quote.keep_place()
    quote.save()
    changed = [(quote, name, value) for name, value in before.items() if getattr(quote, name) != value]
    return as_step(quote.article, by, said, changed=changed)
