"""oEmbed (oembed.com): what to embed of an article or a quote, asked for by the address of its page."""

import re
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.http import JsonResponse
from django.urls import Resolver404, resolve

from articles import cards, embeds
from articles.models import Article
from articles.role_then import tell
from newsroom.lib.jsonld import absolute, compact

CACHED = 24 * 3600  # seconds for which consumers may keep an answer
# What is shown to those who signed in or hold a link. No address of an article is told apart from one that never was.
PRIVATE = ("/admin/", "/preview/")
WIDEST = 10_000  # where nothing is asked for
ANCHOR = re.compile("quote-([0-9]{1,18})")


class RefusedError(Exception):
    """The request cannot be answered; carries the status that the specification has for it, and the reason."""

    def __init__(self, status, reason):
        super().__init__(reason)
        self.status = status


def oembed(request):
    """The answer to `?url=`; `maxwidth` and `maxheight` are kept, and JSON is the only `format`."""
    try:
        if request.GET.get("format", "json") != "json":
            raise RefusedError(501, "JSON is the only format here.")
        most = [pixels(request, name) for name in ("maxwidth", "maxheight")]
        answer = described(embed_at(request.GET.get("url", "")), *most)
    except RefusedError as error:
        answer = JsonResponse({"detail": str(error)}, status=error.status)
    else:
        answer = JsonResponse(answer, headers={"Cache-Control": f"public, max-age={CACHED}"})
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


def pixels(request, name):
    """The most pixels asked for by this name, or None."""
    given = request.GET.get(name)
    if given is None:
        return None
    if not re.fullmatch("[1-9][0-9]{0,5}", given):
        raise RefusedError(400, f"{name} must be a number of pixels.")
    return int(given)


def embed_at(url):
    """The Embed of the page at `url`; an article's address may name one of its quotes behind “#”."""
    if not url:
        raise RefusedError(400, "Name in “url” the address of an article or a quote.")
    path, anchor = path_of(url)
    if path.startswith(PRIVATE):
        raise RefusedError(401, "This page is not public.")
    try:
        match = resolve(path)
    except Resolver404:
        match = None
    embed = None
    if match and match.url_name == "quote":
        embed = quote_embed(match.kwargs["pk"])
    elif match and match.url_name == "article":
        embed = article_embed(match.kwargs["slug"], anchor)
    if embed is None:
        raise RefusedError(404, "There is nothing to embed at this address.")
    return embed


def path_of(url):
    """The path and the fragment of an address of this site, by http or https; an empty path for any other."""
    try:
        parts = urlsplit(url)
        is_ours = parts.scheme in {"http", "https"} and parts.netloc == urlsplit(settings.SITE_URL).netloc
    except ValueError:  # a broken host
        is_ours = False
    return (unquote(parts.path), parts.fragment) if is_ours else ("", "")


def quote_embed(pk, **where):
    """The Embed of a published quote, or None."""
    quote = embeds.quotes().filter(pk=pk, **where).first() if pk < 2**63 else None
    if quote is None:
        return None
    tell([quote])
    return embeds.of_quote(quote)._replace(picture=cards.of_quote(quote))


def article_embed(slug, anchor):
    """The Embed of a published article, or of its quote with this anchor; None where there is none."""
    article = Article.objects.published().for_list().at_slug(slug)
    if article is None:
        return None
    number = ANCHOR.fullmatch(anchor)
    return (number and quote_embed(int(number[1]), article=article)) or embeds.of_article(article)


def thumbnail(picture, most_wide, most_high):
    """The picture that may stand for the frame, where it is no larger than asked for."""
    if picture is None or picture.width > (most_wide or WIDEST) or picture.height > (most_high or WIDEST):
        return {}
    size = {"thumbnail_width": picture.width, "thumbnail_height": picture.height}
    return {"thumbnail_url": absolute(picture.src), **size}


def described(embed, most_wide=None, most_high=None):
    """The answer as the specification words it, as a dict."""
    width, height = embed.size(most_wide, most_high)
    return compact(
        {
            "version": "1.0",
            "type": "rich",
            "title": embed.title,
            "author_name": embed.named,
            "author_url": embed.author_url,
            "provider_name": settings.SITE_NAME,
            "provider_url": absolute("/"),
            "cache_age": CACHED,
            "html": embed.code(most_wide, most_high),
            "width": width,
            "height": height,
            **thumbnail(embed.picture, most_wide, most_high),
        }
    )
