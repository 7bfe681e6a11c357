"""The last weeks at a glance for the desk: what went out, and whose voices were heard in it."""

import datetime
from dataclasses import dataclass

from django.db.models import Count, F
from django.utils import timezone

from articles.models import Article, Quote

WEEKS, MOST = 8, 10
WEEK = datetime.timedelta(days=7)


@dataclass(frozen=True)
class Week:
    """What went out in the week that begins on the Monday `first`."""

    first: datetime.date
    articles: int
    quotes: int


def first_monday(today=None):
    """The Monday on which the oldest of the last weeks begins."""
    today = today or timezone.localdate()
    return today - datetime.timedelta(days=today.weekday()) - (WEEKS - 1) * WEEK


def weeks(today=None):
    """The last WEEKS weeks in order, the present one among them, as a list of Week."""
    begin = first_monday(today)
    start = datetime.datetime.combine(begin, datetime.time.min, timezone.get_default_timezone())
    articles, quotes = [0] * WEEKS, [0] * WEEKS
    for at in Article.objects.published().filter(publish_at__gte=start).values_list("publish_at", flat=True):
        articles[(timezone.localdate(at) - begin).days // 7] += 1
    for day, count in _lately(begin).values_list("day").annotate(count=Count("pk")).order_by():
        if (week := (day - begin).days // 7) < WEEKS:
            quotes[week] += count
    return [Week(begin + number * WEEK, articles[number], quotes[number]) for number in range(WEEKS)]


def voices(today=None):
    """Who was quoted in these weeks: (what is counted, [(name, quotes)]) by organisation and by post, most first."""
    quotes = _lately(first_monday(today))
    return [
        ("Organisations", _ranked(quotes, F("role__organisation__name"))),
        ("Posts", _ranked(quotes, F("role__title"))),
        ("Speakers", _kinds(quotes)),
    ]


def _lately(begin):
    return Quote.objects.published().filter(day__gte=begin)


def _ranked(quotes, name):
    rows = quotes.exclude(role=None).values(name=name).annotate(count=Count("pk")).order_by("-count", "name")
    return [(row["name"], row["count"]) for row in rows[:MOST] if row["name"]]


def _kinds(quotes):
    labels = dict(Quote.SpeakerKind.choices)
    rows = quotes.order_by().values_list("speaker_kind").annotate(count=Count("pk"))
    return sorted(((labels[kind], count) for kind, count in rows), key=lambda row: (-row[1], row[0]))


@dataclass(frozen=True)
class Bar:
    """Where the two bars of a week stand in the drawing, whose ground is at GROUND."""

    week: Week
    x: int
    articles_height: int
    quotes_height: int

    @property
    def quotes_x(self):
        return self.x + 20

    @property
    def articles_y(self):
        return GROUND - self.articles_height

    @property
    def quotes_y(self):
        return GROUND - self.quotes_height


GROUND, HEIGHT, STEP = 128, 120, 50


def bars(weeks):
    """The Bars of these weeks; articles and quotes each to the scale of their own greatest number."""
    most_articles = max([week.articles for week in weeks] + [1])
    most_quotes = max([week.quotes for week in weeks] + [1])
    return [
        Bar(
            week,
            6 + number * STEP,
            round(week.articles / most_articles * HEIGHT),
            round(week.quotes / most_quotes * HEIGHT),
        )
        for number, week in enumerate(weeks)
    ]
