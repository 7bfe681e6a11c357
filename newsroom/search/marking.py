"""The words asked for, marked in what was found, and the passage around them."""

import re
import unicodedata
from itertools import islice

from django.utils.html import format_html, format_html_join

from newsroom.lib.letters import APOSTROPHES
from people.words import words_of

# A stretch of text without spaces and hyphens; a finer cut follows where it is more than one word.
_STRETCH = re.compile(r"[^\s\-\u2010-\u2015]+")
# Of more places than these a passage is not chosen; the best one stands near the beginning.
MOST_PLACES = 60
_EDGES = APOSTROPHES + "\u201c\u201d\u201e\u00ab\u00bb"


def mark(text, terms):
    """The text as HTML with every word in `<mark>` that answers the terms."""
    pieces, end = [], 0
    for start, stop in places(text, terms):
        pieces += [(text[end:start],), (format_html("<mark>{}</mark>", text[start:stop]),)]
        end = stop
    return format_html_join("", "{}", [*pieces, (text[end:],)])


def passage(text, terms, length=220):
    """About `length` characters of `text` where most of the words asked for stand together, cut between words."""
    start = _start(text, terms, length)
    end = min(len(text), start + length)
    if start:
        start = text.find(" ", start) + 1 or start
    if end < len(text):
        end = max(text.rfind(" ", start, end), start + length // 2)
    return f"{'… ' if start else ''}{text[start:end].strip()}{' …' if end < len(text) else ''}"


def places(text, terms):
    """Where words that answer stand in `text`: (start, end) pairs in order, without overlap."""
    return [(start, end) for start, end, _ in _found(text, terms)]


def _start(text, terms, length):
    """Where to cut in: a little before the stretch of `length` with the most different words asked for."""
    found = list(islice(_found(text, terms), MOST_PLACES))
    if not found:
        return 0
    best = max(
        found,
        key=lambda first: (
            len({number for start, end, number in found if first[0] <= start and end <= first[0] + length * 2 // 3}),
            -first[0],
        ),
    )
    return max(0, best[0] - length // 3)


def _found(text, terms):
    """Every (start, end, number of the word asked for) in order."""
    for match in _STRETCH.finditer(text):
        stretch = match[0]
        if stretch not in terms.met:
            terms.met[stretch] = _answering(stretch, terms)
        for start, end, number in terms.met[stretch]:
            yield match.start() + start, match.start() + end, number


def _answering(stretch, terms):
    found = []
    for start, end in _pieces(stretch):
        answers = [answer for answer in map(terms.answer, words_of(stretch[start:end])) if answer]
        if answers:
            found.append((start, end, answers[0][0]))
    return found


def _pieces(stretch):
    """Every (start, end) that may be a word: what stands between signs that are no letters."""
    if stretch.isalnum():
        yield 0, len(stretch)
        return
    start = None
    for at, char in enumerate(stretch):
        inside = unicodedata.category(char)[0] in "LNM" or char in APOSTROPHES
        if inside and start is None:
            start = at
        elif not inside and start is not None and unicodedata.category(char) != "Cf":
            yield from _trimmed(stretch, start, at)
            start = None
    if start is not None:
        yield from _trimmed(stretch, start, len(stretch))


def _trimmed(text, start, end):
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    if start < end:
        yield start, end
