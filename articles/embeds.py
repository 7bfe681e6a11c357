"""Articles and quotes in frames on other sites: the pages shown there, their size, and the code that asks for them."""

import math
from functools import wraps
from typing import NamedTuple

from csp.decorators import csp_replace
from django.conf import settings
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import conditional_page

from articles.citing import authors, speaker_name
from articles.models import Article, Quote
from articles.role_then import tell
from newsroom.lib.jsonld import absolute
from newsroom.lib.permalinks import moved

WIDEST, HIGHEST = 600, 720
# Of embed.css: its paddings, the width of a letter and the height of a line in pixels, in words and in small print.
SIDES, AROUND = 70, 105
LETTER, LINE = 10, 29
SMALL_LETTER, SMALL_LINE = 7.5, 22


class Size(NamedTuple):
    """Of a frame, in pixels."""

    width: int
    height: int


class Embed(NamedTuple):
    """What a frame shows: its own address, that of the page it stands for, its words, and what stands small below."""

    address: str
    page: str
    title: str
    words: str
    small: str
    named: str
    author_url: str = ""
    picture: object = None  # of what is embedded, with src, width and height

    def size(self, most_wide=None, most_high=None):
        """Large enough for the words, and no larger than asked for; what then does not fit can be scrolled."""
        width = min(WIDEST, most_wide or WIDEST)
        across = max(width - SIDES, LETTER)
        lines = math.ceil(len(self.words) / (across / LETTER))
        small = math.ceil(len(self.small) / (across / SMALL_LETTER)) + 2
        height = min(AROUND + lines * LINE + small * SMALL_LINE, HIGHEST)
        return Size(width, min(height, most_high or height))

    def code(self, most_wide=None, most_high=None):
        """HTML for other sites, without script: the frame, and a line that is left where frames are not allowed."""
        width, height = self.size(most_wide, most_high)
        return format_html(
            '<blockquote cite="{page}" style="margin:0"><iframe src="{address}" title="{title}" '
            'width="{width}" height="{height}" style="border:0;max-width:100%" loading="lazy"></iframe>'
            '<p><a href="{page}">{title} · {site}</a></p></blockquote>',
            page=self.page,
            address=self.address,
            title=self.title,
            width=width,
            height=height,
            site=settings.SITE_NAME,
        )


def of_quote(quote):
    """The Embed of a quote; it came through `with_names`."""
    shown = quote.shown_speaker or quote.shown_organisation
    return Embed(
        address=absolute(reverse("quote_embed", args=[quote.pk])),
        page=absolute(quote.get_absolute_url()),
        title=f"{speaker_name(quote)}, {quote.date.words}: {quote}",
        words=quote.text,
        small=f"{quote.attribution} {quote.venue} {quote.date.words} {quote.article.headline}",
        named=speaker_name(quote),
        author_url=absolute(shown.get_absolute_url()) if shown else "",
    )


def of_article(article):
    """The Embed of an article; it came through `with_bylines`."""
    return Embed(
        address=absolute(reverse("article_embed", args=[article.slug])),
        page=absolute(article.get_absolute_url()),
        title=article.headline,
        words=f"{article.headline} {article.standfirst}",
        small=authors(article),
        named=authors(article),
        picture=article.picture,
    )


def quotes():
    """The quotes that can be embedded."""
    return Quote.objects.published().with_names().select_related("article")


def in_any_frame(view):
    """The view for frames of every site, out of search engines; all else of the policy stays."""

    @wraps(view)
    def answer(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex"
        return response

    return csp_replace({"frame-ancestors": ["*"]})(xframe_options_exempt(answer))


@in_any_frame
@conditional_page
def quote_embed(request, pk):
    """A quote in a frame."""
    quote = quotes().filter(pk=pk).first()
    if quote is None:
        return over(request, 404, "This quote is not available.")
    tell([quote])
    return render(request, "articles/quote_embed.html", {"quote": quote, "embed": of_quote(quote)})


@in_any_frame
@conditional_page
def article_embed(request, slug):
    """An article in a frame: what it is about, and the way to it."""
    article = Article.objects.published().for_list().at_slug(slug)
    if article is None:
        gone = Article.objects.withdrawn().at_slug(slug)
        if gone is None:
            return over(request, 404, "This article is not available.")
        return over(request, 410, gone.notice or "This article was withdrawn.")
    if article.slug != slug:
        return moved(request, article)
    return render(request, "articles/article_embed.html", {"article": article, "embed": of_article(article)})


def over(request, status, words):
    """The frame of what is no longer there, or never was."""
    return render(request, "articles/embed_over.html", {"words": words}, status=status)
