"""Pages of articles, sections, topics, quotes and corrections."""

from django.shortcuts import get_object_or_404, render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import conditional_page

from articles import cards, jsonld
from articles.citing import cite_quote, speaker_name
from articles.models import Article, Correction, PreviewLink, Quote, Section, Topic
from articles.page import content, for_page, trail
from articles.picture import behind
from articles.rendering import passage
from articles.revisions import pending_content
from articles.role_then import tell
from newsroom.lib.keyset import page
from newsroom.lib.permalinks import found_at, moved

A_PAGE = 20
NEWEST, LAST_MADE = ("-publish_at", "-pk"), ("-made_at", "-pk")


@conditional_page
def articles(request):
    """The archive."""
    context = {
        "page": newest(request, Article.objects.published()),
        "sections": Section.objects.in_use(),
        "trail": [("Home", "/"), ("Articles", request.path)],
    }
    return render(request, "articles/articles.html", context)


@conditional_page
def article(request, slug):
    """One article; its notice when it was withdrawn."""
    article = for_page(Article.objects.published()).at_slug(slug)
    if article is None:
        gone = found_at(Article.objects.withdrawn(), slug)
        return render(request, "articles/withdrawn.html", {"article": gone}, status=410)
    if article.slug != slug:
        return moved(request, article)
    return render(request, "articles/article.html", content(article))


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
    """What the page of a section or topic shows."""
    return {
        "label": label,
        "page": newest(request, label.articles.published()),
        "trail": [("Home", "/"), ("Articles", "/articles/"), (label.name, label.get_absolute_url())],
    }


def newest(request, articles):
    """The page of these articles that `?after=` leads to, newest first."""
    return page(articles.for_list(), NEWEST, A_PAGE, request.GET.get("after"))


@conditional_page
def quote(request, pk):
    """One quote: the words, who said them in which role, and the paragraph around them."""
    quote = get_object_or_404(Quote.objects.published().with_names().select_related("article__section"), pk=pk)
    tell([quote])
    context = {
        "quote": quote,
        "speaker": speaker_name(quote),
        "title": f"{speaker_name(quote)}, {quote.date.words}: {quote}",
        "around": passage(quote),
        "card": cards.of_quote(quote),
        "corrections": quote.corrections.newest_first(),
        "citation": cite_quote(quote),
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
        return unseen(render(request, "articles/preview_over.html", status=410))
    with pending_content(link.article):
        article = for_page(Article.objects.filter(pk=link.article_id)).get()
        shown = {"link": link, "picture": article.picture_at(behind(token))}
        return unseen(render(request, "articles/article.html", content(article, preview=True) | shown))


def unseen(response):
    """The response kept out of search engines, caches, and the addresses other sites are told."""
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    patch_cache_control(response, private=True, no_store=True)
    return response
