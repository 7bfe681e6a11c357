"""Text set into pictures: which typeface, how large, on how many lines, from which side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from articles import lettering

WIDTH, HEIGHT, SIZES = 600, 200, (40, 30, 20)


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("“Łódź, Þór & ệ” – 2026…", "SourceSerif4"),
        ("Мы построим, Ωραία", "SourceSerif4"),
        ("«نحن نؤمن» 2026 پچگ", "NotoNaskhArabic"),
        ("“שלום” 2026", "NotoSerifHebrew"),
        ("नमस्ते", None),
        ("你好", None),
        ("well 😀", None),
        ("שלום سلام", None),
    ],
)
def test_a_typeface_is_taken_only_where_it_has_every_letter(text, family):
    assert lettering.family_of(text) == family
    assert lettering.can_set(text) == (family is not None)


def test_what_is_not_seen_asks_for_no_letter():
    assert lettering.can_set("a\u200db\u00adc d\n")


def test_without_the_means_to_set_them_right_to_left_scripts_are_left(monkeypatch):
    monkeypatch.setattr(lettering.features, "check", lambda name: False)
    assert not lettering.can_set("שלום")
    assert lettering.can_set("peace")


@pytest.mark.parametrize(
    ("text", "right"), [("“שלום", True), ("2026 سلام abc", True), ("abc سلام", False), ("12", False)]
)
def test_the_first_letter_says_where_lines_begin(text, right):
    assert lettering.runs_from_right(text) == right


def test_few_words_are_large_and_many_are_small():
    sizes = [lettering.fitted("word " * number, WIDTH, HEIGHT, SIZES).font.size for number in (2, 26, 70)]
    assert sizes == [40, 30, 20]


@given(st.text(alphabet="abc defgh éøß–“”", min_size=1, max_size=900))
def test_every_line_fits_and_every_word_is_there_or_its_end_is_marked(text):
    set_ = lettering.fitted(text, WIDTH, HEIGHT, SIZES)
    assert set_.height <= HEIGHT
    assert all(set_.font.getlength(line) <= WIDTH for line in set_.lines)
    kept = "".join(set_.lines).replace(" ", "")
    whole = "".join(text.split())
    assert kept == whole or (kept.endswith("…") and whole.startswith(kept[:-1].rstrip()))


def test_lines_are_drawn_from_either_side():
    picture = Image.new("L", (WIDTH, HEIGHT), "white")
    lettering.fitted("word", WIDTH, HEIGHT, [30]).draw(ImageDraw.Draw(picture), (WIDTH, 0), "black", at_right=True)
    assert picture.crop((0, 0, WIDTH // 2, HEIGHT)).getextrema() == (255, 255)
    assert picture.crop((WIDTH // 2, 0, WIDTH, HEIGHT)).getextrema()[0] == 0
