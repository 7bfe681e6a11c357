"""Indirect speech: what a sentence without quotation marks reports somebody to have said."""

from articles.text.clauses import subject_of
from articles.text.english import words as w
from articles.text.english.verbs import CUE_FORMS, STRONG
from articles.text.findings import IndirectSpeech, Span
from articles.text.inversions import subject_after
from articles.text.phrases import NOUN_PHRASE, Phrase
from articles.text.referents import Referents
from articles.text.sources import according_to
from articles.text.story import Sentence, Story
from articles.text.subjects import Subject

REPORTED = "a verb of saying and what was said, without marks"
CLOSING = "the speaker and a verb of saying close the sentence"
SOURCE = "according to the speaker, without marks"
_SHORTEST = 3  # words
_REPORTING = {"according"} | {form for form, verb in CUE_FORMS.items() if verb in STRONG}


def indirect_speech(story: Story, referents: Referents) -> tuple[IndirectSpeech, ...]:
    """One finding at most for each sentence without marks, in order."""
    found = []
    for paragraph in story.paragraphs:
        for sentence in paragraph.sentences:
            if _may_report(sentence) and (report := _report(sentence.phrases)):
                content, subject, cue, rule = report
                found.append(IndirectSpeech(content.start, content.end, referents.speaker(subject), cue, rule))
    return tuple(found)


def _may_report(sentence: Sentence) -> bool:
    if sentence.holds_quotation or sentence.words.isdisjoint(_REPORTING):
        return False
    return "according" in sentence.words or any(
        token.tag == w.CUE and token.low in _REPORTING for token in sentence.tokens
    )


def _report(sentence: list[Phrase]) -> tuple[Span, Subject, Span, str] | None:
    last = len(sentence) - 1 if sentence[-1].kind == w.PUNCTUATION else len(sentence)
    for place, phrase in enumerate(sentence):
        if phrase.low == "according" and (source := according_to(sentence, place)):
            content = _longer(sentence, 0, place, source.end, last)
            if content:
                return content, source, Span(phrase.start, sentence[place + 1].end), SOURCE
        if phrase.is_finite and phrase.cue and phrase.lemma in STRONG and not phrase.passive:
            report = _said(sentence, place, last)
            if report:
                return report
    return None


def _said(sentence: list[Phrase], verb: int, last: int) -> tuple[Span, Subject, Span, str] | None:
    """She said the road was closed; the road was closed, she said."""
    cue = Span(sentence[verb].cue.start, sentence[verb].end)
    first = verb + 1
    if sentence[verb].lemma in {"tell", "warn", "promise"} and first < last and sentence[first].kind == NOUN_PHRASE:
        first += 1
    if first < last and sentence[first].low == "that":
        first += 1
    following = _words(sentence, first, last)
    if following and any(phrase.is_finite for phrase in sentence[first:last]):
        subject = subject_of(sentence, verb)
        return (following, subject, cue, REPORTED) if subject else None
    comma = next((back for back in range(verb - 1, max(0, verb - 8), -1) if sentence[back].low == ","), None)
    before = _words(sentence, 0, comma) if comma else None
    if not before:
        return None
    subject = subject_after(sentence, verb) if comma == verb - 1 else subject_of(sentence, verb)
    return (before, subject, cue, CLOSING) if subject and subject.start > before.end else None


def _longer(sentence: list[Phrase], first: int, place: int, after: int, last: int) -> Span | None:
    """What stands before "according to" or, when that opens the sentence, behind the source."""
    if place > first:
        return _words(sentence, first, place)
    rest = next((i for i in range(place, last) if sentence[i].start >= after and sentence[i].low != ","), None)
    return _words(sentence, rest, last) if rest is not None else None


def _words(sentence: list[Phrase], first: int, last: int) -> Span | None:
    while last > first and sentence[last - 1].kind == w.PUNCTUATION:
        last -= 1
    if last - first < _SHORTEST and sum(len(phrase.tokens) for phrase in sentence[first:last]) < _SHORTEST:
        return None
    return Span(sentence[first].start, sentence[last - 1].end)
