"""The plain text of stored HTML."""

import time

import pytest
from hypothesis import given, settings

from articles.text.plain import paragraph_around, pieces, text_of, word_count
from tests.articles.text.markup import stored


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("<p></p>", ""),
        ("<p>One</p><p>Two</p>", "One\nTwo"),
        ("<p>One</p>\n\n<p> Two  three\n four </p>", "One\nTwo three four"),
        ("<p>One<br>two</p>", "One\ntwo"),
        ("<p>On<em>e</em> <strong>two</strong></p>", "One two"),
        ("<p>One<em> two</em></p>", "One two"),
        ("<ul><li>a</li><li><p>b</p></li></ul><p>c</p>", "a\nb\nc"),
        ("<p>a &amp; b&nbsp;c &lt;d&gt;</p>", "a & b\u00a0c <d>"),
        ('<p>See <a href="/x" title="a > b">this</a>.</p>', "See this."),
        ('<p><img src="/a.png" alt="not text">Text</p>', "Text"),
        ("<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>", "a\nb"),
        ("<p>fish&amp;chips</p>", "fish&chips"),
    ],
)
def test_each_block_is_a_line(html, text):
    assert text_of(html) == text


@settings(max_examples=150, deadline=None)
@given(stored)
def test_lines_are_neat_and_pieces_cover_the_html_in_order(html):
    text = text_of(html)
    assert text == text.strip(" \n")
    assert "  " not in text
    assert "\n\n" not in text
    places = [(piece.start, piece.end) for piece in pieces(html)]
    assert places == sorted(places)
    assert all(piece.text == html[piece.start : piece.end] for piece in pieces(html) if piece.text and not piece.entity)


def test_the_paragraph_around_a_stretch():
    text = "One.\nTwo words.\nThree."
    start = text.index("words")
    assert text[slice(*paragraph_around(text, start, start + 5))] == "Two words."
    assert text[slice(*paragraph_around(text, 0, 2))] == "One."
    assert text[slice(*paragraph_around(text, 3, len(text)))] == text


def test_words_are_counted_as_readers_count_them():
    assert word_count("Ukraine’s air-defence – a 2nd day, isn’t it?") == 7


@pytest.mark.parametrize("html", ["<a " * 20_000, "<" * 20_000, "&" * 20_000, "<p>" * 20_000, "<!-- " * 20_000])
def test_what_the_sanitiser_never_saw_is_read_in_linear_time_too(html):
    started = time.process_time()
    text_of(html)
    assert time.process_time() - started < 2
