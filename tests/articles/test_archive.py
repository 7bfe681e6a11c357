import datetime

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from articles.archive import during, months, years
from articles.models import Article
from tests.make import make_article, make_draft

pytestmark = pytest.mark.django_db


def at(*parts):
    return datetime.datetime(*parts, tzinfo=datetime.UTC)


def test_years_reach_from_the_newest_article_to_the_oldest_that_readers_see():
    for moment in (at(2019, 5, 1), at(2021, 1, 1)):
        make_article(publish_at=moment)
    make_draft(publish_at=at(2012, 1, 1))
    make_article(state="withdrawn", publish_at=at(2011, 1, 1))
    assert list(years()) == [2021, 2020, 2019]


def test_without_articles_there_are_no_years():
    assert list(years()) == []


def test_months_count_what_readers_see():
    for moment in (at(2021, 1, 1), at(2021, 1, 31, 23, 59), at(2021, 12, 31, 23, 59), at(2022, 1, 1)):
        make_article(publish_at=moment)
    make_article(state="withdrawn", publish_at=at(2021, 3, 1))
    assert [month.count for month in months(2021)] == [2, *[0] * 10, 1]


def test_a_month_is_that_of_the_newsroom_s_zone(settings):
    settings.TIME_ZONE = "Australia/Melbourne"
    late = make_article(publish_at=at(2020, 12, 31, 13, 30))
    assert list(years()) == [2021]
    assert months(2021)[0].count == 1
    assert list(Article.objects.filter(during(2021, 1))) == [late]
    assert not Article.objects.filter(during(2020)).exists()


class TestPages:
    def test_a_month_lists_its_articles_and_leads_to_the_others(self, client):
        make_article("In February", publish_at=at(2021, 2, 28, 23, 59))
        make_article("In March", publish_at=at(2021, 3, 1))
        page = client.get("/articles/2021/02/").content.decode()
        assert "In February" in page
        assert "In March" not in page
        assert '<a href="/articles/2021/03/"' in page
        assert "In March" in client.get("/articles/2021/").content.decode()

    @pytest.mark.parametrize(
        ("address", "words"),
        [
            ("/articles/2021/13/", "A year has no month 13."),
            ("/articles/2021/00/", "A year has no month 0."),
            ("/articles/0000/", "Nothing was published then."),
            ("/articles/0000/01/", "Nothing was published then."),
            ("/articles/9999/12/", "Nothing was published then."),
            ("/articles/2020/", "Nothing was published then."),
        ],
    )
    def test_what_is_no_month_or_has_nothing_is_not_found_and_leads_on(self, client, address, words):
        make_article("News", publish_at=at(2021, 2, 1))
        response = client.get(address)
        assert response.status_code == 404
        assert words in response.content.decode()
        assert '<a href="/articles/2021/"' in response.content.decode()

    def test_an_empty_month_between_others_says_so_and_stays_out_of_search_engines(self, client):
        make_article(publish_at=at(2021, 2, 1))
        page = client.get("/articles/2021/03/").content.decode()
        assert "Nothing was published then." in page
        assert "noindex" in page
        assert "noindex" not in client.get("/articles/2021/02/").content.decode()

    def test_a_tampered_key_is_refused(self, client):
        make_article(publish_at=at(2021, 2, 1))
        assert client.get("/articles/2021/?after=made-up").status_code == 400


class TestSlugsOfArticles:
    def test_a_headline_that_is_a_year_gets_another_address(self, client):
        article = make_article("1984", publish_at=at(2021, 2, 1))
        assert article.slug != "1984"
        assert client.get(article.get_absolute_url()).status_code == 200

    def test_an_editor_is_told_that_four_digits_are_a_year(self):
        article = make_article("News")
        article.slug = "1984"
        with pytest.raises(ValidationError, match="is the address of a year"):
            article.full_clean()


def test_addresses_have_as_many_digits_as_they_always_do():
    assert reverse("articles_of_month", args=[826, 2]) == "/articles/0826/02/"


def test_an_article_that_readers_know_under_the_address_of_a_year_keeps_it(client):
    old = make_article("Old", text="CANARY", publish_at=at(2019, 5, 1))
    assert "CANARY" not in client.get("/articles/2019/").content.decode()
    Article.objects.filter(pk=old.pk).update(slug="2019")
    assert "CANARY" in client.get("/articles/2019/").content.decode()
    Article.objects.filter(pk=old.pk).update(state="draft")
    assert client.get("/articles/2019/").status_code == 404
