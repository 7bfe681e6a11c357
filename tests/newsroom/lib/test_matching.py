"""What two sequences have in common is told in order, whatever they hold and however long they are."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.lib import matching
from newsroom.lib.matching import Run, runs

ITEMS = st.lists(st.integers(0, 6), max_size=14)


def rebuilt(old, new, found):
    """Both sequences put together from the runs."""
    return [item for run in found for item in old[run.start : run.end]], [
        item for run in found for item in new[run.first : run.last]
    ]


@pytest.mark.parametrize("closely", [0, 4, matching.CLOSELY])
@given(old=ITEMS, new=ITEMS)
def test_the_runs_are_both_sequences_and_the_same_where_they_say_so(closely, old, new):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(matching, "CLOSELY", closely)
        found = runs(old, new)
    assert rebuilt(old, new, found) == (old, new)
    assert all(old[run.start : run.end] == new[run.first : run.last] for run in found if run.same)
    assert all(one.same != other.same for one, other in pairwise(found))


def test_words_come_go_and_stay():
    assert runs("we will build it".split(), "we shall build".split()) == [
        Run(True, 0, 1, 0, 1),
        Run(False, 1, 2, 1, 2),
        Run(True, 2, 3, 2, 3),
        Run(False, 3, 4, 3, 3),
    ]


def test_a_long_sequence_is_cut_at_what_is_unique():
    old = [f"word {number}" for number in range(3000)]
    new = [*old[:1000], "other", *old[1001:2000], "more", *old[2000:]]
    assert [run for run in runs(old, new) if not run.same] == [
        Run(False, 1000, 1001, 1000, 1001),
        Run(False, 2000, 2000, 2000, 2001),
    ]
