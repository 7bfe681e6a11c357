"""Two changes of one text put together: neither loses a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.lib import html
from newsroom.lib.merging import formatted, lines, sets, texts

WORDS = st.lists(st.sampled_from("a b c d e f, g. \n h é 😀".split(" ")), max_size=12).map(" ".join)
BODIES = st.lists(st.sampled_from(["One two three", "<em>Four</em> five", "Six <strong>seven</strong>", "R&amp;D"]))
HTML = BODIES.map(lambda parts: "".join(f"<p>{part}</p>" for part in parts))


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "both"),
    [
        ("The bridge is old.", "The bridge is very old.", "The new bridge is old.", "The new bridge is very old."),
        ("One.\nTwo.", "One.\nTwo.\nThree.", "Zero.\nOne.\nTwo.", "Zero.\nOne.\nTwo.\nThree."),
        ("A b c.", "A c.", "A b c. D.", "A c. D."),
        ("Same.", "Both did this.", "Both did this.", "Both did this."),
    ],
)
def test_changes_in_different_places_are_both_made(base, mine, theirs, both):
    assert texts(base, mine, theirs) == (both, True)


def test_changes_of_the_same_words_stand_one_after_the_other():
    assert texts("It cost much.", "It cost 5.", "It cost 7.") == ("It cost 7. It cost 5.", False)


def test_paragraphs_are_merged_inside_their_tags():
    base = "<p>The bridge is old.</p><p>It will go.</p>"
    mine = "<p>The bridge is <em>very</em> old.</p><p>It will go.</p>"
    theirs = "<p>The new bridge is old.</p><p>It will go.</p><p>In May.</p>"
    both = "<p>The new bridge is <em>very</em> old.</p><p>It will go.</p><p>In May.</p>"
    assert formatted(base, mine, theirs) == (both, True)


def test_tags_are_not_torn_apart():
    merged = formatted("<p>a b c d</p>", "<p><em>a b</em> c d</p>", "<p>a <strong>b c</strong> d</p>")
    assert html.clean(merged.value) == merged.value
    assert merged.value == "<p>a <strong>b c</strong> d</p><p><em>a b</em> c d</p>" or merged.is_clean


@given(WORDS, WORDS)
def test_what_only_one_changed_is_taken(base, changed):
    assert texts(base, base, changed) == (changed, True)
    assert texts(base, changed, base) == (changed, True)
    assert texts(base, changed, changed) == (changed, True)


@given(WORDS, WORDS, WORDS)
def test_no_word_that_either_added_is_lost(base, mine, theirs):
    merged = texts(base, mine, theirs).value.split()
    assert (set(mine.split()) | set(theirs.split())) - set(base.split()) <= set(merged)


@given(HTML, HTML, HTML)
def test_merged_html_is_as_clean_as_what_it_was_made_of(base, mine, theirs):
    assert html.clean(formatted(base, mine, theirs).value) == formatted(base, mine, theirs).value


@given(*[st.lists(st.integers(0, 5).map(str), unique=True)] * 3)
def test_sets_keep_what_either_added_and_leave_out_what_either_took_out(base, mine, theirs):
    both = set(sets(base, mine, theirs).value)
    assert both == (set(mine) & set(theirs)) | ((set(mine) | set(theirs)) - set(base))
    assert (set(mine) | set(theirs)) - set(base) <= set(lines(base, mine, theirs).value)


def test_a_long_paragraph_takes_no_long_time_and_both_are_kept():
    base = " ".join(f"w{number}" for number in range(3000))
    merged = texts(base, f"first {base}", f"{base} last")
    assert not merged.is_clean
    assert "first" in merged.value
    assert "last" in merged.value
