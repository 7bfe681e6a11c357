"""Finds the subject behind its verb: “…,” said the mayor."""

from articles.text.english import words as w
from articles.text.english.lists import listed
from articles.text.english.nouns import TIMES
from articles.text.phrases import NOUN_PHRASE, Phrase
from articles.text.subjects import Subject, phrase_at

_NEVER_INVERTED = listed("tell assure remind inform urge accuse thank describe refer speak blame")
_MODALS = listed("can could may might must shall should will would")
_NO_SPEAKERS = w.OBJECT_PRONOUNS | {"it", "you"} | TIMES


def subject_after(sentence: list[Phrase], verb: int) -> Subject | None:
    """The subject of an inverted verb: “…,” said the mayor of Springfield."""
    if sentence[verb].lemma in _NEVER_INVERTED or sentence[verb].gerund:
        return None
    if any(token.low in _MODALS for token in sentence[verb].tokens):  # “open,” can decide the matter
        return None
    place = verb + 1
    while place < len(sentence) and sentence[place].kind in {w.ADVERB, w.DATE}:
        place += 1
    if place < len(sentence) and sentence[place].kind == NOUN_PHRASE and sentence[place].low not in _NO_SPEAKERS:
        return phrase_at(sentence, place)
    return None
