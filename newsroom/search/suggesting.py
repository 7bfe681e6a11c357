"""What a search box offers while somebody types: people, organisations and headlines that begin so."""

from django.utils import timezone

from articles.models import Article
from people.models import Organisation, Person
from people.words import sought

from . import names, ranking
from .terms import Terms

PEOPLE, ORGANISATIONS, HEADLINES = 4, 2, 3
# So many headlines are ranked; they are short.
MOST = 50


def suggest(q, kind=""):
    """The likeliest answers to what is typed so far: [{"kind", "label", "detail", "url"}], read through the gate.

    Of one `kind` where it is given, “person”, “organisation” or “article”; of any other there is nothing.
    """
    words = sought(q).words
    offered = [offer for of, offer in OFFERS.items() if kind in ("", of)] if words else []
    called = names.Called(words)
    return [one for offer in offered for one in offer(words, called)]


def _people(words, called):
    people = _named(called.ranked(Person), PEOPLE, Person.objects.listed().with_roles())
    return [_suggestion("person", person.name, _post(person) or person.summary, person) for person in people]


def _organisations(words, called):
    bodies = _named(called.ranked(Organisation), ORGANISATIONS, Organisation.objects.listed().with_parents())
    return [_suggestion("organisation", body.name, body.kind, body) for body in bodies]


def _articles(words, called):
    return [_suggestion("article", article.headline, "", article) for article in _headlines(words)]


OFFERS = {"person": _people, "organisation": _organisations, "article": _articles}


def _suggestion(kind, label, detail, row):
    return {"kind": kind, "label": label, "detail": detail, "url": row.get_absolute_url()}


def _named(ranked, most, rows):
    ids = [pk for _, pk in ranked.rows[:most]]
    found = rows.in_bulk(ids)
    return [found[pk] for pk in ids if pk in found]


def _post(person):
    """The post a person holds now, as one line; nothing where none is known."""
    held = person.roles_on()
    if not held:
        return ""
    body = held[0].shown_organisation
    return f"{held[0].title}, {body}" if body and body.name not in held[0].title else held[0].title


def _headlines(words):
    """The best of the newest articles with every word in the headline."""
    terms, rows = Terms(words, begun=True), Article.objects.published_ones().newest_first()
    found = terms.newest(rows, MOST, "folded_headline", show=("folded_headline", "publish_at", "pk"))
    ranked = sorted(
        (ranking.of_article(terms, text, text, timezone.localdate(moment)), pk) for text, moment, pk in found
    )
    ids = [pk for _, pk in ranked[: -HEADLINES - 1 : -1]]
    shown = Article.objects.published_ones().only("slug", "headline").in_bulk(ids)
    return [shown[pk] for pk in ids if pk in shown]
