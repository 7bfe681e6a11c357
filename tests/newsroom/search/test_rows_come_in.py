"""Every way rows come in leaves them with the words that search looks up."""

import datetime

import pytest

from articles.accepting import accept
from articles.corpus.rows import make_corpus
from articles.importing import Wanted, import_article
from articles.models import Article, Quote
from articles.suggestions import suggest
from newsroom.search.asked import Asked
from newsroom.search.finding import search_in
from people.models import Organisation, OtherName, Person

pytestmark = pytest.mark.django_db
COLUMNS = {
    Article: "folded", Quote: "folded", Person: "found_by", Organisation: "found_by", OtherName: "found_by",
}  # fmt: skip


def first(group, q):
    return next(iter(search_in(group, Asked({"q": q})).page.rows), None)


def without_words():
    return {model: rows for model, name in COLUMNS.items() if (rows := list(model.objects.filter(**{name: ""})))}


def test_a_synthetic_newsroom():
    list(make_corpus(20, 1, datetime.date(2026, 1, 1)))
    assert without_words() == {}
    article = Article.objects.published().first()
    assert first("articles", article.headline) in Article.objects.filter(headline=article.headline)


def test_an_imported_and_accepted_text():
    text = "A ferry sinks\n\n“The ferry was safe,” said Harbour Minister Ann Rivers. Rivers left."
    article = import_article(text.encode(), Wanted(), "ferry.txt").article
    suggestions = suggest(article)
    accept(article, suggestions, suggestions.keys())
    article.state = Article.State.PUBLISHED
    article.save()
    assert without_words() == {}
    assert first("articles", "ferry sinks") == article
    assert first("people", "rivers").name == "Ann Rivers"
    assert first("quotes", "ferry safe").speaker.name == "Ann Rivers"
