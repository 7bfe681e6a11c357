"""Verbs whose subject does not act: called “a mess” by his rivals, a loophole called “…”."""

from articles.text.english import words as w
from articles.text.english.verbs import STRONG
from articles.text.phrases import NOUN_PHRASE, Phrase
from articles.text.subjects import Subject, chain_start, phrase_at

_CLAUSE_VERBS = ("suggest", "indicat", "reveal", "show", "mean", "prov", "think", "thought", "believ", "know", "knew")
_CLAUSE_VERBS += ("hope", "fear", "find", "found", "see", "saw", "hear", "learn", "imagin", "report", "feel", "felt")


def is_reduced_passive(sentence: list[Phrase], verb: int) -> bool:
    """A plan labeled “a farce” by the mayor."""
    phrase = sentence[verb]
    if len(phrase.tokens) > 2 or not phrase.low.endswith("ed"):
        return False
    quoted = next((i for i in range(verb + 1, min(len(sentence), verb + 4)) if sentence[i].kind == w.QUOTE), None)
    between = {each.low for each in sentence[verb + 1 : quoted]} if quoted else {""}
    return between <= {"as", "a", "an", "the"} and quoted + 1 < len(sentence) and sentence[quoted + 1].low == "by"


def agent(sentence: list[Phrase], verb: int) -> Subject | None:
    """Who did it, of a passive verb: called “a disgrace” by his rivals."""
    for place in range(verb + 1, min(len(sentence) - 1, verb + 9)):
        if sentence[place].low == "by" and sentence[place + 1].kind == NOUN_PHRASE:
            return phrase_at(sentence, place + 1)
    return None


def verb_of_described_object(sentence: list[Phrase], verb: int) -> int | None:
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
