"""An article as its page shows it: all that hangs on it, in a number of queries that does not grow with it."""

from django.db.models import OuterRef, Prefetch, Q, Subquery

from articles import jsonld, rendering
from articles.citing import cite_article
from articles.models import Article, Correction, Mention, Quote
from articles.role_then import tell


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
        "citation": cite_article(article),
        "preview": preview,
        "trail": [] if preview else trail(article),
        "structured": None if preview else jsonld.news_article(article, quotes, mentions),
    }


def trail(article):
    """The way to an article as (name, address) pairs."""
    section = [(article.section.name, article.section.get_absolute_url())] if article.section else []
    return [("Home", "/"), ("Articles", "/articles/"), *section, (article.headline, article.get_absolute_url())]
