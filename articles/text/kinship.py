"""Family ties beside a name: the mayor's daughter Jane Roe; Jane Roe, wife of John Roe; his brother, Jim."""

from articles.text.english import words as w
from articles.text.english.offices import KINSHIP
from articles.text.runs import Run
from articles.text.spelling import word
from articles.text.tokens import Token


def tie_of(run: Run, following: list[Run], earlier: list[Run]) -> tuple[str, Run, int, int] | None:
    """The kind of tie, the run that names the other person, and where the words that say so stand."""
    return _after(run, following) or _before(run, earlier)


def _after(run: Run, following: list[Run]) -> tuple[str, Run, int, int] | None:
    """Jane Roe, John Roe's wife; Jane Roe, the wife of John Roe."""
    tokens, place = run.tokens, run.last
    if place >= len(tokens) or tokens[place].text != ",":
        return None
    place += 1
    start = tokens[place].start if place < len(tokens) else 0
    other = next((each for each in following if each.first == place), None)
    if other and _at(tokens, other.last).tag == w.POSSESSIVE:
        kin = _kin(tokens, other.last + 1)
        if kin is not None:
            return tokens[kin].low, other, start, tokens[kin].end
    if _at(tokens, place).tag == w.DETERMINER:
        place += 1
    kin = _kin(tokens, place)
    if kin is not None and _at(tokens, kin + 1).low in {"of", "to"}:
        other = next((each for each in following if kin + 2 <= each.first <= kin + 4), None)
        if other:
            return tokens[kin].low, other, start, other.end
    return None


def _before(run: Run, earlier: list[Run]) -> tuple[str, Run, int, int] | None:
    """John Roe's wife, Jane."""
    tokens = run.tokens
    place = run.first - 1
    if place > 0 and tokens[place].text == ",":
        place -= 1
    if place < 2 or tokens[place].low not in KINSHIP:
        return None
    kin = place
    while place > 0 and tokens[place - 1].tag in {w.ADJECTIVE, w.NOUN, w.NUMBER}:
        place -= 1
    if tokens[place - 1].tag != w.POSSESSIVE:
        return None
    other = next((each for each in earlier if each.last == place - 1), None)
    if (
        other
        and other.first > 1
        and tokens[other.first - 1].text == ","
        and any(e.last == other.first - 1 for e in earlier)
    ):
        return None  # it describes the name before it
    return (tokens[kin].low, other, other.start, tokens[kin].end) if other else None


def _kin(tokens: list[Token], place: int) -> int | None:
    """The place of a word of kinship after up to two adjectives."""
    for step in range(place, min(place + 3, len(tokens))):
        if tokens[step].low in KINSHIP:
            return step
        if tokens[step].tag not in {w.ADJECTIVE, w.NOUN, w.NUMBER}:
            return None
    return None


_NOTHING = Token(0, 0, word(""))


def _at(tokens: list[Token], place: int) -> Token:
    return tokens[place] if place < len(tokens) else _NOTHING
