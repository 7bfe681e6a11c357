"""What the words around a name tell of it: whether it acts, is a subject, or may be a family name."""

import re

from articles.text.english import words as w
from articles.text.english.bodies import BODY_WORDS
from articles.text.english.nouns import NAMED_THINGS, PLACE_NOUNS
from articles.text.english.offices import COURTESY, PEOPLE_NOUNS, is_office
from articles.text.english.places import COMPASS
from articles.text.names import family_stands_first
from articles.text.runs import Run, is_body, is_country_or_town, is_place
from articles.text.tokens import Token
from people.names import FIRST_FAMILY_NAMES

_EAST_ASIAN = re.compile(r"[A-Z][a-z]+-[a-z]+")
_EAST_ASIAN_PAIR = re.compile(r"[A-Z][a-z]{1,5}-[A-Z][a-z]{1,5}")
_AGE = re.compile(r"[1-9]\d")
_VERBS = {w.AUXILIARY, w.CUE, w.VERB}
_PRONOUNS = {"he", "him", "his", "himself", "she", "her", "hers", "herself"}
_WHERE = {"in", "near", "outside", "inside", "across", "throughout"}
_BEFORE_OBJECT = {w.PREPOSITION, w.TO, w.VERB, w.CUE, w.POSSESSIVE}


def acts(run: Run) -> bool:
    """Whether a verb of saying or doing follows the name."""
    return run.last < len(run.tokens) and run.tokens[run.last].tag in _VERBS


def is_told_as_person(run: Run) -> bool:
    """Jane Roe, who came; Jane Roe, 34, came; Wu Chi-wai: what only people are told with or called."""
    if len(run.words) == 2 and _is_east_asian(*run.words):
        return True
    if len(run.words) == 3 and family_stands_first([token.text for token in run.words]):  # Kim Jong Un
        return True
    following = run.tokens[run.last : run.last + 3]
    if following and following[0].text == ",":
        following = following[1:]
        if len(following) == 2 and _AGE.fullmatch(following[0].text) and following[1].text in {",", "."}:
            return True
    return bool(following) and following[0].low == "who"


def _is_east_asian(first: Token, second: Token) -> bool:
    """Wu Chi-wai, Park Joo-Ho."""
    if _EAST_ASIAN.fullmatch(second.text):
        return not is_office(second.low)
    return first.low in FIRST_FAMILY_NAMES and _EAST_ASIAN_PAIR.fullmatch(second.text) is not None


def lies_in_a_place(run: Run, following: list[Run]) -> bool:
    """In Rivermouth, Ohio: a name behind a preposition of place, with the place around it after a comma."""
    tokens, last = run.tokens, run.last
    return (
        run.first > 0
        and tokens[run.first - 1].low in {"in", "near", "outside"}
        and bool(following)
        and following[0].first == last + 1
        and tokens[last].text == ","
        and is_country_or_town(following[0].words)
    )


def taken_for_places(lines: list[tuple[list[Token], list[Run]]]) -> set[str]:
    """Single names that stand in "in Rivermouth" somewhere in a story, and nowhere near he or she."""
    placed, told = set(), set()
    for number, (tokens, line) in enumerate(lines):
        names = [run for run in line if len(run.words) == 1]
        placed |= {run.words[0].low for run in names if _stands_like_place(run)}
        following = lines[number + 1][0] if names and number + 1 < len(lines) else []
        if any(token.low in _PRONOUNS for token in (*tokens, *following)):
            told |= {run.words[0].low for run in names}
    return placed - told


def _stands_like_place(run: Run) -> bool:
    """In Rivermouth: behind a preposition of place, and owning nothing."""
    owns = run.last < len(run.tokens) and run.tokens[run.last].tag == w.POSSESSIVE
    return not owns and run.first > 0 and run.tokens[run.first - 1].low in _WHERE


def has_article(run: Run) -> bool:
    """The Space Shuttle Columbia: people go without an article, unless a title stands between."""
    return run.first == run.name_from and run.first > 0 and run.tokens[run.first - 1].low in {"the", "a", "an"}


def may_be_family(run: Run) -> bool:
    """Whether one word may be a family name; Mr. London bears that of a place."""
    token = run.words[0]
    courtesy = any(word.low in COURTESY for word in run.title)
    return not (
        (is_place([token]) and not courtesy)
        or is_body([token])
        or token.low in BODY_WORDS
        or token.low in PLACE_NOUNS
        or token.low in NAMED_THINGS
        or is_office(token.low)
        or token.low in COMPASS
        or (token.low.endswith("s") and token.low in PEOPLE_NOUNS)
    )


def is_subject(run: Run) -> bool:
    """Whether a name stands where a subject does: before a verb or at the start, not behind a preposition or a verb."""
    tokens = run.tokens
    following = tokens[run.last] if run.last < len(tokens) else None
    if following is not None and following.tag == w.POSSESSIVE:
        return False
    first = run.first
    while first > 0 and tokens[first - 1].tag in {w.DETERMINER, w.ADJECTIVE, w.NOUN}:
        first -= 1
    if first > 0 and tokens[first - 1].tag in _BEFORE_OBJECT:
        return False
    return first == 0 or (following is not None and (following.tag in _VERBS or following.low in {",", "(", "of"}))


def written(run: Run) -> str:
    text = run.words[0].text
    for before, token in zip(run.words, run.words[1:], strict=False):
        text += (" " if token.start > before.end else "") + token.text
    return text
