"""Dates as known: a year, a month or a day, and questions about them with three answers."""

import calendar
import datetime
import enum
import functools
import re
from dataclasses import dataclass

AS_KNOWN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
AS_PRINTED = re.compile(r"(?:(\d{1,2})\s+)?([^\W\d_]{3,})\.?\s+(\d{4})", re.ASCII)
# Both databases add a month or a year to a stored day; the day after the last year must still exist.
LAST_YEAR = 9998
# Ends of a stretch of which no day is known.
LONG_AGO, FAR_OFF = datetime.date.min, datetime.date.max


class Certainty(enum.StrEnum):
    """The three answers to a question about a date that is only partly known."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


@functools.total_ordering
@dataclass(frozen=True)
class PartialDate:
    """A date known to the year, the month or the day.

    `str()` gives it as stored and exchanged ("2019", "2019-05", "2019-05-10"), `words` as printed.
    Ordered by earliest day, then latest. Raises ValueError for a day that does not exist.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self):
        if self.day and not self.month:
            raise ValueError("a day needs its month")
        if not 1 <= self.year <= LAST_YEAR:
            raise ValueError(f"the year must lie between 1 and {LAST_YEAR}")
        datetime.date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    @classmethod
    def parse(cls, text):
        """The date written as "2019", "2019-05" or "2019-05-10"; ValueError says what is wrong with any other text."""
        match = AS_KNOWN.fullmatch(text.strip())
        if not match:
            raise ValueError(f"“{text}” is not a date as known: write 2019, 2019-05 or 2019-05-10")
        try:
            return cls(*(int(part) for part in match.groups() if part))
        except ValueError as error:
            raise ValueError(f"“{text}” is not a date: {error}") from None

    @classmethod
    def typed(cls, text):
        """The date as somebody types it: as `parse` reads it, or as it is printed, "May 2019" and "10 May 2019"."""
        match = AS_PRINTED.fullmatch(text.strip())
        month = match and next((n for n in range(1, 13) if _is_month(match[2], n)), None)
        if not month:
            return cls.parse(text)
        day, year = match[1], match[3]
        try:
            return cls(int(year), month, int(day) if day else None)
        except ValueError as error:
            raise ValueError(f"“{text}” is not a date: {error}") from None

    @classmethod
    def of(cls, value):
        """A PartialDate from one, from a `date`, from text as `parse` reads it, or None from nothing."""
        if not value:
            return None
        if isinstance(value, cls):
            return value
        if isinstance(value, datetime.date):
            return cls(value.year, value.month, value.day)
        return cls.parse(value)

    @property
    def earliest(self):
        """The first day it can mean."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self):
        """The last day it can mean."""
        month = self.month or 12
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def words(self):
        """As printed: "2019", "May 2019", "10 May 2019"."""
        parts = [str(self.day) if self.day else "", calendar.month_name[self.month] if self.month else ""]
        return " ".join(filter(None, [*parts, str(self.year)]))

    def __str__(self):
        parts = [f"{self.year:04}", self.month and f"{self.month:02}", self.day and f"{self.day:02}"]
        return "-".join(filter(None, parts))

    def __lt__(self, other):
        if not isinstance(other, PartialDate):
            return NotImplemented
        return (self.earliest, self.latest) < (other.earliest, other.latest)


def _is_month(text, number):
    """Whether the text is the month's name, whole or shortened to three letters or more."""
    return calendar.month_name[number].casefold().startswith(text.casefold())


def range_words(start, end):
    """A range as printed: "May 2019 – 2021", "since 2019", "until 2021", "2019"; empty when nothing is known."""
    if start and end:
        return start.words if start == end else f"{start.words} – {end.words}"
    if start:
        return f"since {start.words}"
    return f"until {end.words}" if end else ""


@dataclass(frozen=True)
class Stretch:
    """A stretch of days whose two ends are each known only to lie between two days.

    The ends are independent but for one thing: it does not end before it starts.
    """

    start_earliest: datetime.date
    start_latest: datetime.date
    end_earliest: datetime.date
    end_latest: datetime.date

    def covers(self, first, last=None):
        """Whether a day lies in every (yes), some (maybe) or none (no) of the stretches this may mean.

        The day is `first`, or one that is only known to lie between `first` and `last`.
        """
        last = last or first
        if last < self.start_earliest or self.end_latest < first or self.end_latest < self.start_earliest:
            return Certainty.NO
        started, not_over = self.certain()
        return Certainty.YES if started <= first and last <= not_over else Certainty.MAYBE

    def certain(self):
        """The (first, last) day that lie in every one of them; where none does, the first is after the last.

        Says nothing of a stretch that cannot be because it ends before it starts.
        """
        return min(self.start_latest, self.end_latest), max(self.end_earliest, self.start_earliest)
