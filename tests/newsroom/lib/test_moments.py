"""Times of day in zones whose clocks skip some and strike others twice."""

import datetime
from zoneinfo import ZoneInfo

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from newsroom.lib.moments import MomentField, around_gap, moment_of, readings, told

UTC = datetime.UTC
LONDON, KYIV, LORD_HOWE = ZoneInfo("Europe/London"), ZoneInfo("Europe/Kyiv"), ZoneInfo("Australia/Lord_Howe")
# A skipped time with the nearest two, and a time struck twice with both moments, in each zone of 2026.
SKIPPED = [
    (LONDON, "2026-03-29T01:30", "00:59", "02:00"),
    (KYIV, "2026-03-29T03:00", "02:59", "04:00"),
    (LORD_HOWE, "2026-10-04T02:15", "01:59", "02:30"),
]
TWICE = [
    (LONDON, "2026-10-25T01:30", "2026-10-25T00:30", "2026-10-25T01:30"),
    (KYIV, "2026-10-25T03:30", "2026-10-25T00:30", "2026-10-25T01:30"),
    (LORD_HOWE, "2026-04-05T01:45", "2026-04-04T14:45", "2026-04-04T15:15"),
]


def time(words):
    return datetime.datetime.fromisoformat(words)


def utc(words):
    return time(words).replace(tzinfo=UTC)


@pytest.mark.parametrize(("zone", "typed", "before", "after"), SKIPPED, ids=str)
def test_a_time_the_clocks_skip_is_refused_with_the_two_nearest(zone, typed, before, after):
    assert readings(time(typed), zone) == []
    assert [f"{each:%H:%M}" for each in around_gap(time(typed), zone)] == [before, after]
    with pytest.raises(ValidationError, match=f"the nearest times are {before} and {after}"):
        moment_of(time(typed), zone)
    for each in around_gap(time(typed), zone):
        assert len(readings(each, zone)) == 1


@pytest.mark.parametrize(("zone", "typed", "first", "second"), TWICE, ids=str)
def test_a_time_the_clocks_strike_twice_is_never_picked_silently(zone, typed, first, second):
    assert readings(time(typed), zone) == [utc(first), utc(second)]
    with pytest.raises(ValidationError, match=r"strike .* twice .* choose the first \(.*\) or the second \("):
        moment_of(time(typed), zone)
    assert told(utc(first), zone) != told(utc(second), zone)


@given(
    st.datetimes(time("2025-01-01"), time("2027-12-31")),
    st.sampled_from([LONDON, KYIV, LORD_HOWE]),
)
def test_every_moment_comes_back_from_the_time_the_clocks_show(at, zone):
    moment = at.replace(tzinfo=UTC)
    local = moment.astimezone(zone).replace(tzinfo=None)
    assert moment in readings(local, zone)
    assert (moment_of(local, zone) == moment) if len(readings(local, zone)) == 1 else True


class When(forms.Form):
    at = MomentField(required=False)


def sent(query):
    return When(QueryDict(query.replace("+", "%2B")))


@pytest.mark.parametrize(("zone", "typed", "first", "second"), TWICE, ids=str)
def test_the_form_asks_which_and_takes_the_answer(settings, zone, typed, first, second):
    settings.TIME_ZONE = str(zone)
    asking = sent(f"at={typed}:00")
    assert not asking.is_valid()
    page = str(asking["at"])
    assert f'value="{typed}"' in page
    offsets = [f"{utc(each).astimezone(zone):%z}" for each in (first, second)]
    for offset, meant in zip(offsets, (first, second), strict=True):
        offset = f"{offset[:3]}:{offset[3:]}"
        assert f'<option value="{offset}"' in page
        answered = sent(f"at={typed}:00&at_offset={offset}")
        assert answered.is_valid(), answered.errors
        assert answered.cleaned_data["at"] == utc(meant)
        shown = str(When(initial={"at": utc(meant)})["at"])
        assert f'<option value="{offset}" selected' in shown
        assert not When(
            QueryDict(f"at={typed}:00&at_offset={offset}".replace("+", "%2B")), initial={"at": utc(meant)}
        ).has_changed()


def test_a_choice_left_over_from_another_time_does_not_count(settings):
    settings.TIME_ZONE = "Europe/London"
    form = sent("at=2026-07-01T10:00:00&at_offset=+00:00")
    assert form.is_valid()
    assert form.cleaned_data["at"] == utc("2026-07-01T09:00")


@pytest.mark.parametrize(
    "typed",
    ["2026-10-25T01:30:00&at_offset=x", "2026-10-25T01:30:00&at_offset=+09:00", "soon", "\x00", "2026-13-45T99:99"],
)
def test_what_is_no_time_is_refused(settings, typed):
    settings.TIME_ZONE = "Europe/London"
    assert not sent(f"at={typed}").is_valid()


def test_an_ordinary_time_is_asked_nothing(settings):
    settings.TIME_ZONE = "Europe/London"
    form = sent("at=2026-07-01T10:00")
    assert form.cleaned_data["at"] == utc("2026-07-01T09:00") if form.is_valid() else False
    assert "<select" not in str(form["at"])
    assert told(utc("2026-07-01T09:00"), LONDON) == "1 July 2026, 10:00 (Europe/London)"


@pytest.mark.parametrize(
    ("at", "shown"), [("09:00:00", 'value="2026-07-01T09:00"'), ("09:00:04", 'value="2026-07-01T09:00:04"')]
)
def test_seconds_are_asked_for_only_where_the_time_has_some(at, shown):
    page = str(When(initial={"at": utc(f"2026-07-01T{at}")})["at"])
    assert shown in page
    assert ('step="1"' in page) == (":04" in at)
    assert "step" not in str(When()["at"])
    assert not When(QueryDict(f"at=2026-07-01T{at}"), initial={"at": utc(f"2026-07-01T{at}")}).has_changed()
