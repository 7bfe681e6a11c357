"""Steps over what commas set off between a subject and its verb."""

from articles.text.english import words as w
from articles.text.english.nouns import TIMES
from articles.text.english.offices import is_office
from articles.text.english.places import PLACES, STATES_IN_SHORT
from articles.text.phrases import NOUN_PHRASE, Phrase
from articles.text.subjects import BOUNDARIES, CLAUSE_PREPOSITIONS, SEPARATORS, Subject, phrase_at

_CLAUSE_WORDS = {"when", "while", "because", "if", "where", "although", "though", "unless"}
_CONNECTORS = {w.CONJUNCTION, w.SUBORDINATOR, w.ADVERB}


def past_insertion(sentence: list[Phrase], comma: int) -> Subject | None:
    """Jane Roe, the mayor, who spoke on Monday, said: steps left over what stands between commas."""
    best = None
    while comma > 0:
        begin = _start_of_part(sentence, comma)
        first = begin
        while first < comma and sentence[first].kind in _CONNECTORS:
            first += 1
        finite = _has_verb_of_its_own(sentence[first:comma])
        names = first < comma and _may_be_subject(sentence[first])
        if best is not None and (finite or (not names and _is_named(best)) or (names and _is_place(sentence[first]))):
            break
        if names:
            best = _with_apposition(phrase_at(sentence, first), best)
        if (names and finite) or begin == 0 or sentence[begin - 1].low not in SEPARATORS:
            break
        comma = begin - 1
    return best


def _has_verb_of_its_own(part: list[Phrase]) -> bool:
    """Whether a part between commas is a clause; "a pollster who works there" is none."""
    for phrase in part:
        if phrase.kind == w.RELATIVE:
            return False
        if phrase.is_finite:
            return True
    return False


def _may_be_subject(phrase: Phrase) -> bool:
    return phrase.kind == NOUN_PHRASE and phrase.low not in TIMES and phrase.tokens[0].low != "whose"


def _start_of_part(sentence: list[Phrase], comma: int) -> int:
    """Where the part before a comma begins: at the comma before, or at a clause inside that is no insertion."""
    begin = clause = comma
    while begin > 0 and not _cuts(sentence[begin - 1]):
        begin -= 1
        if clause == comma and begin > 0 and _opens_subordinate(sentence, begin):
            clause = begin
    inserted = sentence[begin].kind == w.RELATIVE or sentence[begin].gerund
    return begin if inserted or clause == comma else clause


def _opens_subordinate(sentence: list[Phrase], place: int) -> bool:
    """After a woman in Springfield, Ohio, told him: a clause begins behind after, when or because."""
    before = sentence[place - 1]
    if before.low in _CLAUSE_WORDS or before.low in CLAUSE_PREPOSITIONS:
        return sentence[place].kind == NOUN_PHRASE and place > 1 and not _cuts(sentence[place - 2])
    return False


def _is_named(subject: Subject) -> bool:
    """Whether a phrase names somebody, rather than describing what stands before it."""
    return subject.head.head.tag == w.NAME and not is_office(subject.head.low) and not _is_place(subject.head)


def _is_place(phrase: Phrase) -> bool:
    """Springfield, Ohio, and OH."""
    short = len(phrase.tokens) == 1 and len(phrase.low) == 2 and phrase.head.text.isupper()
    return short or phrase.low in PLACES or phrase.low in STATES_IN_SHORT


def _with_apposition(subject: Subject, description: Subject | None) -> Subject:
    """Her deputy, Omar Reyes: the name speaks, whichever side of the comma it stands on."""
    if description is None or subject.head.head.tag == w.NAME or description.head.head.tag != w.NAME:
        return subject
    return Subject(subject.start, description.end, description.head)


def _cuts(phrase: Phrase) -> bool:
    """Signs that part what stands between commas."""
    return phrase.low in SEPARATORS or phrase.low in BOUNDARIES or phrase.kind == w.QUOTE
