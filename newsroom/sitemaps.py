"""Sitemaps: every page readers may find, in files that a page never leaves, each with its last change."""

import datetime

from django.db.models import Exists, F, Max, OuterRef, Subquery
from django.db.models.functions import Coalesce, Greatest
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Mention, Quote, Section, Topic
from articles.models.article import LAST_CHANGED
from newsroom.lib.jsonld import absolute
from people.models import Organisation, Person

# A file holds the pages of this many consecutive ids: no counting, no paging, and a file changes only with its pages.
SIZE = 1000
# Beyond any id a database gives.
HIGHEST = 2**63 // SIZE
NEWS_HOURS, NEWS_MOST = 48, 1000


def newer(rows, field):
    """The row's own last change, or the newest `field` of `rows`, a queryset of what its page also shows."""
    newest = rows.order_by(F(field).desc()).values(field)[:1]
    return Greatest("updated_at", Coalesce(Subquery(newest), "updated_at"))


def quoted():
    """The people whose words have a page."""
    return Person.objects.listed().filter(Exists(said()))


def said():
    """The quotes of the person around."""
    return Quote.objects.published().filter(speaker=OuterRef("pk"))


def naming(noun):
    """The mentions of the person or organisation around."""
    return Mention.objects.published().filter(**{noun: OuterRef("pk")})


def filed(label):
    """The articles under the section or topic around."""
    return Article.objects.published().filter(**{label: OuterRef("pk")})


# The part of the site -> its rows, and when the page of each last changed.
PARTS = {
    "articles": (Article.objects.published, lambda: LAST_CHANGED),
    "quotes": (Quote.objects.published, lambda: Greatest("updated_at", "article__updated_at", "article__publish_at")),
    "people": (Person.objects.listed, lambda: newer(naming("person"), "published_at")),
    "words": (quoted, lambda: newer(said(), "updated_at")),
    "organisations": (Organisation.objects.listed, lambda: newer(naming("organisation"), "published_at")),
    "sections": (Section.objects.in_use, lambda: newer(filed("section"), "publish_at")),
    "topics": (Topic.objects.in_use, lambda: newer(filed("topics"), "publish_at")),
}
# Those whose change stands in the row itself, so that the index may look at all of them.
TOLD_BY_THEMSELVES = {"articles", "quotes"}
LISTS = ("home", "articles", "people", "organisations", "corrections", "api_docs")


def index(request):
    """The index of all files, with the last change of a page in them where the rows themselves tell it."""
    files = [("lists", 0, None)]
    for part, (rows, changed) in PARTS.items():
        numbered = rows().annotate(file=F("pk") / SIZE).values_list("file").order_by("file")
        if part in TOLD_BY_THEMSELVES:
            files += [(part, number, last) for number, last in numbered.annotate(last=Max(changed()))]
        else:
            files += [(part, number, None) for (number,) in numbered.distinct()]
    entries = [(absolute(reverse("sitemap_file", args=[part, number])), changed) for part, number, changed in files]
    return render(request, "newsroom/sitemap_index.xml", {"entries": entries}, content_type="application/xml")


def file(request, part, number):
    """The pages of one part of the site whose ids lie in one thousand."""
    if part == "lists" and number == 0:
        entries = [(absolute(reverse(name)), None) for name in LISTS]
    elif part in PARTS and number < HIGHEST:
        entries = [(absolute(address_of(row, part)), row.changed_at) for row in pages(part, number)]
    else:
        entries = []
    if not entries:
        raise Http404(f"There is no sitemap of {part} {number}.")
    return render(request, "newsroom/sitemap.xml", {"entries": entries}, content_type="application/xml")


def pages(part, number):
    """The rows of one file, each with `changed_at`."""
    rows, changed = PARTS[part]
    ids = number * SIZE, number * SIZE + SIZE - 1
    return rows().filter(pk__range=ids).annotate(changed_at=changed()).order_by("pk")


def address_of(row, part):
    """The address of the row's page in this part of the site."""
    return reverse("person_quotes", args=[row.slug]) if part == "words" else row.get_absolute_url()


def news(request):
    """The articles of the last two days, as news search engines ask for them."""
    since = timezone.now() - datetime.timedelta(hours=NEWS_HOURS)
    newest = Article.objects.published().filter(publish_at__gte=since).newest_first().for_list()[:NEWS_MOST]
    entries = [(absolute(article.get_absolute_url()), article) for article in newest]
    return render(request, "newsroom/sitemap_news.xml", {"entries": entries}, content_type="application/xml")
