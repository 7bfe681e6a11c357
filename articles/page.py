"""An article as its page shows it: all that hangs on it, in a number of queries that does not grow with it."""

from django.db.models import Count, OuterRef, Prefetch, Q, Subquery

from articles import jsonld, rendering
from articles.citing import cite_article
from articles.models import Article, Correction, Mention, Quote
from articles.revisions import as_it_was
from articles.role_then import tell
from people.models import Organisation, Person
from people.models.links import show

# As many of those named are looked up for other stories about them, and as many of the newest about each.
NAMED, NEWEST = 8, 30
MOST_RELATED = 4


def for_page(articles, at=None):
    """The articles with what their pages show.

    The neighbours in its section are told by `older_slug`, `older_headline`, `older_language` and so for `newer`; None
    where there is none.
    """
    return (
        articles.with_bylines(at)
        .annotate(**neighbours(at))
        .prefetch_related(
            Prefetch("mentions", Mention.objects.with_names(at)),
            Prefetch("quotes", Quote.objects.with_names(at).in_text_order()),
            Prefetch("corrections", Correction.objects.newest_first()),
            Prefetch("related", Article.objects.only("pk")),
        )
    )


def page_as_it_was(article, kept):
    """The article, which came through `for_page`, with the content that a revision kept."""
    was = as_it_was(article, kept)
    bylines, mentions, quotes = was.bylines.all(), was.mentions.all(), was.quotes.all()
    named = [(row, "person") for row in (*bylines, *mentions)] + [(quote, "speaker") for quote in quotes]
    show(named, Person)
    show([(row, "organisation") for row in (*mentions, *quotes)], Organisation)
    return was


def neighbours(at=None):
    """Annotations for articles: slug, headline and language of the next older and newer one in the same section."""
    others = Article.objects.published(at).filter(section=OuterRef("section"))
    before = Q(publish_at__lt=OuterRef("publish_at")) | Q(pk__lt=OuterRef("pk"))
    after = Q(publish_at__gt=OuterRef("publish_at")) | Q(pk__gt=OuterRef("pk"))
    sides = {
        "older": others.filter(before, publish_at__lte=OuterRef("publish_at")).order_by("-publish_at", "-pk"),
        "newer": others.filter(after, publish_at__gte=OuterRef("publish_at")).order_by("publish_at", "pk"),
    }
    fields = ("slug", "headline", "language")
    return {f"{side}_{field}": Subquery(near.values(field)[:1]) for side, near in sides.items() for field in fields}


def content(article, preview=False):
    """What the template of an article's page needs; `article` came through `for_page`.

    In a `preview` nothing leads to pages that are not there yet.
    """
    quotes, mentions = list(article.quotes.all()), list(article.mentions.all())
    tell(quotes, mentions)
    namings = rendering.first_namings(article, mentions)
    in_order = list(dict.fromkeys([mention for _, _, mention in namings] + mentions))
    return {
        "article": article,
        "picture": article.picture,
        "body": rendering.body(article, quotes, namings, links=not preview),
        "people": [mention for mention in in_order if mention.shown_person],
        "organisations": [mention for mention in in_order if mention.shown_organisation],
        "quotes": quotes,
        "related": related(article, in_order),
        "citation": cite_article(article),
        "preview": preview,
        "trail": [] if preview else trail(article),
        "structured": None if preview else jsonld.news_article(article, quotes, mentions),
    }


def related(article, mentions, at=None):
    """The stories to read next, as a list: those the editors chose, then a few of those that name most of the same."""
    chosen = [other.pk for other in article.related.all()]
    found = [pk for pk in naming_the_same(mentions, at) if pk not in {article.pk, *chosen}][:MOST_RELATED]
    few = Article.objects.published_ones(at).only("slug", "headline", "language", "publish_at")
    rows = few.in_bulk([*chosen, *found])
    shown = sorted((rows[pk] for pk in chosen if pk in rows), key=lambda row: (row.publish_at, row.pk), reverse=True)
    return [*shown, *(rows[pk] for pk in found if pk in rows)][: max(MOST_RELATED, len(shown))]


def naming_the_same(mentions, at=None):
    """Ids of the articles among the newest about each of those mentioned, most in common first, as a list.

    They are found from the mentions: asked for articles, SQLite would walk all of them in order.
    """
    shown = [mention for mention in mentions if mention.shown_person or mention.shown_organisation]
    newest = [mention.alike().published(at).newest_first()[:NEWEST] for mention in shown[:NAMED]]
    if not newest:
        return []
    each = [Mention.objects.filter(pk__in=some.values("pk")).order_by().values("pk") for some in newest]
    together = Mention.objects.filter(pk__in=each[0].union(*each[1:])).values_list("article", "published_at")
    ranked = together.annotate(shared=Count("pk")).order_by("-shared", "-published_at", "-article")
    return [pk for pk, *_ in ranked[:NEWEST]]


def trail(article):
    """The way to an article as (name, address) pairs."""
    section = [(article.section.name, article.section.get_absolute_url())] if article.section else []
    return [("Home", "/"), ("Articles", "/articles/"), *section, (article.headline, article.get_absolute_url())]
