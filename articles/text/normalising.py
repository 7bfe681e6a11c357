"""The one normalisation under which two stretches of text are the same words, and the way back to the offsets.

Disregarded are: the kind of quotation mark and apostrophe, the kind of dash and the spaces around it, the kind and
number of spaces (line breaks too), bracketed insertions ("[the president]", "[…]"), ellipses, invisible characters
(soft hyphen, zero-width, direction marks, variation selectors) and whether accents are composed (NFC) or not (NFD).
Letters, case, digits and all other punctuation count.
"""

import re
import unicodedata
from array import array
from dataclasses import dataclass
from functools import lru_cache

MARKS = "\"'`´‘’‚‛“”„‟‹›«»′″ʼ＂＇"
DASHES = "\\-\u2010-\u2015\u2212\ufe58\ufe63\uff0d"
INVISIBLE = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
INSERTION = r"\[[^\[\]\n]{0,80}\]"
ELLIPSIS = r"…|\.(?:[ \u00a0\u202f]?\.){2,}"

TOKEN = re.compile(
    rf"""
    (?P<invisible> [{INVISIBLE}]+ )
  | (?P<dash> [\s{INVISIBLE}]*+ [{DASHES}] [\s{INVISIBLE}{DASHES}]*+ )
  | (?P<mark> [«‹] [\u00a0\u202f]* | [\u00a0\u202f]+ [»›] | [{MARKS}] )
  | (?P<gap> (?: \s | {INSERTION} | {ELLIPSIS} ) (?: [\s{INVISIBLE}] | {INSERTION} | {ELLIPSIS} )*+ )
  | (?P<other> [^\x00-\x7f] )
    """,
    re.VERBOSE,
)
SEVERAL = re.compile(r"[^\x00-\x7f]{2,}")
WRITTEN_AS = {"invisible": "", "dash": "-", "mark": "'", "gap": " "}


@dataclass(frozen=True)
class Offsets:
    """For each character of a normalised text, where in the original its source starts and ends."""

    starts: array
    ends: array

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the (start, end) in the original of a stretch of the normalised text that is not empty."""
        return self.starts[start], self.ends[end - 1]


@lru_cache(maxsize=4)
def normalise(text: str) -> tuple[str, Offsets]:
    """Return the text normalised, and the Offsets that lead from it back to the text. Takes linear time."""
    out: list[str] = []
    starts, ends = array("L"), array("L")
    done = 0
    for match in TOKEN.finditer(text):
        start, end = match.span()
        if start > done:
            out.append(text[done:start])
            starts.extend(range(done, start))
            ends.extend(range(done + 1, start + 1))
        kind = match.lastgroup
        written = unicodedata.normalize("NFD", match[0]) if kind == "other" else WRITTEN_AS[kind]
        out.append(written)
        starts.extend([start] * len(written))
        ends.extend([end] * len(written))
        done = end
    out.append(text[done:])
    starts.extend(range(done, len(text)))
    ends.extend(range(done + 1, len(text) + 1))
    return _ordered("".join(out), starts, ends)


def _ordered(text: str, starts: array, ends: array) -> tuple[str, Offsets]:
    """Put several accents on one letter into the order that Unicode gives them."""
    out: list[str] = []
    done = 0
    for run in SEVERAL.finditer(text):
        places = _accents_in_order(text, *run.span())
        out += text[done : run.start()], "".join([text[place] for place in places])
        starts[run.start() : run.end()] = array("L", [starts[place] for place in places])
        ends[run.start() : run.end()] = array("L", [ends[place] for place in places])
        done = run.end()
    return "".join([*out, text[done:]]), Offsets(starts, ends)


def _accents_in_order(text: str, start: int, end: int) -> list[int]:
    """Return the places start..end with the accents on each letter in canonical order."""
    keys, letter = {}, start
    for place in range(start, end):
        accent = unicodedata.combining(text[place])
        letter = letter if accent else place
        keys[place] = (letter, accent)
    return sorted(keys, key=keys.__getitem__)


def same_words(a: str, b: str) -> bool:
    """Whether two stretches are the same words, verbatim but for what the normalisation disregards."""
    return normalise(a)[0].strip() == normalise(b)[0].strip()
