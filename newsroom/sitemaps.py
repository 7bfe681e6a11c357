"""Sitemaps: every page readers may find, in files that a page never leaves, each with its last change."""

import datetime

from django.db.models import F, Max
from django.db.models.functions import Greatest
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Quote, Section, Topic
from newsroom.lib.jsonld import absolute
from people.models import Organisation, Person

# A file holds the pages of this many consecutive ids: no counting, no paging, and a file changes only with its pages.
SIZE = 1000
# Beyond any id a database gives.
HIGHEST = 2**63 // SIZE
NEWS_HOURS, NEWS_MOST = 48, 1000


def articles():
    """Articles; a scheduled one last changed when it appeared."""
    return Article.objects.published().annotate(changed_at=Greatest("updated_at", "publish_at"))


def quotes():
    """Quotes, whose page shows their article's headline too."""
    return Quote.objects.published().annotate(changed_at=Greatest("updated_at", "article__updated_at"))


# The part of the site -> its rows, each with `changed_at`.
PARTS = {
    "articles": articles,
    "quotes": quotes,
    "people": lambda: Person.objects.listed().annotate(changed_at=F("updated_at")),
    "organisations": lambda: Organisation.objects.listed().annotate(changed_at=F("updated_at")),
    "sections": lambda: Section.objects.in_use().annotate(changed_at=F("updated_at")),
    "topics": lambda: Topic.objects.in_use().annotate(changed_at=F("updated_at")),
}
LISTS = ("home", "articles", "people", "organisations", "corrections")


def index(request):
    """The index of all files, each with the last change of a page in it."""
    files = [("lists", 0, None)]
    for part, rows in PARTS.items():
        numbered = rows().order_by().annotate(file=F("pk") / SIZE).values_list("file")
        files += [(part, number, changed) for number, changed in numbered.annotate(Max("changed_at")).order_by("file")]
    entries = [(absolute(reverse("sitemap_file", args=[part, number])), changed) for part, number, changed in files]
    return render(request, "newsroom/sitemap_index.xml", {"entries": entries}, content_type="application/xml")


def file(request, part, number):
    """The pages of one part of the site whose ids lie in one thousand."""
    if part == "lists" and number == 0:
        entries = [(absolute(reverse(name)), None) for name in LISTS]
    elif part in PARTS and number < HIGHEST:
        rows = PARTS[part]().filter(pk__range=(number * SIZE, number * SIZE + SIZE - 1)).order_by("pk")
        entries = [(absolute(row.get_absolute_url()), row.changed_at) for row in rows]
    else:
        entries = []
    if not entries:
        raise Http404(f"There is no sitemap of {part} {number}.")
    return render(request, "newsroom/sitemap.xml", {"entries": entries}, content_type="application/xml")


def news(request):
    """The articles of the last two days, as news search engines ask for them."""
    since = timezone.now() - datetime.timedelta(hours=NEWS_HOURS)
    newest = Article.objects.published().filter(publish_at__gte=since).newest_first().for_list()[:NEWS_MOST]
    entries = [(absolute(article.get_absolute_url()), article) for article in newest]
    return render(request, "newsroom/sitemap_news.xml", {"entries": entries}, content_type="application/xml")
