"""Finds the verb that another verb hangs on: the main one, a coordinated one, the one of an infinitive."""

from articles.text.english import words as w
from articles.text.phrases import NOUN_PHRASE, VERB_GROUP, Phrase
from articles.text.subjects import BOUNDARIES, CLAUSE_PREPOSITIONS, SEPARATORS, chain_start

LOOK_BACK = 60  # phrases; longer sentences are lists or broken text


def finite_before(sentence: list[Phrase], place: int) -> int | None:
    """The nearest verb group to the left that has a subject of its own."""
    for back in range(place - 1, max(-1, place - LOOK_BACK), -1):
        phrase = sentence[back]
        if phrase.is_finite:
            return back
    return None


def coordinated_verb(sentence: list[Phrase], place: int) -> int | None:
    """The verb that "and said" goes on from: one of the main clause, when there is one."""
    for back in range(place - 1, max(-1, place - LOOK_BACK), -1):
        if sentence[back].is_finite and not is_subordinate(sentence, back):
            return back
    return finite_before(sentence, place)


def verb_of_infinitive(sentence: list[Phrase], verb: int) -> int | None:
    """The verb that "to say" hangs on: a finite one, or the participle of "with her aide going on to say"."""
    for back in range(verb - 1, max(0, verb - 7), -1):
        phrase = sentence[back]
        if phrase.kind == VERB_GROUP and phrase.gerund and sentence[back - 1].kind == NOUN_PHRASE:
            opening = chain_start(sentence, back - 1) - 1
            return back if opening >= 0 and sentence[opening].low == "with" else None
        if phrase.kind == VERB_GROUP and not phrase.infinitive:
            break
    return finite_before(sentence, verb)


def gerund_joined_to(sentence: list[Phrase], place: int) -> int | None:
    """With one tweeting “…” and asking “…”: the participle before "and"."""
    if place < 1 or sentence[place].kind != w.CONJUNCTION:
        return None
    for back in range(place - 1, max(-1, place - LOOK_BACK), -1):
        if sentence[back].kind == VERB_GROUP and not sentence[back].infinitive:
            if sentence[back].gerund and sentence[back].cue:
                return back
            if not is_subordinate(sentence, back):
                return None
    return None


def main_verb_before(sentence: list[Phrase], place: int) -> int | None:
    """The verb of the main clause before a participle: the nearest that says something, else the nearest."""
    nearest = None
    for back in range(place - 1, max(-1, place - LOOK_BACK), -1):
        phrase = sentence[back]
        if not phrase.is_finite or is_subordinate(sentence, back):
            continue
        if phrase.cue:
            return back
        nearest = back if nearest is None else nearest
    return nearest if nearest is not None else finite_before(sentence, place)


def is_subordinate(sentence: list[Phrase], verb: int) -> bool:
    """Whether a verb stands in a clause that begins with after, when, because, who, that and the like."""
    for back in range(verb - 1, max(-1, verb - 6), -1):
        phrase = sentence[back]
        if phrase.kind in {w.SUBORDINATOR, w.RELATIVE} or phrase.low in CLAUSE_PREPOSITIONS:
            return True
        if phrase.kind == VERB_GROUP:
            return phrase.cue is not None and back < verb - 1  # she said her party has supported it
        if phrase.kind in {w.CONJUNCTION, w.QUOTE} or phrase.low in SEPARATORS or phrase.low in BOUNDARIES:
            return False
    return False


def cues_in(sentence: list[Phrase], left: int, place: int) -> list[int]:
    """Where the verbs of saying stand between two places."""
    return [v for v in range(left, place) if sentence[v].kind == VERB_GROUP and sentence[v].cue]
