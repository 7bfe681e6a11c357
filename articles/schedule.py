"""What will go out, end, or come free when: articles by the clock, for the calendar of the desk."""

import calendar
import datetime
from dataclasses import dataclass

from django.utils import timezone

from articles.models import Article
from newsroom.lib.moments import told

# More of one kind in a month than anybody reads.
MOST = 500
GOES_OUT, PLANNED, EXPIRES, FREE = "goes out", "planned, not decided", "expires", "embargo ends"


@dataclass(frozen=True)
class Event:
    """What happens to an article at a moment."""

    at: datetime.datetime
    what: str
    article: Article

    @property
    def day(self):
        """Its day in the newsroom's zone."""
        return timezone.localdate(self.at)

    @property
    def time(self):
        """Its time of day in the newsroom's zone, with the zone."""
        return told(self.at)


@dataclass(frozen=True)
class Day:
    """A square of the calendar; `clock` says what the clocks do on that day, in words."""

    date: datetime.date
    events: list
    inside: bool
    clock: str


def events(first, last, since=None):
    """The Events from day `first` to day `last` that are still to come, in order, and where to go on if there are more.

    Of each kind MOST are read, and what else happens at the moment of the last; where one has more, all Events end at
    that moment, and `since` it the others follow. It is None where there are no more.
    """
    begin, end = max(midnight(first), timezone.now()), midnight(last + datetime.timedelta(days=1))
    begin = max(begin, since + datetime.timedelta(microseconds=1)) if since else begin
    decided = Article.objects.filter(state=Article.State.PUBLISHED)
    undecided = Article.objects.unpublished()
    kinds = [
        _events(decided, "publish_at", GOES_OUT, begin, end),
        _events(undecided, "publish_at", PLANNED, begin, end),
        _events(decided, "expire_at", EXPIRES, begin, end),
        _events(Article.objects.exclude(state=Article.State.WITHDRAWN), "embargo_until", FREE, begin, end),
    ]
    more = min((found[-1].at for found in kinds if len(found) >= MOST), default=None)
    shown = [event for found in kinds for event in found if more is None or event.at <= more]
    return sorted(shown, key=lambda event: (event.at, event.article.pk)), more


def _events(articles, name, what, begin, end):
    """What happens to these articles at the time that their field `name` holds, where that lies between the moments."""
    rows = articles.filter(**{f"{name}__gte": begin, f"{name}__lt": end}).order_by(name, "pk")
    rows = rows.select_related("section").defer("body", "body_text", "folded")
    found = list(rows[:MOST])
    if len(found) == MOST:
        found += rows.filter(pk__gt=found[-1].pk, **{name: getattr(found[-1], name)})
    return [Event(getattr(article, name), what, article) for article in found]


def month(year, number, since=None):
    """The weeks of a month, each seven Days with their Events, and where to go on if there are more; see `events`."""
    weeks = calendar.Calendar().monthdatescalendar(year, number)
    by_day, (found, more) = {}, events(weeks[0][0], weeks[-1][-1], since)
    for event in found:
        by_day.setdefault(event.day, []).append(event)
    days = [[Day(day, by_day.get(day, []), day.month == number, clock(day)) for day in week] for week in weeks]
    return days, more


def midnight(day):
    """The first moment of a day in the newsroom's zone."""
    return datetime.datetime.combine(day, datetime.time.min, timezone.get_default_timezone())


def clock(day):
    """What the clocks do on this day: "" nothing, else "clocks go forward 30 minutes"."""
    change = midnight(day + datetime.timedelta(days=1)).utcoffset() - midnight(day).utcoffset()
    minutes = int(change.total_seconds() // 60)
    if not minutes:
        return ""
    hours = abs(minutes) // 60
    length = f"{hours} hour{'s' if hours > 1 else ''}" if abs(minutes) % 60 == 0 else f"{abs(minutes)} minutes"
    return f"clocks go {'forward' if minutes > 0 else 'back'} {length}"
