"""Slugs: the readable part of an address, in the script of its text."""

import re
import unicodedata
from collections.abc import Callable
from itertools import count

from newsroom.lib.letters import plain, without_apostrophes

MAX_LENGTH = 80

# Dots and quotation marks vanish ("U.S." -> "us"), as do vowel signs, which no path segment of `[-\w]+` can hold.
_VANISHING = re.compile(r"[.\"“”„«»…]")
_SEPARATING = re.compile(r"[\W_]+")


def slugify(text: str, fallback: str = "") -> str:
    """The text as one path segment: small letters and digits, single hyphens between words, at most 80 characters.

    Accents of Latin letters are dropped and letters such as "ø" replaced; other scripts stay as they are. Where
    nothing is left the answer is `fallback`; a slug of digits alone, which reads as a number, gets it in front.
    """
    words = _VANISHING.sub("", without_apostrophes(plain(without_apostrophes(text))))
    words = "".join(char for char in words if not unicodedata.category(char).startswith("M"))
    slug = _cut(_SEPARATING.sub("-", words).strip("-"))
    if fallback and (not slug or slug.isdecimal()):
        return _cut(f"{fallback}-{slug}".strip("-"))
    return slug


def _cut(slug: str) -> str:
    """At most 80 characters, cut between words unless that would lose more than half of them."""
    if len(slug) <= MAX_LENGTH:
        return slug
    whole_words = slug[: MAX_LENGTH + 1].rpartition("-")[0]
    return whole_words if len(whole_words) > MAX_LENGTH // 2 else slug[:MAX_LENGTH].rstrip("-")


def unused(slug: str, taken: Callable[[str], bool]) -> str:
    """The first of slug, slug-2, slug-3 … that is not taken, none longer than 80 characters."""
    if not taken(slug):
        return slug
    for number in count(2):
        ending = f"-{number}"
        candidate = slug[: MAX_LENGTH - len(ending)].rstrip("-") + ending
        if not taken(candidate):
            return candidate
