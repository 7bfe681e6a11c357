"""The gate holds on every address: a word planted in all that is hidden is looked for in all that answers."""

import pytest
from django.conf import settings
from django.db.models import Q
from django.urls import URLPattern, get_resolver, reverse

from articles.models.article import ArticleQuerySet
from people.models import links
from people.models.relationship import OTHER_END
from people.models.sources import LearntQuerySet, ShownQuerySet
from tests.canary import ASKED, DELISTED, KIN, SLUG, WORD, World

pytestmark = pytest.mark.django_db

# Every public address by its name, and the noun that fills each of its parameters.
PUBLIC = {
    "home": {},
    "search": {},
    "suggestions": {},
    "articles": {},
    "articles_of_year": {"year": "year"},
    "articles_of_month": {"year": "year", "month": "month"},
    "article": {"slug": "article slug"},
    "section": {"slug": "section slug"},
    "topic": {"slug": "topic slug"},
    "quote": {"pk": "quote"},
    "article_embed": {"slug": "article slug"},
    "quote_embed": {"pk": "quote"},
    "quote_card": {"pk": "quote"},
    "corrections": {},
    "people": {},
    "person": {"slug": "person slug"},
    "person_quotes": {"slug": "person slug"},
    "organisations": {},
    "organisation": {"slug": "organisation slug"},
    "feed": {},
    "section_feed": {"slug": "section slug"},
    "topic_feed": {"slug": "topic slug"},
    "person_feed": {"slug": "person slug"},
    "organisation_feed": {"slug": "organisation slug"},
    "sitemap": {},
    "sitemap_file": {"part": "part", "number": "number"},
    "sitemap_news": {},
    "oembed": {},
    "robots": {},
    "healthz": {},
    "api_root": {},
    "api_schema": {},
    "api_docs": {},
    "api-article-list": {},
    "api-article-detail": {"pk": "article"},
    "api-person-list": {},
    "api-person-detail": {"pk": "person"},
    "api-organisation-list": {},
    "api-organisation-detail": {"pk": "organisation"},
    "api-role-list": {},
    "api-role-detail": {"pk": "role"},
    "api-quote-list": {},
    "api-quote-detail": {"pk": "quote"},
    "api-section-list": {},
    "api-section-detail": {"pk": "section"},
    "api-topic-list": {},
    "api-topic-detail": {"pk": "topic"},
    "api-correction-list": {},
    "api-correction-detail": {"pk": "correction"},
    "image": {"digest": "image", "name": "file"},
    "preview_image": {"token": "token", "digest": "image", "name": "file"},
    # Shows a draft to whoever holds a working link; walked with links that were revoked, have expired or never were.
    "preview": {"token": "token"},
}
# Only for those who signed in.
STAFF = {"admin"}
# Where a delisted person may stand: their own pages, and articles that name them.
MAY_NAME_DELISTED = {
    "person", "person_quotes", "article", "api-person-detail", "api-role-detail", "api-article-detail",
}  # fmt: skip
# These list every kinship there is.
DOCUMENTS = {"api_schema", "api_docs"}


