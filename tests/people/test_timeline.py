"""Roles as drawn: nothing leaves the picture, the certain lies within the possible, and time runs to the right."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from newsroom.lib.dates import FAR_OFF, LONG_AGO, Certainty, Stretch
from people.timeline import draw

TODAY = datetime.date(2021, 7, 1)
# Percent are rounded to two places.
ALMOST = 0.02


def day(text):
    return datetime.date.fromisoformat(text)


def ordered(*ends):
    """A Stretch whose ends each are known to lie between two days in order, as people.tenure makes them."""
    start, end = sorted(ends[:2]), sorted(ends[2:])
    return Stretch(*start, *end)


days = st.dates() | st.sampled_from([LONG_AGO, FAR_OFF, TODAY])
stretches = st.builds(ordered, days, days, days, days)


@given(st.lists(stretches, max_size=6), st.dates())
def test_no_bar_leaves_the_picture_and_what_is_certain_lies_within_what_is_possible(several, today):
    picture = draw(several, today)
    for bar in picture.bars if picture else []:
        for piece in filter(None, (bar.possible, bar.certain)):
            assert 0 <= piece.x < 100
            assert 0 < piece.width <= 100 - piece.x + ALMOST
        if bar.certain:
            assert bar.possible.x <= bar.certain.x
            assert bar.certain.x + bar.certain.width <= bar.possible.x + bar.possible.width + ALMOST


@given(st.lists(stretches, min_size=1, max_size=6), st.dates())
def test_bars_stand_in_the_order_asked_for_and_earlier_ones_begin_further_left(several, today):
    picture = draw(several, today)
    if picture:
        assert len(picture.bars) == len(several)
        drawn = [
            (stretch.start_earliest, bar.possible.x)
            for stretch, bar in zip(several, picture.bars, strict=True)
            if bar.possible
        ]
        assert [x for _, x in sorted(drawn)] == sorted(x for _, x in drawn)


@given(stretches, st.dates())
def test_a_bar_is_solid_on_a_day_only_where_the_role_was_certainly_held(stretch, today):
    picture = draw([stretch], today)
    first, last = stretch.certain()
    if picture and picture.bars[0].certain:
        assert stretch.covers(first, last) == Certainty.YES
    elif picture and picture.bars[0].possible:
        assert first > last


@given(st.lists(stretches, min_size=1, max_size=6), st.dates())
def test_a_few_years_stand_in_order_where_there_is_room(several, today):
    picture = draw(several, today)
    if picture:
        assert picture.years == sorted(picture.years)
        assert len(picture.years) <= 7
        assert all(0 <= x <= 89 for x, _ in picture.years)
        assert 0 <= picture.today <= 100


def test_a_year_known_alone_is_pale_between_its_first_and_last_day():
    stretch = Stretch(day("2010-01-01"), day("2010-12-31"), day("2012-01-01"), day("2012-12-31"))
    bar = draw([stretch], day("2012-12-31")).bars[0]
    assert (bar.possible.x, bar.possible.width) == (0, 100)
    assert (round(bar.certain.x), round(bar.certain.width)) == (33, 33)


def test_an_end_of_which_nothing_is_known_is_open_and_has_room():
    stretch = Stretch(LONG_AGO, day("2020-02-03"), day("2020-02-03"), FAR_OFF)
    bar = draw([stretch], TODAY).bars[0]
    assert (bar.open_start, bar.open_end) == (True, True)
    assert bar.certain.x > 10


def test_a_picture_reaches_today_unless_all_ended_long_ago():
    reigned = Stretch(day("1740-01-01"), day("1740-01-01"), day("1780-11-29"), day("1780-11-29"))
    perhaps_still = Stretch(day("1740-01-01"), day("1740-01-01"), day("1780-11-29"), FAR_OFF)
    lately = Stretch(day("2012-01-01"), day("2012-01-01"), day("2012-06-30"), day("2012-06-30"))
    assert draw([reigned], TODAY).bars[0].certain.width > 99
    assert draw([perhaps_still], TODAY).bars[0].certain.width < 15
    assert draw([lately], TODAY).bars[0].certain.width < 6
    assert draw([reigned, lately], TODAY).bars[1].certain.x > 95


def test_what_nothing_is_known_of_is_not_drawn():
    nothing = Stretch(LONG_AGO, FAR_OFF, LONG_AGO, FAR_OFF)
    assert draw([nothing], TODAY) is None
    assert draw([], TODAY) is None
    known = Stretch(day("2010-01-01"), day("2010-01-01"), TODAY, FAR_OFF)
    assert draw([nothing, known], TODAY).bars[0].possible is None


def test_a_role_that_ends_before_it_begins_is_not_drawn():
    impossible = Stretch(day("2012-01-01"), day("2012-01-01"), day("2010-01-01"), day("2010-01-01"))
    assert draw([impossible], TODAY).bars[0].possible is None


def test_a_picture_of_one_day_is_still_a_picture():
    today = Stretch(TODAY, TODAY, TODAY, TODAY)
    assert draw([today], TODAY).bars[0].certain.width > 0
