"""Groups the tagged words of a sentence into noun phrases and verb groups."""

from articles.text.english import words as w
from articles.text.english.lists import listed
from articles.text.english.verbs import CUE_FORMS, PHRASAL
from articles.text.tokens import Token

NOUN_PHRASE = "noun phrase"
VERB_GROUP = "verb group"

_NOMINAL = {w.DETERMINER, w.ADJECTIVE, w.NOUN, w.NAME, w.NUMBER, w.PRONOUN}
_GOES_ON = {w.NOUN, w.NAME, w.NUMBER, w.ADJECTIVE}
_OWNED = _NOMINAL | {w.QUOTE, w.CUE, w.VERB, w.DATE}
_HEADS = {w.NOUN, w.NAME, w.PRONOUN}
_VERBS = {w.CUE, w.VERB}
_VERBAL = _VERBS | {w.AUXILIARY}
_LEADING = {w.ADVERB, w.TO}
_BE = listed("is was are were be been being am")
_AFTER_DETERMINER = {"few", "many", "several", "most", "such"}
_BEGINNING = listed("began started kept continued begin starts keeps stopped begins keep start")


class Phrase:
    """A noun phrase, a verb group or a single other token of a sentence."""

    __slots__ = ("end", "head", "kind", "low", "start", "tokens")

    # What only a verb group can have or be.
    cue: Token | None = None  # its verb of saying
    lemma = ""
    gerund = infinitive = passive = is_finite = False

    def __init__(self, kind: str, tokens: list[Token], head: Token):
        self.kind = kind
        self.tokens = tokens
        self.head = head
        self.low = head.low
        self.start = tokens[0].start
        self.end = tokens[-1].end

    def __repr__(self):
        return f"[{self.kind}: {' '.join(token.text for token in self.tokens)}]"


class VerbGroup(Phrase):
    """The words of a verb: said, has also said, going on to say."""

    __slots__ = ("cue", "gerund", "infinitive", "is_finite", "lemma", "passive", "sought", "subject")

    def __init__(self, tokens: list[Token], following: Token | None):
        verbs = [token for token in tokens if token.tag in _VERBS]
        head = verbs[-1] if verbs else tokens[0]
        super().__init__(VERB_GROUP, tokens, head)
        first = tokens[0]
        participle = head.low.endswith("ing")
        auxiliary = [token for token in tokens if token.tag == w.AUXILIARY]
        self.gerund = first.low.endswith("ing") or (first.tag == w.ADVERB and participle and not auxiliary)
        self.infinitive = first.tag == w.TO
        self.is_finite = not self.gerund and not self.infinitive  # with a subject of its own: said, not saying, to say
        self.passive = not participle and head.tag != w.AUXILIARY and any(token.low in _BE for token in tokens[:-1])
        self.cue, self.lemma = _verb_of_saying(tokens, head, following)
        self.sought = False  # whether its subject was looked for, and what was found
        self.subject = None


def _verb_of_saying(tokens: list[Token], head: Token, following: Token | None) -> tuple[Token | None, str]:
    """The verb of saying of a group and its plain form, if it has one."""
    if len(tokens) > 1:
        lemma = PHRASAL.get(f"{tokens[-2].low} {tokens[-1].low}")
        if lemma and not (tokens[-1].low == "on" and following is not None and following.tag in _NOMINAL):
            return tokens[-2], lemma
    if head.tag == w.CUE and head.low in CUE_FORMS:
        return head, CUE_FORMS[head.low]
    return None, ""


def phrases(tokens: list[Token]) -> list[Phrase]:
    """The phrases of a sentence, in order; every token is in exactly one."""
    found: list[Phrase] = []
    place = 0
    while place < len(tokens):
        tag = tokens[place].tag
        if tag in _NOMINAL:
            end = _noun_phrase_end(tokens, place)
            found.append(Phrase(NOUN_PHRASE, tokens[place:end], _head(tokens, place, end)))
        elif tag in _VERBAL or (tag in _LEADING and _verb_follows(tokens, place)):
            end = _verb_group_end(tokens, place)
            found.append(VerbGroup(tokens[place:end], tokens[end] if end < len(tokens) else None))
        else:
            end = place + 1
            found.append(Phrase(tag, tokens[place:end], tokens[place]))
        place = end
    return found


