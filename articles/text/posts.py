"""Whether two titles of one person word the same post: "US President", "President of the United States"."""

import re
from functools import cache
from typing import NamedTuple

from articles.text.english.countries import country
from articles.text.english.lists import listed
from articles.text.english.offices import IN_FULL
from articles.text.english.places import ADJECTIVES, PLACES
from people.names import fold

_POSSESSIVE = re.compile(r"[’']s\b")
_COUNTED = re.compile(r"\d+(?:st|nd|rd|th)")
# What stands between an office and what it is of.
_OF = listed("of for at to in with on from")
# What makes no other post of one.
_IDLE = listed("the a an and current present sitting incumbent serving longtime")
_LONGEST_PLACE = 4  # words


class Post(NamedTuple):
    """A post as words: the office itself, and of what it is as far as the title and the organisation tell."""

    office: tuple[str, ...]
    whole: frozenset[str]

    def is_same(self, other: "Post") -> bool:
        """Whether one person who holds both holds one post: the same office, of the same or worded less fully."""
        if not self.office or self.office != other.office:
            return self == other
        return self.whole <= other.whole or other.whole <= self.whole


def post(title: str, organisation: str = "") -> Post:
    """The post that a title words, held at an organisation of that name.

    Places stand for themselves in front of an office and behind it, adjectives for their country: "Ukrainian
    president". Other words in front make another office: "vice president", "foreign minister".
    """
    words, held_at = _words(title), _words(organisation)
    end = next((place for place, word in enumerate(words) if word in _OF), len(words))
    office = tuple(word for word in words[:end] if word not in held_at and not _is_place(word))
    return Post(office, frozenset([*words, *held_at]) - {*office} - _OF)


def _words(text: str) -> list[str]:
    """The words of a text in the form in which they are compared, the name of a place as one word."""
    found, words = [], fold(_POSSESSIVE.sub("", text)).replace(",", " ").split()
    while words:
        length = next((size for size in range(_LONGEST_PLACE, 1, -1) if " ".join(words[:size]) in _places()), 1)
        found.append(" ".join(words[:length]))
        words = words[length:]
    found = [IN_FULL.get(word, word) for word in found]
    return [country(word) or word for word in found if word not in _IDLE and not _COUNTED.fullmatch(word)]


def _is_place(word: str) -> bool:
    return word in _places() or word in ADJECTIVES


@cache
def _places() -> frozenset[str]:
    """The names of places in the form in which words are compared, those of countries as `country` gives them too."""
    return frozenset({fold(name) for name in PLACES} | {country(name) or name for name in PLACES})
