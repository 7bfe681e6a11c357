"""Relationships read from both ends."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from people.models import Relationship
from people.models.relationship import OTHER_END
from tests.make import make_person, make_relationship

pytestmark = pytest.mark.django_db


def test_every_kind_can_be_read_from_the_other_end():
    assert set(OTHER_END.values()) <= set(OTHER_END)


def test_each_end_names_the_other():
    ann, bob = make_person("Ann"), make_person("Bob")
    made = make_relationship(ann, "son-in-law", bob)
    assert made.seen_from(bob) == ("son-in-law", ann)
    assert made.seen_from(ann) == ("parent-in-law", bob)


def test_nobody_is_related_to_themselves():
    ann = make_person("Ann")
    with pytest.raises(ValidationError, match="themselves"):
        Relationship(person=ann, kind="spouse", other=ann).full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        make_relationship(ann, "spouse", ann)


def test_each_pair_and_kind_stands_once_from_whichever_end():
    ann, bob = make_person("Ann"), make_person("Bob")
    make_relationship(ann, "spouse", bob)
    with pytest.raises(ValidationError, match="already there"):
        Relationship(person=bob, kind="spouse", other=ann).full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        make_relationship(bob, "spouse", ann)


def test_one_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValidationError, match="before it begins"):
        Relationship(person=make_person(), kind="spouse", other=make_person(), start="2020", end="2019-05").full_clean()


def test_it_shows_only_while_both_people_do():
    made = make_relationship(make_person(), "spouse", make_person(visibility="hidden"))
    assert not Relationship.objects.visible().exists()
    made.other.visibility = "delisted"
    made.other.save()
    assert Relationship.objects.visible().get() == made
