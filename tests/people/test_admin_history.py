"""The page “History” at the desk: who changed what from what to what, by which way; and undo."""

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Quote
from people import merging
from people.models import Change, Person
from tests.desk import address, opened, saved
from tests.make import (
    make_article,
    make_correction,
    make_editor,
    make_organisation,
    make_other_name,
    make_person,
    make_quote,
    make_relationship,
    make_role,
    make_section,
    make_source,
    make_topic,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(make_editor("edda"))
    return client


def history(client, record, **query):
    return client.get(address(record, "history"), query)


def entries(client, record):
    """What the page says, newest first: (what happened, to what, who, by which way)."""
    return [
        (entry.summary, entry.label, entry.change.by_name, entry.change.get_way_display())
        for entry in history(client, record).context["entries"]
    ]


def undone(client, record, change, *names):
    response = client.post(address(record, "undo"), {"change": change.pk, "field": names}, follow=True)
    return " ".join(str(message) for message in response.context["messages"])


def test_a_form_tells_who_changed_which_field_from_what_to_what(desk):
    council = make_organisation("Rivermouth Council")
    person = make_person("Ann Example", birth="1961-04")
    role = make_role(person, "Mayor")
    saved(
        desk, person, opened(desk, person), birth="1961", visibility="hidden", roles__0__organisation=council.pk,
    )  # fmt: skip
    assert entries(desk, person)[:2] == [
        ("changed: organisation", "Mayor, Rivermouth Council", "edda", "inside the form of another record"),
        ("changed: born, visibility", "", "edda", "in its form"),
    ]
    assert entries(desk, role)[0] == ("changed: organisation", "", "edda", "inside the form of another record")
    page = history(desk, person).content.decode()
    assert "nothing</del>" in page
    assert "Rivermouth Council</ins>" in page
    assert "April 1961</del>" in page
    assert "1961</ins>" in page
    assert "hidden: no page, no link</ins>" in page


def test_one_field_is_undone_by_a_button_and_twice_is_said(desk):
    person = make_person("Ann", summary="before")
    saved(desk, person, opened(desk, person), summary="after", name="Anne")
    change = Change.objects.of(person).newest_first().first()
    assert "Undone" in undone(desk, person, change, "summary")
    person.refresh_from_db()
    assert (person.name, person.summary) == ("Anne", "before")
    assert entries(desk, person)[0] == ("changed: summary", "", "edda", "by undoing a change")
    assert "as before by now" in undone(desk, person, change, "summary")
    assert "as before by now" in history(desk, person).content.decode()


@pytest.mark.parametrize("change", ["", "x", "4711", "9" * 30, "-1"])
def test_a_change_that_never_was_is_no_error(desk, change):
    person = make_person()
    response = desk.post(address(person, "undo"), {"change": change}, follow=True)
    assert "There is no such change" in " ".join(map(str, response.context["messages"]))


def test_a_change_of_another_record_is_not_undone_here(desk):
    other = make_person(summary="one")
    other.summary = "two"
    other.save()
    change = Change.objects.of(other).newest_first().first()
    assert "no such change" in undone(desk, make_person(), change)
    assert Person.objects.get(pk=other.pk).summary == "two"


def test_a_field_that_is_none_of_the_change_is_refused(desk):
    person = make_person(summary="one")
    person.summary = "two"
    person.save()
    change = Change.objects.of(person).newest_first().first()
    assert "no field of this change" in undone(desk, person, change, "name")


def test_undo_is_posted_by_those_who_may_change_the_record(client):
    person = make_person(summary="one")
    person.summary = "two"
    person.save()
    change = Change.objects.of(person).newest_first().first()
    reader = User.objects.create_user("reader", is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_person"))
    client.force_login(reader)
    assert "<button>Undo" not in history(client, person).content.decode()
    assert client.post(address(person, "undo"), {"change": change.pk}).status_code == 403
    assert client.get(address(person, "undo")).status_code == 405
    client.force_login(User.objects.create_user("other", is_staff=True))
    assert history(client, person).status_code == 403
    assert Person.objects.get().summary == "two"


def test_who_may_change_a_person_but_no_roles_does_not_undo_a_role(client):
    role = make_role(title="Mayor")
    role.title = "Clerk"
    role.save()
    editor = User.objects.create_user("editor", is_staff=True)
    editor.user_permissions.add(Permission.objects.get(codename="change_person"))
    client.force_login(editor)
    change = Change.objects.of(role).newest_first().first()
    assert client.post(address(role.person, "undo"), {"change": change.pk}).status_code == 403


def test_lists_and_settling_and_imports_are_told_by_their_way(desk):
    first, second = make_person("Ann"), make_person("Bo")
    chosen = {"action": "delete_selected", "_selected_action": [first.pk, second.pk], "post": "yes"}
    desk.post("/admin/people/person/", chosen)
    assert set(Change.objects.filter(what="deleted").values_list("label", "by_name", "way")) == {
        ("Ann", "edda", "list"),
        ("Bo", "edda", "list"),
    }
    page = desk.get("/admin/people/change/").content.decode()
    assert "Person: Ann" in page
    desk.post("/admin/articles/article/import/", {"text": "A line\n\nIt rains.", "bylines": "Di Roe"})
    assert Change.objects.get(model="people.person", what="created", way="import").by_name == "edda"


def test_what_was_deleted_with_a_form_is_brought_back(desk):
    person = make_person()
    make_other_name(person, "Nan")
    saved(desk, person, opened(desk, person), other_names__0__DELETE="on")
    assert not person.other_names.exists()
    change = Change.objects.get(what="deleted")
    assert "Bring it back" in history(desk, person).content.decode()
    assert "Undone" in undone(desk, person, change)
    assert person.other_names.get().text == "Nan"


def test_a_record_that_came_from_another_keeps_its_history(desk):
    ann, bo = make_person("Ann"), make_person("Bo")
    make_other_name(bo, "Bobo")
    merging.merge(ann, bo, keep_name=False)
    told = [entry[:2] for entry in entries(desk, ann)]
    assert ("changed: person", "Bobo") in told
    assert ("made", "Bobo") in told
    assert ("deleted", "Bo") in told
    assert "Bo (deleted since)" in history(desk, ann).content.decode()


def test_a_quote_undone_leaves_a_revision_of_its_article(desk):
    quote = make_quote()
    saved(desk, quote, opened(desk, quote), venue="on a walk")
    change = Change.objects.of(quote).newest_first().first()
    assert "Undone" in undone(desk, quote, change)
    assert Quote.objects.get().venue == ""
    assert Article.objects.get().revisions.first().note == "change of a quote undone"


def test_a_change_that_readers_do_not_see_is_no_change_of_its_quotes(desk):
    quote = make_quote()
    article = quote.article
    saved(desk, article, opened(desk, article), "_unshown", quotes__0__venue="in secret")
    assert [change.what for change in Change.objects.of(quote)] == ["created"]
    saved(desk, article, opened(desk, article), "_publish")
    assert Change.objects.of(quote).newest_first().first().fields == {"venue": ["", "in secret"]}


@pytest.mark.parametrize("make", [make_person, make_organisation, make_role, make_section, make_topic, make_quote])
def test_every_noun_has_its_history(desk, make):
    record = make()
    assert entries(desk, record)[0][:2] == ("made", "")


def test_corrections_and_relationships_have_theirs(desk):
    for record in (make_correction(make_article()), make_relationship(make_person(), "spouse", make_person())):
        assert entries(desk, record)[0][:2] == ("made", "")


def test_a_record_that_never_was_leads_to_the_front_page(desk):
    for pk in ("4711", "abc", "9" * 30):
        assert desk.get(f"/admin/people/person/{pk}/history/").status_code == 302


def test_names_are_escaped(desk):
    person = make_person("Ann", summary="a < b", biography="<p>One</p>")
    for number in (1, 2):
        Person.objects.update(summary=f"<script>{number}</script>", biography=f"<script>{number}</script><p>Two</p>")
    assert "<script>1" not in history(desk, person).content.decode()


def test_a_formatted_text_is_shown_as_it_reads(desk):
    person = make_person(biography="<p>Born in <em>Rivermouth</em>.</p>")
    person.biography = "<p>Born in <em>Marlow</em>.</p>"
    person.save()
    page = history(desk, person).content.decode()
    assert '<p>Born in <del><span class="said">Removed: </span><em>Rivermouth</em></del>' in page
    assert "<em>Marlow</em></ins>" in page


def make_busy_person(rows):
    person = make_person()
    for number in range(rows):
        role = make_role(person, f"Role {number}", make_organisation(parent=make_organisation()))
        role.organisation = make_organisation()
        role.save()
        make_relationship(person, "sibling", make_person())
        make_source(person)
        make_other_name(person, f"Name {number}").delete()
        person.biography = f"<p>Life {number}</p>"
        person.save()
    return person


def test_a_long_history_makes_as_many_queries_as_a_short_one(desk):
    made = []
    for person in (make_busy_person(2), make_busy_person(30)):
        history(desk, person)
        with CaptureQueriesContext(connection) as queries:
            response = history(desk, person)
        made.append(len(queries))
    assert made[0] == made[1] <= 20
    assert len(response.context["entries"]) == 30
    older = history(desk, person, after=response.context["page"].next)
    assert older.context["entries"][0].change.pk < response.context["entries"][-1].change.pk
