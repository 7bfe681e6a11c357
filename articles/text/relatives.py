"""Relative clauses: which noun who, which and that stand for, and which noun such a clause tells about."""

from articles.text.english import words as w
from articles.text.phrases import NOUN_PHRASE, VERB_GROUP, Phrase
from articles.text.predicates import LOOK_BACK
from articles.text.subjects import SEPARATORS, chain_start


def noun_of_relative(sentence: list[Phrase], relative: int) -> int | None:
    """Another man who was there and who asked not to be named said: the noun both clauses tell about."""
    while relative > 0 and sentence[relative].kind == w.RELATIVE:
        if sentence[relative - 1].kind == NOUN_PHRASE:
            return relative - 1
        earlier = range(relative - 1, max(0, relative - LOOK_BACK), -1)
        relative = next((back for back in earlier if sentence[back].kind == w.RELATIVE), 0)
    return None


def described_by_relative(sentence: list[Phrase], place: int) -> int | None:
    """An official who spoke about the plan said: the noun before "who", when the other is only its object."""
    first = chain_start(sentence, place)
    verbs = 0
    for back in range(first - 1, max(0, first - 9), -1):
        phrase = sentence[back]
        if phrase.kind == VERB_GROUP:
            verbs += 1
            if phrase.cue and not phrase.infinitive and sentence[back - 1].kind != w.RELATIVE:
                return None
        elif phrase.kind == w.RELATIVE:
            noun = back - 2 if sentence[back - 1].low in SEPARATORS else back - 1
            return noun if verbs and noun >= 0 and sentence[noun].kind == NOUN_PHRASE else None
        elif phrase.kind not in {NOUN_PHRASE, w.PREPOSITION, w.TO, w.ADVERB, w.DATE}:
            return None
    return None


def antecedent(sentence: list[Phrase], relative: int) -> int | None:
    """Where the noun stands that who, which or that stands for: before it, past a comma and brackets."""
    place = relative - 1
    if place >= 0 and sentence[place].low in SEPARATORS:
        place -= 1
    if place >= 0 and sentence[place].low == ")":
        place = next((back - 1 for back in range(place, max(0, place - 12), -1) if sentence[back].low == "("), -1)
    return place if place >= 0 and sentence[place].kind == NOUN_PHRASE else None
