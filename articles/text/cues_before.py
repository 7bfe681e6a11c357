"""Speakers named in front of a quotation: she said: “…”; she called it “…”."""

from articles.text.clauses import subject_of
from articles.text.english import words as w
from articles.text.english.verbs import STRONG
from articles.text.findings import Span
from articles.text.inversions import subject_after
from articles.text.main_clauses import nearest_subject
from articles.text.phrases import NOUN_PHRASE, Phrase
from articles.text.predicates import cues_in, is_subordinate
from articles.text.rules import COLON, SPEECH, VERB_BEFORE, WORDS_BETWEEN, Attribution, span_of
from articles.text.sources import according
from articles.text.speeches import possessor_of_speech
from articles.text.subjects import CLAUSE_PREPOSITIONS, phrase_at, whole


def before(sentence: list[Phrase], left: int, place: int, verbs: list[int]) -> Attribution | None:
    """The mayor said “…”; According to the mayor, “…”; The mayor: “…”. The verbs are tried in the order given."""
    source = next((i for i in range(place - 1, left - 1, -1) if sentence[i].low == "according"), None)
    if place >= 2 and sentence[place - 1].low == ":" and _signs(sentence, place - 2):  # Polls agree - Jane Roe: “…”
        return Attribution(whole(sentence, place - 2), Span(sentence[place - 1].start, sentence[place - 1].end), COLON)
    for verb in verbs:
        if source is not None and source > verb:
            break
        subject = subject_of(sentence, verb) or (subject_after(sentence, verb) if verb == 0 else None)
        if subject:
            near = place - verb <= 3
            return Attribution(subject, span_of(sentence[verb]), VERB_BEFORE if near else WORDS_BETWEEN)
    if source is not None:
        return according(sentence, source)
    if sentence[place - 1].low == ":":
        if left == 0 and sentence[0].low == "from" and sentence[1].kind == NOUN_PHRASE:  # From the report: “…”
            return Attribution(phrase_at(sentence, 1), Span(sentence[0].start, sentence[0].end), COLON)
        subject = nearest_subject(sentence, place)
        return subject and Attribution(subject, Span(sentence[place - 1].start, sentence[place - 1].end), COLON)
    return None


def _signs(sentence: list[Phrase], place: int) -> bool:
    """Whether a name stands alone between a dash or "from" and the colon."""
    if sentence[place].kind != NOUN_PHRASE or sentence[place].head.tag != w.NAME:
        return False
    dashes = {"-", "—", "–", "--"}
    if place > 2 and sentence[place - 1].low == "and" and sentence[place - 2].kind == NOUN_PHRASE:
        place -= 2
    if place > 1 and sentence[place - 1].low == "from":
        return sentence[place - 2].low in dashes | {"more"}
    return place > 0 and sentence[place - 1].low in dashes


def governing(sentence: list[Phrase], left: int, place: int) -> list[int]:
    """The verbs that may govern a quotation to their right, the likeliest first."""
    cues = cues_in(sentence, left, place)
    strong = [v for v in cues if sentence[v].lemma in STRONG and not sentence[v].infinitive]
    strong = [v for v in strong if not _only_describes(sentence, v, strong)]
    strong = [v for v in strong if not _only_leads(sentence, v, cues[-1])]
    strong = strong[_last_clause(sentence, strong) :]
    strong = _of_this_quotation(sentence, left, strong)
    adjacent = [v for v in reversed(cues) if sum(len(p.tokens) for p in sentence[v + 1 : place]) <= 4]
    if sentence[place - 1].low in {":", ","}:
        nearest = sorted(strong, key=lambda v: (_is_reported(sentence, v), -v))
        return [v for v in adjacent if not _is_reported(sentence, v)] + nearest + adjacent
    if adjacent and _stands_for_noun(sentence, adjacent[0]):
        return adjacent + strong
    return strong or adjacent


def _last_clause(sentence: list[Phrase], verbs: list[int]) -> int:
    """While one says “…”, another says “…”: which of the verbs begins the clause the quotation stands in."""
    for number in range(len(verbs) - 1, 0, -1):
        verb = verbs[number]
        if verb < 2 or sentence[verb - 1].kind != NOUN_PHRASE:
            continue
        opening = (
            verb - 3 if sentence[verb - 2].kind == w.SUBORDINATOR and sentence[verb - 2].low != "that" else verb - 2
        )
        if sentence[opening].low == "," and opening > verbs[number - 1]:
            return number
    return 0


def _of_this_quotation(sentence: list[Phrase], left: int, verbs: list[int]) -> list[int]:
    """“…,” she said after he argued “…”: the first verb belongs to the quotation before it."""
    if not left or len(verbs) < 2 or verbs[0] - left > 2:
        return verbs
    between = sentence[verbs[0] + 1 : verbs[1]]
    clause = any(phrase.kind == w.SUBORDINATOR or phrase.low in CLAUSE_PREPOSITIONS for phrase in between)
    return verbs[1:] if clause else verbs


def _only_describes(sentence: list[Phrase], verb: int, others: list[int]) -> bool:
    """The groups who wrote to her say “…”: a verb behind "who", with another of the main clause to come."""
    return sentence[verb - 1].kind == w.RELATIVE and any(
        other > verb and sentence[other - 1].kind != w.RELATIVE for other in others
    )


def _only_leads(sentence: list[Phrase], verb: int, last: int) -> bool:
    """When he announced it, he called it “…”: a clause that the sentence opens with, over before the last verb."""
    opens = sentence[0].kind == w.SUBORDINATOR or sentence[0].low in CLAUSE_PREPOSITIONS
    if not opens or verb >= last:
        return False
    comma = next((place for place in range(last) if sentence[place].low == ","), 0)
    return verb < comma


def _stands_for_noun(sentence: list[Phrase], verb: int) -> bool:
    """The marchers, whom he called “…”: the pronoun beside the quotation speaks."""
    if verb < 2 or sentence[verb - 1].head.tag != w.PRONOUN:
        return False
    return sentence[verb - 2].low in {"which", "whom", "who"}


def _is_reported(sentence: list[Phrase], verb: int) -> bool:
    """Prosecutors say he told an agent, “…”: the pronoun's words are known only from the one before."""
    return is_subordinate(sentence, verb) and sentence[verb - 1].head.tag == w.PRONOUN


def owner_of_speech(sentence: list[Phrase], left: int, place: int) -> Attribution | None:
    """The mayor's promise of “…”: a named owner counts more than a verb farther off."""
    noun = next((i for i in (place - 2, place - 3) if i >= left and sentence[i].kind == NOUN_PHRASE), None)
    if noun is None or sentence[noun + 1].low not in {"of", "that"}:
        return None
    subject = possessor_of_speech(sentence, noun, place)
    return Attribution(subject, None, SPEECH) if subject and subject.head.head.tag in {w.NAME, w.NOUN} else None
