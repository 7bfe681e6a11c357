"""The first rows that have the words, found alike however many have them."""

import datetime

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from articles.models import Article
from newsroom.search import newest
from newsroom.search.terms import Terms
from tests.make import HOUR, make_article

WORDS = st.sampled_from(["grain", "grains", "gra", "grange", "price", "prices", "a", "ab"])
DAY = datetime.timedelta(days=1)


def at(*day):
    return datetime.datetime(*day, 12, tzinfo=datetime.UTC)


def headlines(most=3, bounds=None, **asked):
    rows = Article.objects.published().newest_first()
    return [headline for (headline,) in Terms(**asked).newest(rows, most, show=("headline",), **bounds or {})]


@pytest.fixture(params=[400, 2])
def _many(monkeypatch, request):
    """From so many rows on they are many."""
    monkeypatch.setattr(newest, "FEW", request.param)


@pytest.mark.django_db
@pytest.mark.usefixtures("_many")
def test_the_newest_with_the_words_come_in_order():
    for number in range(1, 9):
        text = "Grain prices fell." if number % 2 else "Nothing of the kind."
        make_article(f"{number} hours ago", text, publish_at=timezone.now() - number * HOUR)
    make_article("Draft", "Grain prices fell.", state=Article.State.DRAFT)
    assert headlines(words=["grain"]) == ["1 hours ago", "3 hours ago", "5 hours ago"]
    assert headlines(words=["grain"], most=9) == [f"{number} hours ago" for number in (1, 3, 5, 7)]
    assert headlines(words=["barley"]) == []


@pytest.mark.django_db
@pytest.mark.usefixtures("_many")
def test_a_phrase_stands_as_it_is_asked():
    for number in range(1, 7):
        text = "Grain prices fell." if number % 3 == 0 else "Prices of grain fell."
        make_article(f"{number} hours ago", text, publish_at=timezone.now() - number * HOUR)
    assert headlines(words=["grain", "prices"], phrases=["grain prices"]) == ["3 hours ago", "6 hours ago"]


@pytest.mark.django_db
@pytest.mark.usefixtures("_many")
@pytest.mark.parametrize("bounds", [{"rare": True}, {"few": True}, {"day": datetime.date(2020, 1, 1)}])
def test_what_is_known_beforehand_changes_no_answer(bounds):
    for number in range(1, 6):
        make_article(f"{number} days", "Grain fell.", publish_at=at(2019, 12, 31) - number * DAY)
    assert headlines(words=["grain"], bounds=bounds) == ["1 days", "2 days", "3 days"]
    assert headlines(words=["barley"], bounds=bounds) == []


@pytest.mark.django_db
def test_old_texts_are_found_where_the_newest_are_not_enough():
    for year in (2026, 2025, 2020, 1990):
        make_article(f"of {year}", "Grain fell.", publish_at=at(year, 1, 1))
    assert headlines(words=["grain"], most=4) == ["of 2026", "of 2025", "of 2020", "of 1990"]


@given(st.lists(WORDS), st.lists(WORDS, min_size=1, max_size=3, unique=True), st.booleans())
def test_words_stand_where_each_word_of_the_text_by_itself_would_answer(text, asked, begun):
    terms = Terms(asked, spellings={asked[0]: {"grange"}}, begun=begun)
    alone = [(place, *terms.answer(word)) for place, word in enumerate(text) if terms.answer(word)]
    assert terms.hits(" ".join(text)) == alone
