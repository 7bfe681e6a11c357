"""Reads the post of a person from the words beside the name: title before it, apposition after it, possessive."""

import itertools

from articles.text.english import words as w
from articles.text.english.bodies import BODY_WORDS, MEDIA_WORDS, NEWS_BODIES
from articles.text.english.offices import KINSHIP, TITLE_WORDS, is_office, names_office
from articles.text.english.places import COMPASS
from articles.text.findings import NamedRole
from articles.text.runs import Run, is_body, is_place, may_be_person
from articles.text.tokens import Token

BEFORE_NAME = "title before the name"
AFTER_NAME = "description after the name"
POSSESSIVE = "possessive before the name"

_FORMER = {"former", "ex", "then", "late", "onetime", "one-time", "erstwhile", "outgoing", "ousted", "retired"}
_PRESENT = {"current", "incumbent", "present", "serving", "sitting"}
_LINKS = {"of", "for", "at", "to", "in", "with", "the", "a", "an", "on", "&"}
_LINKS_ON = _LINKS | {"and", "as"}
_MEDIA = MEDIA_WORDS | NEWS_BODIES
_REPORTS = {"reported", "reports"}
_LONGEST = 14  # words in one description


def role_before(run: Run) -> list[NamedRole]:
    """Posts worded in front of the name: "former Secretary of State", "campaign manager", "NATO Secretary General"."""
    tokens, name = run.tokens, run.name_from
    first = run.first
    if first == name or (first > 0 and tokens[first - 1].tag == w.ADJECTIVE):
        first = _widened(tokens, first)
    words = tokens[first:name] or _set_off(tokens, run)
    if not words or not any(names_office(token.text) for token in words):
        return _of_possessor(run)
    if tokens[run.first - 1].text == "," and words[-1] is not tokens[name - 1]:
        return [_role(words, BEFORE_NAME)]
    governs = len(words) > 2 and any(token.low in {"of", "for", "to"} for token in words)
    if not governs and not is_office(words[-1].low):
        return []
    return [_role(words, BEFORE_NAME)]


def _set_off(tokens: list[Token], run: Run) -> list[Token]:
    """Malaysia's prime minister, Jane Roe, said: a description before the name and its comma."""
    if run.first < 2 or tokens[run.first - 1].text != "," or run.last >= len(tokens):
        return []
    if tokens[run.last].text != "," and tokens[run.last].tag not in {w.CUE, w.VERB, w.AUXILIARY}:
        return []
    start = run.first - 1
    while start > 0 and run.first - start < _LONGEST and _may_describe(tokens[start - 1]):
        start -= 1
    opens = start == 0 or tokens[start - 1].tag in {w.QUOTE, w.CUE, w.PUNCTUATION, w.CONJUNCTION, w.SUBORDINATOR}
    words = tokens[start : run.first - 1]
    if not opens or not words or words[-1].low in KINSHIP:  # President Roe's daughter, Ann: a tie, no post
        return []
    return words if _describes(words) and not _is_titled_name(words) else []


def _is_titled_name(words: list[Token]) -> bool:
    """The envoy Jane Roe, John Doe: the one before in a list of people, with a post of their own."""
    named = list(itertools.takewhile(lambda token: token.tag == w.NAME, reversed(words)))
    return len(named) > 1 and not any(names_office(token.text) for token in named)


def _may_describe(token: Token) -> bool:
    nominal = {w.NOUN, w.ADJECTIVE, w.NAME, w.DETERMINER, w.NUMBER, w.POSSESSIVE}
    return token.tag in nominal or token.low in {"of", "for"}


def _widened(tokens: list[Token], first: int) -> int:
    """Takes in the small words before a name that belong to its title: special envoy, party chairwoman."""
    start = first
    while (
        start > 0
        and first - start < 6
        and tokens[start - 1].tag in {w.NOUN, w.ADJECTIVE, w.NAME}
        and tokens[start - 1].text[0] not in "@#"
    ):
        start -= 1
    if start == first or (
        tokens[first - 1].tag in {w.NOUN, w.NAME}
        and not names_office(tokens[first - 1].text)
        and tokens[first].low not in TITLE_WORDS
    ):
        return first
    return start


def _of_possessor(run: Run) -> list[NamedRole]:
    """Reported the Springfield Herald's Jane Roe: a reporter of that paper; a columnist may be its Jane Roe too."""
    tokens = run.tokens
    if run.first != run.name_from or run.first < 2 or tokens[run.first - 1].tag != w.POSSESSIVE:
        return []
    last = run.first - 1
    first = last
    while first > 0 and tokens[first - 1].tag == w.NAME:
        first -= 1
    owner = tokens[first:last]
    if not owner or owner[-1].low not in _MEDIA:
        return []
    verb = first - 2 if first > 1 and tokens[first - 1].tag == w.DETERMINER else first - 1
    if verb < 0 or tokens[verb].low not in _REPORTS:
        return []
    return [NamedRole("reporter", _text(owner), None, owner[0].start, tokens[run.first - 1].end, False, POSSESSIVE)]


def roles_after(run: Run, following: list[Run]) -> list[NamedRole]:
    """Posts worded after the name and a comma; following are the runs behind it in the sentence."""
    tokens = run.tokens
    place = run.last
    if place < len(tokens) and tokens[place].text == "(":  # (D-Ohio)
        while place < len(tokens) and tokens[place].text != ")":
            place += 1
        place += 1
    if place >= len(tokens) or tokens[place].text != ",":
        return []
    words = _description(tokens, place + 1, following)
    return [_role(part, AFTER_NAME) for part in _coordinated(words) if _describes(part)]


