"""What needs a look among people: one row asked in Python and many in the database get the same answer."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.lib.dates import Certainty, PartialDate
from people.looks.rules import RULES
from people.looks.seats import has_one_seat
from people.models import Organisation, OtherName, Person, Role
from tests.make import make_organisation, make_other_name, make_person, make_role

pytestmark = pytest.mark.django_db
YES, MAYBE, NO = Certainty.YES, Certainty.MAYBE, Certainty.NO
BY_NAME = {rule.name: rule for rule in RULES}
DATES = st.none() | st.builds(
    lambda year, month, day: PartialDate(year, month, day if month else None),
    st.integers(2018, 2021),
    st.none() | st.integers(1, 2),
    st.none() | st.sampled_from([1, 2, 28]),
)
STATES = st.sampled_from(Role.EndState.values)


def listed(rule, row):
    """The certainty with which the database lists the row under the rule."""
    for certainty in (YES, MAYBE):
        if rule.offenders(type(row).objects.filter(pk=row.pk), certainty).exists():
            return certainty
    return NO


def agrees(name, row):
    row = type(row).objects.get(pk=row.pk)
    assert BY_NAME[name].wrong(row) == listed(BY_NAME[name], row)


def possible(start, end):
    """Whether the database takes these dates of a role."""
    return not (start and end and start.earliest > end.latest)


@settings(max_examples=60, deadline=None)
@given(DATES, DATES, DATES, DATES, DATES)
def test_dates_of_a_role_agree(start, end, birth, death, dissolved):
    if not possible(start, end):
        start, end = end, start
    role = make_role(
        make_person(birth=birth, death=death), organisation=make_organisation(dissolved=dissolved), start=start, end=end
    )
    for name in ("role-order", "role-after-death", "role-after-dissolution", "role-before-birth"):
        agrees(name, role)
    agrees("life-order", role.person)


@settings(max_examples=30, deadline=None)
@given(DATES, DATES)
def test_dates_of_a_name_and_of_a_body_agree(start, end):
    agrees("name-order", make_other_name(make_person(), "Nan", start=start, end=end))
    agrees("body-order", make_organisation(founded=start, dissolved=end))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(DATES, DATES, STATES, DATES, st.booleans()), min_size=2, max_size=4), st.booleans())
def test_holders_of_one_seat_agree(held, somewhere):
    council = make_organisation() if somewhere else None
    title = "Mayor" if somewhere else "Mayor of Rivermouth"
    Role.objects.all().delete()
    someone = make_person()
    for start, end, state, death, same_person in held:
        if not possible(start, end):
            start, end = end, start
        person = someone if same_person else make_person(death=death)
        make_role(person, title, council, start=start, end=end, end_state="ended" if end else state)
    for role in Role.objects.all():
        agrees("two-holders", role)


def told(name, rows=None, certainty=YES):
    return [BY_NAME[name].words(row) for row in BY_NAME[name].with_facts(BY_NAME[name].offenders(rows, certainty))]


def test_each_rule_says_in_words_what_is_wrong():
    ann = make_person("Ann", birth="1990", death="2010")
    office = make_organisation("Office", founded="2000", dissolved="1999")
    make_role(ann, "Clerk", office, start="2012", end="2013")
    make_role(make_person("Bo", birth="2015", death="2014"), "Clerk", start="2012")
    make_other_name(ann, "Nan", start="2005", end="2001")
    make_person("Cy")
    assert told("role-after-death") == ["Ann: “Clerk, Office” (2012 – 2013) is dated after the death (2010)."]
    assert told("role-after-dissolution") == [
        "Ann: “Clerk, Office” (2012 – 2013) is dated after the end of Office (1999)."
    ]
    assert told("role-before-birth") == ["Bo: “Clerk” (from 2012) is dated before the birth (2015)."]
    assert told("life-order") == ["Bo: died (2014) before the birth (2015)."]
    assert told("body-order") == ["Office: dissolved (1999) before it was founded (2000)."]
    assert told("name-order") == ["Nan: ends (2001) before it begins (2005)."]
    assert told("no-role") == ["Cy: no post is known."]


def test_what_is_only_perhaps_wrong_is_told_apart():
    make_role(make_person("Ann", death="2010"), "Clerk", start="2010-05")
    assert told("role-after-death") == []
    assert len(told("role-after-death", certainty=MAYBE)) == 1


def test_two_holders_of_one_seat_are_told_once():
    council = make_organisation("Rivermouth")
    make_role(make_person("Ann"), "Mayor", council, start="2019", end_state="ongoing")
    make_role(make_person("Bo"), "mayor", council, start="2021", end_state="ongoing")
    make_role(make_person("Cy"), "Mayor", make_organisation("Elsewhere"), start="2021", end_state="ongoing")
    make_role(make_person("Di"), "Councillor", council, start="2019", end_state="ongoing")
    make_role(make_person("Ed"), "Councillor", council, start="2019", end_state="ongoing")
    assert told("two-holders") == ["mayor, Rivermouth: held by Bo (since 2021) and by Ann (since 2019) at once."]


def test_a_hand_over_on_one_day_is_no_clash():
    council = make_organisation()
    make_role(make_person(), "Mayor", council, start="2019-01-01", end="2021-05-01")
    make_role(make_person(), "Mayor", council, start="2021-05-01", end_state="ongoing")
    assert told("two-holders") == []


def test_an_ongoing_post_ends_with_its_holder():
    council = make_organisation()
    make_role(make_person(death="2020-02-02"), "Mayor", council, start="2019", end_state="ongoing")
    make_role(make_person(), "Mayor", council, start="2020-03", end_state="ongoing")
    assert told("two-holders") == []


@pytest.mark.parametrize(
    ("title", "at_a_body", "one"),
    [
        ("Mayor", True, True),
        ("Mayor", False, False),
        ("President of Ukraine", False, True),
        ("Vice President", True, False),
        ("Deputy Mayor", True, False),
        ("Minister", True, False),
        ("Prime  Minister", True, True),
        ("Mayoress", True, False),
    ],
)
def test_a_title_tells_whether_there_is_one_seat(title, at_a_body, one):
    role = make_role(title=title, organisation=make_organisation() if at_a_body else None)
    assert has_one_seat(role) is one


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_what_is_right_stays_so_until_its_facts_change(rule):
    row, mend = offender(rule.name)
    assert rule.offenders().get() == row
    rule.say_right(rule.offenders().get())
    assert not rule.offenders().exists()
    rule.say_right(type(row).objects.get(pk=row.pk))
    if mend:
        record, field, value = mend
        setattr(record, field, value)
        record.save()
        assert rule.offenders().get() == row


def offender(name):
    """(a row the rule lists, (record, field, value) by which a fact of it changes while it stays wrong, or None)."""
    ann = make_person("Ann", birth="1990-03-04", death="2010")
    office = make_organisation("Office", dissolved="1999")
    if name == "no-role":
        return ann, None
    if name == "life-order":
        make_role(ann, start="2000")
        bo = make_person(birth="2015", death="2014")
        make_role(bo, start="2016")
        return bo, (bo, "death", "2013-01-02")
    if name == "body-order":
        body = make_organisation(founded="2000", dissolved="1999")
        return body, (body, "founded", "2001")
    if name == "name-order":
        nan = make_other_name(ann, "Nan", start="2005", end="2001")
        return nan, (nan, "end", "2000-12")
    if name == "two-holders":
        council = make_organisation()
        make_role(make_person(), "Mayor", council, start="2019", end_state="ongoing")
        role = make_role(make_person(), "Mayor", council, start="2020", end_state="ongoing")
        return role, (role, "start", "2020-02")
    dates = {"role-before-birth": {"start": "1980"}, "role-after-death": {"start": "2012"}}
    if name in dates:
        role = make_role(ann, **dates[name])
        return role, (role, "start", "1981-01" if name == "role-before-birth" else "2012-05")
    if name == "role-after-dissolution":
        role = make_role(ann, organisation=office, start="2001")
        return role, (office, "dissolved", "1998")
    pytest.skip("the database itself refuses it")
    return None


def test_rules_have_names_of_their_own():
    assert len(BY_NAME) == len(RULES)
    assert {rule.model for rule in RULES} >= {Person, Organisation, Role, OtherName}
    assert all(0 < len(rule.name) <= 40 and rule.heading and rule.facts for rule in RULES)
