"""The first rows that have the words, found alike however many have them."""

import pytest
from django.utils import timezone

from articles.models import Article
from newsroom.search import terms
from newsroom.search.terms import Terms
from tests.make import HOUR, make_article

pytestmark = pytest.mark.django_db


def headlines(most=3, **asked):
    ids = Terms(**asked).first(Article.objects.published().newest_first(), most)
    found = Article.objects.in_bulk(ids)
    return [found[pk].headline for pk in ids]


@pytest.fixture(params=["few", "windows", "all"])
def _many(monkeypatch, request):
    """So many rows count as few, and so many of the first are asked before all are sorted."""
    few, first = {"few": (1000, (500,)), "windows": (2, (2, 5, 50)), "all": (2, (1, 2))}[request.param]
    monkeypatch.setattr(terms, "FEW", few)
    monkeypatch.setattr(terms, "FIRST", first)


@pytest.mark.usefixtures("_many")
def test_the_newest_with_the_words_come_in_order():
    for number in range(1, 9):
        text = "Grain prices fell." if number % 2 else "Nothing of the kind."
        make_article(f"{number} hours ago", text, publish_at=timezone.now() - number * HOUR)
    make_article("Draft", "Grain prices fell.", state=Article.State.DRAFT)
    assert headlines(words=["grain"]) == ["1 hours ago", "3 hours ago", "5 hours ago"]
    assert headlines(words=["grain"], most=9) == [f"{number} hours ago" for number in (1, 3, 5, 7)]
    assert headlines(words=["barley"]) == []


@pytest.mark.usefixtures("_many")
def test_a_phrase_stands_as_it_is_asked():
    for number in range(1, 7):
        text = "Grain prices fell." if number % 3 == 0 else "Prices of grain fell."
        make_article(f"{number} hours ago", text, publish_at=timezone.now() - number * HOUR)
    assert headlines(words=["grain", "prices"], phrases=["grain prices"]) == ["3 hours ago", "6 hours ago"]
