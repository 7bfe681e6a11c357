"""Tells quotations from headlines cited, scare quotes and single words in marks."""

import re

from articles.text.attributions import Attributed
from articles.text.english import words as w
from articles.text.english.nouns import SPEECHES
from articles.text.phrases import NOUN_PHRASE
from articles.text.rules import PARAGRAPH_BEFORE, SAME_SENTENCE, SUBJECT
from articles.text.works import is_title_case

_ARMS_LENGTH = {"so-called", "self-described", "self-styled", "self-proclaimed", "alleged", "known"}
_CITATION = re.compile(r"[.,]?\s*[—–-]+\s*[^\n“”\"]{2,60}?,\s[^\W\d_]+\.?\s\d{1,2},\s\d{4}\s*(?:\n|$)")
_WORD = re.compile(r"[\w'’-]+")


def is_quotation(text: str, item: Attributed) -> bool:
    """Whether the words in marks are somebody's speech."""
    words = _WORD.findall(text, item.stretch.start, item.stretch.end)
    if not words or _CITATION.match(text, item.stretch.outer_end):
        return False
    if len(words) <= 5 and _is_word_discussed(text, item):
        return False
    weak = item.attribution is None or item.attribution.rule in {SUBJECT, SAME_SENTENCE}
    if weak and 1 < len(words) <= 6 and is_title_case(words):
        return False
    if item.attribution is None:
        return len(words) > 2
    if item.attribution.rule == PARAGRAPH_BEFORE and len(words) == 1:
        return False
    return not (item.attribution.rule == SUBJECT and len(words) <= 3 and _is_scare_quote(item, len(words)))


def _is_word_discussed(text: str, item: Attributed) -> bool:
    """“Top secret” is the highest level: a word told about, at the head of a sentence."""
    phrases = item.sentence.phrases
    opens = item.place == 0 or (item.place == 1 and phrases[0].kind == w.CONJUNCTION)
    if not opens or item.stretch.last_letter(text) in tuple(",.!?…") or item.place + 1 == len(phrases):
        return False
    return phrases[item.place + 1].tokens[0].low in {"is", "was", "are", "were", "means", "refers"}


def _is_scare_quote(item: Attributed, words: int) -> bool:
    """A word or two held at arm's length: the “closed” primary. Nothing before them tells of anybody's speech."""
    before = [token for phrase in item.sentence.phrases[: item.place] for token in phrase.tokens]
    if before and before[-1].low in _ARMS_LENGTH:
        return True
    if any(token.tag == w.CUE for token in before) or any(token.low in SPEECHES for token in before[-6:]):
        return False
    following = item.sentence.phrases[item.place + 1 : item.place + 2]
    if following and following[0].kind == NOUN_PHRASE:
        return True
    return words <= 2 and item.attribution.subject.head.head.tag == w.NOUN
