import datetime
import json
import re

from hypothesis import given
from hypothesis import strategies as st

from newsroom.lib.jsonld import absolute, breadcrumb_list, compact, script

SCRIPT = re.compile(r'<script type="application/ld\+json">([^<>]*)</script>', re.DOTALL)


@given(st.text(max_size=40))
def test_any_text_survives_and_none_ends_the_script(text):
    html = script({"@type": "Thing", "name": text + "</script><!--"})
    data = json.loads(SCRIPT.fullmatch(html)[1])
    assert data == {"@context": "https://schema.org", "@type": "Thing", "name": text + "</script><!--"}


def test_moments_are_written_with_their_zone():
    moment = datetime.datetime(2026, 2, 5, 12, tzinfo=datetime.UTC)
    assert '"datePublished": "2026-02-05T12:00:00Z"' in script({"datePublished": moment})


def test_addresses_are_written_with_the_site_and_foreign_ones_stay():
    assert absolute("/people/") == "http://127.0.0.1:8000/people/"
    assert absolute("https://example.org/a") == "https://example.org/a"


def test_what_is_empty_is_left_out_and_what_is_zero_or_false_stays():
    data = {"a": "", "b": None, "c": [], "d": {}, "e": 0, "f": False, "g": "x"}
    assert compact(data) == {"e": 0, "f": False, "g": "x"}


def test_a_trail_is_numbered_from_the_front_page():
    items = breadcrumb_list([("Home", "/"), ("News", "/articles/news/")])["itemListElement"]
    assert [(item["position"], item["name"], item["item"]) for item in items] == [
        (1, "Home", "http://127.0.0.1:8000/"),
        (2, "News", "http://127.0.0.1:8000/articles/news/"),
    ]
