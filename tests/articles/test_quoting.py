"""Words an editor gives for a quote are found in the article as printed, or named as missing."""

import pytest

from articles.quoting import NotFoundError, spans_of

TEXT = "“We will build it,” said Ann. “It will stand.” Later: “We will build it,” said Bo. “It won’t.”"


def words(stretches, **options):
    return [TEXT[start:end] for start, end in spans_of(TEXT, stretches, **options)]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (["We will build it,"], ["We will build it,"]),
        (["“It will stand.”"], ["“It will stand.”"]),
        (["'It will stand.'"], ["It will stand."]),
        (["We will build it,", "It will stand."], ["We will build it,", "It will stand."]),
        (["It won't."], ["It won’t."]),
    ],
)
def test_words_are_found_as_printed_whatever_the_marks(given, found):
    assert words(given) == found


def test_each_stretch_stands_after_the_one_before():
    assert spans_of(TEXT, ["It will stand.", "We will build it,"])[1][0] > TEXT.index("Later")
    with pytest.raises(NotFoundError, match="after the words before it"):
        spans_of(TEXT, ["It won’t.", "It will stand."])


def test_the_place_it_had_before_decides_between_places_that_fit():
    later = TEXT.index("Later")
    assert spans_of(TEXT, ["We will build it,"], near=later)[0][0] > later
    assert spans_of(TEXT, ["It will stand."], near=later)[0][0] < later


@pytest.mark.parametrize("stretch", ["It will fall.", "Stand", "it will build we", "x" * 9999, "“”"])
def test_a_stretch_that_is_not_there_is_named(stretch):
    with pytest.raises(NotFoundError, match="does not stand in the article"):
        spans_of(TEXT, [stretch])
