"""What will go out, end, or come free when: articles by the clock, for the calendar of the desk."""

import calendar
import datetime
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from articles.models import Article
from newsroom.lib.moments import told

# More in one month than anybody reads.
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


def events(first, last):
    """The Events from day `first` to day `last` that are still to come, in order; at most MOST articles are read."""
    begin, end = max(midnight(first), timezone.now()), midnight(last + datetime.timedelta(days=1))
    between = {name: Q(**{f"{name}__gte": begin, f"{name}__lt": end}) for name in TIMES}
    open_ = ~Q(state=Article.State.WITHDRAWN)
    shown = Q(state=Article.State.PUBLISHED)
    rows = Article.objects.filter(
        open_ & (between["publish_at"] | between["embargo_until"] | (shown & between["expire_at"]))
    )
    rows = rows.select_related("section").defer("body", "body_text", "folded").order_by("publish_at", "pk")[:MOST]
    found = [Event(at, what, article) for article in rows for at, what in _of(article) if begin <= at < end]
    return sorted(found, key=lambda event: (event.at, event.article.pk))


TIMES = ("publish_at", "embargo_until", "expire_at")


def _of(article):
    is_decided = article.state == Article.State.PUBLISHED
    times = (
        (article.publish_at, GOES_OUT if is_decided else PLANNED),
        (article.embargo_until, FREE),
        (is_decided and article.expire_at, EXPIRES),
    )
    return [(at, what) for at, what in times if at]


def month(year, number):
    """The weeks of a month, each seven Days with their Events."""
    weeks = calendar.Calendar().monthdatescalendar(year, number)
    by_day = {}
    for event in events(weeks[0][0], weeks[-1][-1]):
        by_day.setdefault(event.day, []).append(event)
    return [[Day(day, by_day.get(day, []), day.month == number, clock(day)) for day in week] for week in weeks]


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
