"""Pages of articles, sections, topics, quotes and corrections."""

import calendar

from django.shortcuts import get_object_or_404, render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import conditional_page

from articles import archive, cards, embeds, jsonld
from articles.citing import cite_quote, speaker_name
from articles.lately import said_there
from articles.models import Article, Correction, PreviewLink, Quote, Section, Topic
from articles.page import content, for_page, page_as_it_was, trail
from articles.picture import behind
from articles.rendering import passage
from articles.role_then import tell
from newsroom.lib.keyset import page
from newsroom.lib.permalinks import found_at, moved

A_PAGE, MOST_ELSEWHERE, SAID = 20, 10, 4
ARTICLES = [("Home", "/"), ("Articles", "/articles/")]
NEWEST, LAST_MADE = ("-publish_at", "-pk"), ("-made_at", "-pk")


@conditional_page
def articles(request):
    """The archive."""
    context = {
        "page": newest(request, Article.objects.published()),
        "sections": Section.objects.in_use(),
        "years": archive.years(),
        "trail": ARTICLES,
    }
    return render(request, "articles/articles.html", context)


@conditional_page
def articles_of_year(request, year):
    """The archive of one year: how many articles its months have, and all of them, newest first.

    No article gets such an address any more; one that readers know under it keeps it.
    """
    name = f"{year:04}"
    if Article.objects.published().filter(slug=name).exists():
        return article(request, name)
    return articles_during(request, name, year)


@conditional_page
def articles_of_month(request, year, month):
    """The archive of one month."""
    name = f"{calendar.month_name[month]} {year:04}" if month in archive.MONTHS else f"Month {month} of {year:04}"
    return articles_during(request, name, year, month)


def articles_during(request, name, year, month=None):
    """The page of a year or month called `name`; before the first article and after the last it is not found."""
    years = archive.years()
    there = year in years and month in (None, *archive.MONTHS)
    found = Article.objects.published().filter(archive.during(year, month)) if there else Article.objects.none()
    context = {
        "name": name,
        "year": year,
        "month": month,
        "years": years,
        "months": archive.months(year) if year in years else [],
        "page": newest(request, found),
        "trail": [*ARTICLES, *([(f"{year:04}", f"/articles/{year:04}/")] if month else []), (name, request.path)],
    }
    return render(request, "articles/period.html", context, status=200 if there else 404)


@conditional_page
def article(request, slug):
    """One article; its notice when it was withdrawn."""
    article = for_page(Article.objects.published()).at_slug(slug)
    if article is None:
        gone = found_at(Article.objects.withdrawn(), slug)
        return render(request, "articles/withdrawn.html", {"article": gone}, status=410)
    if article.slug != slug:
        return moved(request, article)
    embed = embeds.of_article(article).code()
    return render(request, "articles/article.html", content(article) | {"embed": embed})


@conditional_page
def section(request, slug):
    """The articles of a section."""
    section = found_at(Section.objects, slug)
    if section.slug != slug:
        return moved(request, section)
    return render(request, "articles/section.html", articles_under(request, section))


@conditional_page
def topic(request, slug):
    """The articles on a topic."""
    topic = found_at(Topic.objects.in_use(), slug)
    if topic.slug != slug:
        return moved(request, topic)
    return render(request, "articles/topic.html", articles_under(request, topic))


def articles_under(request, label):
    """What the page of a section or topic shows; its first page also what was said in the articles there."""
    found = newest(request, label.articles.published())
    return {
        "label": label,
        "page": found,
        "said": [] if found.previous else said_there(found.rows, SAID),
        "trail": [*ARTICLES, (label.name, label.get_absolute_url())],
    }


def newest(request, articles):
    """The page of these articles that `?after=` leads to, newest first."""
    return page(articles.for_list(), NEWEST, A_PAGE, request.GET.get("after"))


@conditional_page
def quote(request, pk):
    """One quote: the words, who said them in which role, and the paragraph around them."""
    quote = get_object_or_404(Quote.objects.published().with_names().select_related("article__section"), pk=pk)
    elsewhere = list(Quote.objects.published().elsewhere(quote).for_list().newest_first()[:MOST_ELSEWHERE])
    tell([quote, *elsewhere])
    context = {
        "quote": quote,
        "elsewhere": elsewhere,
        "speaker": speaker_name(quote),
        "title": f"{speaker_name(quote)}, {quote.date.words}: {quote}",
        "around": passage(quote),
        "card": cards.of_quote(quote),
        "corrections": quote.corrections.newest_first(),
        "citation": cite_quote(quote),
        "embed": embeds.of_quote(quote).code(),
        "trail": [*trail(quote.article), (str(quote), quote.get_absolute_url())],
        "structured": jsonld.quote_page(quote),
    }
    return render(request, "articles/quote.html", context)


@conditional_page
def corrections(request):
    """Every correction, newest first, with its article and the quotes it touches."""
    made = Correction.objects.published().with_articles().prefetch_related("quotes")
    context = {
        "page": page(made, LAST_MADE, A_PAGE, request.GET.get("after")),
        "trail": [("Home", "/"), ("Corrections", request.path)],
    }
    return render(request, "articles/corrections.html", context)


def preview(request, token):
    """An article as its editors have it now, for whoever holds a working link to it."""
    link = get_object_or_404(PreviewLink.objects.select_related("article"), token=token)
    if not PreviewLink.objects.working().filter(pk=link.pk).exists():
        return unseen(render(request, "articles/preview_over.html", {"link": link}, status=410))
    article = for_page(Article.objects.filter(pk=link.article_id)).select_related("pending").get()
    if article.pending:
        article = page_as_it_was(article, article.pending.content)
    shown = {"link": link, "picture": article.picture_at(behind(token))}
    return unseen(render(request, "articles/article.html", content(article, preview=True) | shown))


def unseen(response):
    """The response kept out of search engines, caches, and the addresses other sites are told."""
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    patch_cache_control(response, private=True, no_store=True)
    return response
