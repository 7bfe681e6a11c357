"""Dates as known: parsing, printing, and the three answers against brute force."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.lib.dates import Certainty, PartialDate, Stretch, range_words

DAY = datetime.timedelta(days=1)
known = st.dates(datetime.date(1, 1, 1), datetime.date(9998, 12, 31)).flatmap(
    lambda d: st.sampled_from([PartialDate(d.year), PartialDate(d.year, d.month), PartialDate(d.year, d.month, d.day)])
)


@given(known)
def test_a_date_survives_being_written_and_read(date):
    assert PartialDate.parse(str(date)) == date
    assert date.earliest <= date.latest


@given(known)
def test_its_days_say_how_well_it_is_known(date):
    days = (date.latest - date.earliest).days + 1
    assert days in {1: {365, 366}, 2: {28, 29, 30, 31}, 3: {1}}[str(date).count("-") + 1]


@pytest.mark.parametrize(
    "text",
    [
        "2016--01-15",
        "2014-02-30",
        "03/04/2014",
        "2014-184",
        "2014-13",
        "2014-00",
        "14",
        "0000",
        "9999",
        "2014-05-00",
        "٢٠١٩",
    ],
)
def test_what_is_no_date_is_named_in_the_error(text):
    with pytest.raises(ValueError, match="date"):
        PartialDate.parse(text)


@given(known)
def test_what_is_printed_can_be_typed(date):
    printed = date.words.rsplit(" ", 1)
    assert PartialDate.typed(" ".join([*printed[:-1], f"{date.year:04}"])) == date
    assert PartialDate.typed(f" {date} ") == date


@pytest.mark.parametrize(
    ("text", "date"), [("Sept 2019", "2019-09"), ("5 jan. 2020", "2020-01-05"), ("MAY 2019", "2019-05")]
)
def test_a_month_may_be_shortened(text, date):
    assert str(PartialDate.typed(text)) == date


@pytest.mark.parametrize("text", ["31 February 2020", "0 May 2019", "spring 2019", "Ma 2019", "May 20", "10 05 2019"])
def test_what_is_typed_and_no_date_is_named_whole(text):
    with pytest.raises(ValueError, match=f"“{text}” is not a date"):
        PartialDate.typed(text)
    with pytest.raises(ValueError, match="date"):
        PartialDate.parse("May 2019")


def test_it_is_printed_as_known():
    may, year = PartialDate(2019, 5), PartialDate(2021)
    assert [d.words for d in (PartialDate(2019), may, PartialDate(2019, 5, 10))] == ["2019", "May 2019", "10 May 2019"]
    assert range_words(may, year) == "May 2019 – 2021"
    assert range_words(may, None) == "since May 2019"
    assert range_words(None, year) == "until 2021"
    assert range_words(may, may) == "May 2019"
    assert range_words(None, None) == ""


def days_between(first, last):
    return [first + n * DAY for n in range((last - first).days + 1)]


@given(st.tuples(*[st.dates(datetime.date(2020, 1, 1), datetime.date(2020, 1, 10))] * 6))
def test_covers_agrees_with_trying_every_stretch_and_every_day_it_may_mean(drawn):
    start_earliest, start_latest = sorted(drawn[:2])
    end_earliest, end_latest = sorted(drawn[2:4])
    first, last = sorted(drawn[4:])
    holding = [
        start <= day <= end
        for start in days_between(start_earliest, start_latest)
        for end in days_between(end_earliest, end_latest)
        for day in days_between(first, last)
        if start <= end
    ]
    expected = Certainty.NO if not any(holding) else Certainty.YES if all(holding) else Certainty.MAYBE
    assert Stretch(start_earliest, start_latest, end_earliest, end_latest).covers(first, last) == expected
