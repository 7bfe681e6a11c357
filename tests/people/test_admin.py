"""People, organisations and roles at the desk: found, told apart, edited by two at once, never deleted while in use."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from people.models import Organisation, OtherName, Person, Relationship, Role
from tests.desk import address, errors, fields, opened, saved
from tests.make import (
    make_article,
    make_editor,
    make_mention,
    make_organisation,
    make_other_name,
    make_person,
    make_quote,
    make_relationship,
    make_role,
    make_source,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(make_editor("edda"))
    return client


def offered(client, term, app="articles", model="quote", field="speaker"):
    query = {"term": term, "app_label": app, "model_name": model, "field_name": field}
    return [row["text"] for row in client.get("/admin/autocomplete/", query).json()["results"]]


def queries(client, address, count):
    """How many queries the page makes once what is read only once a process is read."""
    client.get(address)
    with count() as made:
        response = client.get(address)
    assert response.status_code == 200
    return len(made)


@pytest.fixture
def count():
    return lambda: CaptureQueriesContext(connection)


def make_known_person(number, organisation):
    person = make_person(f"Ann {number}")
    make_role(person, "Mayor", organisation, start="2015", on_behalf_of=make_organisation())
    make_role(person, "Clerk", make_organisation(parent=organisation))
    make_other_name(person, f"Nan {number}")
    make_source(person)
    return person


def test_the_picker_of_people_tells_namesakes_apart(desk):
    council = make_organisation("Rivermouth Council")
    make_role(make_person("Ann Example", birth="1961-04"), "Mayor", council, start="2019", end_state="ongoing")
    make_role(make_person("Ann Example", birth="1988"), "Editor", start="2001", end="2004")
    assert sorted(offered(desk, "ann exa")) == [
        "Ann Example · Editor, 2001 – 2004 · born 1988",
        "Ann Example · Mayor, Rivermouth Council · born April 1961",
    ]


def test_the_pickers_of_organisations_and_roles_say_where_they_belong(desk):
    parent = make_organisation("Government of Rivermouth")
    education = make_organisation("Education", parent=parent)
    make_role(make_person("Ann Example"), "Minister", education, start="2019", end="2020")
    assert offered(desk, "educ", field="organisation") == ["Education · part of Government of Rivermouth"]
    assert offered(desk, "minister ann", field="role") == ["Ann Example · Minister, Education · 2019 – 2020"]


def test_search_finds_other_names_without_accents(desk):
    make_other_name(make_person("Ann Example"), "Áine Ó Brádaigh")
    make_person("Bo Other")
    page = desk.get("/admin/people/person/", {"q": "o bradaigh"}).content.decode()
    assert "Ann Example" in page
    assert "Bo Other" not in page


def test_a_search_with_odd_characters_is_answered(desk):
    make_person("Ann Example")
    for q in ("\x00", "%", "'\"", "(", "a" * 500):
        assert desk.get("/admin/people/person/", {"q": q}).status_code == 200
        offered(desk, q)


LISTS = ["person", "organisation", "role", "relationship"]


@pytest.mark.parametrize("noun", LISTS)
def test_a_list_makes_as_many_queries_for_many_rows_as_for_few(desk, count, noun):
    council = make_organisation()
    made = []
    for numbers in (range(3), range(3, 12)):
        for number in numbers:
            make_relationship(make_known_person(number, council), "spouse", make_person())
        made.append(queries(desk, f"/admin/people/{noun}/", count))
    assert made[0] == made[1]


@pytest.mark.parametrize("field", ["speaker", "organisation", "role"])
def test_a_picker_makes_as_many_queries_for_many_rows_as_for_few(desk, count, field):
    council = make_organisation("Ann Council")
    made = []
    for numbers in (range(3), range(3, 12)):
        for number in numbers:
            make_known_person(number, make_organisation(f"Ann {number}", parent=council))
        with count() as seen:
            assert len(offered(desk, "ann", field=field)) >= numbers[-1]
        made.append(len(seen))
    assert made[0] == made[1]


def test_the_form_of_a_person_makes_as_many_queries_for_many_rows_as_for_few(desk, count):
    person, made = make_person(), []
    for rows in (3, 9):
        for number in range(rows):
            make_role(
                person,
                f"Role {number}",
                make_organisation(parent=make_organisation()),
                on_behalf_of=make_organisation(),
            )
            make_relationship(person, "sibling", make_known_person(number, make_organisation()))
            make_relationship(make_known_person(number, make_organisation()), "child", person)
            make_other_name(person, f"Name {rows}-{number}")
            make_source(person)
        made.append(queries(desk, address(person), count))
    assert made[0] == made[1]


def test_the_form_of_an_organisation_makes_as_many_queries_for_many_rows_as_for_few(desk, count):
    organisation, made = make_organisation(), []
    for rows in (3, 9):
        for number in range(rows):
            make_role(make_known_person(number, make_organisation()), "Member", organisation)
        made.append(queries(desk, address(organisation), count))
    assert made[0] == made[1]


def test_an_organisation_leads_to_the_roles_held_there_however_many(desk):
    council, other = make_organisation("Council"), make_organisation("Other")
    newest = make_role(make_person("Ann Example"), "Mayor", council, start="2019")
    for number in range(30):
        make_role(make_person(f"Person {number}"), "Clerk", council, start="1990")
    make_role(make_person("Somebody Else"), "Mayor", other)
    page = desk.get(address(council)).content.decode()
    assert f'<a href="{address(newest)}">Ann Example · Mayor, Council · {newest.years()}</a>' in page
    assert page.count("Clerk") == 29
    listed = desk.get("/admin/people/role/", {"organisation__id__exact": council.pk})
    assert listed.context["cl"].result_count == 31
    assert "Somebody Else" not in listed.content.decode()
    add = desk.get("/admin/people/role/add/", {"organisation": council.pk})
    assert fields(add, "role_form")["organisation"] == str(council.pk)


def test_a_person_is_made_with_roles_and_other_names(desk):
    council = make_organisation()
    page = desk.get("/admin/people/person/add/")
    data = fields(page, "person_form") | {
        "name": "Ann Example",
        "roles-TOTAL_FORMS": "1", "roles-0-title": "Mayor", "roles-0-organisation": council.pk, "roles-0-start": "2019",
        "roles-0-end_state": "ongoing", "roles-0-stands_alone": "on",
        "other_names-TOTAL_FORMS": "1", "other_names-0-text": "Áine", "other_names-0-kind": "birth",
    }  # fmt: skip
    response = desk.post("/admin/people/person/add/", data, follow=True)
    assert not errors(response)
    role = Person.objects.get().roles.get()
    assert (role.title, role.organisation, str(role.start)) == ("Mayor", council, "2019")
    assert OtherName.objects.get().text == "Áine"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": "  "}, "This field is required"),
        ({"birth": "April"}, "“April” is not a date as known"),
        ({"birth": "2019-02-30"}, "2019-02-30"),
        ({"birth": "31 September 2019"}, "“31 September 2019” is not a date"),
        ({"roles__0__start": "2020", "roles__0__end": "2019"}, "It ends (2019) before it begins (2020)."),
        ({"roles__0__organisation": "abc"}, "Select a valid choice"),
        ({"roles__0__organisation": "4711"}, "Select a valid choice"),
    ],
)
def test_bad_input_is_named_and_kept_in_the_form(desk, change, said):
    person = make_person("Ann Example")
    make_role(person, "Mayor", make_organisation())
    response = saved(desk, person, opened(desk, person), **change)
    assert said in errors(response)
    assert Person.objects.get(pk=person.pk).name == "Ann Example"


def test_somebody_of_the_same_name_is_told_of_at_once(desk):
    known = make_person("Ann Example", birth="1961")
    data = {**fields(desk.get("/admin/people/person/add/"), "person_form"), "name": "Ann Éxample"}
    page = desk.post("/admin/people/person/add/", data | {"_continue": "1"}, follow=True).content.decode()
    new = Person.objects.latest("pk")
    assert f'another one of this name: <a href="{address(known)}">Ann Example · born 1961</a>' in page
    assert f'<a href="{address(new, "merge")}?with={known.pk}">merge the two</a>' in page
    again = saved(desk, new, opened(desk, new), summary="A sailor.")
    assert "another one of this name" not in again.content.decode(), "it is told once"
    make_organisation("Council")
    data = {**fields(desk.get("/admin/people/organisation/add/"), "organisation_form"), "name": "council"}
    page = desk.post("/admin/people/organisation/add/", data, follow=True).content.decode()
    assert "another one of this name" in page


def test_a_date_is_taken_as_it_is_printed(desk):
    person = make_person("Ann Example")
    page = desk.get(address(person)).content.decode()
    assert 'maxlength="10"' not in page, "what a browser cuts off nobody can put right"
    assert not errors(saved(desk, person, opened(desk, person), birth="May 1961", death="10 May 2019"))
    person.refresh_from_db()
    assert (str(person.birth), str(person.death)) == ("1961-05", "2019-05-10")


def test_a_name_that_mixes_scripts_is_taken_and_pointed_out(desk):
    for name, told in (("Pаul Example", True), ("Paul Example", False)):
        data = {**fields(desk.get("/admin/people/person/add/"), "person_form"), "name": name}
        page = desk.post("/admin/people/person/add/", data, follow=True).content.decode()
        assert ("two scripts" in page) == told
        assert Person.objects.filter(name=name).exists()


def test_nobody_is_related_to_themselves_or_twice_in_the_same_way(desk):
    ann, bo = make_person("Ann"), make_person("Bo")
    row = {"relationships__TOTAL_FORMS": "1", "relationships__0__kind": "spouse", "relationships__0__other": ann.pk}
    assert "related to themselves" in errors(saved(desk, ann, opened(desk, ann), **row))
    both = row | {
        "relationships__0__other": bo.pk,
        "relationships_to__TOTAL_FORMS": "1",
        "relationships_to__0__kind": "spouse",
        "relationships_to__0__person": bo.pk,
    }
    assert "is there already" in errors(saved(desk, ann, opened(desk, ann), **both))
    assert not Relationship.objects.exists()


def test_the_second_saver_is_told_and_loses_nothing(desk, client):
    person = make_person("Ann Example", summary="before")
    mine = opened(desk, person)
    theirs = opened(desk, person)
    assert not errors(saved(desk, person, theirs, summary="theirs"))

    told = saved(desk, person, mine, summary="mine", name="Ann E. Example")
    assert "Somebody else saved this" in errors(told)
    assert Person.objects.get().summary == "theirs"
    shown = {row.label: (row.theirs, row.mine) for row in told.context["differences"]}
    assert shown == {"Summary": ("theirs", "mine")}

    again = fields(told, "person_form")
    assert again["summary"] == "mine"
    assert not errors(saved(desk, person, again | {"choice:summary": "theirs"}))
    person = Person.objects.get()
    assert (person.name, person.summary) == ("Ann E. Example", "theirs")


def test_saving_over_is_a_decision_the_second_saver_can_take(desk):
    person = make_person("Ann Example")
    mine = opened(desk, person)
    saved(desk, person, opened(desk, person), summary="theirs")
    told = saved(desk, person, mine, summary="mine")
    assert not errors(saved(desk, person, fields(told, "person_form")))
    assert Person.objects.get().summary == "mine"


def test_two_savers_of_inline_rows(desk):
    person = make_person("Ann Example")
    first, second = make_role(person, "First"), make_role(person, "Second")
    mine = opened(desk, person)
    place = {mine[f"roles-{index}-id"]: index for index in (0, 1)}
    theirs = opened(desk, person)
    changes = {
        f"roles__{place[str(first.pk)]}__DELETE": "on",
        f"roles__{place[str(second.pk)]}__title": "Second, theirs",
    }
    added = {"roles__TOTAL_FORMS": "3", "roles__2__title": "Third", "roles__2__end_state": "unknown"}
    assert not errors(saved(desk, person, theirs, **changes, **added))

    own = {f"roles__{place[str(first.pk)]}__title": "First, mine"}
    told = saved(desk, person, mine, **own)
    assert "Somebody else saved this" in errors(told)
    listed = " ".join(f"{row.label} {row.theirs} {row.mine}" for row in told.context["differences"])
    assert "Second, theirs" in listed
    assert "Third" in listed

    assert not errors(saved(desk, person, fields(told, "person_form")))
    assert sorted(person.roles.values_list("title", flat=True)) == ["First, mine", "Second, theirs", "Third"]


def test_a_role_edited_elsewhere_counts_as_a_change_of_its_persons_form(desk):
    person = make_person()
    role = make_role(person, "Mayor")
    mine = opened(desk, person)
    assert not errors(saved(desk, role, opened(desk, role), title="Lord Mayor"))
    assert "Somebody else saved this" in errors(saved(desk, person, mine, roles__0__title="mine"))


def test_publishing_an_article_does_not_disturb_the_form_of_a_person_learnt_from_it(desk):
    person = make_person(stands_alone=False)
    article = make_article()
    make_source(person, article)
    mine = opened(desk, person)
    article.headline = "Another headline"
    article.save()
    assert not errors(saved(desk, person, mine, summary="mine"))


def test_a_form_without_its_token_is_not_saved(desk):
    person = make_person("Ann Example")
    data = opened(desk, person)
    del data["seen"]
    assert "Somebody else saved this" in errors(saved(desk, person, data, name="Other"))


@pytest.mark.parametrize("noun", ["person", "organisation", "role", "relationship"])
def test_every_noun_is_guarded(desk, noun):
    make_relationship(make_person(), "spouse", make_person())
    make_role(make_person(), "Mayor", make_organisation())
    record = {"person": Person, "organisation": Organisation, "role": Role, "relationship": Relationship}[
        noun
    ].objects.first()
    mine = opened(desk, record)
    record.save()
    assert "Somebody else saved this" in errors(saved(desk, record, mine))


def test_a_speaker_in_use_is_not_deleted_and_the_page_says_where(desk):
    person = make_person("Ann Example")
    article = make_article("The bridge")
    make_quote(article, speaker=person)
    make_mention(article, person)
    page = desk.post(address(person, "delete"), {"post": "yes"}).content.decode()
    assert Person.objects.filter(pk=person.pk).exists()
    assert f'Quote in <a href="{address(article)}">The bridge</a>' in page
    assert f'Mention in <a href="{address(article)}">The bridge</a>' in page
    desk.post("/admin/people/person/", {"action": "delete_selected", "_selected_action": person.pk, "post": "yes"})
    assert Person.objects.filter(pk=person.pk).exists()


def test_an_unknown_record_leads_to_the_front_page_with_a_word(desk):
    for pk in ("4711", "abc", "99999999999999999999"):
        assert "doesn’t exist" in desk.get(f"/admin/people/person/{pk}/change/", follow=True).content.decode()


def test_the_desk_has_its_own_policy_and_the_sign_in_page_the_strict_one(desk, client):
    policy = desk.get("/admin/people/person/add/")["Content-Security-Policy"]
    assert "nonce-" in policy
    client.logout()
    policy = client.get("/admin/login/")["Content-Security-Policy"]
    assert "unsafe-inline" not in policy
    assert "script-src 'self';" in f"{policy};"


def test_the_window_of_an_article_of_ours_is_told_in_the_newsrooms_zone(desk, settings):
    settings.TIME_ZONE = "Asia/Tokyo"
    person = make_person("Ann")
    night = datetime.datetime(2026, 2, 5, 20, 0, tzinfo=datetime.UTC)
    make_source(person, make_article(publish_at=night, expire_at=night + datetime.timedelta(days=1)))
    assert "from 6 Feb 2026, 05:00 to 7 Feb 2026, 05:00" in desk.get(address(person)).content.decode()
