"""Says whose words a stretch between marks is, from the sentence it stands in."""

from dataclasses import dataclass

from articles.text import words as w
from articles.text.clauses import (
    Subject,
    main_subject,
    nearest_subject,
    phrase_at,
    possessor_of_speech,
    subject_after,
    subject_of,
    with_description,
)
from articles.text.findings import Span
from articles.text.phrases import NOUN_PHRASE, VERB_GROUP, Phrase
from articles.text.verbs import STRONG

# The rules, in words an editor understands.
VERB_AFTER = "the speaker and a verb of saying follow the quotation"
VERB_FIRST = "a verb of saying and the speaker follow the quotation"
VERB_BEFORE = "the speaker and a verb of saying lead to the quotation"
WORDS_BETWEEN = "a verb of saying stands earlier in the sentence"
ACCORDING_TO = "according to the speaker"
COLON = "the speaker and a colon stand before the quotation"
SAME_SENTENCE = "goes on with the speaker of the same sentence"
CLOSES_SENTENCE = "the speaker and a verb of saying close the sentence"
SUBJECT = "the subject of the sentence, without a verb of saying"
SAME_PARAGRAPH = "goes on with the speaker of the same paragraph"
SENTENCE_BEFORE = "the sentence before says who speaks"
PARAGRAPH_BEFORE = "goes on with the speaker of the paragraph before"
SPEECH = "a noun for speech says whose words they are"
DASH = "the speaker stands behind the quotation and a dash"
ANY_VERB = "a name and a verb stand right behind the quotation"
NEXT_PARAGRAPH = "the next paragraph says who speaks"

_NEAR = 240  # characters from the quotation to its verb of saying
_TAIL = 220


@dataclass(slots=True)
class Attribution:
    """Who speaks, the words that say so, and the rule."""

    subject: Subject
    cue: Span | None
    rule: str


def attribute(text: str, sentence: list[Phrase], place: int, earlier: Attribution | None) -> Attribution | None:
    """The speaker of the quotation at that place of a sentence; earlier is the speaker of the one before it there."""
    found = _attribute(text, sentence, place, earlier)
    if found and found.rule != SAME_SENTENCE:
        found.subject = with_description(sentence, found.subject)
    return found


def _attribute(text: str, sentence: list[Phrase], place: int, earlier: Attribution | None) -> Attribution | None:
    left = _start_of_lead(sentence, place)
    lead = sentence[left:place]
    if not any(phrase.kind not in {w.PUNCTUATION, w.CONJUNCTION} for phrase in lead):
        if earlier and any(phrase.kind == w.CONJUNCTION for phrase in lead):
            return _inherited(earlier)
        found = _after(sentence, place) or _by_dash(sentence, place) or (earlier and _inherited(earlier))
        if found is None and sentence[place].head.stretch.last_letter(text) in tuple(",?!—"):
            found = _by_any_verb(sentence, place)
        return found
    return (
        _closes_clause(text, sentence, place)
        or _in_the_words_of(sentence, left, place)
        or _owner_of_speech(sentence, left, place)
        or _before(sentence, left, place, _governing)
        or (earlier and _inherited(earlier))
        or _after_open_end(text, sentence, place)
        or _close_of_sentence(sentence, place)
        or _before(sentence, left, place, _any_cue)
    )


def without_verb(sentence: list[Phrase], place: int) -> Attribution | None:
    """The subject of the sentence, when no verb of saying was found."""
    subject = possessor_of_speech(sentence, 0, place)
    if subject:
        return Attribution(subject, None, SPEECH)
    subject = main_subject(sentence, place)
    return Attribution(subject, None, SUBJECT) if subject else None


def reported_by(sentence: list[Phrase]) -> Attribution | None:
    """Who speaks in a sentence without quotations: the subject of its last verb of saying."""
    for place in range(len(sentence) - 1, -1, -1):
        if sentence[place].kind == VERB_GROUP and sentence[place].cue:
            subject = subject_of(sentence, place)
            if subject:
                return Attribution(subject, _span(sentence[place]), SENTENCE_BEFORE)
    return None


def _inherited(earlier: Attribution) -> Attribution:
    return Attribution(earlier.subject, None, SAME_SENTENCE)


def _start_of_lead(sentence: list[Phrase], place: int) -> int:
    """Where the words that lead to the quotation begin: after the quotation before it."""
    left = place
    while left > 0 and sentence[left - 1].kind != w.QUOTE:
        left -= 1
    return left


def _span(phrase: Phrase) -> Span:
    return Span(phrase.cue.start if phrase.cue else phrase.start, phrase.end)


