"""Memberships become roles: with dates, without, in no party, twice, of nobody."""

import json

import pytest

from people import popolo

PEOPLE = [{"id": "ana", "name": "Ana Kos"}]
ORGANISATIONS = [
    {"id": "council", "name": "Marlow Sands Council", "classification": "legislature"},
    {"id": "tide", "name": "Tide Party", "classification": "party"},
    {"id": "reef", "name": "Reef Party", "classification": "party"},
]
TERM = {"id": "term/1", "start_date": "2015-05", "end_date": "2019-05-02"}


def read(*memberships, organizations=ORGANISATIONS, events=(TERM,)):
    at_council = [{"person_id": "ana", "organization_id": "council", **membership} for membership in memberships]
    collection = {"persons": PEOPLE, "organizations": organizations, "memberships": at_council, "events": events}
    return popolo.read(json.dumps(collection).encode())


def read_one(**membership):
    [role] = read(membership).roles
    return role


@pytest.mark.parametrize(
    ("given", "title"),
    [
        ({"role": "mayor"}, "Mayor"),
        ({"role": "Deputy mayor"}, "Deputy mayor"),
        ({"role": "MSP"}, "MSP"),
        ({"label": "chair of works"}, "Chair of works"),
        ({"role": "", "label": "chair"}, "Chair"),
        ({}, "Member"),
    ],
)
def test_the_title(given, title):
    assert read_one(**given).title == title


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ({}, ("2015-05", "2019-05-02", "ended")),
        ({"start_date": "2017"}, ("2017", "2019-05-02", "ended")),
        ({"end_date": "2017"}, ("2015-05", "2017", "ended")),
        ({"end_date": "ongoing"}, ("2015-05", None, "ongoing")),
        ({"end_state": "ongoing"}, ("2015-05", None, "ongoing")),
        ({"end_date": "2017-02-30"}, ("2015-05", None, "unknown")),
        ({"start_date": "2020"}, ("2020", None, "unknown")),
        ({"end_date": "2014"}, (None, "2014", "ended")),
        ({"start_date": "2017-02-30"}, (None, "2019-05-02", "ended")),
    ],
)
def test_dates_left_out_are_those_of_the_term_unless_they_contradict(dates, expected):
    role = read_one(legislative_period_id="term/1", **dates)
    assert (role.start, role.end, role.end_state) == expected


def test_a_term_that_goes_on_says_nothing_of_the_end():
    [role] = read(
        {"legislative_period_id": "t"}, events=[{"id": "t", "start_date": "2019", "end_date": "ongoing"}]
    ).roles
    assert (role.start, role.end, role.end_state) == ("2019", None, "unknown")


def test_a_term_not_in_the_file_is_reported_and_the_role_kept():
    records = read({"legislative_period_id": "term/9"})
    assert len(records.roles) == 1
    assert [problem.field for problem in records.problems] == ["legislative_period_id"]


@pytest.mark.parametrize("name", ["Independent", "unknown", "NONE", "Non-partisan", "nonpartisan"])
def test_no_party_is_neither_an_organisation_nor_a_role(name):
    nobody = {"id": "none", "name": name, "classification": "Party"}
    records = read({"on_behalf_of_id": "none"}, {"organization_id": "none"}, organizations=[*ORGANISATIONS, nobody])
    assert [organisation.id for organisation in records.organisations] == ["council", "tide", "reef"]
    assert [(role.organisation_id, role.on_behalf_of_id) for role in records.roles] == [("council", None)]
    assert records.problems == []


def test_a_body_called_independent_that_is_no_party_stays():
    paper = {"id": "paper", "name": "Independent", "classification": "newspaper"}
    records = read({"organization_id": "paper"}, organizations=[paper])
    assert [role.organisation_id for role in records.roles] == ["paper"]


def test_the_party_is_kept():
    assert read_one(on_behalf_of_id="tide").on_behalf_of_id == "tide"


def test_the_same_entry_twice_is_one_role_with_the_sources_of_both():
    first = {"role": "mayor", "sources": [{"url": "https://a.example/"}]}
    records = read(first, {"role": "Mayor", "sources": [{"url": "https://b.example/"}], "on_behalf_of_id": "tide"})
    [role] = records.roles
    assert [source.url for source in role.sources] == ["https://a.example/", "https://b.example/"]
    assert role.on_behalf_of_id == "tide"
    assert records.problems == []


def test_the_same_role_for_two_parties_is_reported():
    records = read({"on_behalf_of_id": "tide"}, {"on_behalf_of_id": "reef"})
    assert [role.on_behalf_of_id for role in records.roles] == ["tide"]
    assert [(problem.id, problem.field) for problem in records.problems] == [("memberships[1]", "on_behalf_of_id")]


def test_terms_that_follow_each_other_stay_apart():
    records = read({"start_date": "2011", "end_date": "2015"}, {"start_date": "2015", "end_date": "2019"})
    assert len(records.roles) == 2


@pytest.mark.parametrize(
    ("field", "reference"),
    [("person_id", "gone"), ("person_id", ""), ("person_id", ["ana"]), ("organization_id", "gone")],
)
def test_a_reference_to_nothing_is_reported_and_the_others_load(field, reference):
    records = read({field: reference, "role": "clerk"}, {"role": "mayor"})
    assert [role.title for role in records.roles] == ["Mayor"]
    assert {(problem.id, problem.field) for problem in records.problems} == {("memberships[0]", field)}


def test_a_role_of_no_organisation_needs_a_title():
    records = read({"organization_id": None, "role": "author"}, {"organization_id": None})
    assert [(role.title, role.organisation_id) for role in records.roles] == [("Author", None)]
    assert [(problem.id, problem.field) for problem in records.problems] == [("memberships[1]", "role")]


def test_a_party_that_is_not_there_is_reported_and_the_role_kept():
    records = read({"on_behalf_of_id": "gone"})
    assert [role.on_behalf_of_id for role in records.roles] == [None]
    assert [problem.field for problem in records.problems] == ["on_behalf_of_id"]
