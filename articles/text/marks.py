"""Finds the stretches of a text that stand between quotation marks, whatever the style of the marks."""

import re
from bisect import bisect_right
from dataclasses import dataclass

# An opening mark and the marks that may close it. Straight marks open and close alike; a German text closes with “.
CLOSERS = {"“": '”"', "”": "”", '"': '"”', "„": '“”"', "«": "»", "»": "«", "‘": "’", "'": "'", "‚": "‘’"}
_DOUBLES = re.compile(r"[“”„\"«»]")
_SINGLES = re.compile(r"[‘’'‚]")
_BEFORE_OPENING = " \t\u00a0\u202f([{—–-/>\u200b…“"
_SENTENCE_END = ".!?…"
_TWICE = {"““", '""', '“"', '"“', "‘‘", "''"}  # an open mark and one that opens again
_AHEAD = 9  # marks looked at for the end of a pair around another


@dataclass(slots=True)
class Stretch:
    """Words between marks: text[start:end] leaves the marks out, text[outer_start:outer_end] keeps them."""

    outer_start: int
    start: int
    end: int
    outer_end: int
    closed: bool  # False when the paragraph ends before a closing mark
    reopened: bool  # not closed, and the next paragraph opens with a mark again
    is_name: bool = False  # a title or a name rather than speech

    def last_letter(self, text: str) -> str:
        """The last sign inside the marks, past a nested closing mark."""
        inner = text[max(self.start, self.end - 4) : self.end].rstrip(" \u00a0'’”\"")
        return inner[-1:] if inner else ""


def stretches(text: str, paragraphs: list[tuple[int, int]]) -> list[Stretch]:
    """Every stretch between marks, paragraph by paragraph, in order and never overlapping."""
    if "''" not in text and all(_doubles_are_nested(text, paragraph) for paragraph in paragraphs):
        return _marked(text, paragraphs, _SINGLES)
    return _marked(text, paragraphs, _DOUBLES)


def _doubles_are_nested(text: str, paragraph: tuple[int, int]) -> bool:
    """Whether double marks stand inside single ones alone, as in ‘He told us “no” twice,’ or nowhere."""
    doubles = [match.start() for match in _DOUBLES.finditer(text, *paragraph)]
    singles = _marked(text, [paragraph], _SINGLES) if doubles else []
    starts = [stretch.start for stretch in singles]
    return all(
        number >= 0 and singles[number].end > place for place in doubles for number in [bisect_right(starts, place) - 1]
    )


def _marked(text: str, paragraphs: list[tuple[int, int]], signs: re.Pattern) -> list[Stretch]:
    found: list[Stretch] = []
    for number, (start, end) in enumerate(paragraphs):
        opened = _pairs(text, start, end, signs, found)
        if opened is not None and signs is _DOUBLES:
            following = paragraphs[number + 1][0] if number + 1 < len(paragraphs) else len(text)
            _leave_open(text, opened, end, text[following : following + 1], found)
    return found


def _pairs(text: str, start: int, end: int, signs: re.Pattern, found: list[Stretch]) -> int | None:
    """Adds the closed stretches of one paragraph; returns where a mark was left open, if one was."""
    places = [match.start() for match in signs.finditer(text, start, end)]
    opened = None
    inside = ""  # what closes a pair inside the pair
    for number, place in enumerate(places):
        if opened is None:
            if _may_open(text, place, start, end) or _opens_out_of_place(text, places, number, end):
                opened = place
        elif text[place] in inside:
            inside = ""
        elif _opens_again(text, opened, place, start, end):
            inside = _closes_inside(text, opened, places, number, (start, end))
            opened = opened if inside else place  # the first was never closed
        elif _may_close(text, opened, place, start, end):
            if text[opened + 1 : place].strip() and (signs is _DOUBLES or _reads_as_speech(text[opened + 1 : place])):
                found.append(Stretch(opened, opened + 1, place, place + 1, True, False))
            opened, inside = None, ""
    return opened


def _reads_as_speech(words: str) -> bool:
    """Single marks count only around what ends like speech or is long; they also stand around mere words."""
    return words[-1] in ",.?!…" or words.count(" ") >= 4


def _may_open(text: str, place: int, start: int, end: int) -> bool:
    """Closing marks left over and the inch sign of 6'2" open nothing."""
    sign = text[place]
    if sign in "”’" or sign not in CLOSERS:
        return False
    before, after = text[place - 1 : place] if place > start else "", text[place + 1 : place + 2]
    if sign in "\"'»":
        return place + 1 < end and not after.isspace() and (not before or before in _BEFORE_OPENING or before in "‘'")
    if sign == "‘":
        return not before or before in _BEFORE_OPENING
    return True


def _opens_out_of_place(text: str, places: list[int], number: int, end: int) -> bool:
    """She said," We go." or ”we go” or called it"a mess": a mark set wrongly opens when the next one closes."""
    place = places[number]
    if number + 1 == len(places) or text[place] != text[places[number + 1]]:
        return False
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if text[place] == "”":
        return before.isspace() and not after.isspace()
    glued = before in {",", ":"} or ((before.isalpha() or before in _SENTENCE_END) and after.isalpha())
    return text[place] == '"' and glued and not _stands_before_a_word(text, places[number + 1], 0, end)


def _opens_again(text: str, opened: int, place: int, start: int, end: int) -> bool:
    """Whether a mark opens while another is open: one of the same shape, or of the other of “ and \"."""
    return text[opened] + text[place] in _TWICE and _stands_before_a_word(text, place, start, end)


def _closes_inside(text: str, opened: int, places: list[int], number: int, paragraph: tuple[int, int]) -> str:
    """What closes the pair that opens inside an open one; nothing when the outer mark itself is never closed."""
    outer, inner = text[opened], text[places[number]]
    ahead = places[number + 1 : number + _AHEAD]
    closing = [place for place in ahead if not _stands_before_a_word(text, place, *paragraph)]
    if outer != inner:
        closed = any(text[place] == CLOSERS[outer][0] for place in closing)
    else:
        closed = len(closing) > 1 and ahead[:2] == closing[:2]
    return CLOSERS[inner][0] if closed else ""


def _may_close(text: str, opened: int, place: int, start: int, end: int) -> bool:
    sign, opener = text[place], text[opened]
    if sign not in CLOSERS[opener]:
        return opener == "“" and sign == "“" and not _stands_before_a_word(text, place, start, end)
    if opener in "‘'‚":  # an apostrophe inside a word closes nothing
        return not text[place + 1 : place + 2].isalnum() and not text[place - 1].isspace()
    return sign != opener or not _stands_before_a_word(text, place, start, end)


def _stands_before_a_word(text: str, place: int, start: int, end: int) -> bool:
    """A mark with space before it and a word after it opens, however it is shaped."""
    after = text[place + 1 : place + 2]
    return (place == start or text[place - 1] in _BEFORE_OPENING) and place + 1 < end and not after.isspace()


def _leave_open(text: str, opened: int, end: int, following: str, found: list[Stretch]) -> None:
    """A mark that nothing closes runs to the end of its paragraph, when it holds words."""
    while end > opened + 1 and text[end - 1].isspace():
        end -= 1
    if end > opened + 1:
        reopened = bool(following) and following in CLOSERS and following in '“"„«»'
        found.append(Stretch(opened, opened + 1, end, end, False, reopened))


def ends_sentence(text: str, stretch: Stretch) -> bool:
    """Whether the words between the marks end with a full stop or its like."""
    return stretch.last_letter(text) in tuple(_SENTENCE_END)
