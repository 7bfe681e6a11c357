"""Speakers named behind a quotation: “…,” she said; “…,” said the mayor; …, the mayor said."""

from articles.text.clauses import subject_of
from articles.text.english import words as w
from articles.text.english.nouns import SPEECHES
from articles.text.english.offices import is_office
from articles.text.english.verbs import STRONG
from articles.text.inversions import subject_after
from articles.text.phrases import NOUN_PHRASE, VERB_GROUP, Phrase
from articles.text.predicates import cues_in
from articles.text.rules import ANY_VERB, CLOSES_SENTENCE, VERB_AFTER, VERB_FIRST, Attribution, span_of
from articles.text.sources import according
from articles.text.subjects import Subject, phrase_at

_NEAR = 240  # characters from the quotation to its verb of saying
_TAIL = 220


def after(sentence: list[Phrase], place: int) -> Attribution | None:
    """“…,” she said; “…,” said the mayor; “…,” according to the mayor."""
    origin = sentence[place].end
    described = None  # Jane Roe, who has proposed it, said: the verb of the main clause counts more
    for verb in range(place + 1, len(sentence)):
        phrase = sentence[verb]
        if phrase.kind == w.QUOTE or phrase.start - origin > _NEAR:
            return described
        if phrase.low == "according":
            return according(sentence, verb)
        if phrase.kind == VERB_GROUP and phrase.cue:
            found = _around(sentence, place, verb)
            if found and sentence[verb - 1].kind != w.RELATIVE:
                return found
            described = described or found
    return described


def _around(sentence: list[Phrase], place: int, verb: int) -> Attribution | None:
    """The subject on either side of a verb of saying that follows the quotation at that place."""
    between = [
        phrase for phrase in sentence[place + 1 : verb] if phrase.kind not in {w.PUNCTUATION, w.ADVERB, w.CONJUNCTION}
    ]
    if not between:
        if any(phrase.kind == w.CONJUNCTION for phrase in sentence[place + 1 : verb]):
            return None
        subject = subject_after(sentence, verb)
        return subject and Attribution(subject, span_of(sentence[verb]), VERB_FIRST)
    subject = _inverted(sentence, verb)
    if subject:
        return Attribution(subject, span_of(sentence[verb]), VERB_FIRST)
    subject = subject_of(sentence, verb)
    if subject and subject.start >= sentence[place].end:
        return Attribution(subject, span_of(sentence[verb]), VERB_AFTER)
    return None


def _inverted(sentence: list[Phrase], verb: int) -> Subject | None:
    """“We go” if it rains, said Jane Roe: behind a comma, a verb with a name after it and no verb after that."""
    if sentence[verb - 1].low != "," or sentence[verb].lemma not in STRONG:
        return None
    subject = subject_after(sentence, verb)
    if subject is None or not (subject.head.head.tag == w.NAME or is_office(subject.head.low)):
        return None
    following = next((phrase for phrase in sentence[verb + 1 :] if phrase.start >= subject.end), None)
    return None if following is not None and following.kind == VERB_GROUP else subject


def by_any_verb(sentence: list[Phrase], place: int) -> Attribution | None:
    """“Great!” beamed Jane Roe: a verb that no list holds, with a name right beside it."""
    following = sentence[place + 1 : place + 5]
    lows, kinds = [phrase.low for phrase in following], [phrase.kind for phrase in following]
    if lows[:1] == ["came"] and lows[2:3] == ["from"] and lows[1] in SPEECHES and kinds[3:] == [NOUN_PHRASE]:
        return Attribution(phrase_at(sentence, place + 4), span_of(following[0]), ANY_VERB)  # came the reply from Roe
    if kinds[:2] == [VERB_GROUP, NOUN_PHRASE] and not following[0].passive and not following[0].gerund:
        verb, subject = following[0], following[1]
        if subject.head.tag == w.NAME and len(verb.tokens) == 1 and verb.low.endswith("ed"):
            return Attribution(phrase_at(sentence, place + 2), span_of(verb), ANY_VERB)
    if kinds[:2] == [NOUN_PHRASE, VERB_GROUP]:
        subject, verb = following[0], following[1]
        acts = subject.head.tag in {w.NAME, w.PRONOUN} or is_office(subject.low)
        if acts and not verb.passive and not verb.infinitive:
            return Attribution(phrase_at(sentence, place + 1), span_of(verb), ANY_VERB)
    return None


