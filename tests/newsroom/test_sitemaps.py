"""Sitemaps: every page readers may find, each with its last change, in files of bounded size."""

import datetime
import re
import xml.etree.ElementTree as ET

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from newsroom import sitemaps
from people.models import Person
from tests.make import (
    HOUR,
    make_article,
    make_draft,
    make_mention,
    make_organisation,
    make_person,
    make_quote,
    make_section,
    make_topic,
)

pytestmark = pytest.mark.django_db
SITE = "http://127.0.0.1:8000"


@pytest.fixture(autouse=True)
def nothing_kept():
    cache.clear()


def locations(client, address):
    """The addresses a sitemap names, each with its last change."""
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml"
    root = ET.fromstring(response.content)  # noqa: S314 our own
    return {entry.findtext("{*}loc"): entry.findtext("{*}lastmod") for entry in root}


def everything(client):
    """Every address of every file the index names."""
    found = {}
    for file in locations(client, "/sitemap.xml"):
        found |= locations(client, file.removeprefix(SITE))
    return found


def test_every_page_readers_may_find_is_named_once_and_answers(client):
    article = make_article(section=make_section(), topics=[make_topic()], text="Some words.")
    make_quote(article, "Some words.", make_person("Ødegård, Zoë"))
    make_organisation("مجلس المدينة")
    found = everything(client)
    # What was made, the page of the quoted person's words, and the archive's year and month.
    assert len(found) == len(sitemaps.LISTS) + 9
    for address in found:
        assert client.get(address.removeprefix(SITE)).status_code == 200
    assert f"{SITE}/people/odegard-zoe/quotes/" in found


def test_a_year_and_a_month_are_named_when_there_is_something_in_them(client):
    for year, month in ((2020, 5), (2020, 7), (2022, 1)):
        make_article(publish_at=datetime.datetime(year, month, 15, tzinfo=datetime.UTC))
    files = [file for file in locations(client, "/sitemap.xml") if "lists" in file]
    assert files == [f"{SITE}/sitemap-lists-{number}.xml" for number in (0, 2022, 2020)]
    named = locations(client, "/sitemap-lists-2020.xml")
    assert list(named) == [f"{SITE}/articles/2020{month}/" for month in ("", "/05", "/07")]
    assert client.get("/sitemap-lists-2021.xml").status_code == 404


def test_what_stands_in_no_list_is_left_out(client):
    make_draft(section=make_section("Empty section"), topics=[make_topic("Empty topic")])
    for visibility in ("hidden", "delisted"):
        make_person(visibility=visibility)
        make_organisation(visibility=visibility)
    assert len(everything(client)) == len(sitemaps.LISTS)


def test_the_last_change_is_true(client):
    article = make_article("Story", publish_at=timezone.now() + HOUR)
    article.publish_at = timezone.now() - HOUR
    article.save()
    [(_, changed)] = [(at, when) for at, when in everything(client).items() if "/articles/story/" in at]
    assert datetime.datetime.fromisoformat(changed) == article.updated_at


def test_a_person_last_changed_when_an_article_last_named_them(client, time_machine):
    time_machine.move_to(datetime.datetime(2026, 2, 5, tzinfo=datetime.UTC), tick=False)
    person = make_person("Ann Smith")
    article = make_article(text="Some words.", publish_at=timezone.now() + HOUR, section=make_section("World"))
    make_mention(article, person)
    make_mention(make_draft(publish_at=timezone.now() + 2 * HOUR), person)
    assert everything(client)[f"{SITE}/people/ann-smith/"] == "2026-02-05T00:00:00+00:00"
    time_machine.move_to(datetime.datetime(2026, 2, 6, tzinfo=datetime.UTC), tick=False)
    found = everything(client)
    assert found[f"{SITE}/people/ann-smith/"] == "2026-02-05T01:00:00+00:00"
    assert found[f"{SITE}/sections/world/"] == "2026-02-05T01:00:00+00:00"


def test_the_index_keeps_up_with_what_changes(client, time_machine, monkeypatch):
    monkeypatch.setattr(sitemaps, "SIZE", 1)
    start = datetime.datetime(2026, 2, 5, 12, tzinfo=datetime.UTC)
    time_machine.move_to(start, tick=False)
    old, scheduled = make_article(text="Some words."), make_article(publish_at=start + HOUR / 2)
    quote = make_quote(old, "Some words.", make_person())
    draft = make_draft()
    before = locations(client, "/sitemap.xml")
    assert f"{SITE}/sitemap-articles-{scheduled.pk}.xml" not in before
    time_machine.move_to(start + HOUR * 20, tick=False)
    new, person = make_article(), make_person()
    draft.save()
    quote.save()
    after = locations(client, "/sitemap.xml")
    file = f"{SITE}/sitemap-{{}}-{{}}.xml".format
    assert after[file("articles", scheduled.pk)] == "2026-02-05T12:30:00+00:00"
    assert after[file("articles", new.pk)] == after[file("quotes", quote.pk)] == "2026-02-06T08:00:00+00:00"
    assert after[file("articles", old.pk)] == before[file("articles", old.pk)] == "2026-02-05T12:00:00+00:00"
    assert file("people", person.pk) in after
    assert file("articles", draft.pk) not in after
    old.save()
    assert locations(client, "/sitemap.xml")[file("quotes", quote.pk)] == "2026-02-06T08:00:00+00:00"


def test_a_page_stays_in_its_file(client, monkeypatch):
    monkeypatch.setattr(sitemaps, "SIZE", 2)
    people = [make_person() for _ in range(5)]
    files = [file for file in locations(client, "/sitemap.xml") if "people" in file]
    numbers = {int(re.search(r"people-(\d+)", file)[1]) for file in files}
    assert numbers == {person.pk // 2 for person in people}
    Person.objects.filter(pk=people[0].pk).delete()
    assert all(len(locations(client, file.removeprefix(SITE))) <= 2 for file in files[1:])


@pytest.mark.parametrize("name", ["people-99", "nothing-0", "lists-1", f"articles-{10**30}", "people-9223372036854775"])
def test_a_file_that_is_none_is_not_found(client, name):
    assert client.get(f"/sitemap-{name}.xml").status_code == 404


def test_news_are_those_of_two_days(client):
    make_article("Fresh & new", language="de", publish_at=timezone.now() - 47 * HOUR)
    make_article("Stale", publish_at=timezone.now() - 49 * HOUR)
    make_draft("Draft")
    page = client.get("/sitemap-news.xml").content.decode()
    assert "<news:title>Fresh &amp; new</news:title>" in page
    assert "<news:language>de</news:language>" in page
    assert "Stale" not in page
    assert "Draft" not in page


def test_without_news_the_front_page_stands_for_them(client):
    assert list(locations(client, "/sitemap-news.xml")) == [f"{SITE}/"]


def test_robots_are_told_where_the_sitemaps_are(client):
    page = client.get("/robots.txt").content.decode()
    assert f"Sitemap: {SITE}/sitemap.xml" in page
    assert "Disallow: /admin/" in page
    assert "Disallow: /preview/" in page


def test_the_number_of_queries_does_not_grow(client):
    counts = []
    for number in (1, 30):
        for _ in range(number):
            make_quote(make_article(text="Some words."), "Some words.", make_person())
        cache.clear()
        with CaptureQueriesContext(connection) as queries:
            for address in ("/sitemap.xml", "/sitemap-articles-0.xml", "/sitemap-quotes-0.xml", "/sitemap-news.xml"):
                client.get(address)
        counts.append(len(queries))
    assert counts[0] == counts[1]
