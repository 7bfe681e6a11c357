"""Says whose words a stretch between marks is, from the sentence it stands in."""

from articles.text.clauses import subject_of
from articles.text.cues_after import after, after_open_end, by_any_verb, close_of_sentence, closes_clause
from articles.text.cues_before import before, governing, owner_of_speech
from articles.text.english import words as w
from articles.text.english.lists import listed
from articles.text.english.nouns import DOCUMENTS
from articles.text.english.verbs import CUE_FORMS, PHRASAL
from articles.text.main_clauses import main_subject
from articles.text.phrases import Phrase
from articles.text.predicates import cues_in, is_subordinate
from articles.text.rules import SAME_SENTENCE, SENTENCE_BEFORE, SPEECH, SUBJECT, VERB_BEFORE, Attribution, span_of
from articles.text.sources import by_dash, in_the_words_of
from articles.text.speeches import possessor_of_speech
from articles.text.subjects import with_description

_ISSUED = listed("issued released sent published posted wrote delivered circulated issues releases offered gave")
# A sentence with none of these words reports nothing.
REPORTING = _ISSUED | CUE_FORMS.keys() | {pair.split()[0] for pair in PHRASAL}


def attribute(text: str, sentence: list[Phrase], place: int, earlier: Attribution | None) -> Attribution | None:
    """The speaker of the quotation at that place of a sentence; earlier is the speaker of the one before it there."""
    found = _attribute(text, sentence, place, earlier)
    if found and found.rule != SAME_SENTENCE:
        found.subject = with_description(sentence, found.subject)
    return found


def _attribute(text: str, sentence: list[Phrase], place: int, earlier: Attribution | None) -> Attribution | None:
    left = _start_of_lead(sentence, place)
    if earlier and earlier.rule == SPEECH:  # a noun for speech tells of the words beside it alone
        earlier = None
    lead = sentence[left:place]
    if not any(phrase.kind not in {w.PUNCTUATION, w.CONJUNCTION} for phrase in lead):
        if earlier and any(phrase.kind == w.CONJUNCTION for phrase in lead):
            return _inherited(earlier)
        found = (
            after(sentence, place)
            or in_the_words_of(sentence, place + 1, _next_quotation(sentence, place))
            or by_dash(sentence, place)
            or (earlier and _inherited(earlier))
        )
        if found is None and sentence[place].head.stretch.last_letter(text) in tuple(",?!—"):
            found = by_any_verb(sentence, place)
        return found
    leading = before(sentence, left, place, governing(sentence, left, place))
    return (
        _named_in_front(leading, closes_clause(text, sentence, place))
        or in_the_words_of(sentence, left, place)
        or owner_of_speech(sentence, left, place)
        or leading
        or (earlier and _inherited(earlier))
        or after_open_end(text, sentence, place)
        or close_of_sentence(sentence, place)
        or before(sentence, left, place, cues_in(sentence, left, place)[::-1])
    )


def _named_in_front(leading: Attribution | None, closing: Attribution | None) -> Attribution | None:
    """Jane Roe said, “…,” she added: the name in front, when the words behind are only a pronoun."""
    if leading is None or closing is None or closing.subject.head.head.tag != w.PRONOUN:
        return closing
    named = leading.subject.head.head.tag == w.NAME and leading.rule == VERB_BEFORE
    return leading if named else closing


def without_verb(sentence: list[Phrase], place: int) -> Attribution | None:
    """The subject of the sentence, when no verb of saying was found."""
    subject = possessor_of_speech(sentence, 0, place)
    if subject:
        return Attribution(subject, None, SPEECH)
    subject = main_subject(sentence, place)
    return Attribution(subject, None, SUBJECT) if subject else None


def reported_by(sentence: list[Phrase]) -> Attribution | None:
    """Who speaks in a sentence without quotations: the subject of its last verb of saying, of the main clause first."""
    verbs = cues_in(sentence, 0, len(sentence))[::-1] + _issues_statement(sentence)
    for verb in sorted(verbs, key=lambda place: (is_subordinate(sentence, place), sentence[place].gerund)):
        subject = subject_of(sentence, verb)
        if subject:
            return Attribution(subject, span_of(sentence[verb]), SENTENCE_BEFORE)
    return None


def _issues_statement(sentence: list[Phrase]) -> list[int]:
    """The city issued a statement: where such a verb stands."""
    return [
        place
        for place, phrase in enumerate(sentence[:-1])
        if phrase.is_finite and phrase.low in _ISSUED and sentence[place + 1].low in DOCUMENTS
    ]


def _inherited(earlier: Attribution) -> Attribution:
    return earlier.carried_on(SAME_SENTENCE)


def _next_quotation(sentence: list[Phrase], place: int) -> int:
    """Where the next quotation of the sentence stands, else its end."""
    following = range(place + 1, len(sentence))
    return next((later for later in following if sentence[later].kind == w.QUOTE), len(sentence))


def _start_of_lead(sentence: list[Phrase], place: int) -> int:
    """Where the words that lead to the quotation begin: after the quotation before it."""
    left = place
    while left > 0 and sentence[left - 1].kind != w.QUOTE:
        left -= 1
    return left
