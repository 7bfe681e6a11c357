"""What tells two people or two organisations apart: posts, years, identifiers, how often each is in the news."""

from dataclasses import dataclass

from django.db.models import Count, Prefetch

from people.known import STRONG
from people.models import Person, Role

FEW = 6


@dataclass
class Described:
    """A record with what tells it from its namesakes; `articles` and `quotes` count those not published too."""

    record: object
    years: str
    posts: list
    other_names: list
    identifiers: list
    articles: int = 0
    quotes: int = 0
    more_posts: int = 0

    @property
    def places(self):
        """The organisations of its posts, each once."""
        return list(dict.fromkeys(role.organisation.name for role in self.posts if role.organisation))


def described(rows):
    """{number: Described} of these people or organisations, in a number of queries that does not grow."""
    rows = list(rows)
    if not rows:
        return {}
    model = type(rows[0])
    belongings = model.objects.filter(pk__in=[row.pk for row in rows]).prefetch_related("other_names", "identifiers")
    belongings = belongings.prefetch_related(*_posts(model)).defer(*(["biography"] if model is Person else []))
    articles, quotes = _counts(model, "mentions", rows), _counts(model, "quotes", rows)
    return {
        row.pk: Described(
            row,
            row.life() if model is Person else row.years(),
            row.posts[:FEW] if model is Person else [],
            [other.text for other in row.other_names.all()],
            [str(one) for one in row.identifiers.all()],
            articles.get(row.pk, 0),
            quotes.get(row.pk, 0),
            max(0, len(row.posts) - FEW) if model is Person else 0,
        )
        for row in belongings
    }


def _posts(model):
    return [Prefetch("roles", Role.objects.with_links().newest_first(), to_attr="posts")] if model is Person else []


def _counts(model, related, rows):
    key = getattr(model, related).rel.field
    counted = key.model.objects.order_by().filter(**{f"{key.name}__in": rows}).values_list(key.attname)
    return dict(counted.annotate(Count("pk")))


def contradictions(one, other):
    """What speaks against two records being the same, as lines: dates and world-wide identifiers that differ."""
    dates = [("birth", "born"), ("death", "died"), ("founded", "founded"), ("dissolved", "dissolved")]
    lines = []
    for name, word in dates:
        mine, theirs = getattr(one, name, None), getattr(other, name, None)
        if mine and theirs and (mine.latest < theirs.earliest or theirs.latest < mine.earliest):
            lines.append(f"{word} {mine.words} and {theirs.words}")
    mine, theirs = _strong(one), _strong(other)
    for scheme in sorted(mine.keys() & theirs.keys()):
        if not mine[scheme] & theirs[scheme]:
            lines.append(f"{scheme} {', '.join(sorted(mine[scheme]))} and {', '.join(sorted(theirs[scheme]))}")
    return lines


def _strong(record):
    values = {}
    for one in record.identifiers.all():
        if one.scheme in STRONG:
            values.setdefault(one.scheme, set()).add(one.value)
    return values
