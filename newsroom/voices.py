"""The last weeks at a glance for the desk: what went out, and whose voices were heard in it."""

import datetime
from collections import Counter
from dataclasses import dataclass

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


def quoted(today=None):
    """The quotes of these weeks that readers see, as rows of (day, kind of speaker, post, its organisation)."""
    today = today or timezone.localdate()
    quotes = Quote.objects.published().filter(day__range=(first_monday(today), today)).order_by()
    return list(quotes.values_list("day", "speaker_kind", "role__title", "role__organisation__name"))


def weeks(quoted, today=None):
    """The last WEEKS weeks in order, the present one among them, as a list of Week; `quoted` as that gives them."""
    begin = first_monday(today)
    start = datetime.datetime.combine(begin, datetime.time.min, timezone.get_default_timezone())
    published = Article.objects.published().filter(publish_at__gte=start).values_list("publish_at", flat=True)
    articles = Counter((timezone.localdate(at) - begin).days // 7 for at in published)
    quotes = Counter((day - begin).days // 7 for day, *_ in quoted)
    return [Week(begin + number * WEEK, articles[number], quotes[number]) for number in range(WEEKS)]


def voices(quoted):
    """Whose these quotes are: (what is counted, [(name, quotes)]) by organisation, post and kind, most first."""
    kinds = dict(Quote.SpeakerKind.choices)
    return [
        ("Organisations", _ranked(name for *_, name in quoted)),
        ("Posts", _ranked(title for _, _, title, _ in quoted)),
        ("Speakers", _ranked(kinds[kind] for _, kind, _, _ in quoted)),
    ]


def _ranked(names):
    counted = Counter(name for name in names if name)
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]


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
