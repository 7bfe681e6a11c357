"""Records become rows once: a second run changes nothing, a changed file what differs, and an editor's word stays."""

from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.lib.report import NOTED, REFUSED, Report
from people import csvfile, popolo
from people.importing import take_in
from people.models import FeedEntry, Identifier, Organisation, OtherName, Person, Role
from people.records import OrganisationRecord, OtherNameRecord, PersonRecord, Records, RoleRecord, SourceRecord
from tests.make import make_organisation, make_person, make_role

pytestmark = pytest.mark.django_db
SAMPLES = Path(__file__).parent.parent / "samples" / "people"
FARRELL = PersonRecord("p/1", "Kate Farrell")
COUNCIL = OrganisationRecord("o/1", "Marlow Council")
MAYOR = RoleRecord("p/1", "Mayor", "o/1", "2015", "2019", "ended")


def run(*, feed="marlow", **records):
    report = Report()
    take_in(Records(**records), feed, report)
    return report


def counts(report):
    return tuple(report.count(what) for what in ("created", "changed", "unchanged", "refused"))


def stored():
    models = (Person, Organisation, Role, Identifier, OtherName, FeedEntry)
    return [list(model.objects.order_by("pk").values()) for model in models]


def told(report, what):
    return [(outcome.label, outcome.reason) for outcome in report.outcomes if outcome.what == what]


@pytest.mark.parametrize(("name", "reader"), [("marlow.popolo.json", popolo), ("marlow.csv", csvfile)])
def test_a_second_run_creates_and_changes_nothing(name, reader, django_assert_max_num_queries):
    records = reader.read((SAMPLES / name).read_bytes())
    first = Report()
    take_in(records, "marlow", first)
    assert first.count("created") == len(records.people) + len(records.organisations) + len(records.roles)
    before = stored()

    second = Report()
    with django_assert_max_num_queries(25):
        take_in(records, "marlow", second)
    assert (second.count("created"), second.count("changed")) == (0, 0)
    assert stored() == before


def test_everything_a_record_says_is_kept():
    parent = OrganisationRecord("o/2", "Marlow", kind="town", founded="1894", identifiers=(("wikidata", "Q7"),))
    council = replace(COUNCIL, parent_id="o/2", kind="council", other_names=(OtherNameRecord("The Sands"),))
    person = PersonRecord(
        "p/1", "Kate Farrell", "Farrell, Kate", "A mayor", "She was born.\n\nShe rules.", "1951-03", "2020",
        other_names=(OtherNameRecord("Kate Bell", "birth", "en", "1951", "1980-05"),),
        identifiers=(("wikidata", "Q5"),),
        links=(("own page", "https://kate.example/"),),
        sources=(SourceRecord("https://marlow.example/", "The register"),),
    )  # fmt: skip
    mayor = replace(MAYOR, on_behalf_of_id="o/2", sources=(SourceRecord("", "Minutes"),))
    report = run(people=[person], organisations=[council, parent], roles=[mayor])
    assert counts(report) == (4, 0, 0, 0)

    row = Person.objects.get()
    assert (row.sort_name, row.summary, str(row.birth), str(row.death)) == (
        "Farrell, Kate",
        "A mayor",
        "1951-03",
        "2020",
    )
    assert row.biography == "<p>She was born.</p>\n<p>She rules.</p>"
    assert (row.slug, row.initial, row.stands_alone) == ("kate-farrell", "F", True)
    name = row.other_names.get()
    assert (name.text, name.kind, name.language, name.folded, name.years()) == (
        "Kate Bell", "birth", "en", "kate bell", "1951 – May 1980",
    )  # fmt: skip
    assert {str(one) for one in row.identifiers.all()} == {"marlow: p/1", "wikidata: Q5"}
    assert (row.links.get().url, row.sources.get().title) == ("https://kate.example/", "The register")
    role = row.roles.get()
    assert (str(role.start), str(role.end), role.end_state, role.folded) == ("2015", "2019", "ended", "mayor")
    assert (role.organisation.name, role.on_behalf_of.name) == ("Marlow Council", "Marlow")
    assert role.organisation.parent == role.on_behalf_of
    assert role.sources.get().title == "Minutes"


