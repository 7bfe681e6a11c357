"""The last weeks at a glance."""

import datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from newsroom import voices
from tests.make import make_article, make_draft, make_editor, make_organisation, make_person, make_quote, make_role

pytestmark = pytest.mark.django_db
WEEK = datetime.timedelta(days=7)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel("2026-11-25T10:00:00Z", tick=False) as clock:
        yield clock


def test_articles_and_quotes_are_counted_by_the_week_they_went_out():
    for weeks in (0, 0, 2, 7, 8):
        make_quote(make_article(publish_at=timezone.now() - weeks * WEEK))
    make_quote(make_draft())
    make_quote(make_article(publish_at=timezone.now() + WEEK))
    counted = voices.weeks(voices.quoted())
    assert [week.articles for week in counted] == [1, 0, 0, 0, 0, 1, 0, 2]
    assert [week.quotes for week in counted] == [1, 0, 0, 0, 0, 1, 0, 2]
    assert (counted[0].first, counted[-1].first) == (datetime.date(2026, 10, 5), datetime.date(2026, 11, 23))


def test_who_was_quoted_is_counted_by_organisation_and_post():
    council = make_organisation("Council")
    mayor, clerk = (make_role(title=title, organisation=council) for title in ("Mayor", "Clerk"))
    article = make_article()
    for role in (mayor, mayor, clerk):
        make_quote(article, speaker=role.person, role=role)
    make_quote(article, speaker=make_person())
    make_quote(make_draft(), speaker=mayor.person, role=mayor)
    make_quote(make_article(publish_at=timezone.now() - 9 * WEEK), speaker=clerk.person, role=clerk)
    told = dict(voices.voices(voices.quoted()))
    assert told["Organisations"] == [("Council", 3)]
    assert told["Posts"] == [("Mayor", 2), ("Clerk", 1)]
    assert told["Speakers"] == [("a person", 4)]


def test_the_bars_stand_on_the_ground_to_their_own_scale():
    make_article()
    bars = voices.bars(voices.weeks(voices.quoted()))
    assert bars[-1].articles_height == voices.HEIGHT
    assert {bar.quotes_height for bar in bars} == {0}
    assert bars[-1].quotes_x + 18 <= 400


def test_the_front_page_makes_as_many_queries_for_much_as_for_little(client):
    editor, made = make_editor(), []
    client.force_login(editor)
    for number in (1, 30):
        for _ in range(number):
            role = make_role(organisation=make_organisation())
            make_quote(make_article(), speaker=role.person, role=role)
            make_draft(made_by=editor, assigned_to=editor)
        client.get("/admin/")
        with CaptureQueriesContext(connection) as queries:
            assert "The last 8 weeks" in client.get("/admin/").content.decode()
        made.append(len(queries))
    assert made[0] == made[1] <= 20
