"""People, organisations and roles in the API: what shows, as of which day, and which filters narrow the lists."""

import datetime

import pytest

from people.models import Identifier, Link
from tests.make import (
    HOUR,
    make_article,
    make_draft,
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


def get(client, path, **asked):
    answer = client.get(f"/api/v1/{path}", asked)
    assert answer.status_code == 200, answer.content
    return answer.json()


def ids(client, path, **asked):
    return [row["id"] for row in get(client, path, **asked)["results"]]


def test_a_person_with_all_that_is_known(client, settings):
    settings.SITE_URL = "https://news.example"
    ann = make_person(
        "Ann Example", birth="1951-05", death="2024", biography="<p>Born <b>early</b>.</p>", summary="Pilot"
    )
    ministry = make_organisation("Ministry")
    role = make_role(ann, "Minister", ministry, start="2019-05", end="2021")
    make_source(role, url="https://example.com/a", title="A page", publisher="The Example", date="2019")
    make_other_name(ann, "Annie", kind="nickname")
    Identifier.objects.create(person=ann, scheme="wikidata", value="Q1")
    Link.objects.create(person=ann, url="https://example.com/ann", note="Official site")
    father_in_law = make_person("Bob Example")
    make_relationship(ann, "daughter-in-law", father_in_law)
    article = make_article()
    make_quote(article, speaker=ann)
    make_mention(article, ann)
    found = get(client, f"people/{ann.pk}/")
    assert (found["name"], found["sort_name"], found["slug"]) == ("Ann Example", "Example, Ann", "ann-example")
    assert (found["birth_date"], found["death_date"]) == ("1951-05", "2024")
    assert found["biography_html"] == ann.biography
    assert found["current_roles"] == []
    [told] = found["roles"]
    assert told["organisation"] == {
        "id": ministry.pk,
        "name": "Ministry",
        "url": f"https://news.example/api/v1/organisations/{ministry.pk}/",
        "web_url": "https://news.example/organisations/ministry/",
    }
    assert (told["start_date"], told["end_date"], told["end_state"]) == ("2019-05", "2021", "ended")
    assert told["sources"] == [
        {"url": "https://example.com/a", "title": "A page", "publisher": "The Example", "date": "2019"}
    ]
    assert found["other_names"] == [
        {"name": "Annie", "kind": "nickname", "language": "", "start_date": None, "end_date": None}
    ]
    assert found["identifiers"] == [{"scheme": "wikidata", "value": "Q1"}]
    assert found["links"] == [{"url": "https://example.com/ann", "note": "Official site"}]
    [relationship] = found["relationships"]
    assert (relationship["kind"], relationship["person"]["id"]) == ("parent-in-law", father_in_law.pk)
    assert (found["quote_count"], found["article_count"]) == (1, 1)


def test_an_organisation_with_all_that_is_known(client):
    parent = make_organisation("Government")
    army = make_organisation("Army", parent=parent, kind="army", founded="1917", dissolved="1991-12-26")
    child = make_organisation("Staff", parent=army)
    role = make_role(title="General", organisation=army)
    found = get(client, f"organisations/{army.pk}/")
    assert (found["kind"], found["founded"], found["dissolved"]) == ("army", "1917", "1991-12-26")
    assert found["parent"]["id"] == parent.pk
    assert [row["id"] for row in found["children"]] == [child.pk]
    assert [row["id"] for row in found["roles"]] == [role.pk]
    assert ids(client, "roles/", organisation=army.pk) == [role.pk]
    assert [row["id"] for row in client.get(found["roles_url"]).json()["results"]] == [role.pk]
    assert [row["id"] for row in client.get(found["children_url"]).json()["results"]] == [child.pk]


@pytest.mark.parametrize(
    ("day", "held", "certainly", "perhaps"),
    [
        ("2018-12-31", [], [], []),
        ("2019-01-01", ["Major"], [], ["Major"]),
        ("2019-12-31", ["Major"], ["Major"], []),
        ("2020-06-01", ["Major", "Colonel"], ["Major"], ["Colonel"]),
        ("2022-01-01", ["Colonel"], [], ["Colonel"]),
    ],
)
def test_roles_as_of_a_day(client, day, held, certainly, perhaps):
    ann = make_person()
    make_role(ann, "Major", start="2019", end="2021-12-31")
    make_role(ann, "Colonel", start="2020")
    for certainty, titles in [(None, held), ("yes", certainly), ("maybe", perhaps)]:
        asked = {"as_of": day} | ({"certainty": certainty} if certainty else {})
        listed = get(client, "roles/", **asked)["results"]
        assert {row["title"] for row in listed} == set(titles)
        [person] = get(client, "people/", **asked)["results"]
        assert [row["title"] for row in person["current_roles"]] == titles
        assert get(client, f"people/{ann.pk}/", **asked)["current_roles"] == person["current_roles"]
        if certainty:
            assert {row["certainty"] for row in listed + person["current_roles"]} <= {certainty}


def test_without_a_day_roles_are_told_as_of_today(client, time_machine):
    role = make_role(start="2019", end="2021")
    for today, certainty in [("2018-01-01", "no"), ("2019-06-01", "maybe"), ("2020-06-01", "yes")]:
        time_machine.move_to(f"{today}T12:00:00Z", tick=False)
        assert get(client, f"roles/{role.pk}/")["certainty"] == certainty
        assert ids(client, "roles/", certainty="yes") == ([role.pk] if certainty == "yes" else [])
        assert get(client, f"roles/{role.pk}/", as_of="2020-06-01")["certainty"] == "yes"


def test_people_by_organisation_role_and_day_in_one_role(client):
    army, navy = make_organisation("Army"), make_organisation("Navy")
    ann, bob = make_person("Ann"), make_person("Bob")
    make_role(ann, "Chief of Staff", army, start="2019-01-01", end="2019-12-31")
    make_role(ann, "Admiral", navy, start="2020-01-01", end="2020-12-31")
    make_role(bob, "Chief of Staff", navy, start="2020-01-01", end="2020-12-31")
    make_role(bob, "Commodore", navy, start="2018-01-01", end="2019-12-31")
    assert ids(client, "people/", organisation=army.pk) == [ann.pk]
    assert ids(client, "people/", organisation="navy") == [ann.pk, bob.pk]
    assert ids(client, "people/", role="staff chief") == [ann.pk, bob.pk]
    assert ids(client, "people/", role="staff", organisation="navy") == [bob.pk]
    assert ids(client, "people/", role="staff", as_of="2019-05-10") == [ann.pk]
    assert ids(client, "people/", organisation="army", as_of="2020-05-10") == []
    assert ids(client, "people/", organisation="army", as_of="2019-05-10", certainty="maybe") == []
    assert ids(client, "people/", as_of="2020-05-10") == [ann.pk, bob.pk]


def test_people_and_organisations_by_name(client):
    ann = make_person("Ann Ó Brádaigh")
    make_other_name(ann, "Annie")
    army = make_organisation("Army", kind="army")
    part = make_organisation("Staff", parent=army)
    make_person("Bob")
    assert ids(client, "people/", q="o bradaigh") == ids(client, "people/", q="ANNIE") == [ann.pk]
    assert ids(client, "organisations/", q="army") == ids(client, "organisations/", kind="army") == [army.pk]
    assert ids(client, "organisations/", parent="army") == ids(client, "organisations/", parent=army.pk) == [part.pk]


def test_roles_by_person_and_title(client):
    ann = make_person("Ann")
    chief = make_role(ann, "Chief of Staff")
    make_role(make_person("Bob"), "Chief Constable")
    assert ids(client, "roles/", person="ann") == ids(client, "roles/", title="staff") == [chief.pk]


def test_a_past_slug_still_names_a_person(client):
    ann = make_person("Ann")
    role = make_role(ann)
    ann.slug = "ann-the-second"
    ann.save()
    assert ids(client, "roles/", person="ann") == ids(client, "roles/", person="ann-the-second") == [role.pk]


def test_delisted_has_an_object_and_is_in_no_list(client):
    ann, army = make_person(visibility="delisted"), make_organisation(visibility="delisted")
    make_role(ann, organisation=army)
    assert ids(client, "people/") == []
    assert ids(client, "organisations/") == []
    assert ids(client, "roles/") == []
    assert get(client, f"people/{ann.pk}/")["id"] == ann.pk
    assert get(client, f"organisations/{army.pk}/")["id"] == army.pk


def test_hidden_is_nowhere(client):
    hidden, body = (
        make_person("Canary Person", visibility="hidden"),
        make_organisation("Canary Body", visibility="hidden"),
    )
    ann = make_person("Ann")
    open_role = make_role(ann, "Clerk", body)
    child = make_organisation("Child", parent=body)
    hidden_role = make_role(hidden, "Canary Post")
    make_relationship(ann, "ally", hidden)
    details = [f"people/{ann.pk}/", f"organisations/{child.pk}/", f"roles/{open_role.pk}/"]
    for path in ["people/", "organisations/", "roles/", *details]:
        assert "Canary" not in str(get(client, path))
    for path in [f"people/{hidden.pk}/", f"organisations/{body.pk}/", f"roles/{hidden_role.pk}/"]:
        assert client.get(f"/api/v1/{path}").status_code == 404
    for path, asked in [
        ("people/", {"organisation": "canary-body"}), ("roles/", {"person": hidden.pk}),
        ("organisations/", {"parent": body.pk}),
    ]:  # fmt: skip
        answer = client.get(f"/api/v1/{path}", asked)
        assert answer.status_code == 404
        assert list(answer.json()["errors"]) == list(asked)


def test_what_a_draft_taught_shows_when_it_is_published(client, time_machine):
    ann = make_person("Ann")
    draft = make_draft("Canary headline")
    facts = {
        "people": make_person("Canary Person", stands_alone=False),
        "organisations": make_organisation("Canary Body", stands_alone=False),
        "roles": make_role(ann, "Canary Post", stands_alone=False),
    }
    relationship = make_relationship(ann, "ally", make_person("Bob"), stands_alone=False)
    known_role = make_role(ann, "Clerk")
    for fact in [*facts.values(), relationship, known_role]:
        make_source(fact, draft)

    def seen():
        everything = [get(client, f"{name}/") for name in facts] + [get(client, f"people/{ann.pk}/")]
        return "Canary" in str(everything), bool(everything[-1]["relationships"])

    assert seen() == (False, False)
    assert [client.get(f"/api/v1/{name}/{fact.pk}/").status_code for name, fact in facts.items()] == [404] * 3
    assert get(client, f"roles/{known_role.pk}/")["sources"] == []
    draft.state, draft.publish_at = "published", datetime.datetime(2026, 2, 5, 12, tzinfo=datetime.UTC)
    draft.save()
    time_machine.move_to(draft.publish_at - HOUR, tick=False)
    assert seen() == (False, False)
    time_machine.move_to(draft.publish_at, tick=False)
    assert seen() == (True, True)
    [source] = get(client, f"roles/{known_role.pk}/")["sources"]
    assert source["title"] == "Canary headline"


def test_counts_are_of_what_readers_see(client):
    ann, draft = make_person(), make_draft()
    make_quote(draft, speaker=ann)
    make_mention(draft, ann)
    found = get(client, f"people/{ann.pk}/")
    assert (found["quote_count"], found["article_count"]) == (0, 0)


@pytest.mark.parametrize(
    ("path", "name", "value", "status"),
    [
        ("roles/", "as_of", "2019", 400),
        ("roles/", "as_of", "10/05/2019", 400),
        ("roles/", "as_of", "2019-02-30", 400),
        ("roles/", "as_of", "today", 400),
        ("roles/", "certainty", "no", 400),
        ("people/", "certainty", "perhaps", 400),
        ("people/", "organisation", "no-such-body", 404),
        ("people/", "organisation", "123456", 404),
        ("roles/", "person", "nobody", 404),
        ("organisations/", "parent", "9" * 30, 404),
        ("people/", "q", "x" * 201, 400),
        ("people/1/", "as_of", "soon", 400),
    ],
)
def test_a_bad_value_is_refused_by_name(client, path, name, value, status):
    make_person()
    answer = client.get(f"/api/v1/{path}", {name: value})
    assert answer.status_code == status
    assert list(answer.json()["errors"]) == [name]
    assert name in answer.json()["known"]
