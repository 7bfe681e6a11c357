"""Runs of words with capitals, cut into what they name: a person with a title, an organisation, a place."""

import itertools
import re

from articles.text.english import words as w
from articles.text.english.bodies import BODY_WORDS, NOT_BODIES, WELL_KNOWN
from articles.text.english.given_names import GIVEN
from articles.text.english.lists import listed
from articles.text.english.nouns import NAMED_THINGS
from articles.text.english.offices import COURTESY, PEOPLE_NOUNS, PORTFOLIOS, RANKS, TITLE_WORDS
from articles.text.english.places import ADJECTIVES, COMPASS, KINDS_AFTER, KINDS_OF, PLACES
from articles.text.tokens import Token

_PARTICLES = listed("de van von der den bin ibn al el la le del della di da dos du ben ter ten")
_GENERATIONS = listed("jr sr ii iii iv")
SUFFIXES = _GENERATIONS | {"jr.", "sr.", ","}
_LINKS = {"of", "the", "and", "for", "&"}
_JOINING = {"of", "for", "to", "and"}
_TITLES = TITLE_WORDS | RANKS | COURTESY
_SITE = re.compile(r"\w\.(?:com|org|net|co|uk|ca|gov|edu|info|tv|au|de|fr)\b", re.IGNORECASE)
_SEAT = re.compile(r"[A-Z]-[A-Z]")  # D-Ohio
_CAPTIONS = {"image", "images", "photo", "photos", "picture", "file", "credit", "video", "source"}
_NO_NAME = w.DATES | listed("christmas easter ramadan god internet english olympics olympic games brexit covid-19")


class Run:
    """Tokens first to last, last left out; name_from splits a title in front of a person's name from it."""

    __slots__ = ("end", "first", "last", "name_from", "tokens", "words")

    def __init__(self, tokens: list[Token], first: int, last: int, name_from: int):
        self.tokens = tokens
        self.first = first
        self.last = last
        self.name_from = name_from
        self.words = tokens[name_from:last]  # the name without its title
        self.end = tokens[last - 1].end

    @property
    def title(self) -> list[Token]:
        """The title before the name, if any."""
        return self.tokens[self.first : self.name_from]

    @property
    def start(self) -> int:
        return self.tokens[self.name_from].start


def runs(tokens: list[Token]) -> list[Run]:
    """The runs of capitalised words in a sentence, in order, each with the title before the name told apart."""
    found = []
    last = 0
    for place in [place for place, token in enumerate(tokens) if token.tag == w.NAME]:
        if place >= last and _may_stand_in_run(tokens, place):
            last = _run_end(tokens, place)
            found.append(Run(tokens, place, last, _name_from(tokens, place, last)))
    return found


def _may_stand_in_run(tokens: list[Token], place: int) -> bool:
    """Handles, titles in marks, addresses of sites and the "Image:" of a caption are no part of a name."""
    token = tokens[place]
    text = token.text
    if token.low in _NO_NAME or text[0] in "@#" or " " in text:
        return False
    if ("." in text and _SITE.search(text)) or ("-" in text and _SEAT.match(text)):
        return False
    return not (token.low in _CAPTIONS and place + 1 < len(tokens) and tokens[place + 1].text in {":", "/"})


def _run_end(tokens: list[Token], first: int) -> int:
    last = first + 1
    while last < len(tokens):
        step = _step(tokens, last) or _link(tokens, first, last)
        if not step:
            break
        last += step
    return last


def _step(tokens: list[Token], place: int) -> int:
    """How many words carry a name on: one more, a particle with the next, a comma with Jr."""
    token = tokens[place]
    is_name = token.tag == w.NAME or (token.tag == w.ADJECTIVE and token.text[0].isupper())
    if is_name:
        return 1 if _may_stand_in_run(tokens, place) else 0
    if place + 1 == len(tokens):
        return 0
    following = tokens[place + 1]
    if token.text == ",":
        return 2 if following.low.rstrip(".") in _GENERATIONS else 0
    if token.low in _PARTICLES:
        rest = _step(tokens, place + 1)
        return rest + 1 if rest else 0
    return 2 if following.tag == w.NAME and token.text == "&" else 0


