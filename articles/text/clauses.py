"""Finds the noun phrase that is the subject of a verb, in a sentence cut into phrases."""

from collections.abc import Iterable

from articles.text.english import words as w
from articles.text.english.lists import listed
from articles.text.english.nouns import DOCUMENTS, TIMES
from articles.text.english.verbs import STRONG
from articles.text.insertions import past_insertion
from articles.text.phrases import NOUN_PHRASE, VERB_GROUP, Phrase
from articles.text.predicates import (
    LOOK_BACK,
    coordinated_verb,
    finite_before,
    gerund_joined_to,
    is_subordinate,
    main_verb_before,
    verb_of_infinitive,
)
from articles.text.subjects import CLAUSE_PREPOSITIONS, SEPARATORS, Subject, can_speak, chain_start, phrase_at, whole

_NEVER_INVERTED = listed("tell assure remind inform urge accuse thank describe refer speak blame")
_CLAUSE_VERBS = ("suggest", "indicat", "reveal", "show", "mean", "prov", "think", "thought", "believ", "know", "knew")
_CLAUSE_VERBS += ("hope", "fear", "find", "found", "see", "saw", "hear", "learn", "imagin", "report", "feel", "felt")
_MODALS = listed("can could may might must shall should will would")
_NO_SPEAKERS = w.OBJECT_PRONOUNS | {"it", "you"} | TIMES


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
    if phrase.passive or _is_reduced_passive(sentence, verb):
        return _agent(sentence, verb)
    owner = _verb_of_described_object(sentence, verb)
    if owner is not None:
        return subject_of(sentence, owner)
    return _subject_to_the_left(sentence, verb)


def _verb_of_described_object(sentence: list[Phrase], verb: int) -> int | None:
    """They slammed the loophole called “…”: the verb whose object "called" describes, unless it takes a clause."""
    if len(sentence[verb].tokens) > 1 or not sentence[verb].low.endswith("ed") or verb < 2:
        return None
    if sentence[verb - 1].kind != NOUN_PHRASE or sentence[verb - 1].head.tag == w.PRONOUN:
        return None
    owner = chain_start(sentence, verb - 1) - 1
    if owner < 1 or not sentence[owner].is_finite or sentence[owner].head.tag == w.AUXILIARY:
        return None
    takes_clause = sentence[owner].lemma in STRONG or sentence[owner].low.startswith(_CLAUSE_VERBS)
    return None if takes_clause or sentence[owner - 1].kind == w.RELATIVE else owner


def _is_reduced_passive(sentence: list[Phrase], verb: int) -> bool:
    """A plan labeled “a farce” by the mayor."""
    phrase = sentence[verb]
    if len(phrase.tokens) > 2 or not phrase.low.endswith("ed"):
        return False
    quoted = next((i for i in range(verb + 1, min(len(sentence), verb + 4)) if sentence[i].kind == w.QUOTE), None)
    between = {each.low for each in sentence[verb + 1 : quoted]} if quoted else {""}
    return between <= {"as", "a", "an", "the"} and quoted + 1 < len(sentence) and sentence[quoted + 1].low == "by"


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


def main_subject(sentence: list[Phrase], stop: int) -> Subject | None:
    """The subject of the main clause, when nothing nearer to the words at stop says who speaks."""
    if _leads_with_participle(sentence, stop):
        after = next((i for i in range(stop, len(sentence)) if sentence[i].low == "," or i == stop), stop)
        found = _first_subject(sentence, range(after + 1, len(sentence)))
        if found:
            return found
    found = _first_subject(sentence, range(_end_of_opening_clause(sentence, stop), stop))
    if found:
        return found
    for place in range(stop):
        leads = place == 0 or sentence[place - 1].kind not in {w.PREPOSITION, w.TO}
        if leads and sentence[place].kind == NOUN_PHRASE and sentence[place].low not in TIMES:
            return phrase_at(sentence, place)
    return None


def nearest_subject(sentence: list[Phrase], stop: int) -> Subject | None:
    """The subject of the last clause before the words at stop: she was blunt: “…”."""
    main = [place for place in range(stop - 1, -1, -1) if not is_subordinate(sentence, place)]
    return _first_subject(sentence, main) or main_subject(sentence, stop)


def _first_subject(sentence: list[Phrase], places: Iterable[int]) -> Subject | None:
    """The first that can speak, else the first at all; those of relative clauses only describe them."""
    first = None
    for place in places:
        if sentence[place].kind == VERB_GROUP and sentence[place].is_finite:
            subject = _subject_to_the_left(sentence, place)
            describes = place > 0 and sentence[place - 1].kind == w.RELATIVE
            if subject is not None and can_speak(subject.head) and not describes:
                return subject
            first = first or subject
    return first