def test_namesakes_are_two_people_and_the_second_is_noted():
    report = run(people=[FARRELL, replace(FARRELL, id="p/2")])
    assert counts(report) == (2, 0, 0, 0)
    assert [outcome.reason for outcome in report.outcomes] == ["", "another one of this name is known"]
    assert list(Person.objects.order_by("pk").values_list("slug", flat=True)) == ["kate-farrell", "kate-farrell-2"]


def test_a_name_alone_never_identifies_a_person():
    make_person("Kate Farrell")
    assert counts(run(people=[FARRELL])) == (1, 0, 0, 0)


def test_the_same_id_in_another_feed_is_somebody_else():
    run(people=[FARRELL])
    report = run(feed="harbour", people=[replace(FARRELL, name="John Forsyth")])
    assert counts(report) == (1, 0, 0, 0)
    assert Person.objects.count() == 2


def test_the_same_file_under_another_name_changes_nothing():
    person = replace(FARRELL, identifiers=(("wikidata", "Q5"),))
    run(people=[person], organisations=[COUNCIL], roles=[MAYOR])
    report = run(feed="downloaded", people=[person], organisations=[COUNCIL], roles=[MAYOR])
    assert counts(report) == (0, 0, 3, 0)


def test_the_same_id_and_name_but_another_wikidata_id_is_somebody_else():
    run(organisations=[replace(COUNCIL, identifiers=(("wikidata", "Q1"),))])
    report = run(feed="harbour", organisations=[replace(COUNCIL, identifiers=(("wikidata", "Q2"),))])
    assert counts(report) == (1, 0, 0, 0)


def test_an_id_that_suddenly_means_somebody_else_is_refused_with_what_to_do():
    run(people=[FARRELL], roles=[])
    stranger = replace(FARRELL, name="John Forsyth")
    report = run(people=[stranger, PersonRecord("p/2", "Ida Bell")], roles=[replace(MAYOR, organisation_id=None)])
    assert counts(report) == (1, 0, 0, 2)
    (label, reason), (role, _) = told(report, REFUSED)
    assert label == "John Forsyth (p/1), id"
    assert "Kate Farrell" in reason
    assert "--scheme" in reason
    assert role == "Mayor of John Forsyth (p/1)"
    assert Person.objects.get(identifiers__value="p/1").name == "Kate Farrell"


def test_a_shared_wikidata_id_finds_the_person_we_have_and_keeps_the_editors_words():
    person = make_person("Catherine Farrell", summary="Our words", stands_alone=False)
    Identifier.objects.create(person=person, scheme="wikidata", value="Q5")
    record = replace(FARRELL, summary="Theirs", birth="1951", identifiers=(("wikidata", "Q5"),))
    report = run(people=[record])
    assert counts(report) == (0, 1, 0, 0)
    person.refresh_from_db()
    assert (person.name, person.summary, str(person.birth)) == ("Catherine Farrell", "Our words", "1951")
    assert person.stands_alone
    assert OtherName.objects.get().text == "Kate Farrell"
    assert {label for label, _ in told(report, NOTED)} == {"Kate Farrell (p/1), name", "Kate Farrell (p/1), summary"}
    assert counts(run(people=[record])) == (0, 0, 1, 0)


def test_an_identifier_of_two_of_our_people_is_refused_and_both_are_named():
    for name in ("Kate Farrell", "Catherine Farrell"):
        Identifier.objects.create(person=make_person(name), scheme="wikidata", value="Q5")
    report = run(people=[replace(FARRELL, identifiers=(("wikidata", "Q5"),))])
    [(_, reason)] = told(report, REFUSED)
    assert "Kate Farrell and Catherine Farrell" in reason


def test_two_records_of_one_wikidata_id_are_one_person():
    person = replace(FARRELL, identifiers=(("wikidata", "Q5"),))
    records = {
        "people": [person, replace(person, id="p/2", birth="1951")],
        "roles": [replace(MAYOR, organisation_id=None), RoleRecord("p/2", "Clerk")],
    }
    run(**records)
    row = Person.objects.get()
    assert str(row.birth) == "1951"
    assert row.roles.count() == 2
    assert counts(run(**records)) == (0, 0, 4, 0)


