"""When words were spoken, as a partial ISO date worked out from the article's own date."""

import datetime
import re
from functools import lru_cache

from articles.text.english.words import MONTH_SHORTS, MONTHS, WEEKDAYS

_MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, 1)} | MONTH_SHORTS
_NAMES = "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True))
_MONTH_DAY = re.compile(rf"\b({_NAMES})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(\d{{4}}))?", re.IGNORECASE)
_DAY_MONTH = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+({_NAMES})\b\.?(?:,?\s+(\d{{4}}))?", re.IGNORECASE)
_MONTH = re.compile(rf"\b(?:in|last|since|of|late|early|mid)[\s-]+({_NAMES})\b\.?(?:,?\s+(\d{{4}}))?", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:in|of|since)\s+((?:19|20)\d\d)\b")
_WEEKDAY = re.compile(rf"\b(last\s+)?({'|'.join(WEEKDAYS)})\b", re.IGNORECASE)
_NEAR = {"today": 0, "tonight": 0, "yesterday": 1}
_NEAR_WORD = re.compile(r"\b(today|tonight|yesterday|this (?:morning|afternoon|evening))\b", re.IGNORECASE)
_WIDE_WORD = re.compile(r"\b(this|last) (week|month|year)\b", re.IGNORECASE)
_FIGURE = re.compile(r"\d")


@lru_cache(maxsize=8)  # the quotations of one sentence ask for the same words
def moment_in(words: str, dated: datetime.date | None) -> str | None:
    """The day, month or year the words tell, or None; without the article's date only dates written whole count."""
    figure = _FIGURE.search(words)
    if not figure and not dated:
        return None
    written = figure and _written_date(words, dated)
    return written or (dated and _told_from(words, dated)) or _month_or_year(words, dated)


def _written_date(words: str, dated: datetime.date | None) -> str | None:
    match = _MONTH_DAY.search(words)
    if match:
        month, day, year = match.group(1), match.group(2), match.group(3)
    else:
        match = _DAY_MONTH.search(words)
        if not match:
            return None
        day, month, year = match.groups()
    return _date(year, _MONTH_NUMBERS[month.lower()], int(day), dated)


def _date(year: str | None, month: int, day: int, dated: datetime.date | None) -> str | None:
    """A date without a year is the last such day up to the article's."""
    try:
        if year:
            return datetime.date(int(year), month, day).isoformat()
        if dated is None:
            return None
        found = datetime.date(dated.year, month, day)
        return (found if found <= dated else found.replace(year=dated.year - 1)).isoformat()
    except ValueError:
        return None


def _told_from(words: str, dated: datetime.date) -> str | None:
    """Yesterday, on Tuesday, this month: counted back from the article's date."""
    try:
        if match := _NEAR_WORD.search(words):
            return (dated - datetime.timedelta(days=_NEAR.get(match.group(1).lower(), 0))).isoformat()
        if match := _WEEKDAY.search(words):
            back = (dated.weekday() - WEEKDAYS.index(match.group(2).lower())) % 7
            if match.group(1) and back == 0:
                back = 7
            return (dated - datetime.timedelta(days=back)).isoformat()
        if match := _WIDE_WORD.search(words):
            return _wide(match.group(1).lower() == "last", match.group(2).lower(), dated)
    except OverflowError:
        return None
    return None


def _wide(last: bool, unit: str, dated: datetime.date) -> str | None:
    """The month or the year; a week is known by the month or the year that all its days up to the article's share."""
    if unit == "week":
        monday = dated - datetime.timedelta(days=dated.weekday() + 7 * last)
        sunday = min(dated, monday + datetime.timedelta(days=6))
        shared = 7 if monday.month == sunday.month else 4 if monday.year == sunday.year else 0
        return monday.isoformat()[:shared] or None
    if unit == "year":
        return f"{dated.year - last:04d}"
    first = dated.replace(day=1)
    month = first - datetime.timedelta(days=1) if last else first
    return f"{month.year:04d}-{month.month:02d}"


def _month_or_year(words: str, dated: datetime.date | None) -> str | None:
    if match := _MONTH.search(words):
        number = _MONTH_NUMBERS[match.group(1).lower()]
        if match.group(2):
            return f"{match.group(2)}-{number:02d}"
        if dated:
            year = dated.year if number <= dated.month else dated.year - 1
            return f"{year:04d}-{number:02d}"
    match = _YEAR.search(words)
    return match.group(1) if match else None
