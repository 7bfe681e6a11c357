"""Slugs: one path segment, in the script of its text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.lib.slugs import MAX_LENGTH, slugify, unused


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Talks resume in Geneva", "talks-resume-in-geneva"),
        ("  Peace—now?  ", "peace-now"),
        ("Don’t panic", "dont-panic"),
        ("U.S. & Ukraine: day 2", "us-ukraine-day-2"),
        ("“Substantive and productive”", "substantive-and-productive"),
        ("Ærøskøbing, Łódź, Straße, Đà Nẵng", "aeroskobing-lodz-strasse-da-nang"),
        ("İstanbul", "istanbul"),
        ("Йошкар-Ола", "йошкар-ола"),
        ("ΛΟΓΟΣ", "λογος"),
        ("東京 2020", "東京-2020"),
        ("ＮＨＫ決算", "nhk決算"),
        ("Jo\u200bhn_Smith", "john-smith"),
        ("हिन्दी", "हनद"),
        ("../../etc/passwd", "etc-passwd"),
    ],
)
def test_a_text_becomes_a_slug(text, slug):
    assert slugify(text) == slug


@given(st.text())
def test_a_slug_fits_a_path_segment_and_is_its_own_slug(text):
    slug = slugify(text)
    assert re.fullmatch(r"[-\w]*", slug)
    assert len(slug) <= MAX_LENGTH
    assert "--" not in slug
    assert slug == slug.strip("-") == slugify(slug)


@given(st.text())
def test_with_a_fallback_it_is_never_empty_nor_a_number(text):
    slug = slugify(text, "article")
    assert slug
    assert not slug.isdecimal()


def test_a_number_keeps_its_digits_behind_the_fallback():
    assert slugify("2026", "article") == "article-2026"
    assert slugify("2026") == "2026"
    assert slugify("!!!", "article") == "article"


def test_a_long_slug_is_cut_between_words():
    slug = slugify("an uncommonly long headline " * 5)
    assert slug == "an-uncommonly-long-headline-an-uncommonly-long-headline-an-uncommonly-long"


def test_a_long_word_is_cut_within():
    assert slugify("W" * 300) == "w" * MAX_LENGTH
    assert slugify("a " + "W" * 300) == "a-" + "w" * (MAX_LENGTH - 2)


def test_the_first_unused_slug_is_numbered():
    assert unused("kos", set().__contains__) == "kos"
    assert unused("kos", {"kos"}.__contains__) == "kos-2"
    assert unused("kos", {"kos", "kos-2", "kos-3"}.__contains__) == "kos-4"


def test_a_numbered_slug_stays_within_the_limit():
    long = "w" * (MAX_LENGTH - 3) + "-ww"
    taken = {long}
    for _ in range(12):
        slug = unused(long, taken.__contains__)
        assert slug not in taken
        assert len(slug) <= MAX_LENGTH
        assert "--" not in slug
        taken.add(slug)
