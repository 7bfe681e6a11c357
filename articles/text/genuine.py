"""Tells quotations from headlines cited, scare quotes and single words in marks."""

import re

from articles.text.attributions import Attributed
from articles.text.english import words as w
from articles.text.english.nouns import SPEECHES
from articles.text.marks import Stretch
from articles.text.phrases import NOUN_PHRASE
from articles.text.rules import PARAGRAPH_BEFORE, SAME_SENTENCE, SUBJECT
from articles.text.works import is_title_case

_ARMS_LENGTH = {"so-called", "self-described", "self-styled", "self-proclaimed", "alleged", "known"}
_CITATION = re.compile(r"[.,]?\s*[—–-]+\s*[^\n“”\"]{2,60}?,\s[^\W\d_]+\.?\s\d{1,2},\s\d{4}\s*(?:\n|$)")
_HEADLINE = re.compile(r"\s+by\s+(?:the\s+)?[^\W\d_a-z]")  # “Road closed,” by Jane Roe
_SOURCE = re.compile(r"\s*[(\[]?https?://|\s\((?:[^()\n]{0,40}\s)?(?:19|20)\d\d\)")  # an address, “Roads” (1998)
_WORD = re.compile(r"[\w'’-]+")


def is_quotation(text: str, item: Attributed) -> bool:
    """Whether the words in marks are somebody's speech."""
    words = _WORD.findall(text, item.stretch.start, item.stretch.end)
    if not words or _is_cited(text, item.stretch):
        return False
    if len(words) <= 5 and _is_word_discussed(text, item):
        return False
    if 1 < len(words) <= 6 and is_title_case(words) and _names_something(item):
        return False
    if item.attribution is None:
        return len(words) > 2
    if item.attribution.rule == PARAGRAPH_BEFORE and len(words) == 1:
        return False
    return not (item.attribution.rule == SUBJECT and len(words) <= 6 and _is_scare_quote(item, len(words)))


def _is_cited(text: str, stretch: Stretch) -> bool:
    """A headline or a title: its author, a date or an address follows instead of a speaker."""
    end = stretch.outer_end
    headline = stretch.last_letter(text) == "," and _HEADLINE.match(text, end)
    return bool(headline or _CITATION.match(text, end) or _SOURCE.match(text, end))


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
    if _describes_noun(item):
        return True
    return words == 1 and item.attribution.subject.head.head.tag == w.NOUN


def _names_something(item: Attributed) -> bool:
    """The “Morning Star” ferry: words with capitals before a noun, which no verb of saying governs."""
    if item.attribution is None:
        return True
    before = item.sentence.phrases[item.place - 1] if item.place else None
    weak = item.attribution.rule in {SUBJECT, SAME_SENTENCE} or (before is not None and before.low == "the")
    return weak and _describes_noun(item)


def _describes_noun(item: Attributed) -> bool:
    """The “closed” primary: a noun follows at once, and no pronoun with a clause of its own."""
    following = item.sentence.phrases[item.place + 1 : item.place + 2]
    if not following or following[0].kind != NOUN_PHRASE or following[0].head.tag == w.PRONOUN:
        return False
    return following[0].low not in SPEECHES  # the “closed” remark
