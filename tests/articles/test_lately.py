import datetime

import pytest
from django.utils import timezone

from articles.lately import most_quoted_in, newest_week, said_in
from tests.make import HOUR, make_article, make_draft, make_person, make_quote, make_role

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)


def most_quoted(limit):
    return most_quoted_in(newest_week(), limit)


def said(limit):
    return said_in(newest_week(), limit)


def quoted(person, times, article=None, **fields):
    return [make_quote(article, speaker=person, **fields) for _ in range(times)]


class TestMostQuoted:
    def test_counts_the_quotes_of_each_and_breaks_ties_by_name(self):
        zoe, bo, ada = (make_person(name) for name in ("Zoe", "Bo", "Ada"))
        for person, times in ((ada, 1), (bo, 2), (zoe, 2)):
            quoted(person, times)
        found = most_quoted(3)
        assert found == [bo, zoe, ada]
        assert [person.quote_count for person in found] == [2, 2, 1]
        assert most_quoted(1) == [bo]

    def test_the_week_is_the_seven_days_up_to_the_newest_quote(self):
        now = timezone.now()
        recent, past = make_person(), make_person()
        quoted(recent, 1, make_article(publish_at=now - 400 * DAY))
        quoted(recent, 1, make_article(publish_at=now - 406 * DAY))
        quoted(past, 1, make_article(publish_at=now - 407 * DAY))
        assert [(person, person.quote_count) for person in most_quoted(5)] == [(recent, 2)]

    def test_what_readers_may_not_see_does_not_count(self):
        ada = make_person()
        quoted(ada, 1)
        quoted(ada, 3, make_draft())
        quoted(make_person(), 3, make_article(publish_at=timezone.now() + HOUR))
        quoted(make_person(visibility="hidden"), 3)
        quoted(make_person(visibility="delisted"), 3)
        quoted(make_person(stands_alone=False), 3)
        assert [(person, person.quote_count) for person in most_quoted(5)] == [(ada, 1)]

    def test_a_quote_in_a_draft_does_not_move_the_week(self):
        ada = make_person()
        quoted(ada, 1, make_article(publish_at=timezone.now() - 100 * DAY))
        quoted(ada, 1, make_draft())
        assert most_quoted(5) == [ada]

    def test_a_quote_misdated_into_the_future_does_not_move_the_week(self):
        ada, bo = make_person(), make_person()
        quoted(ada, 1)
        quoted(bo, 2, said_on="2187")
        assert newest_week().words == "this week"
        assert most_quoted(5) == [ada]

    def test_without_quotes_nobody_is(self):
        assert most_quoted(5) == []


class TestWeek:
    def test_is_this_one_while_the_newest_quote_is_of_the_last_seven_days(self, time_machine):
        time_machine.move_to(datetime.datetime(2026, 2, 12, 12, tzinfo=datetime.UTC))
        make_quote(said_on="2026-02-06")
        assert newest_week().words == "this week"
        time_machine.shift(DAY)
        assert newest_week().words == "in the week to 6 February 2026"

    def test_without_quotes_is_this_one(self):
        assert newest_week().words == "this week"


class TestSaid:
    def test_gives_the_newest_with_the_role_then(self):
        ada, bo = make_person(), make_person()
        role = make_role(ada, start="2001", end_state="ongoing")
        older = make_quote(make_article(publish_at=timezone.now() - 3 * DAY), speaker=bo)
        newer = make_quote(speaker=ada)
        make_quote(make_article(publish_at=timezone.now() - 8 * DAY), speaker=make_person())
        assert said(5) == [newer, older]
        assert said(1)[0].role_then.role == role

    def test_gives_one_of_each_speaker_and_short_ones_first(self):
        ada, bo = make_person(), make_person()
        long = make_article(text="It rained again. " * 40)
        make_quote(make_article(publish_at=timezone.now() - 2 * DAY), speaker=ada)
        newest = make_quote(make_article(publish_at=timezone.now() - DAY), speaker=ada)
        lengthy = make_quote(long, long.body_text, bo)
        assert said(5) == [newest, lengthy]

    def test_gives_only_whole_words_of_people_in_lists(self):
        make_quote(kind="partial")
        make_quote(kind="indirect")
        make_quote(speaker=make_person(visibility="hidden"))
        make_quote(speaker=make_person(visibility="delisted"))
        make_quote(speaker_kind="anonymous")
        make_quote(make_draft())
        assert said(5) == []
