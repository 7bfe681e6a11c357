"""Measures the main pages of the desk on the database in use: python benchmarks/desk.py [--runs N]

For each address what `benchmarks/pages.py` tells of the public ones, asked as a superuser who is made for it and then
deleted. A page of the desk shall take at most 20 queries and 300 ms.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import pages  # sets Django up for those below  # noqa: I001
from django.conf import settings
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.test import Client
from django.test.utils import override_settings

from articles.models import Article, Quote
from newsroom.needs_a_look import RULES
from people.models import Organisation, Person


@override_settings(STORAGES=pages.PLAIN_FILES)
@transaction.atomic
def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=pages.RUNS, help=f"of which the median counts ({pages.RUNS})")
    options = parser.parse_args()
    client = Client(SERVER_NAME=settings.ALLOWED_HOSTS[0])
    client.force_login(User.objects.create_superuser("measured", password=None))
    print(f"{connection.vendor}: {pages.counts()}")
    print(f"{'page':<46} {'status':>6} {'queries':>8} {'ms':>15} {'in SQL':>15} {'kB':>13}")
    for words, *addresses in desk():
        pages.show(words, [pages.measure(client, address, options.runs) for address in addresses])
    transaction.set_rollback(True)


def desk():
    """(what it is, addresses of such pages)."""
    articles, people = pages.both(Article.objects.published(), "quotes"), pages.both(Person.objects.all(), "quotes")
    quote, body = Quote.objects.order_by("-pk").first(), Organisation.objects.order_by("-pk").first()
    yield "front", "/admin/"
    yield "calendar", "/admin/articles/article/calendar/"
    yield "articles; waiting for me", "/admin/articles/article/", "/admin/articles/article/?whose=waiting"
    yield "article with many quotes, with one", *(form(article) for article in articles)
    yield "correct it", *(form(article, "correct") for article in articles)
    yield "comments", *(form(article, "comments") for article in articles)
    yield "people", "/admin/people/person/"
    yield "person with many quotes, with one", *(form(person) for person in people)
    yield "quotes; one", "/admin/articles/quote/", form(quote)
    yield "organisations; one", "/admin/people/organisation/", form(body)
    yield "tasks", "/admin/articles/task/"
    found = "/admin/search/?as=json&q="
    yield "search: common and rare word", found + pages.WORD, found + pages.RARE_WORD
    picker = "/admin/autocomplete/?app_label=articles&model_name=quote&field_name=speaker&term="
    yield "picker of a person: common and rare", f"{picker}an", f"{picker}{pages.RARE_WORD}"
    picker = "/admin/autocomplete/?app_label=articles&model_name=article&field_name=related&term="
    yield "picker of an article: common and rare", f"{picker}the", f"{picker}{pages.RARE_WORD}"
    yield "what needs a look", "/admin/needs-a-look/"
    for rule in RULES:
        yield f"- {rule}: page, count", *(f"/admin/needs-a-look/{rule}/{page}" for page in ("", "count/"))


def form(record, page="change"):
    return f"/admin/{record._meta.app_label}/{record._meta.model_name}/{record.pk}/{page}/"


if __name__ == "__main__":
    main()
