import datetime

import pytest
from django.template import Context, Template
from django.utils import timezone

from newsroom.lib.dates import PartialDate

NOON = datetime.datetime(2026, 7, 1, 22, 30, tzinfo=datetime.UTC)


def shown(template, **context):
    return Template("{% load newsroom %}" + template).render(Context(context))


def test_a_moment_is_shown_with_its_zone():
    html = '<time datetime="2026-07-01T22:30:00+00:00">1 July 2026, 22:30 UTC</time>'
    assert shown("{% moment at %}", at=NOON) == html


def test_a_moment_is_shown_in_the_newsrooms_zone():
    with timezone.override("Europe/Kyiv"):
        assert shown("{% moment at %}", at=NOON) == (
            '<time datetime="2026-07-02T01:30:00+03:00">2 July 2026, 01:30 EEST</time>'
        )
        assert ">2 July 2026</time>" in shown('{% moment at "day" %}', at=NOON)


def test_a_date_that_came_without_a_time_of_day_is_shown_without_one():
    midnight = datetime.datetime(2026, 7, 1, tzinfo=datetime.UTC)
    assert ">1 July 2026</time>" in shown("{% moment at %}", at=midnight)
    assert ">1 July 2026, 00:01 UTC</time>" in shown("{% moment at %}", at=midnight + datetime.timedelta(minutes=1))


@pytest.mark.parametrize(("date", "words"), [("2019", "2019"), ("2019-05", "May 2019"), ("2019-05-10", "10 May 2019")])
def test_a_date_is_shown_as_far_as_it_is_known(date, words):
    assert shown("{{ date|known }}", date=PartialDate.parse(date)) == f'<time datetime="{date}">{words}</time>'


def test_what_has_no_time_shows_nothing():
    assert shown("{% moment at %}{{ date|known }}", at=None, date=None) == ""
