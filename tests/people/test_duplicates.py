"""Likely duplicates are found by shared keys, shown once, and stay apart once said to differ."""

import pytest

from people import duplicates, merging
from people.models import Identifier, Likeness, Organisation, Person
from tests.make import make_editor, make_organisation, make_other_name, make_person, make_quote, make_role

pytestmark = pytest.mark.django_db
PAGE = "/admin/people/person/duplicates/"


@pytest.fixture
def desk(client):
    client.force_login(make_editor("edda"))
    return client


@pytest.mark.parametrize(
    ("one", "other", "is_likely"),
    [
        ("Ann Example", "ann  exämple", True),
        ("Xi Jinping", "Jinping Xi", True),
        ("Vladimir Putin", "Vladimir V. Putin", True),
        ("V. V. Putin", "Vladimir Vladimirovich Putin", True),
        ("Volodymyr Zelensky", "Volodymyr Zelensky", True),
        ("Alexander Lukashenko", "Aleksander Lukashenko", True),
        ("Ann Example", "Bo Example", False),
        ("Anna Example", "Andrew Example", False),
        ("Cher", "Cher", True),
        ("Cher", "Chet", False),
    ],
)
def test_variants_of_a_name_are_likely_the_same(one, other, is_likely):
    pair = make_person(one).pk, make_person(other).pk
    assert (pair in duplicates.likely(Person)) is is_likely


def test_other_names_and_transliterations_count():
    ann = make_person("Володимир Зеленський")
    make_other_name(ann, "Volodymyr Zelenskyi", kind="transliteration")
    assert (ann.pk, make_person("Volodymyr Zelenskyj").pk) in duplicates.likely(Person)


def test_a_shared_identifier_is_the_strongest_sign():
    people = [make_person("Ann Example"), make_person("Zoe Other")]
    for person in people:
        Identifier.objects.create(person=person, scheme="wikidata", value="Q1")
        Identifier.objects.create(person=person, scheme="local", value="7")
    assert duplicates.likely(Person) == {(people[0].pk, people[1].pk): (100, "the same identifier")}
    for person in people:
        person.identifiers.filter(scheme="wikidata").delete()
    assert duplicates.likely(Person) == {}


def test_birth_dates_tell_for_and_against():
    ann, same, other = (make_person("Ann Example", birth=birth) for birth in ("1961", "1961-04", "1988"))
    found = duplicates.likely(Person)
    assert (ann.pk, same.pk) in found
    assert (ann.pk, other.pk) not in found


def test_organisations_are_found_too():
    pair = make_organisation("Harbour Board").pk, make_organisation("HARBOUR BOARD").pk
    assert pair in duplicates.likely(Organisation)


def test_a_name_that_very_many_share_tells_nothing():
    for number in range(duplicates.MOST_OF_A_BLOCK + 1):
        make_person(f"J{number} Smith")
    assert duplicates.likely(Person) == {}


def test_the_queries_do_not_grow_with_the_people(django_assert_num_queries):
    counts = []
    for number in (3, 30):
        for index in range(number):
            make_person(f"Ann Example{index}")
        with django_assert_num_queries(6):
            counts.append(duplicates.likely(Person))


def test_the_page_shows_what_tells_two_apart(desk):
    ann = make_person("Ann Example", birth="1961")
    make_role(ann, "Mayor", make_organisation("Rivermouth"), start="2019")
    make_quote(speaker=make_person("Ann Example"))
    desk.post(PAGE, {"again": "1"})
    page = desk.get(PAGE).content.decode()
    for words in ("The same name", "Mayor, Rivermouth", "born 1961", "1 quote"):
        assert words in page


def test_two_said_to_differ_are_not_shown_again_whatever_is_found(desk):
    ann, other = make_person("Ann Example"), make_person("Ann Example")
    desk.post(PAGE, {"again": "1"})
    desk.post(PAGE, {"low": ann.pk, "high": other.pk})
    desk.post(PAGE, {"again": "1"})
    assert "No two people look alike" in desk.get(PAGE).content.decode()
    assert Likeness.objects.get().by.username == "edda"


def test_a_pair_of_which_one_was_merged_is_not_shown(desk):
    ann, other = make_person("Ann Example"), make_person("Ann Example")
    desk.post(PAGE, {"again": "1"})
    merging.merge(ann, other)
    assert desk.get(PAGE).context["pairs"] == []


@pytest.mark.parametrize("sent", [{}, {"low": "1"}, {"low": "x", "high": "2"}, {"low": "3", "high": "3"}])
def test_pairs_that_are_none_are_refused_in_words(desk, sent):
    answer = desk.post(PAGE, sent, follow=True)
    assert "Nothing was kept" in " ".join(str(message) for message in answer.context["messages"])
    assert not Likeness.objects.exists()


def test_the_page_makes_as_many_queries_for_many_pairs_as_for_few(desk, django_assert_max_num_queries):
    for name in ("Ada Ames", "Bo Burr", "Cy Cole", "Di Dunn", "Ed East", "Flo Fry", "Gus Gray", "Hal Hunt"):
        for _ in range(2):
            make_role(make_person(name), organisation=make_organisation())
    desk.post(PAGE, {"again": "1"})
    with django_assert_max_num_queries(16):
        assert len(desk.get(PAGE).context["pairs"]) == 8
