"""Tells quotations from names, titles of works, words under discussion and scare quotes in marks."""

import re

from articles.text.attributions import Attributed
from articles.text.lists import listed
from articles.text.speakers import SAME_SENTENCE, SUBJECT

_SMALL = listed("the a an of in on to for and at me by from with is or my your vs as")
_BEFORE_TITLE = re.compile(
    r"(?:\b(?:on|of|the|song|show|film|movie|book|titled|entitled|called|named|dubbed|program|programme|podcast|column|"
    r"play|series|hit|album|episode|musical|tune|starr?(?:s|ed)? in|memoir|novel|documentary|website|poem|painting|"
    r"words?|term|phrase|nicknamed|labelled|labeled|exhibition|magazine|headlined|slogan)|[^\W\d_]['’]s?)\s*$",
    re.IGNORECASE,
)
_SPOKEN = re.compile(r"(?:said|says|called|chanted|shouted|tweeted|added|asked|wrote|replied)\s*[:,]?\s*$")
_CITATION = re.compile(r"[.,]?\s*[—–-]+\s*[^\n“”\"]{2,60}?,\s[^\W\d_]+\.?\s\d{1,2},\s\d{4}\s*(?:\n|$)")
_WORD = re.compile(r"[\w'’-]+")


def is_quotation(text: str, item: Attributed) -> bool:
    """Whether the words in marks are somebody's speech."""
    inside = text[item.stretch.start : item.stretch.end].strip()
    words = _WORD.findall(inside)
    if not words:
        return False
    if _CITATION.match(text, item.stretch.outer_end):
        return False
    before = text[max(0, item.stretch.outer_start - 30) : item.stretch.outer_start]
    weak = item.attribution is None or item.attribution.rule in {SUBJECT, SAME_SENTENCE}
    if _is_title_case(words):
        if len(words) <= 9 and _BEFORE_TITLE.search(before) and not _SPOKEN.search(before):
            return False
        if 1 < len(words) <= 6 and weak:
            return False
    return not (item.attribution is None and len(words) <= 2)


def _is_title_case(words: list[str]) -> bool:
    """Every word of weight begins with a capital or a figure."""
    weighty = [word for word in words if word.lower() not in _SMALL]
    return bool(weighty) and all(word[:1].isupper() or word[:1].isdigit() for word in weighty)
