"""Finds the noun phrase that is the subject of a verb, in a sentence cut into phrases."""

from collections.abc import Iterable

from articles.text import words as w
from articles.text.lists import listed
from articles.text.nouns import DOCUMENTS, SPEECHES, TIMES
from articles.text.offices import is_office
from articles.text.phrases import NOUN_PHRASE, VERB_GROUP, Phrase
from articles.text.places import PLACES, STATES_IN_SHORT

_SEPARATORS = {",", "—", "–", "--", "-"}
_BOUNDARIES = {";", ":"}
_CONNECTORS = {w.CONJUNCTION, w.SUBORDINATOR, w.ADVERB}
_NEVER_INVERTED = listed("tell assure remind inform urge accuse thank describe refer speak blame")
_OBJECTS = w.OBJECT_PRONOUNS | {"it", "you"}
_CLAUSE_PREPOSITIONS = {"after", "before", "since", "until"}
_BE = {"is", "was", "are", "were", "be", "been"}
_LONGEST = 110  # characters of a name with its description
_LOOK_BACK = 60  # phrases; longer sentences are lists or broken text


class Subject:
    """A noun phrase with the phrases of and for that belong to it."""

    __slots__ = ("end", "head", "several", "start")

    def __init__(self, start: int, end: int, head: Phrase, several: bool = False):
        self.start = start
        self.end = end
        self.head = head
        self.several = several

    def __repr__(self):
        return f"<{self.start}:{self.end} {self.head}>"


def subject_of(sentence: list[Phrase], verb: int) -> Subject | None:
    """Who does what the verb group at that place says, looked for in the usual places."""
    phrase = sentence[verb]
    if phrase.gerund:
        return _subject_of_participle(sentence, verb)
    if phrase.infinitive:
        earlier = _verb_of_infinitive(sentence, verb)
        return subject_of(sentence, earlier) if earlier is not None else None
    if phrase.passive:
        return _agent(sentence, verb)
    return _subject_to_the_left(sentence, verb)


def subject_after(sentence: list[Phrase], verb: int) -> Subject | None:
    """The subject of an inverted verb: “…,” said the mayor of Springfield."""
    if sentence[verb].lemma in _NEVER_INVERTED or sentence[verb].gerund:
        return None
    place = verb + 1
    while place < len(sentence) and sentence[place].kind in {w.ADVERB, w.DATE}:
        place += 1
    if place < len(sentence) and sentence[place].kind == NOUN_PHRASE and sentence[place].low not in _OBJECTS | TIMES:
        return phrase_at(sentence, place)
    return None


def phrase_at(sentence: list[Phrase], place: int) -> Subject:
    """A noun phrase with what hangs on it to the right: a spokesman for the ministry, Ann and Bob."""
    first = sentence[place]
    end = place
    several = False
    while (
        end + 2 < len(sentence) and sentence[end + 2].kind == NOUN_PHRASE and sentence[end + 2].end - first.start < 100
    ):
        link = sentence[end + 1].low
        if link == "and" and end == place and _verb_group_at(sentence, end + 3) is None:
            several = True
        elif link not in {"of", "for"}:
            break
        end += 2
    return Subject(first.start, sentence[end].end, first, several)


def _verb_group_at(sentence: list[Phrase], place: int) -> Phrase | None:
    return sentence[place] if place < len(sentence) and sentence[place].kind == VERB_GROUP else None


def main_subject(sentence: list[Phrase], stop: int) -> Subject | None:
    """The subject of the main clause, when nothing nearer to the words at stop says who speaks."""
    if _leads_with_participle(sentence, stop):
        after = next((i for i in range(stop, len(sentence)) if sentence[i].low == "," or i == stop), stop)
        found = _first_subject(sentence, range(after + 1, len(sentence)))
        if found:
            return found
    found = _first_subject(sentence, range(stop))
    if found:
        return found
    for place in range(stop):
        leads = place == 0 or sentence[place - 1].kind not in {w.PREPOSITION, w.TO}
        if leads and sentence[place].kind == NOUN_PHRASE and sentence[place].low not in TIMES:
            return phrase_at(sentence, place)
    return None