def after_open_end(text: str, sentence: list[Phrase], place: int) -> Attribution | None:
    """Asked about it, “No,” she said: the quotation ends with a comma or a question, and a speaker follows at once."""
    if sentence[place].head.stretch.last_letter(text) not in tuple(",?!—–-…"):
        return None
    first = place + 2 if sentence[place + 1 : place + 2] and sentence[place + 1].low == "," else place + 1
    if first >= len(sentence) or (
        sentence[first].kind not in {NOUN_PHRASE, VERB_GROUP} and sentence[first].low != "according"
    ):
        return None
    found = after(sentence, place)
    return found if found and found.cue and found.subject.start - sentence[first].start < 40 else None


def closes_clause(text: str, sentence: list[Phrase], place: int) -> Attribution | None:
    """He denied it: “No,” she said. The words right behind the quotation count more than those before it."""
    if sentence[place].head.stretch.last_letter(text) not in tuple(",?!") or _in_subordinate_clause(sentence, place):
        return None
    announced = sentence[place - 1].low in {":", "—", "–", "-", "--"}
    for verb in range(place + 1, min(place + 5, len(sentence))):
        phrase = sentence[verb]
        if phrase.low == "according" and not cues_in(sentence, max(0, place - 3), place):
            return according(sentence, verb)
        if phrase.kind == VERB_GROUP:
            plain = phrase.cue and not phrase.gerund and not phrase.infinitive
            if plain and (announced or (phrase.lemma in STRONG and _ends_clause(sentence, verb))):
                return _around(sentence, place, verb)
            return None
        as_told = phrase.low == "as" and verb == place + 1  # “dead,” as the mayor said
        if phrase.kind not in {NOUN_PHRASE, w.ADVERB} and phrase.low not in {"of", ","} and not as_told:
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


def close_of_sentence(sentence: list[Phrase], place: int) -> Attribution | None:
    """The plan is “dead,” and so is its author, the mayor said."""
    end = sentence[-1].end
    for comma in range(place, len(sentence) - 1):
        opens = sentence[comma].low == "," or sentence[comma].kind == w.QUOTE
        if not opens or end - sentence[comma].end > _TAIL:
            continue
        found = _speaker_and_verb(sentence, comma)
        if found:
            return found
    return _last_words(sentence, place)


def _last_words(sentence: list[Phrase], place: int) -> Attribution | None:
    """The plan is “dead,” Jane Roe, the mayor, said: a verb of saying ends the sentence."""
    verb = len(sentence) - 1
    while verb > place and sentence[verb].kind == w.PUNCTUATION:
        verb -= 1
    phrase = sentence[verb]
    if verb == place or not phrase.is_finite or phrase.lemma not in STRONG or phrase.passive:
        return None
    subject = subject_of(sentence, verb)
    if subject and subject.start >= sentence[place].end:
        return Attribution(subject, span_of(phrase), CLOSES_SENTENCE)
    return None


def _named_and_described(sentence: list[Phrase], first: int) -> Attribution | None:
    """Jane Roe, the former mayor, said: a name right behind the quotation, its description, and the verb."""
    named = sentence[first].kind == NOUN_PHRASE and sentence[first].head.tag == w.NAME
    if not named or first + 1 == len(sentence) or sentence[first + 1].low != ",":
        return None
    for verb in range(first + 2, min(first + 12, len(sentence))):
        phrase = sentence[verb]
        if phrase.kind == VERB_GROUP or phrase.kind == w.QUOTE:
            plain = phrase.cue and phrase.is_finite and not phrase.passive and phrase.lemma in STRONG
            described = plain and sentence[verb - 1].low == ","
            return Attribution(phrase_at(sentence, first), span_of(phrase), CLOSES_SENTENCE) if described else None
    return None


def _speaker_and_verb(sentence: list[Phrase], comma: int) -> Attribution | None:
    """Right behind the comma: she said, said the mayor, according to the mayor."""
    first = comma + 1
    while first < len(sentence) and sentence[first].kind == w.ADVERB:
        first += 1
    if first >= len(sentence):
        return None
    if sentence[first].low == "according":
        return according(sentence, first)
    if sentence[comma].kind == w.QUOTE and (found := _named_and_described(sentence, first)):
        return found
    for verb in range(first, min(first + 4, len(sentence))):
        phrase = sentence[verb]
        if phrase.kind == VERB_GROUP:
            if not phrase.is_finite or phrase.lemma not in STRONG or not _ends_clause(sentence, verb):
                return None
            subject = subject_after(sentence, verb) if verb == first else subject_of(sentence, verb)
            if subject and subject.start >= sentence[first].start:
                return Attribution(subject, span_of(phrase), CLOSES_SENTENCE)
            return None
        if phrase.kind not in {NOUN_PHRASE, w.PREPOSITION} and (phrase.kind != w.CONJUNCTION or verb == first):
            return None
    return None
