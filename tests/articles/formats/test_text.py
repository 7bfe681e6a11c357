"""Plain text as articles."""

import pytest

from articles.formats import text
from articles.formats.records import NotReadable


def test_a_short_first_line_is_the_headline():
    record = text.read(b"Bridge opens in the north\n\nIt rained.\nThe mayor came.")
    assert record.headline == "Bridge opens in the north"
    assert record.body == "<p>It rained.</p>\n<p>The mayor came.</p>"


@pytest.mark.parametrize(
    "first",
    ["The bridge opened on Monday.", "“It is done,” she said,", "word " * 30],
    ids=["a sentence", "a quote", "a long line"],
)
def test_a_first_line_that_is_a_sentence_belongs_to_the_body(first):
    record = text.read(f"{first}\nIt rained.".encode())
    assert record.headline == ""
    assert first.split()[0] in record.body


def test_a_text_of_one_line_has_no_headline():
    assert text.read(b"Bridge opens").headline == ""


def test_what_is_typed_is_text_and_no_markup():
    assert "&lt;script&gt;" in text.read(b"Headline\n<script>alert(1)</script> is typed here.").body


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        ("﻿".encode(), "no text"),
        (b"PK\x03\x04\x00\x00", "binary"),
        ("Übermorgen".encode("latin-1"), "UTF-8"),
        ("News".encode("utf-16"), "binary"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data, says):
    with pytest.raises(NotReadable, match=says):
        text.read(data)