def test_an_organisation_without_an_id_is_found_by_name_and_kind():
    council = make_organisation("Marlow Council", kind="council")
    record = OrganisationRecord("name:marlow council", "Marlow  Council", kind="council")
    run(organisations=[record])
    assert Organisation.objects.get() == council
    run(feed="other", organisations=[replace(record, kind="party")])
    assert Organisation.objects.count() == 2


def test_a_changed_file_changes_what_differs_and_nothing_else():
    people = [replace(FARRELL, birth="1950", summary="Mayor"), PersonRecord("p/2", "Ida Bell")]
    run(people=people, organisations=[COUNCIL], roles=[MAYOR])
    report = run(
        people=[replace(people[0], birth="1951-03", name="Kate Farrell-Bell"), people[1]],
        organisations=[replace(COUNCIL, kind="council")],
        roles=[replace(MAYOR, end="2021-05")],
    )
    assert counts(report) == (0, 3, 1, 0)
    person = Person.objects.get(slug="kate-farrell")
    assert (person.name, person.sort_name, str(person.birth)) == ("Kate Farrell-Bell", "Farrell-Bell, Kate", "1951-03")
    assert person.summary == "Mayor"
    assert str(Role.objects.get().end) == "2021-05"


def test_what_a_file_no_longer_says_stays():
    full = replace(FARRELL, birth="1950", links=(("", "https://kate.example/"),))
    run(people=[full], roles=[replace(MAYOR, organisation_id=None)])
    assert counts(run(people=[FARRELL])) == (0, 0, 1, 0)
    person = Person.objects.get()
    assert (str(person.birth), person.links.count(), person.roles.count()) == ("1950", 1, 1)


def test_an_identifier_the_file_corrects_is_replaced_and_one_of_an_editor_stays():
    run(people=[replace(FARRELL, identifiers=(("wikidata", "Q5"),))])
    person = Person.objects.get()
    Identifier.objects.create(person=person, scheme="isni", value="0000")
    report = run(people=[replace(FARRELL, identifiers=(("wikidata", "Q6"), ("isni", "0000")))])
    assert counts(report) == (0, 1, 0, 0)
    assert {str(one) for one in person.identifiers.all()} == {"marlow: p/1", "wikidata: Q6", "isni: 0000"}


def test_what_an_editor_changed_or_deleted_stays_when_the_file_is_read_again():
    record = replace(FARRELL, summary="Mayor", other_names=(OtherNameRecord("Katie"),))
    roles = [replace(MAYOR, organisation_id=None), RoleRecord("p/1", "Clerk")]
    run(people=[record], roles=roles)
    person = Person.objects.get()
    person.name, person.summary = "Dame Catherine", ""
    person.save()
    person.other_names.all().delete()
    person.roles.get(title="Clerk").delete()
    mayor = person.roles.get()
    mayor.start, mayor.title = "2016-02", "Lady Mayor"
    mayor.save()

    assert counts(run(people=[record], roles=roles)) == (0, 0, 3, 0)
    person.refresh_from_db()
    assert (person.name, person.summary, person.other_names.count()) == ("Dame Catherine", "", 0)
    assert [(role.title, str(role.start)) for role in person.roles.all()] == [("Lady Mayor", "2016-02")]


def test_where_editor_and_file_both_changed_a_value_the_editors_stays_and_is_noted():
    run(
        people=[replace(FARRELL, birth="1950")],
        roles=[replace(MAYOR, organisation_id=None, end=None, end_state="unknown")],
    )
    Person.objects.update(birth="1952")
    Role.objects.update(end_state="ongoing")
    report = run(people=[replace(FARRELL, birth="1951")], roles=[replace(MAYOR, organisation_id=None)])
    assert counts(report) == (0, 0, 2, 0)
    assert told(report, NOTED) == [
        ("Kate Farrell (p/1), birth", "“1952” is kept; the file says “1951”"),
        ("Mayor of Kate Farrell (p/1), ending", "“ongoing” is kept; the file says “2019”"),
    ]
    assert (str(Person.objects.get().birth), Role.objects.get().end_state) == ("1952", "ongoing")


def test_a_role_an_editor_entered_is_filled_in_rather_than_doubled():
    run(people=[FARRELL], organisations=[COUNCIL])
    role = make_role(Person.objects.get(), "mayor", Organisation.objects.get(), start="2015")
    report = run(people=[FARRELL], organisations=[COUNCIL], roles=[MAYOR])
    assert counts(report) == (0, 1, 2, 0)
    role.refresh_from_db()
    assert (str(role.end), role.title) == ("2019", "mayor")


