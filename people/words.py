"""Words as search compares them: folded words of a text, their English forms, and what a query asks for."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from people.names import fold

# Longer ones are no words; the same bound holds for texts and queries.
LONGEST_WORD = 60

# Too common to tell one text from another; they count within an exact phrase, and where a query has nothing else.
COMMON = frozenset(
    """
    a about after all also an and any are as at be been but by can could did do does for from had has have he her him
    his how i if in into is it its me more my no not of on or our out over s says said say she should so some than that
    the their them then there these they this those to up us was we were what when where which who whom whose why will
    with would you your
    """.split()
)
# Writing without spaces: each sign counts as a word.
_ALONE = re.compile("([\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])")
_QUOTED = re.compile('[“”„«»"]([^“”„«»"]+)[“”„«»"]')
_VOWEL = re.compile("[aeiouy]")
_DOUBLED = re.compile(r"([b-df-hj-np-rtv-z])\1$")
# They look like plurals and are none.
_NO_PLURALS = frozenset("news series species always perhaps politics economics".split())


class Sought(NamedTuple):
    """What a query asks for: each of these words, and within them these exact phrases."""

    words: list[str]
    phrases: list[str]


class _Separators(dict):
    """For `str.translate`: everything that is no part of a word becomes a space."""

    def __missing__(self, code):
        self[code] = " " if unicodedata.category(chr(code))[0] in "PSZC" else code
        return self[code]


_SEPARATORS = _Separators()


def words(text: str) -> list[str]:
    """The folded words of a text in order: no case, accents, apostrophes or punctuation; hyphens part words."""
    parted = _ALONE.sub(r" \1 ", fold(text).translate(_SEPARATORS))
    return [word[:LONGEST_WORD] for word in parted.split()]


@lru_cache(maxsize=20_000)
def words_of(token: str) -> tuple[str, ...]:
    """As `words`, remembered: for the many short pieces of a text that is marked."""
    return tuple(words(token))


def sought(q: str, most: int = 12) -> Sought:
    """What a query asks for: at most so many words, each once, common ones only where there is nothing else."""
    phrases = [" ".join(words(part)) for part in _QUOTED.findall(q)]
    given = list(dict.fromkeys(words(q)))
    telling = [word for word in given if word not in COMMON]
    phrases = [phrase for phrase in dict.fromkeys(phrases) if " " in phrase]
    return Sought((telling or given)[:most], phrases[:most])


@lru_cache(maxsize=4096)
def forms(word: str) -> tuple[str, ...]:
    """The word and what English makes of it: plural, possessive, past, -ing. Some are no words and match nothing."""
    if len(word) < 3 or not (word.isascii() and word.isalpha()) or word in _NO_PLURALS:
        return (word,)
    stems = list(_stems(word))
    inflected = [form for base in stems or [word] for form in _inflected(base)]
    return tuple(dict.fromkeys([word, *stems, *inflected]))


def _stems(word):
    """What the word may be a form of."""
    if word.endswith(("ies", "ied")):
        yield f"{word[:-3]}y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        yield word[:-1]
        if word.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
            yield word[:-2]
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2 and _VOWEL.search(stem):
            yield from (stem, f"{stem}e")
            if _DOUBLED.search(stem):
                yield stem[:-1]


def _inflected(base):
    if len(base) < 3:
        return
    yield f"{base}s"
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        yield f"{base}es"
    if base.endswith("y"):
        yield from (f"{base[:-1]}ies", f"{base[:-1]}ied")
    stem = base.removesuffix("e")
    yield from (f"{stem}ed", f"{stem}ing")
