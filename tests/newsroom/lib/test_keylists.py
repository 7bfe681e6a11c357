"""Keys given as one value find what keys given one by one find."""

import pytest

from people.models import Person, Role
from tests.make import make_person, make_role

pytestmark = pytest.mark.django_db


def test_rows_are_found_by_their_keys_and_by_those_they_point_to():
    people = [make_person(f"Ann {number}") for number in range(4)]
    roles = [make_role(person, "Mayor") for person in people]
    some = {people[1].pk, people[3].pk}
    assert {*Person.objects.filter(pk__among=some)} == {people[1], people[3]}
    assert {*Role.objects.filter(person__among=list(some))} == {roles[1], roles[3]}
    assert {*Person.objects.exclude(pk__among=some)} == {people[0], people[2]}


def test_keys_of_nobody_and_more_than_a_statement_takes_one_by_one():
    ann = make_person("Ann")
    assert [*Person.objects.filter(pk__among=range(ann.pk, ann.pk + 100_000))] == [ann]
    assert not Person.objects.filter(pk__among=[ann.pk + 1]).exists()


def test_no_keys_find_nothing_without_asking(django_assert_num_queries):
    make_person("Ann")
    with django_assert_num_queries(0):
        assert not Person.objects.filter(pk__among=[])
