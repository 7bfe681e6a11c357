"""The day of a row in its index: the same words on both databases, right after every way to write."""

import datetime

import pytest

from articles.models import Article, Quote
from newsroom.lib.worddays import lately
from newsroom.lib.wordquery import Word, all_of, fts5
from tests.make import make_article, make_draft, make_person, make_quote

DAY = datetime.date(2026, 11, 25)


def found(day):
    """How many have the word, of the weeks, the months and the years up to a day."""
    return [Article.objects.filter(folded__words=all_of([Word("ferries"), time])).count() for time in lately(day)]


def at(*day):
    return datetime.datetime(*day, 12, tzinfo=datetime.UTC)


def test_ever_longer_times_end_with_a_day():
    weeks, _, months, _, years = map(fts5, lately(DAY))
    assert weeks == '("§2026112" OR "§2026111" OR "§2026110")'
    assert '"§202611"' in months
    assert '"§202604"' in months
    assert years == '("§2026" OR "§2025" OR "§2024" OR "§2023")'


def test_the_last_days_of_a_month_are_among_the_weeks():
    assert '"§2026073"' in fts5(lately(datetime.date(2026, 8, 10))[0])


@pytest.mark.parametrize("day", [datetime.date.min, datetime.date.max - datetime.timedelta(days=1)])
def test_any_day_has_times(day):
    assert len(lately(day)) == 5


@pytest.mark.django_db
class TestEveryWayToWrite:
    def test_a_row_is_of_its_day_and_of_none_without_one(self):
        make_article("Ferries", publish_at=at(2026, 11, 20))
        make_article("Ferries", publish_at=at(2026, 8, 1))
        make_article("Ferries", publish_at=at(2024, 1, 1))
        make_article("Ferries", publish_at=at(1026, 11, 20))
        make_draft("Ferries")
        assert found(DAY) == [1, 1, 2, 2, 3]
        assert found(datetime.date(1026, 11, 20)) == [1, 1, 1, 1, 1]

    def test_another_day_by_saving_and_by_updating(self):
        article = make_draft("Ferries")
        assert found(DAY) == [0, 0, 0, 0, 0]
        article.publish_at = at(2026, 11, 20)
        article.save()
        assert found(DAY) == [1, 1, 1, 1, 1]
        Article.objects.update(publish_at=at(2026, 8, 1))
        assert found(DAY) == [0, 0, 1, 1, 1]
        Article.objects.update(publish_at=None)
        assert found(DAY) == [0, 0, 0, 0, 0]
        article.delete()
        assert found(DAY) == [0, 0, 0, 0, 0]


@pytest.mark.django_db
def test_a_quote_is_of_the_day_its_article_appears():
    article = make_draft("Ferries", text="“The ferries stay.”")
    quote = make_quote(article, "The ferries stay.", make_person("Ann Rivers"), said_on="2019")
    assert quote.published_at is None
    article.publish_at, article.state = at(2026, 11, 20), Article.State.PUBLISHED
    article.save()
    quote.refresh_from_db()
    assert quote.published_at == article.publish_at
    weeks, *_ = lately(DAY)
    assert list(Quote.objects.filter(folded__words=all_of([Word("ferries"), weeks]))) == [quote]
