"""Names in quotation marks: songs, films, books, programmes, ships and nicknames, which nobody speaks."""

import re

from articles.text.english.lists import listed
from articles.text.marks import Stretch

_LONGEST = 14  # words
_SMALL = listed("the a an of in on to for and at me by from with is or my your vs as")
_KINDS = (
    r"song|show|film|movie|book|program|programme|podcast|column|play|series|hit|album|episode|musical|tune|memoir|"
    r"novel|documentary|website|poem|anthem|essay|headline|classic|hits|ad|spot|PAC|painting|exhibition|magazine|ballad|sitcom|drama|thriller|opera|ballet"
)
_LEADS = re.compile(
    rf"(?:\b(?:(?:{_KINDS}),?|on|of|in|at|by|from|with|told|called|words?|term|phrase|names?|nickname|title|"
    r"handle|alias|starr?(?:s|ed)? in|headlined|"
    r"(?:named|christened|nicknamed|dubbed|titled|entitled)(?:\s\w+){0,3})|"
    r"[^\W\d_]['’]s?|[”\"]\s+and)\s*$",
    re.IGNORECASE,
)
_ENTITLED = re.compile(r"\b(?:titled|entitled)\s*,?\s*$", re.IGNORECASE)
_IS_KIND = re.compile(rf"\s(?:TV |radio |hit )?(?:{_KINDS})\b")
_STARS = re.compile(r"\s(?:co-)?(?:star|host|actor|actress|singer|author|creator|anchor|cast|director|producer)\b")
_UTTERED = re.compile(r"\b(?:chant|call|shout|cheer|slogan|motto|label)s?(?: of|,)?\s*$|\b(?:cries|chorus) of\s*$")
_WORD = re.compile(r"[\w'’-]+")


def names_a_work(text: str, stretch: Stretch) -> bool:
    """Whether the words between marks are a title: every word of weight has a capital, and a noun or so leads to it."""
    if not words_of_title(text, stretch):
        return False
    inside = text[stretch.start : stretch.end]
    before = text[max(0, stretch.outer_start - 30) : stretch.outer_start]
    if _UTTERED.search(before):
        return False
    if inside.rstrip()[-1] in "!?":
        return _ENTITLED.search(before) is not None
    return any([_LEADS.search(before), _IS_KIND.match(text, stretch.outer_end), _STARS.match(text, stretch.outer_end)])


def words_of_title(text: str, stretch: Stretch) -> list[str]:
    """The words between marks, if their number and their capitals are those of a title."""
    if not stretch.closed or stretch.end - stretch.start > 100:
        return []
    words = _WORD.findall(text, stretch.start, stretch.end)
    return words if len(words) <= _LONGEST and is_title_case(words) else []


def is_title_case(words: list[str]) -> bool:
    """Every word of weight begins with a capital or a figure."""
    weighty = [word for word in words if word.lower() not in _SMALL]
    return bool(weighty) and all(word[:1].isupper() or word[:1].isdigit() for word in weighty)
