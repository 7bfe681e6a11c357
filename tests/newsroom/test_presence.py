"""Who else has a record open, and a form that outlives its session."""

import datetime

import pytest
import time_machine
from django.contrib.auth.models import Permission, User
from django.test import Client

from articles.models import Article, Presence
from people.models import Person
from tests.desk import address, errors, fields, opened, saved
from tests.make import make_article, make_draft, make_editor, make_organisation, make_person, make_quote

pytestmark = pytest.mark.django_db
NOON = datetime.datetime(2026, 2, 5, 12, tzinfo=datetime.UTC)


def signed_in(name):
    client = Client()
    client.force_login(make_editor(name))
    return client


def beat(client, record, **data):
    return client.post(f"/admin/open/{record._meta.app_label}/{record._meta.model_name}/{record.pk}/", data)


def test_two_editors_see_each_other_until_one_is_gone_for_a_while():
    ada, bo, person = signed_in("ada"), signed_in("bo"), make_person()
    with time_machine.travel(NOON, tick=False) as clock:
        assert beat(ada, person).json()["others"] == []
        clock.shift(300)
        beat(ada, person)
        assert beat(bo, person).json()["others"] == [{"name": "ada", "since": "12:05"}]
        assert beat(ada, person).json()["others"] == [{"name": "bo", "since": "12:05"}]
        clock.shift(60)
        assert len(beat(bo, person).json()["others"]) == 1
        clock.shift(20)
        assert beat(bo, person).json()["others"] == []
    assert Presence.objects.count() == 1


def test_since_stays_while_it_is_open_and_leaving_is_told_at_once():
    ada, bo, person = signed_in("ada"), signed_in("bo"), make_person()
    with time_machine.travel(NOON, tick=False) as clock:
        for _ in range(4):
            beat(ada, person)
            clock.shift(25)
        assert beat(bo, person).json()["others"] == [{"name": "ada", "since": "12:00"}]
        beat(ada, person, leave="1")
        assert beat(bo, person).json()["others"] == []


@pytest.mark.parametrize("make", [make_article, make_person, make_organisation, make_quote])
def test_it_is_told_that_the_record_was_saved_meanwhile(make):
    record, ada = make(), signed_in("ada")
    seen = opened(ada, record)["seen"]
    assert beat(ada, record, seen=seen).json()["changed"] is False
    record.save()
    assert beat(ada, record, seen=seen).json()["changed"] is True


def test_only_who_may_see_a_record_learns_who_has_it_open():
    person = make_person()
    beat(signed_in("ada"), person)
    clerk = Client()
    clerk.force_login(User.objects.create_user("clerk", is_staff=True))
    assert beat(clerk, person).status_code == 404
    assert beat(Client(), person).json() == {"signed_in": False}
    assert beat(Client(), person).status_code == 401
    clerk = Client()
    looker = User.objects.create_user("looker", is_staff=True)
    looker.user_permissions.add(Permission.objects.get(codename="view_person"))
    clerk.force_login(looker)
    assert beat(clerk, person).json()["others"][0]["name"] == "ada"


@pytest.mark.parametrize("path", ["people/person/4711/", "people/nothing/1/", "nowhere/person/1/", "articles/step/1/"])
def test_what_is_not_at_the_desk_is_not_found(path):
    assert signed_in("ada").post(f"/admin/open/{path}").status_code == 404


def test_a_form_of_a_new_record_asks_too():
    assert signed_in("ada").post("/admin/open/articles/article/").json()["others"] == []


# --- A form that outlives its session ---------------------------------------------------------------------------------


def sign_in(client, name, to):
    return client.post(f"/admin/login/?next={to}", {"username": name, "password": "pass"}, follow=True)


