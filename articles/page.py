"""An article as its page shows it: all that hangs on it, in a number of queries that does not grow with it."""

from django.db.models import Count, OuterRef, Prefetch, Q, Subquery

from articles import jsonld, rendering
from articles.citing import cite_article
from articles.models import Article, Correction, Mention, Quote
from articles.role_then import tell

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
            Prefetch("related", Article.objects.published(at).few_newest_first().defer("body", "body_text", "folded")),
        )
    )


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
    """The stories to read next, as a list: those the editors chose, then some of those that name most of the same."""
    chosen = list(article.related.all())
    shown = [mention for mention in mentions if mention.shown_person or mention.shown_organisation]
    missing = MOST_RELATED - len(chosen)
    if missing <= 0 or not shown:
        return chosen
    known = [article.pk, *(other.pk for other in chosen)]
    return [*chosen, *naming_the_same(shown[:NAMED], at).exclude(pk__in=known)[:missing]]


def naming_the_same(mentions, at=None):
    """Articles among the newest about each of those mentioned, those naming most of them first; without text."""
    newest = [mention.alike().published(at).newest_first()[:NEWEST] for mention in mentions]
    each = [Mention.objects.filter(pk__in=some.values("pk")).order_by().values("pk") for some in newest]
    naming = Article.objects.published(at).filter(mentions__in=each[0].union(*each[1:]))
    ranked = naming.only("slug", "headline", "language", "publish_at").annotate(shared=Count("mentions"))
    return ranked.order_by("-shared", "-publish_at", "-pk")


def trail(article):
    """The way to an article as (name, address) pairs."""
    section = [(article.section.name, article.section.get_absolute_url())] if article.section else []
    return [("Home", "/"), ("Articles", "/articles/"), *section, (article.headline, article.get_absolute_url())]
