"""Runs of words with capitals, cut into what they name: a person with a title, an organisation, a place."""

import itertools
from dataclasses import dataclass

from articles.text import words as w
from articles.text.bodies import BODY_WORDS, NOT_BODIES, WELL_KNOWN
from articles.text.given_names import GIVEN
from articles.text.lists import listed
from articles.text.offices import COURTESY, RANKS, TITLE_WORDS
from articles.text.places import ADJECTIVES, PLACES
from articles.text.tokens import Token

_PARTICLES = listed("de van von der den bin ibn al el la le del della di da dos du ben ter ten")
SUFFIXES = listed("jr jr. sr sr. ii iii iv ,")
_TITLES = TITLE_WORDS | RANKS | COURTESY
_NO_NAME = w.DATES | listed("christmas easter ramadan god internet english olympics olympic games brexit covid-19")


@dataclass(slots=True)
class Run:
    """Tokens first to last, last left out; name_from splits a title in front of a person's name from it."""

    tokens: list[Token]
    first: int
    last: int
    name_from: int

    @property
    def words(self) -> list[Token]:
        """The name without its title."""
        return self.tokens[self.name_from : self.last]

    @property
    def title(self) -> list[Token]:
        """The title before the name, if any."""
        return self.tokens[self.first : self.name_from]

    @property
    def start(self) -> int:
        return self.tokens[self.name_from].start

    @property
    def end(self) -> int:
        return self.tokens[self.last - 1].end


def runs(tokens: list[Token]) -> list[Run]:
    """The runs of capitalised words in a sentence, in order, each with the title before the name told apart."""
    found = []
    place = 0
    while place < len(tokens):
        if tokens[place].tag != w.NAME or tokens[place].low in _NO_NAME or tokens[place].text[0] in "@#":
            place += 1
            continue
        last = _run_end(tokens, place)
        found.append(Run(tokens, place, last, _name_from(tokens, place, last)))
        place = last
    return found


def _run_end(tokens: list[Token], first: int) -> int:
    last = first + 1
    while last < len(tokens):
        token = tokens[last]
        following = tokens[last + 1] if last + 1 < len(tokens) else None
        if (token.tag == w.NAME and token.text[0] not in "@#" and token.low not in _NO_NAME) or (
            token.tag == w.ADJECTIVE and token.text[0].isupper()
        ):
            last += 1
        elif (
            (token.low in _PARTICLES and following is not None and following.tag == w.NAME)
            or (token.text == "," and following is not None and following.low in SUFFIXES)
            or (token.text == "&" and following is not None and following.tag == w.NAME)
        ):
            last += 2
        elif link := _link(tokens, first, last):
            last += link
        else:
            break
    return last


def _link(tokens: list[Token], first: int, last: int) -> int:
    """How many words join an office or a body to what follows: Secretary of the Army, Security and Defence Council."""
    before, link = tokens[last - 1].low, tokens[last].low
    following = list(tokens[last + 1 : last + 6])
    if link in {"of", "for"} and (before in TITLE_WORDS or before in BODY_WORDS or before == "house"):
        step = 2 if following and following[0].low == "the" else 1
        if len(following) >= step and following[step - 1].tag == w.NAME:
            return step + 1
    if link == "and" and before not in BODY_WORDS and tokens[first].low not in GIVEN:
        names = 0
        while names < len(following) and following[names].tag == w.NAME:
            names += 1
        if names >= 1 and following[names - 1].low in BODY_WORDS and following[0].low not in _TITLES | GIVEN:
            return names + 1
    return 0


def _name_from(tokens: list[Token], first: int, last: int) -> int:
    """Where the person's name begins behind titles, adjectives of countries and the like."""
    start = first
    for place in range(first, last - 1):
        if _is_title(tokens[place].low):
            start = place + 1
    if start < last and tokens[start].low in {"of", "for"}:
        return _after_office(tokens, start, last)
    return start


def _is_title(low: str) -> bool:
    return low in _TITLES or low.rstrip(".") in COURTESY or ("-" in low and low.rsplit("-", 1)[1] in TITLE_WORDS)


def _after_office(tokens: list[Token], start: int, last: int) -> int:
    """In "Secretary of the Army Jane Roe" the last two words are the name, or more when a given name stands earlier."""
    complement = start + (2 if tokens[start + 1].low == "the" else 1)
    for place in range(complement + 1, last - 1):
        if tokens[place].low in GIVEN and tokens[place - 1].low not in {"of", "the", "and", "for"}:
            return place
    body_ends = tokens[last - 1].low in BODY_WORDS or "and" in (token.low for token in tokens[complement:last])
    return last - 2 if last - complement >= 3 and not body_ends else last


def is_place(words: list[Token]) -> bool:
    """Whether the words name a country, a region or a city, alone or as an adjective."""
    low = " ".join(token.low for token in words)
    return low in PLACES or low in ADJECTIVES or low.rstrip(".") in PLACES


def is_body(words: list[Token]) -> bool:
    """Whether the words look like the name of an organisation."""
    if not words:
        return False
    low = " ".join(token.low for token in words)
    if low in WELL_KNOWN or low.removeprefix("the ") in WELL_KNOWN:
        return True
    if len(words) == 1:
        return _is_acronym(words[0].text)
    lows = [token.low.rstrip(".") for token in words]
    return bool(
        lows[-1] in BODY_WORDS or any(a in BODY_WORDS and b in {"of", "for"} for a, b in itertools.pairwise(lows))
    )


def _is_acronym(text: str) -> bool:
    letters = text.replace(".", "").replace("-", "")
    return (
        3 <= len(letters) <= 6
        and letters.isalpha()
        and letters.isupper()
        and text.lower() not in NOT_BODIES
        and letters.lower() not in NOT_BODIES
    )


def may_be_person(words: list[Token]) -> bool:
    """Whether two to five words may be a person's name, by their form alone."""
    if not 2 <= len(words) <= 5 or is_body(words) or is_place(words):
        return False
    for token in words:
        low = token.low
        if (
            low in BODY_WORDS
            or low in ADJECTIVES
            or low in _TITLES
            or low in {"of", "the", "and", "for", "&"}
            or token.text[0].isdigit()
        ):
            return False
        if token.text.isupper() and len(token.text) > 3 and "." not in token.text:
            return False
    return words[0].low not in PLACES or words[0].low in GIVEN
