"""Where the words an editor gives for a quote stand in the article."""

from articles.text import anchors

MARKS = "“”„‟\"«»‹›‘’‚'"


class NotFoundError(ValueError):
    """A stretch of words that does not stand in the article; says which."""


def spans_of(text, stretches, near=0):
    """The (start, end) of each stretch in the article's plain text `text`, one after the other.

    Looked for from `near` on first, then from the beginning; quotation marks around a stretch do not count. Raises
    NotFoundError naming the first stretch that does not stand there after the one before.
    """
    spans = _from(text, stretches, near) if near else None
    return spans or _from(text, stretches, 0, strict=True)


def _from(text, stretches, start, strict=False):
    """The spans from `start` on; None, or NotFoundError when `strict`, where one is missing."""
    spans = []
    for stretch in stretches:
        span = _place(text, stretch, start)
        if span is None:
            if strict:
                after = " after the words before it" if spans else ""
                raise NotFoundError(
                    f"“{stretch}” does not stand in the article{after}. Give the words exactly as printed."
                )
            return None
        spans.append(span)
        start = span[1]
    return spans


def _place(text, stretch, start):
    """The first place of the stretch at or after `start`, letter for letter or else by the same words; None without."""
    for words in (stretch, stretch.strip(MARKS + " ")):
        if words and (at := text.find(words, start)) >= 0:
            return at, at + len(words)
    return next((place for place in anchors.places(text, stretch.strip(MARKS + " ")) if place[0] >= start), None)
