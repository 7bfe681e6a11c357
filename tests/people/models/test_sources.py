"""Sources: in the same order on both databases."""

import pytest

from people.models import Source
from tests.make import make_person, make_source

pytestmark = pytest.mark.django_db


def test_sources_stand_in_the_order_of_their_dates_and_undated_ones_last():
    person = make_person()
    undated, late, early = (make_source(person, date=date) for date in (None, "2020-05", "2019"))
    assert list(Source.objects.all()) == [early, late, undated]
