"""An article's reading kept while an editor settles it: the text stays the same, what the newsroom knows grows."""

import hashlib
from dataclasses import fields, is_dataclass

from django.core.cache import cache

from articles.reading import read_text
from articles.suggestions import known_names, suggest
from articles.text import findings

KEPT = 24 * 3600  # seconds
# What a reading is made of: one kept by an earlier version of the code is not taken up again.
SHAPE = [(name, [field.name for field in fields(one)]) for name, one in vars(findings).items() if is_dataclass(one)]


def digest(article):
    """What tells one text of the article from another."""
    return hashlib.sha256(f"{article.day}\n{article.body_text}".encode()).hexdigest()[:32]


def read_anew(article):
    """The Suggestions of a new reading, which `read_before` gives from then on."""
    reading = read_text(article.body_text, known_names(article.body_text), dated=article.day)
    cache.set(_key(article), reading, KEPT)
    return suggest(article, reading=reading)


def read_before(article):
    """The Suggestions of the last reading of this very text with what is known and settled now."""
    reading = cache.get(_key(article))
    return suggest(article, reading=reading) if reading else read_anew(article)


def _key(article):
    shape = hashlib.sha256(repr(SHAPE).encode()).hexdigest()[:8]
    return f"reading:{shape}:{article.pk}:{digest(article)}"
