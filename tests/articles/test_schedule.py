"""What will go out when, in the zone of the newsroom."""

import datetime
import re

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import publishing, schedule
from articles.models import Article
from tests.desk import errors, opened, saved
from tests.make import make_article, make_draft, make_editor, make_member

pytestmark = pytest.mark.django_db
NOW = "2026-10-20T10:00:00Z"


def utc(words):
    return datetime.datetime.fromisoformat(words).replace(tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


def told(year, month):
    return [
        (event.what, str(event.article))
        for week in schedule.month(year, month)[0]
        for day in week
        for event in day.events
    ]


def test_the_calendar_tells_what_goes_out_expires_and_comes_free_in_order():
    make_article("Soon", publish_at=utc("2026-10-22T08:00"), expire_at=utc("2026-10-30T08:00"))
    make_draft("Maybe", publish_at=utc("2026-10-23T08:00"))
    make_draft("Secret", embargo_until=utc("2026-10-21T08:00"))
    make_article("Old")
    make_article("Gone", state="withdrawn", publish_at=utc("2026-10-22T09:00"))
    assert told(2026, 10) == [
        ("embargo ends", "Secret"), ("goes out", "Soon"), ("planned, not decided", "Maybe"), ("expires", "Soon"),
    ]  # fmt: skip


@pytest.mark.parametrize("zone", ["Europe/London", "Australia/Lord_Howe"])
def test_an_article_stands_on_its_day_in_the_newsrooms_zone(settings, zone):
    settings.TIME_ZONE = zone
    make_article("Late", publish_at=utc("2026-10-24T23:30"))
    [day] = [day for week in schedule.month(2026, 10)[0] for day in week if day.events]
    assert day.date == datetime.date(2026, 10, 25)


@pytest.mark.parametrize(
    ("zone", "day", "said"),
    [
        ("Europe/London", "2026-03-29", "clocks go forward 1 hour"),
        ("Europe/Kyiv", "2026-10-25", "clocks go back 1 hour"),
        ("Australia/Lord_Howe", "2026-04-05", "clocks go back 30 minutes"),
        ("Europe/London", "2026-07-01", ""),
    ],
)
def test_the_calendar_says_when_the_clocks_change(settings, zone, day, said):
    settings.TIME_ZONE = zone
    assert schedule.clock(datetime.date.fromisoformat(day)) == said


def test_a_schedule_in_the_hour_struck_twice_asks_which_and_keeps_the_answer(settings, client):
    settings.TIME_ZONE = "Europe/London"
    client.force_login(make_editor())
    article = make_draft("Bridge")
    page = saved(client, article, opened(client, article), "_publish", publish_at="2026-10-25T01:30:00", kicker="New")
    assert "strike 01:30 twice on 25 October 2026 in Europe/London" in errors(page)
    assert 'name="publish_at_offset"' in page.content.decode()
    data = opened(client, article) | {"publish_at": "2026-10-25T01:30:00", "publish_at_offset": "+00:00"}
    page = saved(client, article, data, "_publish")
    assert "Readers will see it from 25 October 2026, 01:30 GMT, UTC+00:00 (Europe/London) on." in page.content.decode()
    article.refresh_from_db()
    assert article.publish_at == utc("2026-10-25T01:30")
    saved(client, article, opened(client, article), kicker="Newer")
    article.refresh_from_db()
    assert (article.kicker, article.publish_at) == ("Newer", utc("2026-10-25T01:30"))


def test_a_schedule_in_the_hour_that_is_skipped_is_refused_with_the_nearest_times(settings, client):
    settings.TIME_ZONE = "Australia/Lord_Howe"
    client.force_login(make_editor())
    article = make_draft("Bridge")
    page = saved(client, article, opened(client, article), "_publish", publish_at="2027-10-03T02:10:00", kicker="New")
    assert "The clocks skip 02:10 on 3 October 2027" in errors(page)
    assert "01:59 and 02:30" in errors(page)
    assert 'value="New"' in page.content.decode()


def test_an_article_under_embargo_that_is_published_in_haste_appears_when_it_ends(clock):
    article = make_draft("Secret", embargo_until=utc("2026-10-21T08:00"))
    publishing.publish(article)
    assert article.publish_at == utc("2026-10-21T08:00")
    assert not Article.objects.published().exists()
    clock.move_to("2026-10-21T08:00:00Z")
    assert Article.objects.published().exists()


def test_a_time_before_the_end_of_the_embargo_is_refused():
    article = make_draft("Secret", embargo_until=utc("2026-10-21T08:00"))
    article.publish_at = utc("2026-10-21T07:59")
    with pytest.raises(ValidationError, match="under embargo until 21 October 2026, 08:00"):
        publishing.publish(article)
    assert Article.objects.get().state == "draft"


def test_an_embargo_is_lifted_by_chief_editors_alone(client):
    article = make_draft("Secret", embargo_until=utc("2026-10-21T08:00"))
    client.force_login(make_member("editor"))
    page = saved(client, article, opened(client, article), embargo_until="")
    assert "you may not lift that" in errors(page)
    assert not errors(saved(client, article, opened(client, article), embargo_until="2026-10-22T08:00"))
    client.force_login(make_member("chief editor"))
    assert not errors(saved(client, article, opened(client, article), embargo_until=""))
    article.refresh_from_db()
    assert article.embargo_until is None


@pytest.mark.parametrize("month", ["", "2026-11", "2026-13", "x", "1200-01", "2199-12", "\x00"])
def test_the_calendar_page_answers_whatever_month_is_asked(client, month):
    client.force_login(make_member("reporter"))
    make_article("Soon", publish_at=utc("2026-11-02T08:00"))
    page = client.get("/admin/articles/article/calendar/", {"month": month})
    assert page.status_code == 200
    assert ("Soon" in page.content.decode()) == (month == "2026-11")


def test_the_calendar_makes_as_many_queries_for_many_articles_as_for_few(client):
    client.force_login(make_editor())
    made = []
    for number in (1, 30):
        for _ in range(number):
            make_article(publish_at=utc("2026-10-22T08:00"))
        client.get("/admin/articles/article/calendar/")
        with CaptureQueriesContext(connection) as queries:
            client.get("/admin/articles/article/calendar/")
        made.append(len(queries))
    assert made[0] == made[1]


def test_a_month_with_more_than_fits_says_so_and_goes_on(client, monkeypatch):
    monkeypatch.setattr(schedule, "MOST", 2)
    client.force_login(make_member("editor"))
    for hour in range(3):
        make_article(f"Out {hour}", publish_at=utc(f"2026-10-2{hour + 1}T08:00"))
    make_article("Ends", publish_at=utc("2026-10-01T08:00"), expire_at=utc("2026-10-30T08:00"))
    page = client.get("/admin/articles/article/calendar/?month=2026-10").content.decode()
    assert "More is set for this month than fits here" in page
    assert [name in page for name in ("Out 0", "Out 1", "Out 2", "Ends")] == [True, True, False, False]
    [since] = re.findall(r"since=([^\"]+)", page)
    page = client.get(f"/admin/articles/article/calendar/?month=2026-10&since={since}").content.decode()
    assert "than fits here" not in page
    assert [name in page for name in ("Out 0", "Out 1", "Out 2", "Ends")] == [False, False, True, True]


def test_none_of_the_many_that_happen_at_one_moment_is_passed_over(client, monkeypatch):
    monkeypatch.setattr(schedule, "MOST", 2)
    names = [make_article(f"Out {number}", publish_at=utc("2026-10-21T08:00")).headline for number in range(5)]
    names.append(make_article("Later", publish_at=utc("2026-10-22T08:00")).headline)
    found, more = schedule.events(datetime.date(2026, 10, 1), datetime.date(2026, 10, 31))
    rest, end = schedule.events(datetime.date(2026, 10, 1), datetime.date(2026, 10, 31), more)
    assert [event.article.headline for event in [*found, *rest]] == names
    assert end is None


@pytest.mark.parametrize("since", ["x", "2026-10-21", "9999-12-31T23:59:59.999999+00:00", "0001-01-01T00:00+00:00"])
def test_a_moment_that_is_none_is_passed_over(client, since):
    make_article("Soon", publish_at=utc("2026-10-22T08:00"))
    client.force_login(make_member("editor"))
    page = client.get("/admin/articles/article/calendar/", {"month": "2026-10", "since": since}).content.decode()
    assert "Soon" in page
