"""Web pages as articles."""

import pytest

from articles.formats import html
from articles.formats.records import NotReadable

PAGE = """<!DOCTYPE html><html lang="uk"><head><title>Bridge &amp; road | Site</title><style>p{}</style></head>
<body><nav>Menu</nav><article><header><h1>Bridge &amp; <em>road</em></h1></header>
<p onclick="x()">It rained.<script>alert(1)</script></p><!-- note --><aside>Advertisement</aside>
<p><a href="java&#10;script:alert(1)">She</a> came.</p></article><footer>Imprint</footer></body></html>"""


def test_the_first_heading_and_the_article_are_taken():
    record = html.read(PAGE.encode())
    assert record.headline == "Bridge & road"
    assert record.language == "uk"
    for kept in ("It rained.", "She", "came."):
        assert kept in record.body
    for gone in ("Menu", "Advertisement", "Imprint", "alert", "onclick", "note", "<h1", "<h2", "javascript", "href"):
        assert gone not in record.body


def test_a_page_without_a_heading_has_its_title():
    assert html.read(b"<title>Bridge</title><p>News.</p>").headline == "Bridge"


def test_a_fragment_is_all_body():
    record = html.read(b"<p>One.</p><p>Two.</p>")
    assert record.headline == ""
    assert "One." in record.body
    assert "Two." in record.body


def test_markup_cut_off_in_the_middle_keeps_its_text():
    record = html.read(b"<article><h1>Bridge</h1><p>It rained.<p>The may")
    assert record.headline == "Bridge"
    assert "The may" in record.body


@pytest.mark.parametrize("data", [b"<p></p>", b"<script>alert(1)</script>", b"<!-- nothing -->"])
def test_markup_without_text_is_refused(data):
    with pytest.raises(NotReadable, match="no text"):
        html.read(data)