def test_what_was_sent_after_the_session_had_ended_is_there_after_signing_in():
    ada, article = signed_in("ada"), make_draft("Bridge")
    data = opened(ada, article)
    ada.logout()
    answer = saved(ada, article, data, headline="Written in vain?")
    assert "Nothing is lost: sign in" in answer.content.decode()
    assert Article.objects.get().headline == "Bridge"
    form = sign_in(ada, "ada", address(article))
    assert fields(form, "article_form")["headline"] == "Written in vain?"
    assert "It is not saved yet" in errors(form)
    assert Article.objects.get().headline == "Bridge"
    assert not errors(saved(ada, article, fields(form, "article_form")))
    assert Article.objects.get().headline == "Written in vain?"
    assert fields(ada.get(address(article)), "article_form")["headline"] == "Written in vain?"


def test_a_new_record_is_carried_over_the_sign_in_too():
    ada = signed_in("ada")
    data = fields(ada.get("/admin/people/person/add/"), "person_form")
    ada.logout()
    ada.post("/admin/people/person/add/", data | {"name": "Ann Example"})
    form = sign_in(ada, "ada", "/admin/people/person/add/")
    assert fields(form, "person_form")["name"] == "Ann Example"
    assert not Person.objects.exists()


def test_it_is_never_shown_to_somebody_else():
    ada, article = signed_in("ada"), make_draft("Bridge")
    make_editor("bo")
    data = opened(ada, article)
    ada.logout()
    saved(ada, article, data, headline="CANARY")
    assert "CANARY" not in sign_in(ada, "bo", address(article)).content.decode()
    ada.logout()
    assert "CANARY" not in sign_in(ada, "ada", address(article)).content.decode()


def test_what_was_saved_meanwhile_stands_beside_it():
    ada, article = signed_in("ada"), make_draft("Bridge")
    data = opened(ada, article)
    ada.logout()
    saved(ada, article, data, headline="Mine")
    article.kicker = "Theirs"
    article.save()
    form = sign_in(ada, "ada", address(article))
    assert "Somebody else saved this" in errors(form)
    assert fields(form, "article_form")["headline"] == "Mine"
    assert fields(form, "article_form")["kicker"] == "Theirs"


@pytest.mark.parametrize("by", ["", "1", "1:forged:signature"])
def test_nothing_is_kept_of_a_form_that_does_not_say_whose_it_is(by):
    article = make_draft("Bridge")
    make_editor("ada")
    stranger = Client()
    stranger.post(address(article), {"headline": "CANARY", "by": by})
    assert "carried" not in stranger.session
    assert "CANARY" not in sign_in(stranger, "ada", address(article)).content.decode()


def test_passwords_are_not_kept():
    ada = signed_in("ada")
    data = fields(ada.get("/admin/auth/user/add/"), "user_form")
    ada.logout()
    ada.post("/admin/auth/user/add/", data | {"username": "new", "password1": "CANARY", "password2": "CANARY"})
    assert "CANARY" not in str(dict(ada.session))


def test_a_form_whose_token_is_too_old_comes_back_with_what_was_written():
    article = make_draft("Bridge")
    ada = Client(enforce_csrf_checks=True)
    ada.force_login(make_editor("ada"))
    data = opened(ada, article)
    answer = saved(ada, article, data | {"csrfmiddlewaretoken": "x" * 64}, headline="Written")
    assert fields(answer, "article_form")["headline"] == "Written"
    assert Article.objects.get().headline == "Bridge"
    assert ada.post(address(article), {"headline": "Forged"}).status_code == 403


def test_a_saved_form_tells_the_browser_what_it_need_not_keep_any_more():
    ada, article = signed_in("ada"), make_draft("Bridge")
    assert "saved" not in saved(ada, article, opened(ada, article), headline="x" * 999, kept_as="an-id").client.cookies
    saved(ada, article, opened(ada, article), headline="New", kept_as="an-id")
    assert ada.cookies["saved"].value == "an-id"
    saved(ada, article, opened(ada, article), headline="Newer", kept_as="<bad>; x=1")
    assert ada.cookies["saved"].value == "an-id"
