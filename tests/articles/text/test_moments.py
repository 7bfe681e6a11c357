import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.moments import moment_in

THURSDAY = datetime.date(2026, 2, 5)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("she said on Monday", "2026-02-02"),
        ("she said Thursday", "2026-02-05"),
        ("she said last Thursday", "2026-01-29"),
        ("she said on Friday", "2026-01-30"),
        ("she said yesterday", "2026-02-04"),
        ("she said this morning", "2026-02-05"),
        ("she said this week", "2026-02"),
        ("she said this month", "2026-02"),
        ("she said last month", "2026-01"),
        ("she said last year", "2025"),
        ("she said in January", "2026-01"),
        ("she said in March", "2025-03"),
        ("she said in March 2019", "2019-03"),
        ("she said in 2019", "2019"),
        ("she said on March 3, 2019", "2019-03-03"),
        ("she said on 3 March 2019", "2019-03-03"),
        ("she said on Jan. 3", "2026-01-03"),
        ("she said on December 24", "2025-12-24"),
        ("she said on February 30", None),
        ("she may march on", None),
        ("she said", None),
    ],
)
def test_a_moment_counts_back_from_the_date_of_the_article(words, expected):
    assert moment_in(words, THURSDAY) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("on Monday", None), ("on March 3", None), ("on March 3, 2019", "2019-03-03"), ("in March 2019", "2019-03")],
)
def test_without_that_date_only_whole_dates_count(words, expected):
    assert moment_in(words, None) == expected


def test_a_week_over_two_months_is_known_by_its_year_or_not_at_all():
    assert moment_in("this week", datetime.date(2026, 9, 2)) == "2026"
    assert moment_in("this week", datetime.date(2026, 1, 1)) is None


@given(st.text(max_size=60), st.dates())
def test_any_words_give_a_date_or_none(words, dated):
    moment_in(words, dated)


@given(st.dates(), st.sampled_from(["on Monday", "yesterday", "this week", "last month", "in May", "on May 29"]))
def test_what_was_said_was_said_by_the_date_of_the_article(dated, words):
    found = moment_in(words, dated)

    assert found is None or found <= dated.isoformat()
