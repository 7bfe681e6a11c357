"""Names in quotation marks: songs, films, books, programmes, ships and nicknames, which nobody speaks."""

import re

from articles.text.english.lists import listed
from articles.text.marks import Stretch

_LONGEST = 9  # words
_SMALL = listed("the a an of in on to for and at me by from with is or my your vs as")
_LEADS = re.compile(
    r"(?:\b(?:on|of|in|at|by|from|with|the|told|song|show|film|movie|book|titled|entitled|called|named|dubbed|program|"
    r"programme|podcast|column|play|series|hit|album|episode|musical|tune|starr?(?:s|ed)? in|memoir|novel|documentary|"
    r"website|poem|painting|words?|term|phrase|nicknamed|labelled|labeled|exhibition|magazine|headlined|slogan|"
    r"names?|nickname|title|handle|alias|(?:named|christened|nicknamed|dubbed|titled)(?:\s\w+){1,3})|"
    r"[^\W\d_]['’]s?|[”\"]\s+and)\s*$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w'’-]+")


def names_a_work(text: str, stretch: Stretch) -> bool:
    """Whether the words between marks are a title: every word of weight has a capital, and a noun or so leads to it."""
    if not stretch.closed or stretch.end - stretch.start > 100:
        return False
    inside = text[stretch.start : stretch.end]
    words = _WORD.findall(inside)
    if not words or len(words) > _LONGEST or not is_title_case(words) or inside.rstrip()[-1] in "!?":
        return False
    return _LEADS.search(text, max(0, stretch.outer_start - 30), stretch.outer_start) is not None


def is_title_case(words: list[str]) -> bool:
    """Every word of weight begins with a capital or a figure."""
    weighty = [word for word in words if word.lower() not in _SMALL]
    return bool(weighty) and all(word[:1].isupper() or word[:1].isdigit() for word in weighty)
