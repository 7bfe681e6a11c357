"""What a search box offers while somebody types: people, organisations and headlines that begin so."""

from articles.models import Article
from people.models import Organisation, Person
from people.words import sought

from . import names, ranking
from .terms import Terms

PEOPLE, ORGANISATIONS, HEADLINES = 4, 2, 3
# So many headlines are ranked; they are short.
MOST = 50


def suggest(q):
    """The likeliest answers to what is typed so far: [{"kind", "label", "detail", "url"}], read through the gate."""
    words = sought(q).words
    if not words:
        return []
    called = names.Called(words)
    people = _named(called.ranked(Person), PEOPLE, Person.objects.listed().with_roles())
    bodies = _named(called.ranked(Organisation), ORGANISATIONS, Organisation.objects.listed().with_parents())
    return [
        *(_suggestion("person", person.name, _post(person) or person.summary, person) for person in people),
        *(_suggestion("organisation", body.name, body.kind, body) for body in bodies),
        *(_suggestion("article", article.headline, "", article) for article in _headlines(words)),
    ]


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
    terms = Terms(words, begun=True)
    ids = terms.first(Article.objects.published().newest_first(), MOST, "folded_headline")
    rows = Article.objects.published().filter(pk__in=ids)
    found = list(rows.only("slug", "headline", "folded_headline", "publish_at", "created_at"))
    found.sort(key=lambda row: ranking.of_article(terms, row.folded_headline, row.folded_headline, row.day))
    return found[: -HEADLINES - 1 : -1]
