"""Holders of posts at an organisation."""

import datetime

import pytest

from people import posts
from tests.make import make_organisation, make_person, make_role

pytestmark = pytest.mark.django_db
DAY = datetime.date(2020, 6, 1)


def test_each_role_has_its_certainty_and_those_held_stand_first():
    council = make_organisation()
    known = {
        "yes": [{"start": "2019", "end": "2021"}, {"start": "2010", "end_state": "ongoing"}],
        "maybe": [{"start": "2020", "end": "2021"}, {"end_state": "unknown"}, {"start": "2019", "end": "2020"}],
        "no": [{"start": "2010", "end": "2019"}, {"start": "2020-06-02", "end": "2021"}],
    }
    made = {
        make_role(title="Clerk", organisation=council, **fields).pk: certainty
        for certainty, several in known.items()
        for fields in several
    }
    [post], more = posts.posts_at(council, DAY)
    assert {role.pk: role.certainty for role in post.roles} == made
    assert [role.certainty for role in post.roles] == ["yes"] * 2 + ["maybe"] * 3 + ["no"] * 2
    assert not more


def test_posts_are_one_whatever_their_case():
    council = make_organisation()
    for title, start in (("Deputy Mayor", "2019"), ("deputy mayor", "2018"), ("Clerk", "2017")):
        make_role(title=title, organisation=council, start=start, end_state="ongoing")
    there, _ = posts.posts_at(council, DAY)
    assert [(post.title, len(post.roles)) for post in there] == [("Deputy Mayor", 2), ("Clerk", 1)]


def test_more_holders_than_a_page_lists_are_said_to_be_there(monkeypatch):
    monkeypatch.setattr(posts, "MOST", 2)
    council = make_organisation()
    for _ in range(3):
        make_role(make_person(), "Clerk", council, start="2019", end_state="ongoing")
    [post], more = posts.posts_at(council, DAY)
    assert len(post.roles) == 2
    assert more


def test_roles_are_drawn_in_one_picture_each_with_its_bar():
    roles = [make_role(start="2010", end="2012"), make_role(start="2012", end="2020")]
    picture = posts.drawn(roles, DAY)
    assert [role.bar for role in roles] == picture.bars
    assert roles[0].bar.possible.x < roles[1].bar.possible.x


def test_nothing_is_drawn_of_roles_without_dates():
    role = make_role()
    assert posts.drawn([role], DAY) is None
    assert role.bar is None
    assert posts.drawn([], DAY) is None
