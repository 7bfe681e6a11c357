"""Holders of posts at an organisation."""

import datetime

import pytest

from people import posts
from tests.make import make_organisation, make_person, make_role

pytestmark = pytest.mark.django_db
DAY = datetime.date(2020, 6, 1)


def test_each_role_stands_in_one_group_by_what_is_known_of_the_day():
    council = make_organisation()
    known = {
        "Now": [{"start": "2019", "end": "2021"}, {"start": "2010", "end_state": "ongoing"}],
        "Perhaps still": [{"start": "2020", "end": "2021"}, {"end_state": "unknown"}, {"start": "2019", "end": "2020"}],
        "Before": [{"start": "2010", "end": "2019"}, {"start": "2020-06-02", "end": "2021"}],
    }
    made = {
        heading: {make_role(title="Clerk", organisation=council, **fields).pk for fields in several}
        for heading, several in known.items()
    }
    groups = posts.holders(council, DAY)
    assert {group.heading: {role.pk for role in group.roles} for group in groups} == made


def test_posts_are_one_whatever_their_case():
    council = make_organisation()
    for title, start in (("Deputy Mayor", "2019"), ("deputy mayor", "2018"), ("Clerk", "2017")):
        make_role(title=title, organisation=council, start=start, end_state="ongoing")
    now = posts.holders(council, DAY)[0]
    assert [(title, len(roles)) for title, roles in now.posts()] == [("Deputy Mayor", 2), ("Clerk", 1)]


def test_more_holders_than_a_page_lists_are_said_to_be_there(monkeypatch):
    monkeypatch.setattr(posts, "MOST", 2)
    council = make_organisation()
    for _ in range(3):
        make_role(make_person(), "Clerk", council, start="2019", end_state="ongoing")
    now, perhaps, before = posts.holders(council, DAY)
    assert (len(now.roles), now.more) == (2, True)
    assert (perhaps.more, before.more) == (False, False)
