"""Reading rows field by field: what cannot be used is reported under its row and field, and left empty."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.records import NotReadable, Problem
from people.rows import MAX_BYTES, Row, decode


def make_row(**values):
    return Row(values, "p/1", [])


@pytest.mark.parametrize("known", ["2019", "2019-05", "2019-05-10", "1899-12-31"])
def test_a_date_is_kept_as_known(known):
    row = make_row(start_date=known)
    assert row.date("start_date") == known
    assert row.problems == []


def test_the_time_of_day_is_left_out():
    assert make_row(start_date="2014-05-10T00:00:00Z").date("start_date") == "2014-05-10"
    assert make_row(start_date="2014-05-10 12:35:40+11:00").date("start_date") == "2014-05-10"


def test_a_year_may_be_a_number():
    assert make_row(birth_date=1950).date("birth_date") == "1950"


@pytest.mark.parametrize(
    "broken",
    ["2016--01-15", "2014-02-30", "03/04/2014", "0001-01-01", "9999-12-31", "2014-184", "soon", "昭和40年", "ongoing"],
)
def test_a_date_that_cannot_be_is_reported_and_never_guessed(broken):
    row = make_row(start_date=broken)
    assert row.date("start_date") is None
    [problem] = row.problems
    assert (problem.id, problem.field) == ("p/1", "start_date")
    assert broken in problem.message


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, (None, "unknown")),
        ({"end_date": ""}, (None, "unknown")),
        ({"end_date": "2019-05"}, ("2019-05", "ended")),
        ({"end_date": "Ongoing"}, (None, "ongoing")),
        ({"end_date": "present"}, (None, "ongoing")),
        ({"end_state": "ended"}, (None, "ended")),
        ({"end_state": "ongoing"}, (None, "ongoing")),
        ({"end_state": "ongoing", "end_date": "2019"}, ("2019", "ended")),
    ],
)
def test_the_end_of_a_role(values, expected):
    row = make_row(**values)
    assert row.end() == expected
    assert row.problems == []


def test_a_broken_end_is_unknown_and_an_odd_state_reported():
    row = make_row(end_date="2014-02-30", end_state="retired")
    assert row.end() == (None, "unknown")
    assert {problem.field for problem in row.problems} == {"end_date", "end_state"}


def test_text_loses_what_no_database_holds():
    assert make_row(name=" A\x00na \n\ud800 Kos ").text("name") == "Ana ? Kos"


@pytest.mark.parametrize("value", [["Ana"], {"first": "Ana"}, True])
def test_what_is_no_text_is_reported(value):
    row = make_row(name=value)
    assert row.text("name") == ""
    assert row.problems[0].field == "name"


@pytest.mark.parametrize("url", ["https://a.example", "HTTP://a.example:8080/b?c=d#e", "https://übersee.example/ä"])
def test_a_web_address_is_kept_as_given(url):
    assert make_row(url=url).web_address("url") == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "//evil.example",
        "ftp://old.example",
        "https://",
        "https:///path",
        "https://a b",
        "https://[",
        "https://known.example@evil.example/",
        "https:\\\\evil.example",
    ],
)
def test_only_web_addresses_pass(url):
    row = make_row(url=url)
    assert row.web_address("url") == ""
    assert len(row.problems) == 1


def test_an_embedded_row_reports_under_its_owner_and_path():
    row = make_row(links=[{"url": "https://one.example"}, "two", {"url": 3}])
    first, third = row.rows("links")
    first.web_address("url")
    third.web_address("url")
    assert row.problems == [
        Problem("p/1", "links[1]", "is not an object but text", lost=True),
        Problem("p/1", "links[2].url", "“3” is not a web address"),
    ]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \r\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"a\nb\xe9\n", "line 2"),
        ("Ana".encode("utf-16"), "UTF-8"),
        (b"PK\x00\x01", "binary"),
        (b"a" * (MAX_BYTES + 1), "larger than 40 MB"),
    ],
    ids=["nothing", "blank", "only a mark", "latin-1", "utf-16", "binary", "huge"],
)
def test_a_file_that_is_no_text_is_refused_with_its_reason(data, words):
    with pytest.raises(NotReadable, match=words):
        decode(data)


@given(st.text(alphabet=st.characters(exclude_characters="\x00\ufeff", exclude_categories=["Cs"]), min_size=1))
def test_utf_8_is_read_with_and_without_mark(text):
    if text.strip():
        assert decode(text.encode()) == decode(text.encode("utf-8-sig")) == text


ANYTHING = st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters())


@given(ANYTHING | st.lists(ANYTHING) | st.dictionaries(st.text(), ANYTHING))
def test_no_value_raises_and_all_text_can_be_stored(value):
    row = make_row(name=value, start_date=value, end_date=value, end_state=value, links=value)
    row.date("start_date"), row.end(), row.rows("links")
    assert "\x00" not in row.text("name").encode().decode()


@given(st.binary())
def test_no_bytes_raise_anything_but_not_readable(data):
    with contextlib.suppress(NotReadable):
        assert isinstance(decode(data), str)


def test_a_problem_says_whether_it_cost_the_whole_row():
    row = make_row()
    row.report("birth_date", "is no date")
    row.refuse("name", "is missing")
    assert [(problem.field, problem.lost) for problem in row.problems] == [("birth_date", False), ("name", True)]
