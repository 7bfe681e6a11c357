"""Roles drawn over time: where the bar of each begins and ends, as shares of a picture's width, without Django.

Solid is what a role certainly covered, pale what it may have covered; a pale end of which nothing is known fades.
"""

import datetime
from dataclasses import dataclass

from newsroom.lib.dates import FAR_OFF, LONG_AGO

YEAR = datetime.timedelta(days=365)
# Within so many years a picture reaches today however short it is.
LONG_PAST = 10 * YEAR
# Years between the lines, of which the first is taken that needs no more than MOST_LINES.
STEPS, MOST_LINES = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000), 7
# The narrowest piece: what has no width is not drawn.
HAIR = 0.01
# A year is printed at the right of its line; further right than this there is no room for it.
LAST_LABEL = 89


@dataclass(frozen=True)
class Piece:
    """Part of a bar: where it begins and how wide it is, both in percent of the picture's width."""

    x: float
    width: float


@dataclass(frozen=True)
class Bar:
    """A role as drawn: what it may have covered and, within that, what it certainly did; None where there is nothing.

    `open_start` and `open_end` say that nothing at all is known of how far it reaches.
    """

    possible: Piece | None
    certain: Piece | None
    open_start: bool = False
    open_end: bool = False


@dataclass(frozen=True)
class Picture:
    """Bars in the order asked for, the years along the top as (percent, year), and where today is."""

    bars: list
    years: list
    today: float

    @property
    def has_doubt(self):
        """Whether anything in it is drawn pale."""
        return any(bar.possible != bar.certain for bar in self.bars)


def draw(stretches, today):
    """The Picture of these newsroom.lib.dates.Stretch, or None when they name no day to draw from."""
    days = [day for stretch in stretches for day in known_days(stretch)]
    if not days:
        return None
    open_start = any(stretch.start_earliest == LONG_AGO for stretch in stretches)
    open_end = any(stretch.end_latest == FAR_OFF for stretch in stretches)
    scale = Scale(*edges(days, today, open_start, open_end))
    return Picture([bar(stretch, scale) for stretch in stretches], scale.years(), scale.at(today))


def known_days(stretch):
    """The ends of a stretch that are days rather than for ever."""
    ends = (stretch.start_earliest, stretch.start_latest, stretch.end_earliest, stretch.end_latest)
    return [day for day in ends if day not in (LONG_AGO, FAR_OFF)]


def edges(days, today, open_start, open_end):
    """The first and last day of a picture with all these, whole years and room where a start is not known.

    It reaches today, unless all ended so long ago that most of it would be empty.
    """
    first, last = min([*days, today]), max(days)
    if open_end or today - last <= max(last - first, LONG_PAST):
        last = max(last, today)
    room = max(YEAR, (last - first) / 8) if open_start else datetime.timedelta(0)
    return (first - min(room, first - LONG_AGO)).replace(month=1, day=1), last


class Scale:
    """Days as percent of a picture from `first` to `last`."""

    def __init__(self, first, last):
        self.first, self.last = first, last
        self.days = (last - first).days + 1

    def at(self, day):
        """Where `day` begins, in percent; what lies outside stands at the edge."""
        inside = min(max(day, self.first), self.last)
        return min(round((inside - self.first).days / self.days * 100, 2), 100 - HAIR)

    def piece(self, first, last):
        """The days from `first` to `last`, both included, or None where there are none."""
        if first > last:
            return None
        begin, end = self.at(first), 100 if last >= self.last else self.at(last + datetime.timedelta(days=1))
        return Piece(begin, max(round(end - begin, 2), HAIR))

    def years(self):
        """The years a line is drawn for, as (percent, year)."""
        years = range(self.first.year, self.last.year + 1)
        step = next(step for step in STEPS if len(years) <= step * MOST_LINES)
        lines = [(self.at(datetime.date(year, 1, 1)), year) for year in years if year % step == 0]
        return [(x, year) for x, year in lines if x <= LAST_LABEL]


def bar(stretch, scale):
    """The Bar of a stretch. One of which neither end nor any day is known has no pieces: it may be anywhere."""
    open_start, open_end = stretch.start_earliest == LONG_AGO, stretch.end_latest == FAR_OFF
    possible = scale.piece(stretch.start_earliest, stretch.end_latest) if known_days(stretch) else None
    return Bar(possible, possible and scale.piece(*stretch.certain()), open_start, open_end)
