"""Finds the subject of the main clause, or of the last one, for words that no verb of saying governs."""

from collections.abc import Iterable

from articles.text.clauses import subject_to_the_left
from articles.text.english import words as w
from articles.text.english.nouns import TIMES
from articles.text.phrases import NOUN_PHRASE, VERB_GROUP, Phrase
from articles.text.predicates import is_subordinate
from articles.text.subjects import CLAUSE_PREPOSITIONS, Subject, can_speak, phrase_at


def main_subject(sentence: list[Phrase], stop: int) -> Subject | None:
    """The subject of the main clause, when nothing nearer to the words at stop says who speaks."""
    if _leads_with_participle(sentence, stop):
        after = next((i for i in range(stop, len(sentence)) if sentence[i].low == "," or i == stop), stop)
        found = _first_subject(sentence, range(after + 1, len(sentence)))
        if found:
            return found
    found = _first_subject(sentence, range(_end_of_opening_clause(sentence, stop), stop))
    if found:
        return found
    for place in range(stop):
        leads = place == 0 or sentence[place - 1].kind not in {w.PREPOSITION, w.TO}
        if leads and sentence[place].kind == NOUN_PHRASE and sentence[place].low not in TIMES:
            return phrase_at(sentence, place)
    return None


def nearest_subject(sentence: list[Phrase], stop: int) -> Subject | None:
    """The subject of the last clause before the words at stop: she was blunt: “…”."""
    main = [place for place in range(stop - 1, -1, -1) if not is_subordinate(sentence, place)]
    return _first_subject(sentence, main) or main_subject(sentence, stop)


def _first_subject(sentence: list[Phrase], places: Iterable[int]) -> Subject | None:
    """The first that can speak, else the first at all; those of relative clauses only describe them."""
    first = None
    for place in places:
        if sentence[place].kind == VERB_GROUP and sentence[place].is_finite:
            subject = subject_to_the_left(sentence, place)
            describes = place > 0 and sentence[place - 1].kind == w.RELATIVE
            if subject is not None and can_speak(subject.head) and not describes:
                return subject
            first = first or subject
    return first


def _end_of_opening_clause(sentence: list[Phrase], stop: int) -> int:
    """As night fell, the mayor called for “calm”: where the main clause begins, if it has a verb before stop."""
    opening = 1 if sentence[0].kind == w.CONJUNCTION else 0
    first = sentence[opening]
    if first.kind != w.SUBORDINATOR and first.low not in CLAUSE_PREPOSITIONS and not first.gerund:
        return 0
    comma = next((place for place in range(opening, stop) if sentence[place].low == ","), 0)
    return comma if any(phrase.is_finite for phrase in sentence[comma:stop]) else 0


def _leads_with_participle(sentence: list[Phrase], stop: int) -> bool:
    """After spending weeks asking who is “qualified”, she …: the main clause is still to come."""
    opening = 1 if sentence[0].kind in {w.PREPOSITION, w.SUBORDINATOR, w.CONJUNCTION} else 0
    if opening >= stop or not sentence[opening].gerund:
        return False
    return not any(phrase.low == "," for phrase in sentence[opening:stop])