def nearest_subject(sentence: list[Phrase], stop: int) -> Subject | None:
    """The subject of the last clause before the words at stop: she was blunt: “…”."""
    main = [place for place in range(stop - 1, -1, -1) if not _is_subordinate(sentence, place)]
    return _first_subject(sentence, main) or main_subject(sentence, stop)


def _first_subject(sentence: list[Phrase], places: Iterable[int]) -> Subject | None:
    for place in places:
        if sentence[place].is_finite:
            subject = _subject_to_the_left(sentence, place)
            if subject is not None:
                return subject
    return None


def _leads_with_participle(sentence: list[Phrase], stop: int) -> bool:
    """After spending weeks asking who is “qualified”, she …: the main clause is still to come."""
    opening = 1 if sentence[0].kind in {w.PREPOSITION, w.SUBORDINATOR, w.CONJUNCTION} else 0
    if opening >= stop or not sentence[opening].gerund:
        return False
    return not any(phrase.low == "," for phrase in sentence[opening:stop])


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


def with_description(sentence: list[Phrase], subject: Subject) -> Subject:
    """Jane Roe, a lawyer for the city: the words behind a name that say who that is belong to it."""
    place = next((i for i, phrase in enumerate(sentence) if phrase.end == subject.end), None)
    if place is None or subject.head.head.tag != w.NAME or place + 2 >= len(sentence) or sentence[place + 1].low != ",":
        return subject
    first = sentence[place + 2]
    if first.kind != NOUN_PHRASE or (first.head.tag == w.NAME and not is_office(first.low)):
        return subject
    end = place + 2
    while end + 1 < len(sentence) and sentence[end + 1].kind in {NOUN_PHRASE, w.PREPOSITION, w.TO}:
        end += 1
    closed = end + 1 == len(sentence) or sentence[end + 1].low in {",", ".", "“”"}
    if not closed or sentence[end].kind != NOUN_PHRASE or sentence[end].end - subject.start > _LONGEST:
        return subject
    return Subject(subject.start, sentence[end].end, subject.head, subject.several)


def _subject_to_the_left(sentence: list[Phrase], verb: int) -> Subject | None:
    place = _skip_times(sentence, verb - 1)
    if place < 0:
        return None
    phrase = sentence[place]
    if phrase.kind == NOUN_PHRASE:
        relative = _relative_around(sentence, place)
        if relative:
            return _antecedent_itself(sentence, relative)
        return None if _hangs_on_words_said(sentence, place) else _whole(sentence, place)
    if phrase.kind == w.RELATIVE or phrase.low == "that":
        return _antecedent(sentence, place)
    if phrase.kind == w.CONJUNCTION:
        earlier = _coordinated_verb(sentence, place)
        return subject_of(sentence, earlier) if earlier is not None else None
    if phrase.kind == VERB_GROUP:
        earlier = _finite_before(sentence, place + 1)
        return subject_of(sentence, earlier) if earlier is not None else None
    if phrase.low == ")":
        opening = next((back for back in range(place, max(-1, place - 12), -1) if sentence[back].low == "("), None)
        return _subject_to_the_left(sentence, opening) if opening else None
    if phrase.low in _SEPARATORS:
        return _past_insertion(sentence, place)
    if phrase.kind == w.PREPOSITION and place and sentence[place - 1].kind == NOUN_PHRASE:  # a voice over says
        return _whole(sentence, place - 1)
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
        else:
            break
    return place


