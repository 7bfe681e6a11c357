"""Finds the noun phrase that is the subject of a verb, in a sentence cut into phrases."""

from articles.text.english import words as w
from articles.text.english.nouns import DOCUMENTS, TIMES
from articles.text.insertions import past_insertion
from articles.text.passives import agent, is_reduced_passive, verb_of_described_object
from articles.text.phrases import NOUN_PHRASE, VERB_GROUP, Phrase
from articles.text.predicates import (
    LOOK_BACK,
    coordinated_verb,
    finite_before,
    gerund_joined_to,
    main_verb_before,
    verb_of_infinitive,
)
from articles.text.relatives import antecedent, described_by_relative, noun_of_relative
from articles.text.subjects import SEPARATORS, Subject, can_speak, chain_start, whole


def subject_of(sentence: list[Phrase], verb: int) -> Subject | None:
    """Who does what the verb group at that place says, looked for in the usual places, once for each verb."""
    phrase = sentence[verb]
    if not phrase.sought:
        phrase.subject = _subject_of(sentence, verb)
        phrase.sought = True
    return phrase.subject


def _subject_of(sentence: list[Phrase], verb: int) -> Subject | None:
    phrase = sentence[verb]
    if phrase.gerund:
        return _subject_of_participle(sentence, verb)
    if phrase.infinitive:
        earlier = verb_of_infinitive(sentence, verb)
        return subject_of(sentence, earlier) if earlier is not None else None
    if phrase.passive or is_reduced_passive(sentence, verb):
        return subject_to_the_left(sentence, verb) if _joins_speech(phrase) else agent(sentence, verb)
    owner = verb_of_described_object(sentence, verb)
    if owner is not None:
        return subject_of(sentence, owner)
    return subject_to_the_left(sentence, verb)


def _joins_speech(verb: Phrase) -> bool:
    """Was quoted as saying: of these passive verbs the subject speaks."""
    return len(verb.tokens) > 2 and verb.tokens[-2].low == "as"


def subject_to_the_left(sentence: list[Phrase], verb: int) -> Subject | None:
    """The subject in front of a verb, whatever stands between them."""
    place = _skip_times(sentence, verb - 1)
    if place < 0:
        return None
    phrase = sentence[place]
    if phrase.kind == NOUN_PHRASE:
        owner = described_by_relative(sentence, place)
        if owner is not None:
            return whole(sentence, owner)
        return None if _hangs_on_words_said(sentence, place) else whole(sentence, place)
    if phrase.kind == w.RELATIVE or phrase.low == "that":
        return _behind_relative(sentence, place)
    if phrase.kind == w.CONJUNCTION:
        earlier = coordinated_verb(sentence, place)
        if earlier is not None and sentence[earlier].passive:
            return subject_to_the_left(sentence, earlier)
        subject = subject_of(sentence, earlier) if earlier is not None else None
        if subject is None or can_speak(subject.head):
            return subject
        return _nearer_speaker(sentence, earlier, place) or subject
    if phrase.kind == VERB_GROUP:
        earlier = finite_before(sentence, place + 1)
        owner = noun_of_relative(sentence, earlier - 1) if earlier else None
        if owner is not None:
            return whole(sentence, owner)
        return subject_of(sentence, earlier) if earlier is not None else None
    if phrase.low == ")":
        opening = next((back for back in range(place, max(-1, place - 12), -1) if sentence[back].low == "("), None)
        return subject_to_the_left(sentence, opening) if opening else None
    if phrase.low in SEPARATORS:
        return past_insertion(sentence, place)
    if phrase.kind == w.PREPOSITION and place and sentence[place - 1].kind == NOUN_PHRASE:  # a voice over says
        return whole(sentence, place - 1)
    return None


def _skip_times(sentence: list[Phrase], place: int) -> int:
    """Steps left over adverbs and "on Tuesday", "last week", "at 10 a.m."."""
    while place >= 0:
        phrase = sentence[place]
        is_time = phrase.kind == w.DATE or (phrase.kind == NOUN_PHRASE and phrase.low in TIMES)
        if is_time:
            place -= 1
            if place >= 0 and sentence[place].kind == w.PREPOSITION:
                place -= 1
        elif phrase.kind == w.ADVERB:
            place -= 1
        elif place > 1 and phrase.low in DOCUMENTS and _says_where(sentence, place - 1):
            place -= 2
        else:
            break
    return place


def _says_where(sentence: list[Phrase], preposition: int) -> bool:
    """She opened the road and in a statement said: the words only tell where."""
    return sentence[preposition].low in {"in", "on"} and sentence[preposition - 1].kind in {w.CONJUNCTION, NOUN_PHRASE}


def _hangs_on_words_said(sentence: list[Phrase], place: int) -> bool:
    """A “formal update” from the minister is coming: the minister is not what comes."""
    return place > 1 and sentence[place - 1].kind == w.PREPOSITION and sentence[place - 2].kind == w.QUOTE


def _behind_relative(sentence: list[Phrase], relative: int) -> Subject | None:
    """The words who, which or that speak; whom they stand for is the noun before them."""
    place = antecedent(sentence, relative)
    if place is None:
        return None
    verb = chain_start(sentence, place) - 1
    if sentence[place].low in DOCUMENTS and verb > 0 and sentence[verb].is_finite:
        return subject_of(sentence, verb)  # she released a video that said
    noun = whole(sentence, place)
    return Subject(sentence[relative].start, sentence[relative].end, noun.head, noun.several)


def _subject_of_participle(sentence: list[Phrase], verb: int) -> Subject | None:
    """Saying, adding, calling: the subject of the main clause, before it or after it, or the noun right before it."""
    place = _skip_times(sentence, verb - 1)
    beside = place if place >= 0 and sentence[place].kind == NOUN_PHRASE else None
    if beside is not None and not _is_object(sentence, beside):
        return whole(sentence, beside)
    earlier = gerund_joined_to(sentence, place) or main_verb_before(sentence, verb)
    if earlier is not None:
        passive = sentence[earlier].passive
        subject = subject_to_the_left(sentence, earlier) if passive else subject_of(sentence, earlier)
        if subject is not None:
            return subject if can_speak(subject.head) else _nearer_speaker(sentence, earlier, verb) or subject
    if beside is not None:
        return whole(sentence, beside)
    for forward in range(verb + 1, min(len(sentence), verb + LOOK_BACK)):
        phrase = sentence[forward]
        if phrase.is_finite:
            return subject_to_the_left(sentence, forward)
    return None


def _nearer_speaker(sentence: list[Phrase], main: int, place: int) -> Subject | None:
    """The trouble began when a woman rose, shouting “…”: the clause before, when the main one has nobody to speak."""
    nearest = finite_before(sentence, place)
    subject = subject_to_the_left(sentence, nearest) if nearest is not None and nearest > main else None
    return subject if subject and can_speak(subject.head) else None


def _is_object(sentence: list[Phrase], place: int) -> bool:
    """A noun behind a verb or a preposition is not what a participle after it tells about, unless it can speak."""
    if sentence[place].low in DOCUMENTS:
        return True
    first = chain_start(sentence, place)
    before = sentence[first - 1] if first else None
    if before is None or before.low == "with":  # with one poster writing “…”
        return False
    if before.kind == VERB_GROUP:
        return before.cue is not None or not can_speak(sentence[place])
    return before.kind in {w.PREPOSITION, w.TO}
