"""Popolo JSON: what it says of people and organisations is read, reported where broken, and written back."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people import popolo
from people.records import (
    END_STATES,
    ENDED,
    ONGOING,
    OTHER_NAME_KINDS,
    UNKNOWN,
    NotReadable,
    OrganisationRecord,
    OtherNameRecord,
    PersonRecord,
    Records,
    RoleRecord,
    SourceRecord,
)

SAMPLE = Path(__file__).parent.parent / "samples" / "people" / "marlow.popolo.json"


def read(**collections):
    return popolo.read(json.dumps(collections).encode())


def test_the_sample_is_read_whole():
    records = popolo.read(SAMPLE.read_bytes())
    assert records.people[0] == PersonRecord(
        id="p/ines",
        name="Inês Øverland",
        sort_name="Øverland, Inês",
        summary="Mayor of Marlow Sands",
        biography="A harbour pilot first.\nThen a councillor.",
        birth="1971-03",
        other_names=(
            OtherNameRecord("Инеш Эверланн", language="ru"),
            OtherNameRecord("Inês Tavares", kind="birth", end="1999"),
        ),
        identifiers=(("wikidata", "Q99900001"),),
        links=(("council page", "https://marlow.example/people/ines"),),
        sources=(SourceRecord("https://marlow.example/register", "Register of members"),),
    )
    assert records.organisations == [
        OrganisationRecord("o/council", "Marlow Sands Council", "legislature", founded="1894"),
        OrganisationRecord("o/harbour", "Harbour Committee", "committee", parent_id="o/council"),
        OrganisationRecord("o/tide", "Tide Party", "party"),
    ]
    assert records.roles == [
        RoleRecord("p/ines", "Councillor", "o/council", "2015-05", "2019-05-02", ENDED, on_behalf_of_id="o/tide"),
        RoleRecord("p/ines", "Councillor", "o/council", "2019-05-03", on_behalf_of_id="o/tide"),
        RoleRecord("p/ines", "Mayor", "o/council", "2021-05-10", end_state=ONGOING),
        RoleRecord("p/tom-1", "Member", "o/harbour"),
        RoleRecord("p/tom-2", "Clerk", "o/council", end="2018", end_state=ENDED),
    ]


def test_the_sample_reports_what_is_broken_by_row_and_field():
    problems = popolo.read(SAMPLE.read_bytes()).problems
    assert [(problem.id, problem.field) for problem in problems] == [
        ("p/nameless", "name"),
        ("memberships[3]", "start_date"),
        ("memberships[3]", "end_date"),
        ("memberships[5]", "person_id"),
    ]


def test_namesakes_stay_two():
    records = read(persons=[{"id": "1", "name": "Tom Quill"}, {"id": "2", "name": "Tom Quill"}])
    assert [person.id for person in records.people] == ["1", "2"]
    assert records.problems == []


def test_a_person_listed_twice_is_one():
    tom = {"id": "1", "name": "Tom Quill", "birth_date": "1950"}
    records = read(persons=[tom, tom, {"id": "1", "name": "Tom Quill"}])
    assert len(records.people) == 1
    assert records.problems == []


def test_an_id_given_twice_is_reported():
    records = read(persons=[{"id": "1", "name": "Tom Quill"}, {"id": "1", "name": "Ana Kos"}])
    assert [person.name for person in records.people] == ["Tom Quill"]
    assert [(problem.id, problem.field) for problem in records.problems] == [("1", "id")]


def test_a_person_without_an_id_gets_the_same_one_in_every_run():
    first = read(persons=[{"name": "Tom Quill", "birth_date": "1950"}]).people[0].id
    again = read(persons=[{"name": "Ana Kos"}, {"name": "TOM  QUILL", "birth_date": "1950"}]).people[1].id
    assert first == again == "name:tom quill 1950"


def test_given_and_family_name_make_a_name():
    [person] = read(persons=[{"id": "1", "given_name": "Tom", "family_name": "Quill"}]).people
    assert person.name == "Tom Quill"


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        ({"note": "Birth name"}, "birth"),
        ({"note": "nickname"}, "nickname"),
        ({"note": "multilingual"}, "also known as"),
        ({"end_date": "1999"}, "former"),
        ({}, "also known as"),
    ],
)
def test_the_kind_of_another_name(other, kind):
    [person] = read(persons=[{"id": "1", "name": "Ana Kos", "other_names": [{"name": "Ana Bell", **other}]}]).people
    assert person.other_names[0].kind == kind


def test_a_name_that_languages_share_is_one_name_of_no_language():
    other_names = [{"name": "Anna Kos", "lang": lang} for lang in ("de", "fr", "de")]
    [person] = read(persons=[{"id": "1", "name": "Ana Kos", "other_names": other_names}]).people
    assert person.other_names == (OtherNameRecord("Anna Kos"),)


def test_a_name_borne_twice_is_one_and_the_other_dates_are_reported():
    other_names = [{"name": "Ana Bell", "start_date": "1990"}, {"name": "Ana Bell", "start_date": "2005"}]
    records = read(persons=[{"id": "1", "name": "Ana Kos", "other_names": other_names}])
    assert records.people[0].other_names == (OtherNameRecord("Ana Bell", start="1990"),)
    assert [(problem.id, problem.field) for problem in records.problems] == [("1", "other_names[1].name")]


def test_parents_that_are_not_there_or_lead_in_a_circle_are_left_out():
    records = read(
        organizations=[
            {"id": "a", "name": "A", "parent_id": "b"},
            {"id": "b", "name": "B", "parent_id": "a"},
            {"id": "c", "name": "C", "parent_id": "c"},
            {"id": "d", "name": "D", "parent_id": "gone"},
            {"id": "e", "name": "E", "parent_id": "a"},
        ]
    )
    parents = {organisation.id: organisation.parent_id for organisation in records.organisations}
    assert parents == {"a": None, "b": "a", "c": None, "d": None, "e": "a"}
    assert [(problem.id, problem.field) for problem in records.problems] == [
        ("a", "parent_id"),
        ("c", "parent_id"),
        ("d", "parent_id"),
    ]


def test_one_bad_value_costs_only_itself():
    [person] = read(persons=[{"id": "1", "name": "Ana Kos", "summary": ["x"], "birth_date": "1950", "links": 3}]).people
    assert (person.name, person.summary, person.birth, person.links) == ("Ana Kos", "", "1950", ())


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n", "UTF-8"),
        (b"name,role\nAna,Mayor", "not JSON: .* line 1"),
        (b'{"persons": [\n{"name": "Ana",}]}', "line 2"),
        (b'"persons"', "not Popolo"),
        (b'{"articles": []}', "not Popolo"),
        (b"[1, 2]", "not Popolo"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"persons": [{"name": ' * 20_000, "nested too deeply"),
        (b'{"persons": ' + b"9" * 10_000 + b"}", "too long"),
    ],
    ids=["empty", "binary", "csv", "comma", "text", "other", "list", "bomb", "object bomb", "number"],
)
def test_a_file_that_is_no_popolo_is_refused_with_its_reason(data, words):
    with pytest.raises(NotReadable, match=words):
        popolo.read(data)


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "name", "url"]), inner, max_size=3)
    ),
    max_leaves=6,
)
ROWS = st.dictionaries(
    st.sampled_from(["id", "name", "person_id", "organization_id", "parent_id", "person", "memberships", "children",
                     "role", "start_date", "end_date", "other_names", "links", "post", "legislative_period_id"]),
    JSON_VALUES,
)  # fmt: skip


@given(
    st.dictionaries(
        st.sampled_from(["persons", "organizations", "memberships", "posts", "events"]),
        st.lists(ROWS, max_size=4) | JSON_VALUES,
        min_size=1,
    )
)
def test_content_of_any_kind_is_read_or_reported(collection):
    try:
        records = popolo.read(json.dumps(collection).encode())
    except NotReadable:
        return
    known = {person.id for person in records.people}
    assert all(person.name for person in records.people)
    assert all(role.person_id in known and role.title for role in records.roles)
    popolo.write(records)


NAMES = st.sampled_from(["Ana Kos", "Tom Quill", "Inês Øverland", "習近平", "Null"])
DATES = st.sampled_from([None, "2019", "2019-05", "2019-05-10"])
SOURCES = st.lists(st.builds(SourceRecord, st.just("https://a.example/"), NAMES), max_size=2, unique=True).map(tuple)


@given(st.data())
def test_what_is_written_is_read_back(data):
    other_names = st.builds(
        OtherNameRecord, st.just("Another Name"), st.sampled_from(OTHER_NAME_KINDS), st.just("de"), DATES, DATES
    )
    person = st.builds(
        PersonRecord,
        id=st.just(""),
        name=NAMES,
        biography=st.sampled_from(["", "One.\n\nTwo."]),
        birth=DATES,
        other_names=st.lists(other_names, max_size=1).map(tuple),
        identifiers=st.sampled_from([(), (("wikidata", "Q1"), ("isni", "0000"))]),
        links=st.sampled_from([(), (("site", "https://b.example/"),)]),
        sources=SOURCES,
    )
    ids = ["1", "2", "3"]
    people = [PersonRecord(**{**vars(data.draw(person)), "id": id}) for id in ids]
    organisations = [OrganisationRecord("o1", "Council", "legislature"), OrganisationRecord("o2", "Board", "", "o1")]
    role = st.builds(
        RoleRecord,
        st.sampled_from(ids),
        st.sampled_from(["Mayor", "Deputy mayor"]),
        st.sampled_from([None, "o1", "o2"]),
        DATES,
        DATES,
        st.sampled_from(END_STATES),
        SOURCES,
        st.sampled_from([None, "o2"]),
    ).filter(lambda role: (role.end_state == ENDED) if role.end else (role.end_state in (UNKNOWN, ENDED, ONGOING)))
    roles = data.draw(st.lists(role, max_size=5, unique_by=lambda role: role.key))
    records = Records(people, organisations, roles)
    assert popolo.read(popolo.write(records)) == records