def _whole(sentence: list[Phrase], place: int) -> Subject:
    """The phrase a noun hangs on: in "a spokesman for the mayor" and "the mayor at a rally" the first noun speaks."""
    first = _chain_start(sentence, place)
    if first >= 1 and sentence[first - 1].kind == w.PREPOSITION and first < place:
        first = place  # the whole chain only tells where or when
    several = False
    start = sentence[first].start
    joined = first >= 2 and sentence[first - 1].low == "and" and sentence[first - 2].kind == NOUN_PHRASE
    if joined and _opens_clause(sentence, first - 2):
        several, start = True, sentence[first - 2].start
    subject = phrase_at(sentence, first)
    return Subject(start, subject.end, sentence[first], several)


def _chain_start(sentence: list[Phrase], place: int) -> int:
    """Steps left over prepositions and participles to the noun that the one at place hangs on."""
    first = _joined_to_owner(sentence, place) or place
    while first >= 2:
        owner = first - 1
        if sentence[owner].kind in {w.PREPOSITION, w.TO} and sentence[owner].low not in {"according", "than"}:
            owner -= 1
        if owner > 0 and _is_bare_participle(sentence[owner]):  # a letter seen by the paper says
            owner -= 1
        if owner == first - 1 or sentence[owner].kind != NOUN_PHRASE or sentence[owner].low in TIMES:
            break
        first = owner
    return first


def _is_bare_participle(phrase: Phrase) -> bool:
    """Seen, obtained, gathered: one word that may hang on the noun before it."""
    return (
        phrase.kind == VERB_GROUP and len(phrase.tokens) == 1 and phrase.low.endswith(("ed", "en", "wn", "ade", "uilt"))
    )


def _opens_clause(sentence: list[Phrase], place: int) -> bool:
    return place == 0 or sentence[place - 1].kind in {w.SUBORDINATOR, w.QUOTE} or sentence[place - 1].low in _SEPARATORS


def _joined_to_owner(sentence: list[Phrase], place: int) -> int | None:
    """The Institute for Science and International Security: where the phrase begins that "and" only goes on."""
    if place < 4 or sentence[place - 1].low != "and" or sentence[place - 3].low not in {"of", "for"}:
        return None
    owner = place - 4
    if sentence[owner].kind != NOUN_PHRASE or sentence[place - 2].kind != NOUN_PHRASE:
        return None
    names = sentence[place].head.tag == sentence[owner].head.tag == w.NAME
    return owner if names or (_opens_clause(sentence, owner) and sentence[place].head.tag == w.NOUN) else None


def _hangs_on_words_said(sentence: list[Phrase], place: int) -> bool:
    """A “formal update” from the minister is coming: the minister is not what comes."""
    return place > 1 and sentence[place - 1].kind == w.PREPOSITION and sentence[place - 2].kind == w.QUOTE


def _relative_around(sentence: list[Phrase], place: int) -> int | None:
    """An official who spoke about the plan said: where "who" stands, when the noun is only its object."""
    first = _chain_start(sentence, place)
    verbs = 0
    for back in range(first - 1, max(0, first - 9), -1):
        phrase = sentence[back]
        if phrase.kind == VERB_GROUP:
            verbs += 1
            if phrase.cue and not phrase.infinitive and sentence[back - 1].kind != w.RELATIVE:
                return None
        elif phrase.kind == w.RELATIVE:
            return back if verbs and sentence[back - 1].kind == NOUN_PHRASE else None
        elif phrase.kind not in {NOUN_PHRASE, w.PREPOSITION, w.TO, w.ADVERB, w.DATE}:
            return None
    return None


def _antecedent_itself(sentence: list[Phrase], relative: int) -> Subject:
    """The noun before who, which or that."""
    return _whole(sentence, relative - 1)


def _antecedent(sentence: list[Phrase], relative: int) -> Subject | None:
    """The words who, which or that speak; whom they stand for is the noun before them."""
    place = relative - 1
    if place >= 0 and sentence[place].low in _SEPARATORS:
        place -= 1
    if place >= 0 and sentence[place].low == ")":
        place = next((back - 1 for back in range(place, max(0, place - 12), -1) if sentence[back].low == "("), -1)
    if place < 0 or sentence[place].kind != NOUN_PHRASE:
        return None
    whole = _whole(sentence, place)
    return Subject(sentence[relative].start, sentence[relative].end, whole.head, whole.several)


