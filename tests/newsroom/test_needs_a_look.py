"""The desk's page of what needs a look: grouped, counted apart, each line mended or said to be right."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsroom.needs_a_look import RULES
from people.models import SaidRight
from tests.make import (
    make_article,
    make_draft,
    make_editor,
    make_organisation,
    make_other_name,
    make_person,
    make_quote,
    make_role,
)

pytestmark = pytest.mark.django_db
PAGE = "/admin/needs-a-look/"


@pytest.fixture
def desk(client):
    client.force_login(make_editor("edda"))
    return client


def mistakes(number):
    """One of everything that can be wrong."""
    ann = make_person(f"Ann {number}", birth="1990", death="1980")
    council = make_organisation(founded="2000", dissolved="1999")
    make_role(ann, "Clerk", council, start="2001", end_state="ongoing")
    make_role(ann, "Clerk", council, start="2001", end="2003")
    seat = make_organisation()
    for _ in range(2):
        make_role(make_person(), "Mayor", seat, start="2001", end_state="ongoing")
    make_role(ann, "Clerk", start="1970")
    make_role(make_person(death="2020"), "Clerk", start="2020-05")
    make_other_name(ann, "Nan", start="2001", end="2000")
    article = make_draft(text="We have waited far too long. Really.")
    make_quote(article, "We have waited far too long.", ann, said_on="2040", role=ann.roles.last())
    make_quote(article, "We have waited far too long.")
    make_quote(article, "Really.", speaker_kind="unknown")
    article.body = "<p>Nothing.</p>"
    article.save()


def told(response):
    return " ".join(str(message) for message in response.context["messages"])


def test_the_page_names_every_rule_and_where_to_count_it(desk):
    page = desk.get(PAGE).content.decode()
    for name in RULES:
        assert f"{PAGE}{name}/count/" in page


def test_how_many_there_are_is_told(desk):
    make_person()
    make_person()
    assert desk.get(f"{PAGE}no-role/count/").json() == {"count": 2, "more": False}


def test_each_line_leads_to_the_form_that_mends_it(desk):
    mistakes(1)
    for name, rule in RULES.items():
        page = desk.get(f"{PAGE}{name}/")
        for row, words, address in page.context["lines"]:
            assert desk.get(address).status_code == 200
            assert words
            assert row.pk
        assert page.context["lines"] or name in {"role-order", "relationship-order"}, rule.heading


@pytest.mark.parametrize("name", sorted(RULES))
def test_a_page_makes_as_many_queries_for_many_rows_as_for_few(desk, name):
    made = []
    for numbers in (range(2), range(2, 9)):
        for number in numbers:
            mistakes(number)
        desk.get(f"{PAGE}{name}/")
        with CaptureQueriesContext(connection) as queries:
            desk.get(f"{PAGE}{name}/")
        made.append(len(queries))
    assert made[0] == made[1] <= 20


def test_what_is_only_perhaps_wrong_has_a_list_of_its_own(desk):
    mistakes(1)
    assert len(desk.get(f"{PAGE}role-after-death/").context["lines"]) == 2
    perhaps = desk.get(f"{PAGE}role-after-death/", {"certainty": "maybe"})
    assert [words for _, words, _ in perhaps.context["lines"]] == [
        f"{perhaps.context['lines'][0][0].person}: “Clerk” (from May 2020) is dated after the death (2020)."
    ]


def test_many_lines_come_in_pages_none_twice(desk):
    people = [make_person() for _ in range(50)]
    first = desk.get(f"{PAGE}no-role/")
    second = desk.get(f"{PAGE}no-role/", {"after": first.context["page"].next})
    seen = [row.pk for page in (first, second) for row, _, _ in page.context["lines"]]
    assert seen == [person.pk for person in reversed(people)]


def test_a_line_said_to_be_right_is_gone_until_it_is_to_be_looked_at_again(desk):
    person = make_person("Cher")
    answer = desk.post(f"{PAGE}no-role/", {"right": person.pk}, follow=True)
    assert "Kept as right" in told(answer)
    assert answer.context["lines"] == []
    assert SaidRight.objects.get().by.username == "edda"
    answer = desk.post(f"{PAGE}no-role/", {"again": person.pk}, follow=True)
    assert [row for row, _, _ in answer.context["lines"]] == [person]


def test_what_was_mended_meanwhile_is_said_in_words(desk):
    person = make_person()
    make_role(person)
    for number in (person.pk, "0", "x", "9" * 30, ""):
        answer = desk.post(f"{PAGE}no-role/", {"right": number}, follow=True)
        assert "no longer needs a look" in told(answer)
    assert not SaidRight.objects.exists()


def test_bad_addresses_are_answered(desk):
    assert desk.get(f"{PAGE}no-such-rule/").status_code == 404
    assert desk.get(f"{PAGE}no-such-rule/count/").status_code == 404
    assert desk.get(f"{PAGE}no-role/", {"after": "x"}).status_code == 400
    assert desk.get(f"{PAGE}no-role/", {"certainty": "x"}).status_code == 200


def test_who_sees_only_some_nouns_sees_only_their_rules(client):
    reporter = get_user_model().objects.create_user("rita", password="pass", is_staff=True)
    reporter.user_permissions.set(Permission.objects.filter(codename="view_article"))
    client.force_login(reporter)
    article = make_article()
    assert client.get(PAGE).status_code == 200
    assert "no-role" not in client.get(PAGE).content.decode()
    assert client.get(f"{PAGE}no-role/").status_code == 403
    assert client.get(f"{PAGE}no-role/count/").status_code == 403
    assert "This is right" not in client.get(f"{PAGE}no-section/").content.decode()
    assert client.post(f"{PAGE}no-section/", {"right": article.pk}).status_code == 403


def test_everybody_else_is_asked_to_sign_in(client):
    assert client.get(PAGE).status_code == 302