def patterns(resolver=None, spaces=()):
    """Every URL pattern of the site with the namespaces around it."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLPattern):
            yield spaces, entry
        else:
            yield from patterns(entry, spaces + ((entry.namespace,) if entry.namespace else ()))


def queries(name, world, client):
    """What to ask an address besides nothing: words that are hidden, ids that are hidden, days on which all was so."""
    if name == "search":
        groups = [f"q={ASKED}&in={group}" for group in ("articles", "people", "organisations", "quotes")]
        misspelt = [f"q={ASKED[:-1]}", f"q={ASKED[:-1]}x", f"by={ASKED}", f"at={ASKED}", f"by={ASKED}&q=open"]
        return [f"q={ASKED}", *groups, *misspelt]
    if name == "suggestions":
        return [f"q={ASKED}", f"q={ASKED[:4]}", f"q={ASKED[:-1]}x"]
    if name == "people":
        return ["letter=Z", f"letter={ASKED}"]
    if name == "organisations":
        return [f"kind={ASKED}"]
    if name == "oembed":
        pages = [reverse("article", args=[slug]) for slug in world.values("article slug")]
        pages += [reverse("quote", args=[pk]) for pk in world.values("quote")]
        anchors = [f"{world.article.get_absolute_url()}%23quote-{pk}" for pk in world.values("quote")]
        return [f"url={settings.SITE_URL}{page}" for page in [*pages, *anchors]]
    if name == "person_quotes":
        return ["year=2020", *(f"role={role}" for role in world.values("role"))]
    if name.startswith("api-") and name.endswith("-list"):
        known = client.get(reverse(name), {"no-such-parameter": "1"}).json()["known"]
        values = [ASKED, "yes", "2020-02-02", "2030-01-01", *dict.fromkeys(map(str, world.hidden))]
        return [f"{parameter}={value}" for parameter in known for value in values]
    return []


def answers(world, client, names, asking):
    """The public addresses of these names with what they answer, as (name, address asked, response body)."""
    for name in names:
        for number, filled in enumerate(world.filled(PUBLIC[name])):
            address = reverse(name, kwargs=filled)
            # The first way to fill an address is that of what is open: there, queries may bring up more.
            for query in ["", *(queries(name, world, client) if number == 0 and name in asking else [])]:
                response = client.get(address, QUERY_STRING=query)
                assert response.status_code < 500, address
                assert response.status_code != 429, "a throttled answer proves nothing"
                yield (
                    name,
                    f"{address}?{query}",
                    response.content.decode(errors="replace") + response.get("Location", ""),
                )


def leaks(world, client, names=tuple(PUBLIC), asking=("search", "suggestions", "oembed")):
    """The names of those addresses that showed something hidden, each with the first address asked that did.

    Those in `asking` are also asked with the queries there are for them.
    """
    found = {}
    for name, asked, body in answers(world, client, names, asking):
        planted = [WORD, SLUG, *([] if name in DOCUMENTS else [KIN, OTHER_END[KIN]])]
        planted += [] if name in MAY_NAME_DELISTED else [DELISTED]
        # A page may repeat what it was asked.
        shown = [word for word in planted if word in body and word not in asked]
        if shown:
            found.setdefault(name, f"{asked} shows {shown}")
    return found


@pytest.fixture(autouse=True)
def legible_cards(monkeypatch):
    """A card is a picture, in which no word can be looked for: here it is its words."""
    monkeypatch.setattr("articles.cards.Card.png", lambda card: "\n".join(map(str, card)).encode())


@pytest.fixture
def unthrottled(settings):
    settings.API_THROTTLE = ""


def test_every_address_is_classified():
    names = [entry.name for spaces, entry in patterns() if not STAFF & set(spaces)]
    assert all(names), "every pattern needs a name"
    assert len(names) == len(set(names)), "every name leads to one pattern"
    assert set(names) == set(PUBLIC)


@pytest.mark.usefixtures("unthrottled")
def test_nothing_hidden_shows_anywhere(client):
    assert leaks(World(), client, asking=PUBLIC) == {}


def test_the_open_article_shows_so_that_the_walk_looks_at_living_pages(client):
    world = World()
    for address in [world.article.get_absolute_url(), world.person.get_absolute_url(), reverse("feed"), "/"]:
        assert "An open headline" in client.get(address).content.decode()


def opened(*_args, **_kwargs):
    return _args[0]


def anybody(_fact, _at=None, path=""):
    return Q(**{f"{path}pk__isnull": False})


# What leaks when one part of the gate stands open: proof that the walk would see it.
OPENINGS = [
    (
        [(ArticleQuerySet, "published", opened)],
        {
            "home", "articles", "articles_of_year", "articles_of_month", "article", "section", "topic", "feed",
            "section_feed", "topic_feed", "person_feed", "organisation_feed", "sitemap_file",
            "sitemap_news", "person", "person_quotes", "organisation", "search",
            "quote", "corrections", "api-article-list", "api-article-detail", "api-quote-list", "api-quote-detail",
            "api-correction-list", "api-correction-detail", "article_embed", "quote_embed", "oembed",
            "image", "quote_card", "suggestions",
        },
    ),
    (
        [
            (ShownQuerySet, "visible", opened), (ShownQuerySet, "listed", opened),
            (LearntQuerySet, "standing", opened), (links, "shows", anybody),
        ],
        {
            "article", "quote", "people", "person", "person_quotes", "organisations", "organisation", "search",
            "suggestions", "sitemap_file", "api-person-list", "api-person-detail", "api-organisation-list",
            "api-organisation-detail", "api-role-list", "api-role-detail", "api-article-detail", "api-quote-list",
            "quote_embed", "quote_card", "oembed",
        },
    ),
]  # fmt: skip


@pytest.mark.usefixtures("unthrottled")
@pytest.mark.parametrize(("parts", "leaking"), OPENINGS, ids=["articles", "people"])
def test_an_open_gate_is_noticed(client, monkeypatch, parts, leaking):
    world = World()
    for owner, name, open_gate in parts:
        monkeypatch.setattr(owner, name, open_gate)
    assert set(leaks(world, client, leaking)) == leaking


@pytest.mark.usefixtures("unthrottled")
def test_a_source_held_back_is_noticed(client, monkeypatch):
    world = World()
    monkeypatch.setattr("people.models.sources.SourceQuerySet.visible", opened)
    assert "person" in leaks(world, client, ["person"])


def test_the_desk_asks_everybody_to_sign_in(client):
    World()
    for spaces, entry in patterns():
        if STAFF & set(spaces) and entry.name:
            parameters = {name: "articles" if name == "app_label" else "1" for name in entry.pattern.regex.groupindex}
            address = reverse(":".join([*spaces, entry.name]), kwargs=parameters)
            body = client.get(address, follow=True).content.decode()
            assert WORD not in body, address


def test_the_letters_count_nobody_who_is_hidden(client):
    World()
    assert "letter=Z" not in client.get(reverse("people")).content.decode()
