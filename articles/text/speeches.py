"""Whose words a noun for speech tells of: her claim that “…”, a report by the paper."""

from articles.text.english import words as w
from articles.text.english.nouns import SPEECHES
from articles.text.phrases import NOUN_PHRASE, VERB_GROUP, Phrase
from articles.text.subjects import Subject, phrase_at

_BE = {"is", "was", "are", "were", "be", "been"}


def possessor_of_speech(sentence: list[Phrase], left: int, place: int) -> Subject | None:
    """Her claim that “…”; the mayor's promise of “…”; a report by the paper that “…”: whose words a noun tells of."""
    for back in range(place - 1, max(left, place - 8) - 1, -1):
        phrase = sentence[back]
        if phrase.kind == VERB_GROUP and phrase.cue:
            return None
        if phrase.kind == NOUN_PHRASE and phrase.low in SPEECHES:
            quoted = back + 1 == place or sentence[back + 1].low not in _BE
            return (quoted and _possessor(phrase)) or _author(sentence, back, place)
    return None


def _possessor(phrase: Phrase) -> Subject | None:
    for number, token in enumerate(phrase.tokens):
        if number == 0 and token.low in {"his", "her", "their", "its", "my", "our"}:
            head = Phrase(NOUN_PHRASE, [token], token)
            return Subject(token.start, token.end, head)
        if token.tag == w.POSSESSIVE and number:
            owner = Phrase(NOUN_PHRASE, phrase.tokens[:number], phrase.tokens[number - 1])
            return Subject(owner.start, owner.end, owner)
    return None


def _author(sentence: list[Phrase], noun: int, place: int) -> Subject | None:
    """A suggestion by the mayor."""
    if noun + 2 < place and sentence[noun + 1].low == "by" and sentence[noun + 2].kind == NOUN_PHRASE:
        return phrase_at(sentence, noun + 2)
    return None
