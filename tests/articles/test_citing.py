import datetime

import pytest

from articles.citing import authors, cite_article, cite_quote
from articles.models import Byline, Quote
from tests.make import make_article, make_person, make_quote

pytestmark = pytest.mark.django_db

NOON = datetime.datetime(2026, 2, 5, 12, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("names", "line"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_authors_are_named_in_their_order(names, line):
    assert authors(make_article(bylines=[make_person(name) for name in names])) == line


def test_who_took_the_photographs_is_no_author():
    article = make_article(bylines=[make_person("Ada Marsh")])
    Byline.objects.create(article=article, person=make_person("Bo Lund"), credit="photographs by", order=2)
    assert authors(article) == "Ada Marsh"


def test_an_article_is_cited_with_its_day_and_address():
    article = make_article("Talks go on", bylines=[make_person("Ada Marsh")], publish_at=NOON)
    line = "Ada Marsh, “Talks go on”, Newsroom, 5 February 2026, http://127.0.0.1:8000/articles/talks-go-on/"
    assert cite_article(article) == line


def test_an_address_in_another_script_is_cited_as_one_reads_it():
    assert cite_article(make_article("Новини")).endswith("http://127.0.0.1:8000/articles/новини/")


def test_a_quote_is_cited_by_its_speaker():
    quote = make_quote(make_article("Talks go on", publish_at=NOON), speaker=make_person("Ada Marsh"))
    line = f"Ada Marsh, quoted in “Talks go on”, Newsroom, 5 February 2026, http://127.0.0.1:8000/quotes/{quote.pk}/"
    assert cite_quote(Quote.objects.with_names().get()) == line


def test_a_quote_of_somebody_hidden_is_cited_as_published():
    make_quote(speaker=make_person("Hidden", visibility="hidden"), attribution="a resident")
    assert cite_quote(Quote.objects.with_names().get()).startswith("A resident, quoted in ")
