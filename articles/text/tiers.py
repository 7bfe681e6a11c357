"""How far a suggestion can be trusted: A nearly certain, B check, C doubtful."""

from articles.text.attributions import Attributed
from articles.text.findings import Speaker
from articles.text.rules import (
    ACCORDING_TO,
    ANY_VERB,
    CLOSES_SENTENCE,
    COLON,
    DASH,
    NEXT_PARAGRAPH,
    SAME_PARAGRAPH,
    VERB_AFTER,
    VERB_BEFORE,
    VERB_FIRST,
    WORDS_BETWEEN,
    Attribution,
)

SURE = {VERB_AFTER, VERB_FIRST}
_LIKELY = SURE | {VERB_BEFORE, WORDS_BETWEEN, ACCORDING_TO, CLOSES_SENTENCE, COLON, DASH, ANY_VERB}
_LIKELY |= {SAME_PARAGRAPH, NEXT_PARAGRAPH}


def tier_of(attribution: Attribution | None, speaker: Speaker | None, group: list[Attributed], in_doubt: bool) -> str:
    """The tier of a quotation, from the rule that found its speaker and from whether it is known who that is.

    It is `in_doubt` where several people bear the name by which the speaker is called.
    """
    if attribution is None or speaker is None:
        return "C"
    if not {attribution.rule, attribution.first_rule or attribution.rule} <= _LIKELY:
        return "C"
    if in_doubt or attribution.rule not in SURE or speaker.kind == "unknown" or _is_reported_by_another(group[0]):
        return "B"
    return "A" if all(item.stretch.closed or item.stretch.reopened for item in group) else "B"


def _is_reported_by_another(item: Attributed) -> bool:
    """She said, according to the paper: two sources, and an editor should see both."""
    sentence = item.sentence
    return "according" in sentence.words and any(phrase.low == "according" for phrase in sentence.phrases)
