"""The archive by years and months, as the newsroom's zone counts them."""

import calendar
import datetime
from dataclasses import dataclass

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone

from articles.models import Article

MONTHS = range(1, 13)


@dataclass(frozen=True)
class Month:
    """A month of a year with the number of articles readers see in it."""

    year: int
    number: int
    count: int

    @property
    def name(self):
        """Such as "May"."""
        return calendar.month_name[self.number]

    def get_absolute_url(self):
        return reverse("articles_of_month", args=[self.year, self.number])


def years(at=None):
    """The years from that of the newest article to that of the oldest, newest first, from the two ends of an index."""
    times = Article.objects.published(at).newest_first().values_list("publish_at", flat=True)
    newest, oldest = times.first(), times.last()
    return range(timezone.localtime(newest).year, timezone.localtime(oldest).year - 1, -1) if newest else range(0)


def months(year, at=None):
    """The twelve months of a year that is one of `years`, each with the number of its articles."""
    within = {f"in_{month}": Count("pk", filter=during(year, month)) for month in MONTHS}
    counts = Article.objects.published(at).filter(during(year)).aggregate(**within)
    return [Month(year, month, counts[f"in_{month}"]) for month in MONTHS]


def during(year, month=None):
    """The condition that an article appeared in a year or a month of it."""
    first = datetime.date(year, month or 1, 1)
    after = datetime.date(year + 1, 1, 1) if month in (None, 12) else datetime.date(year, month + 1, 1)
    return Q(publish_at__gte=midnight(first), publish_at__lt=midnight(after))


def midnight(day):
    """The first moment of a day in the newsroom's zone."""
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))
