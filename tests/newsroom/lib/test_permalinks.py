"""Addresses that last, tried on people."""

import pytest
from django.core.exceptions import ValidationError

from people.models import Person
from tests.make import make_person

pytestmark = pytest.mark.django_db


def rename(person, *slugs):
    for slug in slugs:
        person.slug = slug
        person.save()


def test_a_past_slug_leads_to_the_present_address_in_one_hop(client):
    rename(make_person("Ann Example"), "ann", "annie", "ann-e")
    for past in ("ann-example", "ann", "annie"):
        response = client.get(f"/people/{past}/?articles=x")
        assert response.status_code == 301
        assert response.headers["Location"] == "/people/ann-e/?articles=x"


def test_a_past_slug_is_not_given_away():
    rename(make_person("Ann Example"), "ann")
    assert make_person("Ann Example").slug == "ann-example-2"
    with pytest.raises(ValidationError, match="once led to another page"):
        Person(name="Another", slug="ann-example").full_clean()


def test_one_may_go_back_to_an_own_past_slug():
    ann = make_person("Ann Example")
    rename(ann, "ann", "ann-example")
    assert Person.objects.at_slug("ann") == ann
    assert list(ann.past_slugs.values_list("slug", flat=True)) == ["ann"]


def test_the_slug_of_somebody_deleted_is_not_given_to_somebody_else(client):
    ann = make_person("Ann Example")
    ann.slug = "ann"
    ann.save()
    ann.delete()
    assert [make_person("Ann").slug, make_person("Ann Example").slug] == ["ann-2", "ann-example-2"]
    assert client.get("/people/ann/").status_code == 404


def test_many_deleted_at_once_keep_their_slugs_too():
    make_person("Ann Example")
    make_person("Bob Example")
    Person.objects.all().delete()
    assert make_person("Bob Example").slug == "bob-example-2"


def test_an_address_that_readers_never_saw_is_free_again():
    make_person("Ann Example", stands_alone=False).delete()
    assert make_person("Ann Example").slug == "ann-example"