def _end_of_opening_clause(sentence: list[Phrase], stop: int) -> int:
    """As night fell, the mayor called for “calm”: where the main clause begins, if it has a verb before stop."""
    opening = 1 if sentence[0].kind == w.CONJUNCTION else 0
    first = sentence[opening]
    if first.kind != w.SUBORDINATOR and first.low not in CLAUSE_PREPOSITIONS and not first.gerund:
        return 0
    comma = next((place for place in range(opening, stop) if sentence[place].low == ","), 0)
    return comma if any(phrase.is_finite for phrase in sentence[comma:stop]) else 0


def _leads_with_participle(sentence: list[Phrase], stop: int) -> bool:
    """After spending weeks asking who is “qualified”, she …: the main clause is still to come."""
    opening = 1 if sentence[0].kind in {w.PREPOSITION, w.SUBORDINATOR, w.CONJUNCTION} else 0
    if opening >= stop or not sentence[opening].gerund:
        return False
    return not any(phrase.low == "," for phrase in sentence[opening:stop])


def _subject_to_the_left(sentence: list[Phrase], verb: int) -> Subject | None:
    place = _skip_times(sentence, verb - 1)
    if place < 0:
        return None
    phrase = sentence[place]
    if phrase.kind == NOUN_PHRASE:
        owner = _described_by_relative(sentence, place)
        if owner is not None:
            return whole(sentence, owner)
        return None if _hangs_on_words_said(sentence, place) else whole(sentence, place)
    if phrase.kind == w.RELATIVE or phrase.low == "that":
        return _antecedent(sentence, place)
    if phrase.kind == w.CONJUNCTION:
        earlier = coordinated_verb(sentence, place)
        if earlier is not None and sentence[earlier].passive:
            return _subject_to_the_left(sentence, earlier)
        subject = subject_of(sentence, earlier) if earlier is not None else None
        if subject is None or can_speak(subject.head):
            return subject
        return _nearer_speaker(sentence, earlier, place) or subject
    if phrase.kind == VERB_GROUP:
        earlier = finite_before(sentence, place + 1)
        owner = _noun_of_relative(sentence, earlier - 1) if earlier else None
        if owner is not None:
            return whole(sentence, owner)
        return subject_of(sentence, earlier) if earlier is not None else None
    if phrase.low == ")":
        opening = next((back for back in range(place, max(-1, place - 12), -1) if sentence[back].low == "("), None)
        return _subject_to_the_left(sentence, opening) if opening else None
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


def _noun_of_relative(sentence: list[Phrase], relative: int) -> int | None:
    """Another man who was there and who asked not to be named said: the noun both clauses tell about."""
    while relative > 0 and sentence[relative].kind == w.RELATIVE:
        if sentence[relative - 1].kind == NOUN_PHRASE:
            return relative - 1
        earlier = range(relative - 1, max(0, relative - LOOK_BACK), -1)
        relative = next((back for back in earlier if sentence[back].kind == w.RELATIVE), 0)
    return None


def _described_by_relative(sentence: list[Phrase], place: int) -> int | None:
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


def _antecedent(sentence: list[Phrase], relative: int) -> Subject | None:
    """The words who, which or that speak; whom they stand for is the noun before them."""
    place = relative - 1
    if place >= 0 and sentence[place].low in SEPARATORS:
        place -= 1
    if place >= 0 and sentence[place].low == ")":
        place = next((back - 1 for back in range(place, max(0, place - 12), -1) if sentence[back].low == "("), -1)
    if place < 0 or sentence[place].kind != NOUN_PHRASE:
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
        subject = _subject_to_the_left(sentence, earlier) if passive else subject_of(sentence, earlier)
        if subject is not None:
            return subject if can_speak(subject.head) else _nearer_speaker(sentence, earlier, verb) or subject
    if beside is not None:
        return whole(sentence, beside)
    for forward in range(verb + 1, min(len(sentence), verb + LOOK_BACK)):
        phrase = sentence[forward]
        if phrase.is_finite:
            return _subject_to_the_left(sentence, forward)
    return None


def _nearer_speaker(sentence: list[Phrase], main: int, place: int) -> Subject | None:
    """The trouble began when a woman rose, shouting “…”: the clause before, when the main one has nobody to speak."""
    nearest = finite_before(sentence, place)
    subject = _subject_to_the_left(sentence, nearest) if nearest is not None and nearest > main else None
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


def _agent(sentence: list[Phrase], verb: int) -> Subject | None:
    """Who did it, of a passive verb: called “a disgrace” by his rivals; was quoted as saying."""
    if len(sentence[verb].tokens) > 2 and sentence[verb].tokens[-2].low == "as":
        return _subject_to_the_left(sentence, verb)
    for place in range(verb + 1, min(len(sentence) - 1, verb + 9)):
        if sentence[place].low == "by" and sentence[place + 1].kind == NOUN_PHRASE:
            return phrase_at(sentence, place + 1)
    return None
