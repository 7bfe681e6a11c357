"""What was said lately: in the week up to the newest quote, with who was quoted most, and in a few articles."""

import datetime
from collections import Counter
from typing import NamedTuple

from django.db.models import Exists, OuterRef
from django.utils import timezone

from articles.models import Quote
from articles.role_then import tell
from newsroom.lib.dates import PartialDate
from people.models import Person

A_WEEK = datetime.timedelta(days=7)
# As many of the newest quotes as are looked through for some of different people, short enough to stand in a strip.
LOOKED_THROUGH, SHORT = 40, 280


class Week(NamedTuple):
    """The seven days up to `last`; "this week" while they reach today's."""

    last: datetime.date
    words: str


def newest_week(at=None):
    """The Week up to the newest quote."""
    today = timezone.localdate(at)
    # What is filed under a day to come is of an article to come, or its day is wrong.
    past = Quote.objects.published(at).filter(day__lte=today)
    last = past.newest_first().values_list("day", flat=True).first() or today
    return Week(last, "this week" if last > today - A_WEEK else f"in the week to {PartialDate.of(last).words}")


def said_in(week, limit, at=None):
    """The newest quotes of a Week in their speakers' own words, one of each speaker, short ones before long ones.

    A list with speakers, roles then and articles.
    """
    return _one_each(_of_week(week, at), limit, at)


def said_there(articles, limit, at=None):
    """The same, of those that a few articles quote."""
    return _one_each(_of_listed_people(at).filter(article__in=articles), limit, at)


def _one_each(quotes, limit, at):
    own_words = quotes.filter(kind=Quote.Kind.DIRECT)
    newest = list(own_words.for_list(at).newest_first()[:LOOKED_THROUGH])
    one_each = {}
    for quote in sorted(newest, key=lambda quote: len(quote.text) > SHORT):
        one_each.setdefault(quote.speaker_id, quote)
    said = list(one_each.values())[:limit]
    tell(said, at=at)
    return said


def most_quoted_in(week, limit, at=None):
    """The listed people with the most published quotes in a Week, as a list.

    Each Person has `quote_count` and `shown_roles`. Equal counts are ordered by sort name.
    """
    # Counted here: asked to group, SQLite would walk the quotes of all time by speaker.
    counts = Counter(_of_week(week, at).order_by().values_list("speaker", "speaker__sort_key"))
    ranked = sorted(counts, key=lambda speaker: (-counts[speaker], speaker[1], speaker[0]))[:limit]
    counts = {pk: counts[pk, sort_key] for pk, sort_key in ranked}
    people = Person.objects.with_roles(at).in_bulk(counts)
    for person in people.values():
        person.quote_count = counts[person.pk]
    return [people[pk] for pk in counts]


def _of_week(week, at):
    return _of_listed_people(at).filter(day__gt=week.last - A_WEEK, day__lte=week.last)


def _of_listed_people(at):
    """The quotes of listed people, asked of each as it is met: SQLite would gather all people first."""
    listed = Exists(Person.objects.listed(at).filter(pk=OuterRef("speaker_id")))
    return Quote.objects.published(at).filter(listed)
