"""Spellings of one name: the form that transliterations share, and the keys by which one typing error is forgiven."""

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from people.words import words

# Shorter names are too like each other for an error to be forgiven.
SHORTEST = 4
# Signs that stand before a form that is no word itself; no word has them.
ALIKE, SHORTENED = "≈", "¬"

# Letters of Ukrainian, Russian, Belarusian, Bulgarian, Serbian, Macedonian and Greek, folded, as English papers print
# them. Those of which nothing is printed stand last.
_LATIN = dict(
    pair.split("=")
    for pair in """
    а=a б=b в=v г=g ґ=g д=d е=e є=ie ж=zh з=z и=i і=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh
    щ=shch ы=y э=e ю=iu я=ia ђ=dj ј=j љ=lj њ=nj ћ=c џ=dz ѕ=dz
    α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=i φ=f χ=ch ψ=ps ω=o
    ъ= ь=
    """.split()
)
_TO_LATIN = str.maketrans(_LATIN)
# What transliterations of one name differ in: "Zelenskyy", "Zelenskiy"; "Aleksei", "Alexey"; "Mohamed", "Mohammed".
_DIFFERENCES = [(re.compile(found), instead) for found, instead in [
    ("x", "ks"), ("y|j", "i"), ("ck|q", "k"), ("ph", "f"), ("w", "v"), ("kh", "h"), ("tz|ts", "c"), ("(.)\\1+", "\\1"),
]]  # fmt: skip


@lru_cache(maxsize=20_000)
def alike(word: str) -> str:
    """The form that spellings of one name share: "zelenskyy", "zelensky" and "зеленський" -> "zelenski"."""
    shared = word.translate(_TO_LATIN)
    for found, instead in _DIFFERENCES:
        shared = found.sub(instead, shared)
    return shared


def shortened(word: str) -> list[str]:
    """The word with each of its letters left out once; nothing of a word of one letter."""
    return list(dict.fromkeys(word[:at] + word[at + 1 :] for at in range(len(word)) if len(word) > 1))


def one_error_apart(word: str, other: str) -> bool:
    """Whether one letter more, less, exchanged or in its neighbour's place makes one of the other, or their forms."""
    if min(len(word), len(other)) < SHORTEST:
        return False
    return any(OSA.distance(*pair, score_cutoff=1) <= 1 for pair in ((word, other), (alike(word), alike(other))))


def name_words(*names: str) -> str:
    """What names are found by: their words, the forms these share with other spellings, and the keys of errors."""
    found = [word for name in names for word in words(name)]
    shared = [ALIKE + alike(word) for word in found]
    return " ".join(dict.fromkeys([*found, *shared, *(key for word in found for key in _shortened_forms(word))]))


def error_keys(word: str) -> list[str]:
    """What at least one of is among the `name_words` of every name that has the word with one error."""
    if len(word) < SHORTEST:
        return []
    forms = dict.fromkeys([word, alike(word)])
    others = [sign + form for form in forms for sign in (ALIKE, SHORTENED)]
    less = [key for form in forms for key in shortened(form)]
    return list(dict.fromkeys([*others, *_shortened_forms(word), *less, *(ALIKE + key for key in less)]))


def _shortened_forms(word):
    """The keys of a word and its shared form with one letter left out."""
    if len(word) < SHORTEST:
        return []
    return [SHORTENED + key for form in dict.fromkeys([word, alike(word)]) for key in shortened(form)]
