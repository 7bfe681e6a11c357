"""Points: better answers have more."""

import datetime

import pytest

from newsroom.search import ranking
from newsroom.search.terms import Terms

DAY = datetime.date(2020, 1, 1)


def article(words, headline="news", text="", day=DAY, **more):
    return ranking.of_article(Terms(words, **more), headline, f"{headline} {text}", day)


FILL = "filler " * 100


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"headline": "ferry strike"}, {"headline": "news", "text": "ferry strike"}),
        ({"headline": "ferry strike"}, {"headline": "ferry strike and much else that happened today"}),
        ({"text": "ferry strike"}, {"text": FILL + "ferry strike"}),
        ({"text": "ferry strike"}, {"text": "ferry filler filler filler filler strike"}),
        ({"text": "ferry strike"}, {"text": "ferries strikes"}),
        ({"text": "ferry strike ferry"}, {"text": "ferry strike"}),
        ({"text": "ferry strike", "day": DAY + datetime.timedelta(days=30)}, {"text": "ferry strike"}),
        ({"headline": "ferry strike"}, {"text": "ferry strike", "day": DAY + datetime.timedelta(days=2000)}),
    ],
)
def test_an_article_is_better(better, worse):
    assert article(["ferry", "strike"], **better) > article(["ferry", "strike"], **worse)


def test_words_said_count_more_than_the_name_of_who_said_them():
    terms = Terms(["bridge"])
    said = ranking.of_quote(terms, "the bridge stays ann smith", "Ann Smith", DAY)
    named = ranking.of_quote(terms, "it stays ann bridge", "Ann Bridge", DAY)
    assert said > named


@pytest.mark.parametrize(
    ("words", "better", "worse"),
    [
        (["smith"], ["Ann Smith"], ["Smith Jones"]),
        (["ann", "smith"], ["Ann Smith"], ["Ann Mary Smith"]),
        (["smith"], ["Ann Smith"], ["Ann Smithers"]),
        (["zelenskyy"], ["Volodymyr Zelensky"], ["Ann Zelenskyyova"]),
        (["smith"], ["Ann Smith"], ["Ann Jones", "Ann Smith"]),
    ],
)
def test_a_name_is_better(words, better, worse):
    assert ranking.of_names(words, better) > ranking.of_names(words, worse) > 0


@pytest.mark.parametrize(
    ("words", "names", "fits"),
    [
        (["president", "macron"], ["Emmanuel Macron"], True),
        (["macron", "amazon", "fires"], ["Emmanuel Macron"], True),
        (["emmanuel", "road"], ["Emmanuel Macron"], False),
        (["marcon"], ["Emmanuel Macron"], False),
        (["smith", "smith"], ["Ann Smith"], True),
        (["ann"], [""], False),
    ],
)
def test_words_that_fit_no_name_are_passed_over_where_a_family_name_fits(words, names, fits):
    assert bool(ranking.of_names(words, names)) == fits


def test_an_error_is_forgiven_when_asked_and_counts_less():
    assert ranking.of_names(["marcon"], ["Emmanuel Macron"], forgiving=True) > 0
    assert ranking.of_names(["marcon"], ["Emmanuel Macron"], True) < ranking.of_names(["macron"], ["Emmanuel Macron"])
