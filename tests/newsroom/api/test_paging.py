"""Lists read page by page: everything once, whatever is added meanwhile, and only pages that were given out."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.make import HOUR, make_article, make_correction, make_organisation, make_person, make_quote, make_role
from tests.newsroom.api.world import get, make_world, resources

pytestmark = pytest.mark.django_db


def read_on(client, path, **asked):
    """The pages from the first to the last, each as JSON."""
    page = get(client, path, **asked).json()
    yield page
    while page["next"]:
        page = client.get(page["next"]).json()
        yield page


def ids(page):
    return [row["id"] for row in page["results"]]


def test_reading_to_the_end_gives_every_object_once_and_back_again(client):
    make_world(4)
    for resource in resources():
        check_reading(client, resource)


def check_reading(client, resource):
    everything = ids(get(client, f"{resource}/", page_size=100).json())
    pages = list(read_on(client, f"{resource}/", page_size=2))
    assert [pk for page in pages for pk in ids(page)] == everything
    assert len(set(everything)) == len(everything)
    assert pages[0]["previous"] is None
    back = pages[-1]
    for page in reversed(pages[:-1]):
        back = client.get(back["previous"]).json()
        assert ids(back) == ids(page)
    assert back["previous"] is None


@pytest.mark.parametrize("ordering", ["-published_at", "published_at", "-updated_at", "updated_at"])
def test_many_articles_of_one_moment_while_others_are_added(client, ordering, time_machine):
    time_machine.move_to("2026-02-05T12:00:00Z", tick=False)
    moment = timezone.now()
    there = {make_article(publish_at=moment).pk for _ in range(25)}
    read = []
    for page in read_on(client, "articles/", ordering=ordering, page_size=4):
        read += ids(page)
        make_article(publish_at=moment)
        make_article(publish_at=moment - HOUR)
        if len(read) > 200:
            break
        if there <= set(read):
            break
    assert there <= set(read)
    assert len(set(read)) == len(read)


def test_the_last_page_asked_again_tells_what_changed_since(client, time_machine):
    time_machine.move_to("2026-02-05T12:00:00Z")
    made = [make_article(publish_at=timezone.now() - HOUR) for _ in range(5)]
    *_, before, last = read_on(client, "articles/", ordering="updated_at", page_size=2)
    assert ids(last) == [made[4].pk]
    make_correction(made[1])
    new = make_article(publish_at=timezone.now() - HOUR)
    page = client.get(before["next"]).json()
    assert [*ids(page), *ids(client.get(page["next"]).json())] == [made[4].pk, made[1].pk, new.pk]


@pytest.mark.parametrize("resource", ["people", "organisations", "roles", "quotes"])
def test_objects_added_while_reading_neither_skip_nor_repeat_one(client, resource):
    article, organisation = make_article(text="Words."), make_organisation("Parent")
    make = {
        "people": lambda: make_person("Same Name"),
        "organisations": lambda: make_organisation("Same Name"),
        "roles": lambda: make_role(organisation=organisation),
        "quotes": lambda: make_quote(article, "Words."),
    }[resource]
    there = {make().pk for _ in range(7)}
    pages = read_on(client, f"{resource}/", page_size=3)
    read = ids(next(pages))
    make()
    for page in pages:
        read += ids(page)
        if len(read) > 20:
            break
    assert there <= set(read)
    assert len(set(read)) == len(read)


def test_nothing_is_counted_and_nothing_is_stepped_over(client):
    make_world(3)
    for resource in resources():
        with CaptureQueriesContext(connection) as captured:
            get(client, f"{resource}/", page_size=1)
        asked = [query["sql"].replace("OFFSET 0", "") for query in captured.captured_queries]  # which steps over none
        assert not [sql for sql in asked if "COUNT(" in sql or "OFFSET" in sql]


@pytest.mark.parametrize("size", ["0", "-1", "101", "1000", "x", "1.5", "٣", "", " ", "1e1", "9" * 5000])
def test_a_size_that_is_none_is_refused_by_name(client, size):
    answer = get(client, "people/", page_size=size)
    assert answer.status_code == 400
    assert list(answer.json()["errors"]) == ["page_size"]
    assert answer.json()["known"] == [
        "as_of", "certainty", "cursor", "fields", "organisation", "page_size", "q", "role",
    ]  # fmt: skip


def test_twenty_come_unless_asked_otherwise_and_a_hundred_at_most(client):
    for _ in range(101):
        make_person()
    assert len(get(client, "people/").json()["results"]) == 20
    assert len(get(client, "people/", page_size=100).json()["results"]) == 100


def test_a_cursor_that_was_changed_or_belongs_elsewhere_is_refused_by_name(client):
    for _ in range(3):
        make_article()
        make_person()
    cursor = client.get(get(client, "articles/", page_size=1).json()["next"]).wsgi_request.GET["cursor"]
    for path, asked in [
        ("articles/", {"cursor": cursor[:-1] + ("A" if cursor[-1] != "A" else "B")}),
        ("articles/", {"cursor": "A" + cursor}),
        ("articles/", {"cursor": "\x00"}),
        ("articles/", {"cursor": cursor, "ordering": "updated_at"}),
        ("people/", {"cursor": cursor}),
    ]:
        answer = get(client, path, **asked)
        assert answer.status_code == 404
        assert list(answer.json()["errors"]) == ["cursor"]


def test_the_next_page_keeps_what_was_asked(client, settings):
    settings.SITE_URL = "https://news.example"
    for number in range(4):
        make_person(f"Ann {number}")
        make_person(f"Bob {number}")
    first = get(client, "people/", q="ann", page_size=2, fields="name").json()
    assert first["next"].startswith("https://news.example/api/v1/people/?q=ann&page_size=2&fields=name&cursor=")
    assert client.get(first["next"]).json()["results"] == [{"name": "Ann 2"}, {"name": "Ann 3"}]


def test_a_parameter_given_twice_is_refused(client):
    answer = client.get("/api/v1/people/?q=a&q=b")
    assert answer.status_code == 400
    assert list(answer.json()["errors"]) == ["q"]
