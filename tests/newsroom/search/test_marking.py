"""The words asked for, marked, and the passage around them."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.search.marking import mark, passage, places
from newsroom.search.terms import Terms
from people.words import words


def asked(q, **more):
    return Terms(words(q), **more)


@pytest.mark.parametrize(
    ("text", "q", "marked"),
    [
        ("We will build it.", "build", "We will <mark>build</mark> it."),
        ("The builder built, building", "build", "The builder built, <mark>building</mark>"),
        ("Łódź and Ødegård", "odegard lodz", "<mark>Łódź</mark> and <mark>Ødegård</mark>"),
        ("O’Neill’s plan", "o'neill", "<mark>O’Neill’s</mark> plan"),
        ("‘O’Neill’", "o'neill", "‘<mark>O’Neill</mark>’"),
        ("Jean-Luc", "jean luc", "<mark>Jean</mark>-<mark>Luc</mark>"),
        ("and/or", "or", "and/<mark>or</mark>"),
        ("Straße", "strasse", "<mark>Straße</mark>"),
        ("e\u0301te\u0301!", "ete", "<mark>e\u0301te\u0301</mark>!"),
        ("a < b & c", "b", "a &lt; <mark>b</mark> &amp; c"),
        ("<script>", "script", "&lt;<mark>script</mark>&gt;"),
        ("nothing here", "bridge", "nothing here"),
        ("nothing asked", "", "nothing asked"),
        ("", "bridge", ""),
    ],
)
def test_every_word_that_answers_is_marked(text, q, marked):
    assert mark(text, asked(q)) == marked


def test_beginnings_and_other_spellings_are_marked_where_they_count():
    terms = asked("nato zelen", spellings={"nato": {"otan"}}, begun=True)
    assert mark("OTAN, Zelensky", terms) == "<mark>OTAN</mark>, <mark>Zelensky</mark>"


@settings(max_examples=60, deadline=None)
@given(st.text(), st.text(max_size=20))
def test_marking_adds_nothing_but_marks(text, q):
    bare = re.sub("</?mark>", "", mark(text, asked(q)))
    assert bare == mark(text, Terms([]))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="aáeéßøŁ’'- .\u0301xyz", max_size=30), st.data())
def test_what_the_engine_finds_is_marked(text, data):
    found = words(text)
    if found:
        word = data.draw(st.sampled_from(found))
        marked = [text[start:end] for start, end in places(text, Terms([word]))]
        assert marked
        assert all(word in words(piece) for piece in marked)


def test_a_passage_stands_where_most_of_the_words_are():
    text = "A mayor. " + "It rained. " * 50 + "Then the bridge was opened by the mayor. " + "It rained. " * 50
    cut = passage(text, asked("mayor bridge"), length=100)
    assert "the bridge was opened by the mayor" in cut
    assert cut.startswith("… ")
    assert cut.endswith(" …")
    assert len(cut) < 110


def test_a_short_text_is_its_own_passage():
    assert passage("It rained.", asked("rained")) == "It rained."
    assert passage("It rained.", asked("snow")) == "It rained."
