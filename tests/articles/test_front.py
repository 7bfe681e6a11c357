import pytest
from django.utils import timezone

from articles import front as fronting
from articles.front import front
from articles.models import Section
from tests.make import HOUR, make_article, make_draft, make_section

pytestmark = pytest.mark.django_db


def published(headline, hours, section=None):
    return make_article(headline, publish_at=timezone.now() - hours * HOUR, section=section)


def test_leads_with_the_newest_then_the_latest_then_each_section_without_saying_anything_twice(monkeypatch):
    monkeypatch.setattr(fronting, "LATEST", 1)
    monkeypatch.setattr(fronting, "A_SECTION", 2)
    world, local = make_section("World", order=2), make_section("Local", order=1)
    made = [published(str(hours), hours, world if hours % 2 else local) for hours in range(1, 9)]
    shown = front(list(Section.objects.all()))
    assert (shown.lead, shown.latest) == (made[0], [made[1]])
    assert shown.sections == [(local, [made[3], made[5]]), (world, [made[2], made[4]])]


def test_without_sections_the_latest_stand_alone():
    made = [published(str(hours), hours) for hours in range(1, 9)]
    shown = front([])
    assert [shown.lead, *shown.latest] == made
    assert shown.sections == []


def test_a_section_whose_articles_stand_above_is_left_out():
    world = make_section("World")
    published("Only", 1, world)
    make_draft("Draft", section=world)
    assert front([world]).sections == []


def test_an_empty_newsroom_has_an_empty_front():
    shown = front([])
    assert (shown.lead, shown.latest, shown.sections) == (None, [], [])