def _link(tokens: list[Token], first: int, last: int) -> int:
    """How many words join an office or a body to what follows: Secretary of the Army, Security and Defence Council."""
    before, link = tokens[last - 1].low, tokens[last].low
    if link not in _JOINING:
        return 0
    following = tokens[last + 1 : last + 6]
    if link == "of" and before in KINDS_OF and following and following[0].tag == w.NAME:  # the City of Springfield
        return 2
    holds = before in TITLE_WORDS or before in BODY_WORDS or before == "house"
    if (link in {"of", "for"} and holds) or (link == "to" and before in {"ambassador", "envoy", "adviser", "advisor"}):
        step = 2 if following and following[0].low == "the" else 1
        if len(following) >= step and following[step - 1].tag == w.NAME:
            return step + 1
    person = any(token.low in GIVEN for token in tokens[first:last])
    if link == "and" and before not in BODY_WORDS and not person:
        names = 0
        while names < len(following) and following[names].tag == w.NAME:
            names += 1
        governs = any(token.low == "of" for token in tokens[first:last])
        if (
            names >= (1 if governs else 2)
            and following[names - 1].low in BODY_WORDS
            and following[0].low not in _TITLES
            and following[0].low not in GIVEN
        ):
            return names + 1
    return 0


def _name_from(tokens: list[Token], first: int, last: int) -> int:
    """Where the person's name begins behind titles, adjectives of countries and the like."""
    start = first
    for place in range(first, last - 1):
        if _is_title(tokens[place].low) and not (tokens[place].low in GIVEN and last - place == 2):  # Dean Kamen
            start = place + 1
    if start < last and tokens[start].low in {"of", "for", "to"}:
        return _after_office(tokens, start, last)
    if start == first and last - first > 2 and tokens[first + 1].low in GIVEN and _describes(tokens[first]):
        return first + 1
    return start


def _describes(token: Token) -> bool:
    """Scientologist Jane Roe, American John Doe."""
    return token.low not in GIVEN and (token.low in ADJECTIVES or token.low.endswith(("ist", "ian", "star", "man")))


def _is_title(low: str) -> bool:
    return low in _TITLES or low.rstrip(".") in COURTESY or ("-" in low and low.rsplit("-", 1)[1] in TITLE_WORDS)


def _after_office(tokens: list[Token], start: int, last: int) -> int:
    """In "Secretary of the Army Jane Roe" the name begins at a given name, or behind what can be governed."""
    begin = start + (2 if tokens[start + 1].low == "the" else 1)
    for place in range(begin + 1, last - 1):
        joined = tokens[place - 1].low in _LINKS or tokens[place].low in _LINKS
        if tokens[place].low in GIVEN and not joined:
            return place
        governed = " ".join(token.low for token in tokens[begin:place])
        if not joined and (governed in PLACES or governed in PORTFOLIOS or tokens[place - 1].low in BODY_WORDS):
            return place
    return last


def _low(words: list[Token]) -> str:
    """The words in lower case, with a space between them."""
    return words[0].low if len(words) == 1 else " ".join([token.low for token in words])


def is_place(words: list[Token]) -> bool:
    """Whether the words name a country, a region or a city, alone or as an adjective."""
    low = _low(words)
    if len(words) > 1 and _tells_its_kind(words):
        return True
    if len(words) > 1 and words[0].low in COMPASS:
        return low in PLACES or is_place(words[1:])
    return low in PLACES or low in ADJECTIVES or low.rstrip(".") in PLACES


def is_country_or_town(words: list[Token]) -> bool:
    """Whether the words name a place itself, not only something of it, as "French" does."""
    if _low(words) in PLACES:
        return True
    if len(words) == 1:
        return False
    return _tells_its_kind(words) or (words[0].low in COMPASS and is_country_or_town(words[1:]))


def _tells_its_kind(words: list[Token]) -> bool:
    """Clark County, the City of Clark: a name of several words that says which kind of place it is."""
    return words[-1].low in KINDS_AFTER or (words[0].low in KINDS_OF and words[1].low == "of")


def is_body(words: list[Token]) -> bool:
    """Whether the words look like the name of an organisation."""
    if not words:
        return False
    low = _low(words)
    if low in WELL_KNOWN or low.removeprefix("the ") in WELL_KNOWN:
        return True
    if len(words) == 1:
        return _is_acronym(words[0].text)
    lows = [token.low.rstrip(".") for token in words]
    if lows[-1] in BODY_WORDS:
        return True
    linked = "of" in lows or "for" in lows
    return linked and any(a in BODY_WORDS and b in {"of", "for"} for a, b in itertools.pairwise(lows))


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
    if any(_never_in_names(token) for token in words) or words[0].low in WELL_KNOWN or _is_acronym(words[0].text):
        return False
    last = words[-1].text
    if last.isupper() and len(last) > 1 and words[-1].low not in SUFFIXES:
        return False
    return words[0].low not in PLACES or words[0].low in GIVEN


def _never_in_names(token: Token) -> bool:
    low = token.low
    if (
        low in BODY_WORDS
        or low in NAMED_THINGS
        or low in ADJECTIVES
        or low in PEOPLE_NOUNS
        or low in _LINKS
        or token.text[0].isdigit()
    ):
        return True
    if low in _TITLES and low not in GIVEN and low not in SUFFIXES:
        return True
    return token.text.isupper() and len(token.text) > 3 and "." not in token.text
