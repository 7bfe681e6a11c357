import datetime

import pytest
from django.utils import timezone

from articles.lately import most_quoted, said_lately
from tests.make import HOUR, make_article, make_draft, make_person, make_quote, make_role

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)


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

    def test_lately_is_the_thirty_days_before_the_newest_quote(self):
        now = timezone.now()
        recent, past = make_person(), make_person()
        quoted(recent, 1, make_article(publish_at=now - 400 * DAY))
        quoted(recent, 1, make_article(publish_at=now - 429 * DAY))
        quoted(past, 1, make_article(publish_at=now - 430 * DAY))
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

    def test_a_quote_in_a_draft_does_not_move_the_thirty_days(self):
        ada = make_person()
        quoted(ada, 1, make_article(publish_at=timezone.now() - 100 * DAY))
        quoted(ada, 1, make_draft())
        assert most_quoted(5) == [ada]

    def test_without_quotes_nobody_is(self):
        assert most_quoted(5) == []


class TestSaidLately:
    def test_gives_the_newest_with_the_role_then(self):
        ada = make_person()
        role = make_role(ada, start="2001", end_state="ongoing")
        older = make_quote(make_article(publish_at=timezone.now() - 3 * DAY), speaker=ada)
        newer = make_quote(speaker=ada)
        assert said_lately(5) == [newer, older]
        assert said_lately(1)[0].role_then.role == role

    def test_gives_only_whole_words_of_people_in_lists(self):
        make_quote(kind="partial")
        make_quote(kind="indirect")
        make_quote(speaker=make_person(visibility="hidden"))
        make_quote(speaker=make_person(visibility="delisted"))
        make_quote(speaker_kind="anonymous")
        make_quote(make_draft())
        assert said_lately(5) == []
