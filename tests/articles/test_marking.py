"""A passage selected in a browser is found in the article's plain text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.marking import passage
from articles.models import Article
from articles.quoting import MARKS
from articles.settling import NotSettled
from articles.text.plain import BLANK

words = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters=MARKS + "\xa0"), min_size=1).filter(
    lambda text: text.strip(BLANK)
)


@given(before=st.text(st.sampled_from("a🌊é \n“”")), chosen=words, after=st.text(st.sampled_from("b🌊 \n”")))
def test_visible_characters_are_counted_the_same_whatever_white_space_stands_between(before, chosen, after):
    text = before + chosen + after
    first = sum(letter not in BLANK for letter in before)
    last = first + sum(letter not in BLANK for letter in chosen)
    span = passage(Article(body_text=text), first, last)
    assert text[span.start : span.end] == chosen.strip(BLANK)


def test_quotation_marks_around_the_passage_are_left_out():
    span = passage(Article(body_text="She said: “It rains.” Then"), 8, 18)
    assert "She said: “It rains.” Then"[span.start : span.end] == "It rains."


@pytest.mark.parametrize("text", ["", "“ ”", "”"])
def test_where_there_are_no_words_nothing_is_marked(text):
    with pytest.raises(NotSettled):
        passage(Article(body_text=text), 0, len(text.replace(" ", "")))
