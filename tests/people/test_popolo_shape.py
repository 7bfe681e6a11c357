"""A Popolo file may embed one thing in another, or hold one thing alone: the same records come out."""

import json

from people import popolo

ANA = {"id": "ana", "name": "Ana Kos"}
COUNCIL = {"id": "council", "name": "Marlow Sands Council"}
HELD = {"role": "Mayor", "start_date": "2019"}
FLAT = {
    "persons": [ANA],
    "organizations": [COUNCIL],
    "memberships": [{**HELD, "person_id": "ana", "organization_id": "council"}],
}


def read(content):
    records = popolo.read(json.dumps(content).encode())
    assert records.problems == []
    return records


def test_memberships_within_a_person():
    person = {**ANA, "memberships": [{**HELD, "organization_id": "council"}]}
    assert read({"persons": [person], "organizations": [COUNCIL]}) == read(FLAT)


def test_memberships_within_an_organisation():
    organisation = {**COUNCIL, "memberships": [{**HELD, "person_id": "ana"}]}
    assert read({"persons": [ANA], "organizations": [organisation]}) == read(FLAT)


def test_a_single_person_with_all_embedded():
    assert read({**ANA, "memberships": [{**HELD, "organization": COUNCIL}]}) == read(FLAT)


def test_a_list_of_persons():
    assert read([{**ANA, "memberships": [{**HELD, "organization": COUNCIL}]}]) == read(FLAT)


def test_a_single_organisation_with_all_embedded():
    organisation = {**COUNCIL, "classification": "legislature", "memberships": [{**HELD, "person": ANA}]}
    records = read(organisation)
    assert (records.people, records.roles) == (read(FLAT).people, read(FLAT).roles)


def test_a_single_membership_with_all_embedded():
    assert read({**HELD, "person": ANA, "organization": COUNCIL}) == read(FLAT)


def test_an_embedded_mention_of_a_listed_person_is_not_a_second_one():
    membership = {**HELD, "person": {"id": "ana"}, "organization": COUNCIL}
    assert read({**FLAT, "memberships": [membership]}) == read(FLAT)


def test_posts_give_title_and_organisation():
    organisation = {**COUNCIL, "posts": [{"id": "chair", "role": "mayor"}]}
    membership = {"person_id": "ana", "post_id": "chair", "start_date": "2019"}
    assert read({"persons": [ANA], "organizations": [organisation], "memberships": [membership]}) == read(FLAT)


def test_children_name_their_parent():
    child = {"name": "Harbour Committee", "children": [{"name": "Pilots’ Panel"}]}
    records = read({"organizations": [{**COUNCIL, "children": [child]}]})
    assert [(one.name, one.parent_id) for one in records.organisations] == [
        ("Marlow Sands Council", None),
        ("Harbour Committee", "council"),
        ("Pilots’ Panel", "name:harbour committee"),
    ]


def test_two_embedded_without_ids_are_two():
    people = [{"name": "Ana Kos", "memberships": [HELD]}, {"name": "Tom Quill", "memberships": [HELD]}]
    records = read({"persons": people})
    assert [role.person_id for role in records.roles] == ["name:ana kos", "name:tom quill"]


def test_a_row_without_id_and_name_reports_its_place():
    records = popolo.read(json.dumps({"persons": [ANA, {"birth_date": "1950"}, 7]}).encode())
    assert [(problem.id, problem.field) for problem in records.problems] == [
        ("the file", "persons[2]"),
        ("persons[1]", "name"),
    ]


def test_an_embedded_row_reports_under_the_row_around_it():
    person = {**ANA, "memberships": [{"id": "m/1", "role": "Mayor", "start_date": "soon"}]}
    records = popolo.read(json.dumps({"persons": [person]}).encode())
    assert [(problem.id, problem.field) for problem in records.problems] == [("ana", "memberships[0].start_date")]
    assert [role.id for role in records.roles] == ["m/1"]
