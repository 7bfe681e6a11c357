"""What a feed says is taken over where it is new and nobody else has spoken."""

import pytest

from people.models import Organisation, Person
from people.takeover import bad_columns, plain, said_of, take_over


@pytest.mark.parametrize(
    ("before", "present", "said", "after", "is_kept"),
    [
        ("", "", "Mayor", "Mayor", False),
        ("Mayor", "Mayor", "Clerk", "Clerk", False),
        ("Mayor", "Our words", "Mayor", "Our words", False),
        ("Mayor", "Our words", "Clerk", "Our words", True),
        ("", "Our words", "Clerk", "Our words", True),
        ("Mayor", "", "Mayor", "", False),
        ("Mayor", "", "Clerk", "Clerk", False),
        ("Mayor", "Mayor", "", "Mayor", False),
        ("Mayor", "Clerk", "Clerk", "Clerk", False),
    ],
)
def test_three_versions_of_a_value(before, present, said, after, is_kept):
    row = Person(name="Ana Kos", summary=present)
    changed, kept = take_over(row, {"summary": said}, {"summary": before})
    assert row.summary == after
    assert changed == (["summary"] if after != present else [])
    assert list(kept) == (["summary"] if is_kept else [])


def test_dates_are_compared_as_known():
    row = Person(name="Ana Kos", birth="1951")
    assert take_over(row, {"birth": "1951-03"}, {"birth": "1951"}) == (["birth"], {})
    assert (row.birth.year, row.birth.month) == (1951, 3)
    assert said_of(row, ["name", "birth", "death"]) == {"name": "Ana Kos", "birth": "1951-03", "death": ""}


def test_numbers_stay_numbers():
    assert (plain(7), plain(None), plain("7")) == (7, "", "7")


def test_values_the_database_would_not_take_are_told_by_column():
    row = Organisation(name="", kind="k" * 61, summary="fine")
    assert set(bad_columns(row, ["name", "kind", "summary"])) == {"name", "kind"}
    assert bad_columns(row, ["summary"]) == {}
