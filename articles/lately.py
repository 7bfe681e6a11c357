"""What was said lately, and who was quoted most."""

import datetime

from django.db.models import Count, Exists, OuterRef
from django.utils import timezone

from articles.models import Quote
from articles.role_then import tell
from people.models import Person

LATELY = datetime.timedelta(days=30)


def said_lately(limit, at=None):
    """The newest quotes in their speakers' own words, as a list with speakers, roles then and articles."""
    quotes = Quote.objects.published(at).filter(_speaker_is_listed(at), kind=Quote.Kind.DIRECT)
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
        .filter(_speaker_is_listed(at), day__gt=newest - LATELY)
        .values_list("speaker")
        .annotate(count=Count("pk"))
        .order_by("-count", "speaker__sort_key", "speaker")
    )
    counts = dict(ranked[:limit])
    people = Person.objects.with_roles(at).in_bulk(counts)
    for person in people.values():
        person.quote_count = counts[person.pk]
    return [people[pk] for pk in counts]


def _speaker_is_listed(at):
    """Asked of each quote as it is met: SQLite would gather all listed people for a `speaker__in` first."""
    return Exists(Person.objects.listed(at).filter(pk=OuterRef("speaker_id")))
