"""What was said lately, and who was quoted most."""

import datetime

from django.db.models import Count
from django.utils import timezone

from articles.models import Quote
from articles.role_then import tell
from people.models import Person

LATELY = datetime.timedelta(days=30)


def said_lately(limit, at=None):
    """The newest quotes in their speakers' own words, as a list with speakers, roles then and articles."""
    quotes = Quote.objects.published(at).filter(kind=Quote.Kind.DIRECT, speaker__in=Person.objects.listed(at))
    newest = list(quotes.for_list(at).newest_first()[:limit])
    tell(newest, at=at)
    return newest


def most_quoted(limit, at=None):
    """The listed people with the most published quotes in the 30 days up to the newest one, as a list.

    Each Person has `quote_count` and `shown_roles`. Equal counts are ordered by sort name.
    """
    newest = Quote.objects.published(at).newest_first().values_list("day", flat=True).first() or timezone.localdate(at)
    ranked = (
        Quote.objects.published(at)
        .filter(day__gt=newest - LATELY, speaker__in=Person.objects.listed(at))
        .values_list("speaker")
        .annotate(count=Count("pk"))
        .order_by("-count", "speaker__sort_key", "speaker")
    )
    counts = dict(ranked[:limit])
    people = Person.objects.with_roles(at).in_bulk(counts)
    for person in people.values():
        person.quote_count = counts[person.pk]
    return [people[pk] for pk in counts]
