"""Footnotes: sources numbered once each, in the order in which the page meets them."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from people.footnotes import Footnotes
from tests.make import make_article, make_draft, make_person, make_role, make_source

pytestmark = pytest.mark.django_db


def test_a_source_told_twice_has_one_number():
    person = make_person()
    first, second = make_role(person, "Mayor"), make_role(person, "Clerk")
    make_source(person, title="Register")
    make_source(first, title="Gazette")
    make_source(first, title="Register")
    make_source(second, title="Gazette")
    footnotes = Footnotes(person, first, second)
    assert [str(source) for source in footnotes.sources] == ["Register", "Gazette"]
    assert (person.notes, first.notes, second.notes) == ([1], [1, 2], [2])


def test_a_source_readers_may_not_know_has_no_number():
    person = make_person()
    make_source(person, make_draft("Draft story"))
    make_source(person, title="Register")
    footnotes = Footnotes(person)
    assert [str(source) for source in footnotes.sources] == ["Register"]


def test_of_many_sources_those_from_outside_and_the_newest_articles_are_shown():
    role = make_role()
    for day in range(1, 9):
        make_source(
            role, make_article(f"Of day {day}", publish_at=datetime.datetime(2020, 2, day, tzinfo=datetime.UTC))
        )
    make_source(role, title="Register")
    footnotes = Footnotes(role)
    shown = ["Register", *(f"Of day {day}" for day in (8, 7, 6, 5))]
    assert [str(source) for source in footnotes.sources] == shown
    assert (role.notes, role.has_more_notes) == ([1, 2, 3, 4, 5], True)


def test_each_kind_of_fact_takes_one_query():
    person = make_person()
    roles = [make_role(person, f"Post {number}") for number in range(20)]
    for role in roles:
        make_source(role)
    with CaptureQueriesContext(connection) as queries:
        Footnotes(person, *roles)
    assert len(queries) == 2


def test_no_facts_have_no_sources():
    assert Footnotes().sources == []