def _noun_phrase_end(tokens: list[Token], place: int) -> int:
    if tokens[place].tag == w.PRONOUN:
        return place + 1
    end = place + 1
    while end < len(tokens):
        tag = tokens[end].tag
        if tag in _GOES_ON or tokens[end].low in _AFTER_DETERMINER:
            end += 1
        elif tag == w.POSSESSIVE and end + 1 < len(tokens) and tokens[end + 1].tag in _OWNED:
            end += 1
            if tokens[end].tag in _VERBS:
                end += 1
        elif tag == w.ADVERB and _adverb_inside(tokens, end):
            end += 2
        elif tag == w.POSSESSIVE or (tag == w.DATE and _date_inside(tokens, end)):
            end += 1
        elif _office_goes_on(tokens, end):
            end += 2
            if tokens[end - 1].tag == w.DETERMINER:
                end += 1
        else:
            break
    return end


def _date_inside(tokens: list[Token], end: int) -> bool:
    """The Nov. 8 election, his Tuesday speech."""
    before, following = tokens[end - 1].tag, tokens[end + 1 : end + 2]
    return (
        before in {w.DETERMINER, w.ADJECTIVE, w.POSSESSIVE}
        and bool(following)
        and following[0].tag in {w.NOUN, w.NUMBER}
    )


def _adverb_inside(tokens: list[Token], end: int) -> bool:
    """A newly formed group, the mostly quiet crowd."""
    following = tokens[end + 1] if end + 2 < len(tokens) else None
    if following is None or tokens[end - 1].tag not in {w.DETERMINER, w.POSSESSIVE}:
        return False
    if following.tag in _VERBS:
        return following.low.endswith(("ed", "en", "ing")) and tokens[end + 2].tag in {w.NOUN, w.NAME, w.ADJECTIVE}
    return following.tag in {w.ADJECTIVE, w.NOUN}


def _office_goes_on(tokens: list[Token], end: int) -> bool:
    """Secretary of State, Bank of England, Johnson & Johnson: capitals on both sides of the link."""
    if tokens[end - 1].tag != w.NAME or tokens[end].low not in {"of", "&"}:
        return False
    following = tokens[end + 1 : end + 3]
    if following and following[0].low == "the":
        following = following[1:]
    return bool(following) and following[0].tag == w.NAME


def _head(tokens: list[Token], start: int, end: int) -> Token:
    for place in range(end - 1, start - 1, -1):
        if tokens[place].tag in _HEADS:
            return tokens[place]
    return tokens[end - 1]


def _verb_follows(tokens: list[Token], place: int) -> bool:
    """Whether an adverb or "to" leads to a verb."""
    for token in tokens[place + 1 : place + 4]:
        if token.tag in _VERBAL:
            return True
        if token.tag != w.ADVERB:
            return (
                tokens[place].tag == w.TO
                and token.tag == w.NOUN
                and token is tokens[place + 1]
                and token.low in CUE_FORMS
            )
    return False


def _verb_group_end(tokens: list[Token], place: int) -> int:
    """Runs over auxiliaries, adverbs and "to" as far as the last verb: has also said, went on to say."""
    end = place
    verb = None
    last = place
    while end < len(tokens):
        token = tokens[end]
        if token.tag in _VERBS:
            if verb is not None and not _joins(verb, token, tokens[end - 1]):
                break
            verb = token
            last = end + 1
        elif token.tag == w.AUXILIARY:
            if verb is not None:
                break
            last = end + 1
        elif token.tag not in _LEADING and not (
            token.low in {"as", "on"} and verb is not None and _leads_on(tokens, end)
        ):
            break
        end += 1
    if last < len(tokens) and verb is not None and f"{verb.low} {tokens[last].low}" in PHRASAL:
        last += 1
    return last


def _joins(verb: Token, token: Token, between: Token) -> bool:
    """Two verbs are one group in "to say", "began saying" and "quoted as saying"."""
    if between.tag == w.TO or between.low == "as":
        return True
    return token.low.endswith("ing") and verb.low in _BEGINNING


def _leads_on(tokens: list[Token], place: int) -> bool:
    """As in: was quoted as saying, went on to say."""
    following = tokens[place + 1 : place + 3]
    if tokens[place].low == "as":
        return bool(following) and following[0].tag == w.CUE and following[0].low.endswith("ing")
    return len(following) == 2 and following[0].low == "to" and following[1].tag in _VERBS
