"""Noun phrases as the subjects of verbs: how far they reach, and what hangs on them."""

from articles.text.english import words as w
from articles.text.english.nouns import BODY_NOUNS, DOCUMENTS, TIMES
from articles.text.english.offices import KINSHIP, PEOPLE_NOUNS, ROLE_NOUNS, is_office
from articles.text.phrases import NOUN_PHRASE, VERB_GROUP, Phrase

_SPEAKING = ROLE_NOUNS | PEOPLE_NOUNS | KINSHIP | BODY_NOUNS | DOCUMENTS
_LONGEST = 110  # characters of a name with its description
SEPARATORS = {",", "—", "–", "--", "-"}
BOUNDARIES = {";", ":"}
CLAUSE_PREPOSITIONS = {"after", "before", "since", "until"}


class Subject:
    """A noun phrase with the phrases of and for that belong to it."""

    __slots__ = ("end", "head", "several", "start")

    def __init__(self, start: int, end: int, head: Phrase, several: bool = False):
        self.start = start
        self.end = end
        self.head = head
        self.several = several

    def __repr__(self):
        return f"<{self.start}:{self.end} {self.head}>"


def phrase_at(sentence: list[Phrase], place: int) -> Subject:
    """A noun phrase with what hangs on it to the right: a spokesman for the ministry, Ann and Bob."""
    first = sentence[place]
    end = place
    several = False
    while (
        end + 2 < len(sentence) and sentence[end + 2].kind == NOUN_PHRASE and sentence[end + 2].end - first.start < 100
    ):
        link = sentence[end + 1].low
        if link == "and" and end == place and _verb_group_at(sentence, end + 3) is None:
            several = True
        elif link not in {"of", "for"}:
            break
        end += 2
    return Subject(first.start, sentence[end].end, first, several)


def _verb_group_at(sentence: list[Phrase], place: int) -> Phrase | None:
    return sentence[place] if place < len(sentence) and sentence[place].kind == VERB_GROUP else None


def with_description(sentence: list[Phrase], subject: Subject) -> Subject:
    """Jane Roe, a lawyer for the city: the words behind a name that say who that is belong to it."""
    place = next((i for i, phrase in enumerate(sentence) if phrase.end == subject.end), None)
    if place is None or subject.head.head.tag != w.NAME or place + 2 >= len(sentence) or sentence[place + 1].low != ",":
        return subject
    first = sentence[place + 2]
    if (
        first.kind != NOUN_PHRASE
        or first.head.tag == w.NUMBER
        or (first.head.tag == w.NAME and not is_office(first.low))
    ):
        return subject
    end = place + 2
    while end + 1 < len(sentence) and sentence[end + 1].kind in {NOUN_PHRASE, w.PREPOSITION, w.TO}:
        end += 1
    closed = end + 1 == len(sentence) or sentence[end + 1].low in {",", ".", "“”"}
    if not closed or sentence[end].kind != NOUN_PHRASE or sentence[end].end - subject.start > _LONGEST:
        return subject
    return Subject(subject.start, sentence[end].end, subject.head, subject.several)


def whole(sentence: list[Phrase], place: int) -> Subject:
    """The phrase a noun hangs on: in "a spokesman for the mayor" and "the mayor at a rally" the first noun speaks."""
    first = chain_start(sentence, place)
    if 1 <= first < place and sentence[first - 1].kind == w.PREPOSITION and sentence[first - 1].low != "with":
        first = place  # the whole chain only tells where or when
    several = False
    start = sentence[first].start
    joined = first >= 2 and sentence[first - 1].low == "and" and sentence[first - 2].kind == NOUN_PHRASE
    if joined and _opens_clause(sentence, first - 2):
        several, start = True, sentence[first - 2].start
    subject = phrase_at(sentence, first)
    return Subject(start, subject.end, sentence[first], several)


def chain_start(sentence: list[Phrase], place: int) -> int:
    """Steps left over prepositions and participles to the noun that the one at place hangs on."""
    first = _joined_to_owner(sentence, place) or place
    while first >= 2:
        owner = first - 1
        if sentence[owner].low in CLAUSE_PREPOSITIONS and can_speak(sentence[first]):
            break  # a statement after the mayor told a paper
        if sentence[owner].kind in {w.PREPOSITION, w.TO} and sentence[owner].low not in {"according", "than"}:
            owner -= 1
        linked = owner < first - 1
        if owner > 0 and _is_bare_participle(sentence[owner], linked):  # a letter seen by the paper says
            owner -= 1
        if owner == first - 1 or sentence[owner].kind != NOUN_PHRASE or sentence[owner].low in TIMES:
            break
        first = owner
    return first


def _joined_to_owner(sentence: list[Phrase], place: int) -> int | None:
    """The Institute for Science and International Security: where the phrase begins that "and" only goes on."""
    if place < 4 or sentence[place - 1].low != "and" or sentence[place - 3].low not in {"of", "for"}:
        return None
    owner = place - 4
    if sentence[owner].kind != NOUN_PHRASE or sentence[place - 2].kind != NOUN_PHRASE:
        return None
    names = sentence[place].head.tag == sentence[owner].head.tag == w.NAME
    return owner if names or (_opens_clause(sentence, owner) and sentence[place].head.tag == w.NOUN) else None


def _is_bare_participle(phrase: Phrase, linked: bool) -> bool:
    """Seen by, just published for, holding: words that may hang on the noun before them."""
    if phrase.kind != VERB_GROUP or phrase.infinitive or any(token.tag == w.AUXILIARY for token in phrase.tokens):
        return False
    return phrase.low.endswith(("ed", "en", "wn", "ade", "uilt", "ing") if linked else "ing")


def _opens_clause(sentence: list[Phrase], place: int) -> bool:
    return place == 0 or sentence[place - 1].kind in {w.SUBORDINATOR, w.QUOTE} or sentence[place - 1].low in SEPARATORS


def can_speak(phrase: Phrase) -> bool:
    """People, bodies and documents speak; elections, results and feelings do not."""
    head = phrase.head
    if head.tag in {w.NAME, w.PRONOUN}:
        return head.low not in {"it", "there"}
    return head.low in _SPEAKING or head.low.removesuffix("s") in _SPEAKING or is_office(head.low)
