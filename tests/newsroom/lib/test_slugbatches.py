"""Slugs given to many rows at once are those that saving one by one would give."""

import pytest

from newsroom.lib.slugbatches import give_slugs
from people.models import Person
from tests.make import make_person

pytestmark = pytest.mark.django_db


def test_they_are_the_slugs_that_saving_would_give():
    renamed = make_person("Ana Kos")
    renamed.slug = "elsewhere"
    renamed.save()
    make_person("Tom Quill")
    make_person("Tom Quill")
    names = ["Ana Kos", "Tom Quill", "Ana Kos", "Ida Bell", "Tom Quill", "李明", "12"]
    rows = [Person(name=name) for name in names]
    give_slugs(rows)
    assert [row.slug for row in rows] == [make_person(name).slug for name in names]


def test_a_slug_that_is_set_stays():
    row = Person(name="Ana Kos", slug="mine")
    give_slugs([row])
    assert row.slug == "mine"


def test_one_question_serves_many_names(django_assert_num_queries):
    with django_assert_num_queries(1):
        give_slugs([Person(name=f"Person Number{number}") for number in range(300)])
