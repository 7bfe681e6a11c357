"""Feeds: what stands in them, under ids that last, and what they say of what is gone."""

import datetime
import xml.etree.ElementTree as ET

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import publishing
from tests.make import (
    HOUR,
    make_article,
    make_correction,
    make_draft,
    make_mention,
    make_organisation,
    make_person,
    make_section,
    make_topic,
)

pytestmark = pytest.mark.django_db
ATOM, TOMBSTONE = "{http://www.w3.org/2005/Atom}", "{http://purl.org/atompub/tombstones/1.0}"


def feed(client, address):
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ET.fromstring(response.content)  # noqa: S314 our own


def titles(root):
    return [entry.findtext(f"{ATOM}title") for entry in root.iter(f"{ATOM}entry")]


def test_the_newest_thirty_articles_stand_newest_first(client):
    for number in range(32):
        make_article(
            f"Story {number:02}",
            publish_at=datetime.datetime(2026, 1, 1 + number % 28, number // 28, tzinfo=datetime.UTC),
        )
    shown = titles(feed(client, "/feed/"))
    assert len(shown) == 30
    assert shown[:2] == ["Story 27", "Story 26"]


def test_an_entry_tells_all_there_is_to_know(client):
    ann, bo = make_person("Ann Smith"), make_person("Bo Berg")
    article = make_article(
        "A & B",
        standfirst="What & why",
        bylines=[ann, bo],
        section=make_section("World"),
        topics=[make_topic("Bridges")],
        publish_at=datetime.datetime(2026, 2, 5, 9, 30, tzinfo=datetime.UTC),
    )
    root = feed(client, "/feed/")
    entry = root.find(f"{ATOM}entry")
    assert root.findtext(f"{ATOM}id") == "tag:127.0.0.1,2026:site"
    assert entry.findtext(f"{ATOM}id") == f"tag:127.0.0.1,2026:article/{article.pk}"
    assert entry.findtext(f"{ATOM}title") == "A & B"
    assert entry.findtext(f"{ATOM}summary") == "<p>What &amp; why</p>"
    assert entry.findtext(f"{ATOM}published") == "2026-02-05T09:30:00+00:00"
    assert [author.findtext(f"{ATOM}name") for author in entry.findall(f"{ATOM}author")] == ["Ann Smith", "Bo Berg"]
    assert [one.get("term") for one in entry.findall(f"{ATOM}category")] == ["World", "Bridges"]
    assert entry.find(f"{ATOM}link").get("href") == f"http://127.0.0.1:8000{article.get_absolute_url()}"


def test_ids_outlive_addresses(client):
    article, person = make_article("Old headline"), make_person("Old Name")
    make_mention(article, person)
    before = [ET.tostring(one) for one in feed(client, "/people/old-name/feed/").iter(f"{ATOM}id")]
    article.slug, person.slug = "new-headline", "new-name"
    article.save()
    person.save()
    after = [ET.tostring(one) for one in feed(client, "/people/new-name/feed/").iter(f"{ATOM}id")]
    assert before == after


@pytest.mark.parametrize("kind", ["section", "topic", "person", "organisation"])
def test_a_feed_of_one_noun_holds_its_articles_only(client, kind):
    makers = {"section": make_section, "topic": make_topic, "person": make_person, "organisation": make_organisation}
    noun = makers[kind]("The Noun")
    filed = {"section": noun} if kind == "section" else {"topics": [noun]} if kind == "topic" else {}
    inside, draft, outside = make_article("Inside", **filed), make_draft("Draft", **filed), make_article("Outside")
    if not filed:
        make_mention(inside, noun)
        make_mention(draft, noun)
    assert outside.headline == "Outside"
    assert titles(feed(client, f"{noun.get_absolute_url()}feed/")) == ["Inside"]


def test_a_past_address_of_a_feed_leads_to_the_present_one(client):
    person = make_person("Old Name")
    person.slug = "new-name"
    person.save()
    response = client.get("/people/old-name/feed/")
    assert (response.status_code, response["Location"]) == (301, "/people/new-name/feed/")


@pytest.mark.parametrize("visibility", ["hidden", "delisted"])
def test_who_stands_in_no_list_has_no_feed(client, visibility):
    person, body = make_person(visibility=visibility), make_organisation(visibility=visibility)
    for noun in (person, body):
        assert client.get(f"{noun.get_absolute_url()}feed/").status_code == 404


def test_a_correction_is_told_in_the_same_entry(client):
    published = timezone.now() - 3 * HOUR
    article = make_article("Story", standfirst="It was so.", publish_at=published)
    first = feed(client, "/feed/").find(f"{ATOM}entry")
    make_correction(article, "It was on Monday.", made_at=datetime.datetime(2026, 2, 6, tzinfo=datetime.UTC))
    second = feed(client, "/feed/").find(f"{ATOM}entry")
    assert first.findtext(f"{ATOM}id") == second.findtext(f"{ATOM}id")
    assert first.findtext(f"{ATOM}updated") <= second.findtext(f"{ATOM}updated")
    assert "<strong>Correction, 6 February 2026:</strong> It was on Monday." in second.findtext(f"{ATOM}summary")


def test_a_scheduled_article_was_last_changed_when_it_appeared(client, time_machine):
    time_machine.move_to(datetime.datetime(2026, 2, 5, tzinfo=datetime.UTC), tick=False)
    make_article("Scheduled", publish_at=timezone.now() + 2 * HOUR)
    assert titles(feed(client, "/feed/")) == []
    time_machine.move_to(datetime.datetime(2026, 2, 5, 3, tzinfo=datetime.UTC), tick=False)
    assert feed(client, "/feed/").find(f"{ATOM}entry").findtext(f"{ATOM}updated") == "2026-02-05T02:00:00+00:00"


def test_what_was_withdrawn_is_said_to_be_gone(client):
    article = make_article("Secret now")
    article.state = "withdrawn"
    article.save()
    make_draft("Never shown", state="withdrawn", publish_at=None)
    root = feed(client, "/feed/")
    assert [gone.get("ref") for gone in root.findall(f"{TOMBSTONE}deleted-entry")] == [
        f"tag:127.0.0.1,2026:article/{article.pk}"
    ]
    assert b"Secret now" not in ET.tostring(root)


def test_who_asks_by_time_alone_learns_of_a_withdrawal(client, time_machine):
    time_machine.move_to(datetime.datetime(2026, 2, 5, tzinfo=datetime.UTC), tick=False)
    make_article("Stays")
    article = make_article("Goes")
    first = client.get("/feed/")
    asked = {"If-Modified-Since": first["Last-Modified"]}
    assert client.get("/feed/", headers=asked).status_code == 304
    time_machine.move_to(datetime.datetime(2026, 2, 6, tzinfo=datetime.UTC), tick=False)
    publishing.withdraw(article, "It was wrong.")
    assert client.get("/feed/", headers=asked).status_code == 200
    assert feed(client, "/feed/").findtext(f"{ATOM}updated") == "2026-02-06T00:00:00+00:00"


def test_an_unchanged_feed_is_answered_with_304(client):
    make_article("Story")
    first = client.get("/feed/")
    assert client.get("/feed/", headers={"If-None-Match": first["ETag"]}).status_code == 304
    make_article("Another")
    assert client.get("/feed/", headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_an_empty_feed_is_a_feed(client):
    root = feed(client, make_person("Ann Smith").get_absolute_url() + "feed/")
    assert titles(root) == []
    assert root.findtext(f"{ATOM}title") == "Ann Smith · Newsroom"


def test_a_feed_takes_the_same_number_of_queries_for_one_and_for_thirty(client):
    counts = []
    for number in (1, 30):
        for _ in range(number):
            article = make_article(bylines=[make_person()], topics=[make_topic()], section=make_section())
            make_correction(article)
        with CaptureQueriesContext(connection) as queries:
            client.get("/feed/")
        counts.append(len(queries))
    assert counts[0] == counts[1]
