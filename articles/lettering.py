"""Text drawn into pictures: a typeface that has its letters, lines that fit a box, and the side on which they begin."""

import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from PIL import ImageFont, features

FOLDER = Path(__file__).parent / "fonts"
# The first that has every letter of a text is taken; each also has the Latin ones.
FAMILIES = ("SourceSerif4", "NotoNaskhArabic", "NotoSerifHebrew")
NOBODY_HAS = "\U0010fffd"
PROBE = 16  # the size at which letters are looked for


class Lines(NamedTuple):
    """A text broken into lines that fit; `leading` is the height of one in pixels."""

    lines: list
    font: ImageFont.FreeTypeFont
    leading: int
    from_right: bool

    @property
    def height(self):
        return self.leading * len(self.lines)

    def draw(self, canvas, place, colour, behind=None, at_right=False):
        """Write them from the (x, y) of their upper corner down: the left one, or the right one of lines `at_right`.

        `behind` is the colour of a stroke under each.
        """
        x, top = place
        direction = {"direction": "rtl"} if self.from_right else {}
        for number, line in enumerate(self.lines):
            base = top + round((number + 0.76) * self.leading)
            if behind:
                start, size = x - at_right * self.font.getlength(line), self.font.size
                end = start + self.font.getlength(line)
                canvas.rectangle((start - 4, base - size * 0.24, end + 4, base + size * 0.14), fill=behind)
            canvas.text((x, base), line, colour, self.font, anchor="rs" if at_right else "ls", **direction)


def fitted(text, width, height, sizes, bold=False):
    """The Lines of the text, which `can_set`, in the largest of `sizes` that fits the box; its end is cut off where

    none does.
    """
    family, from_right = family_of(text), runs_from_right(text)
    for size in sizes:
        font = font_of(family, size, bold)
        leading = round(size * 1.32)
        lines = broken(text, font, width)
        if len(lines) * leading <= height:
            return Lines(lines, font, leading, from_right)
    most = max(1, height // leading)
    return Lines(shortened(lines[:most], font, width), font, leading, from_right)


def can_set(text):
    """Whether a typeface here has all of its letters, and this machine can set its direction."""
    return family_of(text) is not None and (features.check("fribidi") or not runs_from_right(text))


def broken(text, font, width):
    """The text in lines no wider than `width`; a word wider than that is broken."""
    lines, line = [], ""
    for word in text.split():
        together = f"{line} {word}" if line else word
        if font.getlength(together) <= width:
            line = together
            continue
        lines += [line] if line else []
        *full, line = pieces(word, font, width)
        lines += full
    return [*lines, line]


def pieces(word, font, width):
    """The word in pieces no wider than `width`: nearly always one."""
    found = [""]
    for letter in word if font.getlength(word) > width else [word]:
        if found[-1] and font.getlength(found[-1] + letter) > width:
            found.append("")
        found[-1] += letter
    return found


def shortened(lines, font, width):
    """The lines with an ellipsis at their end."""
    *before, last = lines
    while last and font.getlength(f"{last}…") > width:
        last = last[:-1]
    return [*before, f"{last.rstrip(' ,;:–—')}…"]


def runs_from_right(text):
    """Whether its first letter belongs to a script that is written from the right."""
    sides = (unicodedata.bidirectional(char) for char in text)
    return next((side != "L" for side in sides if side in {"L", "R", "AL"}), False)


def family_of(text):
    """The typeface that has every letter of the text, or None."""
    letters = {char for char in text if unicodedata.category(char) not in {"Cf", "Zs", "Cc"}}
    return next((family for family in FAMILIES if all(has(family, letter) for letter in letters)), None)


@lru_cache(maxsize=10_000)
def has(family, letter):
    """Whether the typeface draws this letter, rather than the box for what it does not know."""
    return _drawn(family, letter) != _drawn(family, NOBODY_HAS)


def _drawn(family, letter):
    return bytes(font_of(family, PROBE).getmask(letter))


@cache
def font_of(family, size, bold=False):
    """The typeface in one size, read once."""
    return ImageFont.truetype(FOLDER / f"{family}-{'Bold' if bold else 'Regular'}.ttf", size)