def _finite_before(sentence: list[Phrase], place: int) -> int | None:
    """The nearest verb group to the left that has a subject of its own."""
    for back in range(place - 1, max(-1, place - _LOOK_BACK), -1):
        phrase = sentence[back]
        if phrase.is_finite:
            return back
    return None


def _coordinated_verb(sentence: list[Phrase], place: int) -> int | None:
    """The verb that "and said" goes on from: one of the main clause, when there is one."""
    for back in range(place - 1, max(-1, place - _LOOK_BACK), -1):
        if sentence[back].is_finite and not _is_subordinate(sentence, back):
            return back
    return _finite_before(sentence, place)


def _verb_of_infinitive(sentence: list[Phrase], verb: int) -> int | None:
    """The verb that "to say" hangs on: a finite one, or the participle of "with her aide going on to say"."""
    for back in range(verb - 1, max(0, verb - 7), -1):
        phrase = sentence[back]
        if phrase.kind == VERB_GROUP and phrase.gerund and sentence[back - 1].kind == NOUN_PHRASE:
            opening = _chain_start(sentence, back - 1) - 1
            return back if opening >= 0 and sentence[opening].low == "with" else None
        if phrase.kind == VERB_GROUP and not phrase.infinitive:
            break
    return _finite_before(sentence, verb)


def _subject_of_participle(sentence: list[Phrase], verb: int) -> Subject | None:
    """Saying, adding, calling: the subject of the main clause, before it or after it, or the noun right before it."""
    place = _skip_times(sentence, verb - 1)
    beside = place if place >= 0 and sentence[place].kind == NOUN_PHRASE else None
    if beside is not None and not _is_object(sentence, beside):
        return _whole(sentence, beside)
    earlier = _gerund_joined_to(sentence, place) or _main_verb_before(sentence, verb)
    if earlier is not None:
        passive = sentence[earlier].passive
        subject = _subject_to_the_left(sentence, earlier) if passive else subject_of(sentence, earlier)
        if subject is not None:
            return subject
    if beside is not None:
        return _whole(sentence, beside)
    for forward in range(verb + 1, min(len(sentence), verb + _LOOK_BACK)):
        phrase = sentence[forward]
        if phrase.is_finite:
            return _subject_to_the_left(sentence, forward)
    return None


def _gerund_joined_to(sentence: list[Phrase], place: int) -> int | None:
    """With one tweeting “…” and asking “…”: the participle before "and"."""
    if place < 1 or sentence[place].kind != w.CONJUNCTION:
        return None
    for back in range(place - 1, max(-1, place - _LOOK_BACK), -1):
        if sentence[back].kind == VERB_GROUP and not sentence[back].infinitive:
            if sentence[back].gerund and sentence[back].cue:
                return back
            if not _is_subordinate(sentence, back):
                return None
    return None


def _is_object(sentence: list[Phrase], place: int) -> bool:
    """A noun behind a verb or a preposition is not what a participle after it tells about, people apart."""
    if sentence[place].low in DOCUMENTS:
        return True
    first = _chain_start(sentence, place)
    before = sentence[first - 1] if first else None
    if before is None or before.low == "with":  # with one poster writing “…”
        return False
    return (before.kind == VERB_GROUP and before.cue is not None) or before.kind in {w.PREPOSITION, w.TO}


def _main_verb_before(sentence: list[Phrase], place: int) -> int | None:
    """The verb of the main clause before a participle: the nearest that says something, else the nearest."""
    nearest = None
    for back in range(place - 1, max(-1, place - _LOOK_BACK), -1):
        phrase = sentence[back]
        if not phrase.is_finite or _is_subordinate(sentence, back):
            continue
        if phrase.cue:
            return back
        nearest = back if nearest is None else nearest
    return nearest if nearest is not None else _finite_before(sentence, place)


