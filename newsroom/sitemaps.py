"""Sitemaps: every page readers may find, in files that a page never leaves, each with its last change.

The index looks at every row once a day; in between only at what changed since, so that it costs next to nothing.
"""

import datetime

from django.core.cache import cache
from django.db.models import Exists, F, Max, OuterRef, Subquery
from django.db.models.functions import Coalesce, Greatest
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from articles import archive
from articles.models import Article, Mention, Quote, Section, Topic
from articles.models.article import LAST_CHANGED
from newsroom.lib.jsonld import absolute
from people.models import Organisation, Person

# A file holds the pages of this many consecutive ids: no counting, no paging, and a file changes only with its pages.
SIZE = 1000
# Beyond any id a database gives.
HIGHEST = 2**63 // SIZE
NEWS_HOURS, NEWS_MOST = 48, 1000
# For how long the list of files is kept, in seconds; what was being saved when it was made counts as changed since.
KEPT, MARGIN = 24 * 3600, datetime.timedelta(minutes=1)
# For how long the years are, which nothing brings up to date in between.
YEARS_KEPT = 3600


def newer(rows, field):
    """The row's own last change, or the newest `field` of `rows`, a queryset of what its page also shows."""
    newest = rows.order_by(F(field).desc()).values(field)[:1]
    return Greatest("updated_at", Coalesce(Subquery(newest), "updated_at"))


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
    "organisations": (Organisation.objects.listed, lambda: newer(naming("organisation"), "published_at")),
    "sections": (Section.objects.in_use, lambda: newer(filed("section"), "publish_at")),
    "topics": (Topic.objects.in_use, lambda: newer(filed("topics"), "publish_at")),
}
# Those whose change stands in the row itself, so that the index may look at all of them.
TOLD_BY_THEMSELVES = {"articles", "quotes"}
LISTS = ("home", "articles", "people", "organisations", "corrections", "api_docs")


def index(request):
    """The index of all files, articles first, with the last change in each where the rows themselves tell it."""
    years = cache.get_or_set("sitemap-years", years_with_articles, YEARS_KEPT)
    files = [(part, number, changed) for part in PARTS for number, changed in sorted(files_of(part).items())]
    files += [("lists", number, None) for number in (0, *years)]
    entries = [(absolute(reverse("sitemap_file", args=[part, number])), changed) for part, number, changed in files]
    return render(request, "newsroom/sitemap_index.xml", {"entries": entries}, content_type="application/xml")


def years_with_articles():
    """The years whose page in the archive shows something; each has a file of its lists."""
    published = Article.objects.published()
    return [year for year in archive.years() if published.filter(archive.during(year)).exists()]


def lists(number):
    """The addresses of the site's lists for 0, of those of the archive for a year."""
    if number == 0:
        return [reverse(name) for name in LISTS]
    if number not in archive.years():
        return []
    months = [month.get_absolute_url() for month in archive.months(number) if month.count]
    return [reverse("articles_of_year", args=[number]), *months] if months else []


def files_of(part):
    """The numbers of the part's files, each with the last change of a page in it, or None where that is not told."""
    rows = PARTS[part][0]()
    since, files = cache.get_or_set(f"sitemap-{part}", lambda: (timezone.now() - MARGIN, told(part, rows)), KEPT)
    for changed in changed_rows(part, rows, since, files):
        files |= told(part, changed)
    return files


def told(part, rows):
    """{number of a file: last change or None} of these rows of one part."""
    numbered = rows.annotate(file=F("pk") / SIZE).order_by("file")
    if part in TOLD_BY_THEMSELVES:
        return dict(numbered.values("file").annotate(last=Max(PARTS[part][1]())).values_list("file", "last"))
    return dict.fromkeys(numbered.values_list("file", flat=True).distinct())


def changed_rows(part, rows, since, files):
    """Querysets of those that may have changed since, each served by an index, which their union would not be.

    Of parts that tell no change only new files count.
    """
    if part == "articles":
        return [Article.objects.changed_since(since)]
    if part == "quotes":
        return [rows.filter(updated_at__gte=since), rows.filter(article__in=Article.objects.changed_since(since))]
    return [rows.filter(pk__gte=(max(files, default=-1) + 1) * SIZE)]


def file(request, part, number):
    """The pages of one part of the site whose ids lie in one thousand."""
    if part == "lists":
        entries = [(absolute(address), None) for address in lists(number)]
    elif part in PARTS and number < HIGHEST:
        entries = [(absolute(address), row.changed_at) for row in pages(part, number) for address in addresses(row)]
    else:
        entries = []
    if not entries:
        raise Http404(f"There is no sitemap of {part} {number}.")
    return render(request, "newsroom/sitemap.xml", {"entries": entries}, content_type="application/xml")


def pages(part, number):
    """The rows of one file, each with `changed_at`; people with `is_quoted`, whether their words have a page."""
    rows, changed = PARTS[part]
    ids = number * SIZE, number * SIZE + SIZE - 1
    found = rows().filter(pk__range=ids).annotate(changed_at=changed()).order_by("pk")
    return found.annotate(is_quoted=Exists(said())) if part == "people" else found


def addresses(row):
    """The address of the row's page, and of the page of a person's words where there are any."""
    words = [reverse("person_quotes", args=[row.slug])] if getattr(row, "is_quoted", False) else []
    return [row.get_absolute_url(), *words]


def news(request):
    """The articles of the last two days, as news search engines ask for them."""
    since = timezone.now() - datetime.timedelta(hours=NEWS_HOURS)
    newest = Article.objects.published().filter(publish_at__gte=since).newest_first().for_list()[:NEWS_MOST]
    entries = [(absolute(article.get_absolute_url()), article) for article in newest]
    return render(request, "newsroom/sitemap_news.xml", {"entries": entries}, content_type="application/xml")
