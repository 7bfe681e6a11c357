"""Queries as the two engines read them."""

import pytest

from newsroom.lib.wordquery import AllOf, AnyOf, Word, all_of, any_of, fts5, tsquery

NESTED = AllOf([Word("nato"), AnyOf([Word("zelensky"), Word("zel", begins=True)])])


def test_a_query_is_written_for_both_engines():
    assert fts5(NESTED) == '("nato" AND ("zelensky" OR "zel"*))'
    assert tsquery(NESTED) == "('nato' & ('zelensky' | 'zel':*))"


def test_one_part_stays_as_it_is_and_alternatives_stand_once():
    assert all_of([Word("a")]) == any_of([Word("a"), Word("a")]) == Word("a")


def test_nothing_is_no_query():
    with pytest.raises(ValueError, match="nothing"):
        any_of([])
