"""What is accepted ties to what the newsroom has: one post in other words is no second one."""

import pytest

from articles.importing import Wanted, import_article, read_date
from articles.settling import in_article, settle
from articles.suggestions import suggest
from articles.taking_back import take_back
from people.models import Role
from tests.make import make_draft, make_editor, make_person, make_role

pytestmark = pytest.mark.django_db
TEXT = "Taxes will fall, {} Jane Roe said on Monday."


def imported(title, day="2020-02-28"):
    text = f"Taxes of {title}\n\n{TEXT.format(title)}".encode()
    return import_article(text, Wanted(accept=True, publish=True, date=read_date(day)))


def titles():
    return [str(role) for role in Role.objects.order_by("pk")]


def test_articles_that_word_a_post_otherwise_tell_of_one_post_by_its_fullest_words():
    for title in ("President", "US President", "American President"):
        imported(title)
    role = Role.objects.get()
    assert (role.title, role.sources.count()) == ("US President", 3)


def test_what_an_article_says_of_a_post_in_other_words_is_in_it():
    article = imported("President").article
    imported("US President")
    assert "role:Jane Roe: President" in in_article(article, suggest(article))


def test_fuller_words_can_be_taken_back():
    imported("President")
    article = make_draft(text=TEXT.format("US President"))
    step = settle(article, suggest(article), ["role:Jane Roe: US President"], make_editor())
    role = Role.objects.get()
    assert (role.title, role.sources.count()) == ("US President", 2)
    assert not take_back(step)
    role.refresh_from_db()
    assert (role.title, role.sources.count()) == ("President", 1)


def test_another_office_is_another_post():
    for title in ("President", "Vice President", "Finance Minister"):
        imported(title)
    assert titles() == ["President", "Vice President", "Finance Minister"]


def test_of_two_posts_that_the_words_fit_none_is_guessed():
    jane = make_person("Jane Roe")
    for title in ("Minister of Finance", "Minister of Defence"):
        make_role(jane, title)
    imported("Minister")
    assert titles() == ["Minister of Finance", "Minister of Defence", "Minister"]


def test_an_editors_words_stay():
    role = make_role(make_person("Jane Roe"), "President")
    imported("US President")
    role.refresh_from_db()
    assert (role.title, role.sources.count()) == ("President", 1)


def test_a_post_that_was_held_before_is_not_the_one_held_now():
    imported("former President")
    imported("President")
    assert [(role.title, role.end_state) for role in Role.objects.order_by("pk")] == [
        ("President", Role.EndState.ENDED),
        ("President", Role.EndState.UNKNOWN),
    ]