def _is_subordinate(sentence: list[Phrase], verb: int) -> bool:
    """Whether a verb stands in a clause that begins with after, when, because, who, that and the like."""
    for back in range(verb - 1, max(-1, verb - 6), -1):
        phrase = sentence[back]
        if phrase.kind in {w.SUBORDINATOR, w.RELATIVE} or phrase.low in _CLAUSE_PREPOSITIONS:
            return True
        if phrase.kind == VERB_GROUP:
            return phrase.cue is not None and back < verb - 1  # she said her party has supported it
        if phrase.kind in {w.CONJUNCTION, w.QUOTE} or phrase.low in _SEPARATORS or phrase.low in _BOUNDARIES:
            return False
    return False


def _agent(sentence: list[Phrase], verb: int) -> Subject | None:
    """Who did it, of a passive verb: called “a disgrace” by his rivals; was quoted as saying."""
    if len(sentence[verb].tokens) > 2 and sentence[verb].tokens[-2].low == "as":
        return _subject_to_the_left(sentence, verb)
    for place in range(verb + 1, min(len(sentence) - 1, verb + 9)):
        if sentence[place].low == "by" and sentence[place + 1].kind == NOUN_PHRASE:
            return phrase_at(sentence, place + 1)
    return None


def _past_insertion(sentence: list[Phrase], comma: int) -> Subject | None:
    """Jane Roe, the mayor, who spoke on Monday, said: steps left over what stands between commas."""
    best = None
    while comma > 0:
        begin = comma
        while begin > 0 and not _cuts(sentence[begin - 1]) and not _opens_subordinate(sentence, begin):
            begin -= 1
        first = begin
        while first < comma and sentence[first].kind in _CONNECTORS:
            first += 1
        finite = any(p.is_finite for p in sentence[first:comma])
        names = first < comma and sentence[first].kind == NOUN_PHRASE and sentence[first].low not in TIMES
        if best is not None and (finite or (not names and _is_named(best)) or (names and _is_place(sentence[first]))):
            break
        if names:
            best = _with_apposition(phrase_at(sentence, first), best)
        if (names and finite) or begin == 0 or sentence[begin - 1].low not in _SEPARATORS:
            break
        comma = begin - 1
    return best


def _opens_subordinate(sentence: list[Phrase], place: int) -> bool:
    """After a woman in Springfield, Ohio, told him: a clause begins behind after, when or because."""
    before = sentence[place - 1]
    if before.kind == w.SUBORDINATOR or before.low in _CLAUSE_PREPOSITIONS:
        return sentence[place].kind == NOUN_PHRASE and place > 1 and not _cuts(sentence[place - 2])
    return False


def _is_named(subject: Subject) -> bool:
    """Whether a phrase names somebody, rather than describing what stands before it."""
    return subject.head.head.tag == w.NAME and not is_office(subject.head.low) and not _is_place(subject.head)


def _is_place(phrase: Phrase) -> bool:
    """Springfield, Ohio, and OH."""
    short = len(phrase.tokens) == 1 and len(phrase.low) == 2 and phrase.head.text.isupper()
    return short or phrase.low in PLACES or phrase.low in STATES_IN_SHORT


def _with_apposition(subject: Subject, description: Subject | None) -> Subject:
    """Her deputy, Omar Reyes: the name speaks, whichever side of the comma it stands on."""
    if description is None or subject.head.head.tag == w.NAME or description.head.head.tag != w.NAME:
        return subject
    return Subject(subject.start, description.end, description.head)


def _cuts(phrase: Phrase) -> bool:
    """Signs that part what stands between commas."""
    return phrase.low in _SEPARATORS or phrase.low in _BOUNDARIES or phrase.kind == w.QUOTE