def _after(sentence: list[Phrase], place: int) -> Attribution | None:
    """“…,” she said; “…,” said the mayor; “…,” according to the mayor."""
    origin = sentence[place].end
    for verb in range(place + 1, len(sentence)):
        phrase = sentence[verb]
        if phrase.kind == w.QUOTE or phrase.start - origin > _NEAR:
            return None
        if phrase.low == "according":
            return _according(sentence, verb)
        if phrase.kind == VERB_GROUP and phrase.cue:
            found = _around(sentence, place, verb)
            if found:
                return found
    return None


def _around(sentence: list[Phrase], place: int, verb: int) -> Attribution | None:
    """The subject on either side of a verb of saying that follows the quotation at that place."""
    between = [
        phrase for phrase in sentence[place + 1 : verb] if phrase.kind not in {w.PUNCTUATION, w.ADVERB, w.CONJUNCTION}
    ]
    if not between:
        if any(phrase.kind == w.CONJUNCTION for phrase in sentence[place + 1 : verb]):
            return None
        subject = subject_after(sentence, verb)
        return subject and Attribution(subject, _span(sentence[verb]), VERB_FIRST)
    subject = subject_of(sentence, verb)
    if subject and subject.start >= sentence[place].end:
        return Attribution(subject, _span(sentence[verb]), VERB_AFTER)
    return None


def _owner_of_speech(sentence: list[Phrase], left: int, place: int) -> Attribution | None:
    """The mayor's promise of “…”: a named owner counts more than a verb farther off."""
    if sentence[place - 1].low not in {"of", "that"} and sentence[place - 2].low not in {"of", "that"}:
        return None
    subject = possessor_of_speech(sentence, max(left, place - 3), place)
    return Attribution(subject, None, SPEECH) if subject and subject.head.head.tag in {w.NAME, w.NOUN} else None


def _in_the_words_of(sentence: list[Phrase], left: int, place: int) -> Attribution | None:
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


def _by_dash(sentence: list[Phrase], place: int) -> Attribution | None:
    """“…” — Jane Roe"""
    following = sentence[place + 1 : place + 3]
    if len(following) == 2 and following[0].low in {"—", "–", "-", "--"} and following[1].kind == NOUN_PHRASE:
        cue = Span(following[0].start, following[0].end)
        return Attribution(phrase_at(sentence, place + 2), cue, DASH) if following[1].head.tag == w.NAME else None
    return None


def _by_any_verb(sentence: list[Phrase], place: int) -> Attribution | None:
    """“Great!” beamed Jane Roe: a verb that no list holds, with a name right beside it."""
    following = sentence[place + 1 : place + 4]
    kinds = [phrase.kind for phrase in following]
    if kinds[:2] == [VERB_GROUP, NOUN_PHRASE] and not following[0].passive and not following[0].gerund:
        verb, subject = following[0], following[1]
        if subject.head.tag == w.NAME and len(verb.tokens) == 1 and verb.low.endswith("ed"):
            return Attribution(phrase_at(sentence, place + 2), _span(verb), ANY_VERB)
    if kinds[:2] == [NOUN_PHRASE, VERB_GROUP] and following[0].head.tag in {w.NAME, w.PRONOUN}:
        verb = following[1]
        if not verb.passive and not verb.infinitive:
            return Attribution(phrase_at(sentence, place + 1), _span(verb), ANY_VERB)
    return None


def _according(sentence: list[Phrase], place: int) -> Attribution | None:
    """According to the mayor: the source and the words that say so."""
    subject = according_to(sentence, place)
    cue = Span(sentence[place].start, sentence[place + 1].end) if subject else None
    return subject and Attribution(subject, cue, ACCORDING_TO)


def according_to(sentence: list[Phrase], place: int) -> Subject | None:
    """The noun phrase behind "according to"."""
    if place + 2 < len(sentence) and sentence[place + 1].low == "to" and sentence[place + 2].kind == NOUN_PHRASE:
        return _named_of(sentence, place + 2)
    return None


def _before(sentence: list[Phrase], left: int, place: int, choose) -> Attribution | None:
    """The mayor said “…”; According to the mayor, “…”; The mayor: “…”."""
    according = next((i for i in range(place - 1, left - 1, -1) if sentence[i].low == "according"), None)
    for verb in choose(sentence, left, place):
        if according is not None and according > verb:
            break
        subject = subject_of(sentence, verb)
        if subject:
            near = place - verb <= 3
            return Attribution(subject, _span(sentence[verb]), VERB_BEFORE if near else WORDS_BETWEEN)
    if according is not None:
        return _according(sentence, according)
    if sentence[place - 1].low == ":":
        if left == 0 and sentence[0].low == "from" and sentence[1].kind == NOUN_PHRASE:  # From the report: “…”
            return Attribution(phrase_at(sentence, 1), Span(sentence[0].start, sentence[0].end), COLON)
        subject = nearest_subject(sentence, place)
        return subject and Attribution(subject, Span(sentence[place - 1].start, sentence[place - 1].end), COLON)
    return None


