"""Marks in HTML."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.text.annotate import Mark, annotate
from articles.text.plain import text_of
from tests.articles.text.markup import WellFormed, stored

HTML = '<p>One <em>two</em> three.</p><p><a href="/x">Four five</a> six.</p>'
TEXT = "One two three.\nFour five six."


def mark(words, open_tag="<mark>", **kwargs):
    start = TEXT.index(words)
    return Mark(start, start + len(words), open_tag, "</mark>", **kwargs)


@pytest.mark.parametrize(
    ("marks", "html"),
    [
        ([mark("three")], "<p>One <em>two</em> <mark>three</mark>.</p>"),
        ([mark("two three")], "<p>One <mark><em>two</em> three</mark>.</p>"),
        ([mark("wo three")], "<p>One <em>t<mark>wo</mark></em><mark> three</mark>.</p>"),
        ([mark("One two three.")], "<p><mark>One <em>two</em> three.</mark></p>"),
        ([mark("One two"), mark("two three")], "<p><mark>One <mark><em>two</em></mark></mark><mark> three</mark>.</p>"),
        ([mark("One"), mark(" two")], "<p><mark>One</mark><mark> <em>two</em></mark> three.</p>"),
        ([Mark(3, 3, "<mark>", "</mark>")], "<p>One <em>two</em> three.</p>"),
    ],
)
def test_marks_stand_around_whole_elements_and_nest(marks, html):
    assert annotate(HTML, marks).partition("</p>")[0] + "</p>" == html


def test_a_mark_across_paragraphs_is_split_and_only_its_first_part_has_the_id():
    marked = annotate(HTML, [mark("three.\nFour five six", '<q id="quote-1">', again="<q>")])
    assert marked == (
        '<p>One <em>two</em> <q id="quote-1">three.</mark></p><p><q><a href="/x">Four five</a> six</mark>.</p>'
    )


def test_no_link_is_put_into_a_link():
    inside = mark("five", "<a>", kind="link")
    around = mark("Four five six", "<a>", kind="link")
    assert annotate(HTML, [inside]) == HTML
    assert '<a href="/x">Four five</a><a> six</mark>' in annotate(HTML, [around])


marks = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 40), st.sampled_from(["", "link"])).map(
        lambda drawn: Mark(
            drawn[0],
            drawn[0] + drawn[1],
            '<a href="#">' if drawn[2] else "<mark>",
            "</a>" if drawn[2] else "</mark>",
            kind=drawn[2],
        )
    ),
    max_size=5,
)


@settings(max_examples=300, deadline=None)
@given(stored, marks)
def test_the_text_stays_and_the_html_is_well_formed(html, marks):
    links = [mark for mark in marks if mark.kind == "link"]
    marks = [mark for mark in marks if mark not in links] + links[:1]  # two links may overlap; callers choose one
    marked = annotate(html, marks)
    assert text_of(marked) == text_of(html)
    assert re.sub(r'</?mark>|<a href="#">', "", marked).replace("</a>", "") == html.replace("</a>", "")
    WellFormed(marked)


@settings(max_examples=200, deadline=None)
@given(stored, st.data())
def test_a_mark_holds_exactly_its_words(html, data):
    text = text_of(html)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    marked = annotate(html, [Mark(start, end, "\x02", "\x03")])
    inside = "".join(re.findall("\x02(.*?)\x03", marked, re.DOTALL))
    assert "".join(text_of(inside).split()) == "".join(text[start:end].split())