def test_two_terms_in_one_post_are_two_roles_also_when_both_change():
    terms = [MAYOR, replace(MAYOR, start="2020", end=None, end_state="ongoing")]
    run(people=[FARRELL], organisations=[COUNCIL], roles=terms)
    terms = [replace(terms[0], start="2014"), replace(terms[1], end="2022", end_state="ended")]
    assert counts(run(people=[FARRELL], organisations=[COUNCIL], roles=terms)) == (0, 2, 2, 0)
    assert {role.years() for role in Role.objects.all()} == {"2014 – 2019", "2020 – 2022"}


def test_a_role_that_ends_before_it_begins_is_refused_naming_it_and_the_rest_loads():
    report = run(
        people=[FARRELL], organisations=[COUNCIL], roles=[replace(MAYOR, start="2020"), replace(MAYOR, title="Clerk")]
    )
    assert counts(report) == (3, 0, 0, 1)
    assert told(report, REFUSED) == [("Mayor of Kate Farrell (p/1), end", "It ends (2019) before it begins (2020).")]


def test_an_organisation_with_a_name_too_long_is_refused_with_its_roles_and_nothing_else():
    huge = OrganisationRecord("o/2", "n" * 251)
    roles = [MAYOR, replace(MAYOR, organisation_id="o/2")]
    report = run(people=[FARRELL], organisations=[replace(COUNCIL, parent_id="o/2"), huge], roles=roles)
    assert told(report, NOTED) == [("Marlow Council (o/1), parent_id", "“o/2” was refused; left empty")]
    assert counts(report) == (3, 0, 0, 2)
    assert "“o/2” was refused" in told(report, REFUSED)[1][1]


def test_a_value_the_database_would_not_take_is_left_out_and_noted():
    person = replace(
        FARRELL,
        summary="s" * 301,
        birth="1951",
        links=(("page", "https://" + "l" * 2000 + ".example"), ("", "https://k.example")),
    )
    report = run(people=[person])
    assert counts(report) == (1, 0, 0, 0)
    row = Person.objects.get()
    assert (row.summary, str(row.birth), row.links.count()) == ("", "1951", 1)
    assert [label for label, _ in told(report, NOTED)] == [
        "Kate Farrell (p/1), summary",
        "Kate Farrell (p/1), links, url",
    ]


def test_an_id_that_is_too_long_is_refused_and_an_id_the_file_lacks_is_nobodys_identifier():
    report = run(people=[replace(FARRELL, id="p" * 256), PersonRecord("name:ida bell", "Ida Bell")])
    assert told(report, REFUSED) == [("Kate Farrell, id", "it is longer than 255 characters")]
    assert Person.objects.get().name == "Ida Bell"
    assert not Identifier.objects.exists()
    assert counts(run(people=[PersonRecord("name:ida bell", "Ida Bell")])) == (0, 0, 1, 0)


def test_markup_in_a_file_is_cleaned():
    run(people=[replace(FARRELL, name="<b>Kate</b> Farrell", biography="<p onclick='x()'>A<script>x</script></p>")])
    person = Person.objects.get()
    assert (person.name, person.biography) == ("Kate Farrell", "<p>A</p>")


def test_a_body_that_would_become_part_of_itself_stays_where_it_is():
    run(organisations=[COUNCIL, OrganisationRecord("o/2", "Harbour Board", parent_id="o/1")])
    report = run(organisations=[replace(COUNCIL, parent_id="o/2"), OrganisationRecord("o/2", "Harbour Board")])
    assert counts(report) == (0, 0, 2, 0)
    assert Organisation.objects.get(name="Marlow Council").parent is None


def test_many_people_take_no_more_queries_a_head(django_assert_max_num_queries):
    people = [PersonRecord(f"p/{number}", f"Person Nr{number}") for number in range(400)]
    roles = [RoleRecord(person.id, "Member", "o/1", "2015") for person in people]
    with django_assert_max_num_queries(70):
        report = run(people=people, organisations=[COUNCIL], roles=roles)
    assert report.count("created") == 801