def _description(tokens: list[Token], place: int, following: list[Run]) -> list[Token]:
    """The words from a comma to where the description ends; none when they name the next person of a list."""
    starts = {run.first: run for run in following}
    words: list[Token] = []
    while place < len(tokens) and len(words) < _LONGEST:
        token = tokens[place]
        run = starts.get(place)
        if run:
            if _names_the_next(run):
                return []
            if _is_plain_name(run) and not (words and _belongs(run, words)):
                if words and names_office(words[-1].text):
                    return []  # Jane Roe, Ohio governor John Doe and others
                break
            words += tokens[run.first : run.last]
            place = run.last
            continue
        if (
            (token.text == "," and words and _splits_office(words, starts.get(place + 1)))
            or token.tag in {w.NOUN, w.ADJECTIVE, w.NAME, w.DETERMINER, w.NUMBER, w.POSSESSIVE}
            or token.low in _LINKS_ON
        ):
            words.append(token)
        else:
            break
        place += 1
    while words and (words[-1].low in _LINKS_ON or words[-1].low == "," or words[-1].tag == w.DETERMINER):
        words.pop()
    return words


def _names_the_next(run: Run) -> bool:
    """A title with a name behind it is the next person of a list, not a description of this one."""
    titled = run.first != run.name_from and run.name_from < run.last
    return titled and not is_body(run.words) and not _is_office_name(run)


def _is_plain_name(run: Run) -> bool:
    words = run.tokens[run.first : run.last]
    return may_be_person(run.words) and not any(names_office(word.text) for word in words)


def _belongs(run: Run, words: list[Token]) -> bool:
    """An aide to Jane Roe, Jane Roe's aide: a name inside a description."""
    owned = run.last < len(run.tokens) and run.tokens[run.last].tag == w.POSSESSIVE
    return owned or words[-1].low in {"of", "for", "to", "by", "with"}


def _is_office_name(run: Run) -> bool:
    """NATO Supreme Allied Commander Europe, Chief Executive: a title that ends with a place or an office."""
    if len(run.words) > 1:
        return is_place(run.words)
    last = run.words[0]
    return is_place([last]) or last.low in BODY_WORDS or last.low in COMPASS or names_office(last.text)


def _splits_office(words: list[Token], run: Run | None) -> bool:
    """Commander, U.S. European Command: an office, a comma and its body; without a capital another comma behind it."""
    if run is None or not names_office(words[-1].text) or not is_body(run.tokens[run.first : run.last]):
        return False
    following = run.tokens[run.last].text if run.last < len(run.tokens) else "."
    return words[-1].text[0].isupper() or following in {",", "."}


def _coordinated(words: list[Token]) -> list[list[Token]]:
    """Cuts "mayor of Springfield and professor of law" where each side names an office of its own."""
    parts = [[]]
    for place, token in enumerate(words):
        rest = words[place + 1 :]
        if (
            token.low == "and"
            and _describes(parts[-1])
            and any(names_office(t.text) for t in rest)
            and not _is_one_body(words, place)
        ):
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _is_one_body(words: list[Token], place: int) -> bool:
    return place + 1 < len(words) and words[place + 1].low in BODY_WORDS


def _describes(words: list[Token]) -> bool:
    """Whether the first noun phrase, before of, for or at, names an office; kinship is no office."""
    for place, token in enumerate(words):
        if token.low in {"of", "for", "at", "in", "to", "with", "on", ","}:
            break
        if token.low in KINSHIP and token.low != "partner":
            return False
        if names_office(token.text) and (place + 1 == len(words) or words[place + 1].tag != w.POSSESSIVE):
            return True
    return False


def _role(words: list[Token], rule: str) -> NamedRole:
    former = False
    while len(words) > 1 and (
        words[0].tag == w.DETERMINER
        or words[0].low.removesuffix("-") in _FORMER
        or words[0].low in _PRESENT | {"the", "a", "an", "and"}
    ):
        former = former or words[0].low.removesuffix("-") in _FORMER
        words = words[1:]
    title, organisation = _split_body(words)
    named = _text(title)
    if named.lower().startswith("ex-"):
        former, named = True, named[3:]
    held_at = _text(organisation) if organisation else None
    return NamedRole(named, held_at, None, words[0].start, words[-1].end, former, rule)


def _split_body(words: list[Token]) -> tuple[list[Token], list[Token]]:
    """The title and the body in it: after a comma, before the office, or after of, for and at."""
    comma = next((place for place, token in enumerate(words) if token.text == ","), None)
    if comma:
        return words[:comma], words[comma + 1 :]
    office = next((place for place, token in enumerate(words) if names_office(token.text)), len(words))
    for end in range(office, 0, -1):
        if is_body(words[:end]) and words[0].text[0].isupper() and (end < len(words)) and not is_place(words[:end]):
            rest = words[end:]
            return (rest[1:] if rest[0].tag == w.POSSESSIVE and len(rest) > 1 else rest), words[:end]
    for place in range(office + 1, len(words) - 1):
        if words[place].low in {"of", "for", "at", "with"}:
            body = words[place + 1 :]
            while len(body) > 1 and body[0].tag == w.DETERMINER:
                body = body[1:]
            if (is_body(body) and body[0].text[0].isupper()) or (
                len(body) == 1 and body[0].low in BODY_WORDS and body[0].text[0].isupper()
            ):
                return words, body
    return words, []


def _text(words: list[Token]) -> str:
    """The words as written, with the spaces between them."""
    pieces = [words[0].text]
    for before, token in itertools.pairwise(words):
        pieces.append(" " if token.start > before.end else "")
        pieces.append(token.text)
    return "".join(pieces)
