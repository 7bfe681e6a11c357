"""The desk as a whole: every page answers, says what it is, and asks for the right to see it."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, Permission, User

from people.merging import merge
from tests.desk import address, errors, opened, saved
from tests.make import (
    make_article,
    make_correction,
    make_draft,
    make_editor,
    make_image,
    make_organisation,
    make_person,
    make_quote,
    make_relationship,
    make_role,
    make_section,
    make_topic,
)

pytestmark = pytest.mark.django_db
MADE_ELSEWHERE = {"quote", "correction", "previewlink", "task", "merge", "change"}
# What happened is read, not edited.
READ_ONLY = {"merge", "change"}
MODELS = sorted(admin.site._registry, key=lambda model: model._meta.label)


@pytest.fixture
def desk(client):
    client.force_login(make_editor("edda"))
    return client


def make_one_of_each():
    ann = make_person("Ann")
    role = make_role(ann, "Mayor", make_organisation())
    make_relationship(ann, "spouse", make_person("Bo"))
    article = make_article(section=make_section(), topics=[make_topic()], bylines=[ann], image=make_image())
    make_correction(article).quotes.add(make_quote(article, speaker=ann, role=role))
    make_draft().preview_links.create()
    article.tasks.create(what="Look at it.")
    merge(make_person("Cy"), make_person("Si"))
    Group.objects.create(name="Editors")


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.model_name)
def test_every_page_of_every_noun_answers(desk, model):
    make_one_of_each()
    name = f"/admin/{model._meta.app_label}/{model._meta.model_name}/"
    assert desk.get(name).status_code == 200
    assert desk.get(name, {"q": "ann"}).status_code == 200
    assert desk.get(f"{name}add/").status_code == (403 if model._meta.model_name in MADE_ELSEWHERE else 200)
    deleting = {403} if model._meta.model_name == "change" else {200, 302}
    for record in model.objects.all():
        for page in ("change", "history"):
            assert desk.get(address(record, page)).status_code == 200
        assert desk.get(address(record, "delete")).status_code in deleting


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.model_name)
def test_who_may_only_look_sees_every_page_and_saves_none(client, model):
    make_one_of_each()
    looker = User.objects.create_user("vic", is_staff=True)
    codename = f"view_{model._meta.model_name}"
    looker.user_permissions.add(*Permission.objects.filter(codename=codename))
    client.force_login(looker)
    assert client.get(f"/admin/{model._meta.app_label}/{model._meta.model_name}/").status_code == 200
    record = model.objects.first()
    assert client.get(address(record)).status_code == 200
    assert client.post(address(record), {}).status_code == 403


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.model_name)
def test_a_form_sent_empty_or_broken_is_answered(desk, model):
    make_one_of_each()
    record = model.objects.first()
    for data in ({}, {"seen": "x", "_publish": "1", "quotes-": "", "quotes-TOTAL_FORMS": "-1"}, {"theirs": ["x"]}):
        assert desk.post(address(record), data).status_code == (403 if model._meta.model_name in READ_ONLY else 200)
    data = opened(desk, record)
    if totals := {name: "x" for name in data if name.endswith("_FORMS")}:
        assert desk.post(address(record), data | totals).status_code == 200


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.model_name)
@pytest.mark.parametrize("typed", ["a " * 5000, "\x00"])
def test_whatever_is_typed_into_a_search_is_answered(desk, model, typed):
    address = f"/admin/{model._meta.app_label}/{model._meta.model_name}/"
    assert desk.get(address, {"q": typed}).status_code == 200


def test_an_empty_list_says_what_to_do(desk):
    assert "Add the first" in desk.get("/admin/people/person/").content.decode()
    assert "made in the form of their article" in desk.get("/admin/articles/quote/").content.decode()
    make_person()
    page = desk.get("/admin/people/person/", {"q": "nobody"}).content.decode()
    assert "No people match “nobody”" in page


def test_accounts_are_guarded_like_every_noun(desk):
    user = User.objects.create_user("vic", password="pass")
    mine = opened(desk, user)
    assert not errors(saved(desk, user, opened(desk, user), first_name="Vic"))
    assert "Somebody else saved this" in errors(saved(desk, user, mine, first_name="Viktor"))


def test_signing_in_does_not_count_as_a_change_of_the_account(desk, client):
    user = User.objects.create_user("vic", password="pass")
    mine = opened(desk, user)
    client.__class__().login(username="vic", password="pass")
    assert not errors(saved(desk, user, mine, first_name="Vic"))


def test_the_sign_in_page_leads_to_the_desk(client):
    make_editor("edda")
    page = client.post("/admin/login/?next=/admin/", {"username": "edda", "password": "pass"}, follow=True)
    assert "My drafts" in page.content.decode()
    client.logout()
    page = client.post("/admin/login/", {"username": "edda", "password": "wrong"})
    assert "Please enter the correct username and password" in page.content.decode()


def test_the_front_page_shows_no_articles_to_those_who_may_not_see_them(client):
    make_draft("CANARY")
    client.force_login(User.objects.create_user("vic", is_staff=True))
    page = client.get("/admin/").content.decode()
    assert "CANARY" not in page