def _governing(sentence: list[Phrase], left: int, place: int) -> list[int]:
    """The verbs that may govern a quotation to their right, the likeliest first."""
    cues = _cues(sentence, left, place)
    strong = [v for v in cues if sentence[v].lemma in STRONG and not sentence[v].infinitive]
    adjacent = [v for v in reversed(cues) if sum(len(p.tokens) for p in sentence[v + 1 : place]) <= 4]
    if sentence[place - 1].low in {":", ","}:
        return adjacent + strong[::-1]
    return strong or adjacent


def _any_cue(sentence: list[Phrase], left: int, place: int) -> list[int]:
    return _cues(sentence, left, place)[::-1]


def _cues(sentence: list[Phrase], left: int, place: int) -> list[int]:
    return [v for v in range(left, place) if sentence[v].kind == VERB_GROUP and sentence[v].cue]


def _after_open_end(text: str, sentence: list[Phrase], place: int) -> Attribution | None:
    """Asked about it, “No,” she said: the quotation ends with a comma or a question, and a speaker follows at once."""
    if sentence[place].head.stretch.last_letter(text) not in tuple(",?!—–-…"):
        return None
    first = place + 2 if sentence[place + 1 : place + 2] and sentence[place + 1].low == "," else place + 1
    if first >= len(sentence) or (
        sentence[first].kind not in {NOUN_PHRASE, VERB_GROUP} and sentence[first].low != "according"
    ):
        return None
    found = _after(sentence, place)
    return found if found and found.cue and found.subject.start - sentence[first].start < 40 else None


def _closes_clause(text: str, sentence: list[Phrase], place: int) -> Attribution | None:
    """He denied it: “No,” she said. The words right behind the quotation count more than those before it."""
    if sentence[place].head.stretch.last_letter(text) not in tuple(",?!") or _in_subordinate_clause(sentence, place):
        return None
    announced = sentence[place - 1].low in {":", "—", "–", "-", "--"}
    for verb in range(place + 1, min(place + 5, len(sentence))):
        phrase = sentence[verb]
        if phrase.low == "according" and not _cues(sentence, max(0, place - 3), place):
            return _according(sentence, verb)
        if phrase.kind == VERB_GROUP:
            plain = phrase.cue and not phrase.gerund and not phrase.infinitive
            if plain and (announced or (phrase.lemma in STRONG and _ends_clause(sentence, verb))):
                return _around(sentence, place, verb)
            return None
        if phrase.kind not in {NOUN_PHRASE, w.ADVERB} and phrase.low not in {"of", ","}:
            return None
    return None


def _in_subordinate_clause(sentence: list[Phrase], place: int) -> bool:
    """When someone shouted “…,” the clause of the quotation only leads to the main one."""
    if sentence[0].kind != w.SUBORDINATOR and sentence[0].low not in {"after", "before", "since", "until"}:
        return False
    return not any(phrase.low == "," for phrase in sentence[: place - 1])


def _ends_clause(sentence: list[Phrase], verb: int) -> bool:
    """Whether nothing that was said follows the verb: she said. she told the paper. said the mayor on Monday."""
    following = sentence[verb + 1] if verb + 1 < len(sentence) else None
    if following is None or following.low in {".", ",", ";"} or following.kind in {w.QUOTE, w.PREPOSITION, w.DATE}:
        return True
    return following.kind == NOUN_PHRASE and (sentence[verb].lemma == "tell" or sentence[verb - 1].kind != NOUN_PHRASE)


def _close_of_sentence(sentence: list[Phrase], place: int) -> Attribution | None:
    """The plan is “dead,” and so is its author, the mayor said."""
    end = sentence[-1].end
    for comma in range(place, len(sentence) - 1):
        opens = sentence[comma].low == "," or sentence[comma].kind == w.QUOTE
        if not opens or end - sentence[comma].end > _TAIL:
            continue
        found = _speaker_and_verb(sentence, comma)
        if found:
            return found
    return None


def _speaker_and_verb(sentence: list[Phrase], comma: int) -> Attribution | None:
    """Right behind the comma: she said, said the mayor, according to the mayor."""
    first = comma + 1
    while first < len(sentence) and sentence[first].kind == w.ADVERB:
        first += 1
    if first >= len(sentence):
        return None
    if sentence[first].low == "according":
        return _according(sentence, first)
    for verb in range(first, min(first + 4, len(sentence))):
        phrase = sentence[verb]
        if phrase.kind == VERB_GROUP:
            if not phrase.cue or phrase.lemma not in STRONG or phrase.gerund or phrase.infinitive:
                return None
            subject = subject_after(sentence, verb) if verb == first else subject_of(sentence, verb)
            if subject and subject.start >= sentence[first].start:
                return Attribution(subject, _span(phrase), CLOSES_SENTENCE)
            return None
        if phrase.kind not in {NOUN_PHRASE, w.PREPOSITION, w.CONJUNCTION}:
            return None
    return None
