"""Speakers told without a verb: according to the mayor, in the words of the mayor, — Jane Roe."""

from articles.text.english import words as w
from articles.text.findings import Span
from articles.text.phrases import NOUN_PHRASE, VERB_GROUP, Phrase
from articles.text.rules import ACCORDING_TO, DASH, Attribution
from articles.text.subjects import Subject, phrase_at


def according(sentence: list[Phrase], place: int) -> Attribution | None:
    """According to the mayor: the source and the words that say so."""
    subject = according_to(sentence, place)
    cue = Span(sentence[place].start, sentence[place + 1].end) if subject else None
    return subject and Attribution(subject, cue, ACCORDING_TO)


def according_to(sentence: list[Phrase], place: int) -> Subject | None:
    """The noun phrase behind "according to"."""
    if place + 2 < len(sentence) and sentence[place + 1].low == "to" and sentence[place + 2].kind == NOUN_PHRASE:
        return _named_of(sentence, place + 2)
    return None


def in_the_words_of(sentence: list[Phrase], left: int, place: int) -> Attribution | None:
    """In the words of the mayor, “…”."""
    for start in range(left, place - 2):
        if [phrase.low for phrase in sentence[start + 1 : start + 3]] == ["words", "of"] and sentence[
            start
        ].low == "in":
            cue = Span(sentence[start].start, sentence[start + 2].end)
            if sentence[start + 3].kind == NOUN_PHRASE:
                return Attribution(_named_of(sentence, start + 3), cue, ACCORDING_TO)
    return None


def _named_of(sentence: list[Phrase], place: int) -> Subject:
    """The Crown prosecutor, Mark Tedeschi: takes in a name behind a description and a comma."""
    subject = phrase_at(sentence, place)
    following = sentence[place + 1 : place + 3]
    described = subject.head.head.tag != w.NAME and len(following) == 2 and following[0].low == ","
    if described and following[1].kind == NOUN_PHRASE and following[1].head.tag == w.NAME:
        return Subject(subject.start, following[1].end, following[1])
    return subject


def by_signature(sentence: list[Phrase]) -> Attribution | None:
    """— Jane Roe, on a line of its own below the quotation."""
    if len(sentence) < 2 or sentence[1].kind != NOUN_PHRASE or sentence[1].head.tag != w.NAME:
        return None
    if any(phrase.kind == VERB_GROUP and not phrase.gerund for phrase in sentence):
        return None
    return Attribution(phrase_at(sentence, 1), Span(sentence[0].start, sentence[0].end), DASH)


def by_dash(sentence: list[Phrase], place: int) -> Attribution | None:
    """“…” — Jane Roe"""
    following = sentence[place + 1 : place + 3]
    if len(following) == 2 and following[0].low in {"—", "–", "-", "--"} and following[1].kind == NOUN_PHRASE:
        cue = Span(following[0].start, following[0].end)
        return Attribution(phrase_at(sentence, place + 2), cue, DASH) if following[1].head.tag == w.NAME else None
    return None
