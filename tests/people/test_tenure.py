"""When a role was held: Python and the database against trying every day, for all pairs of precisions."""

import datetime
from bisect import bisect_left, bisect_right
from itertools import product

import pytest

from newsroom.lib.dates import Certainty, PartialDate
from people.models import Role, Source
from tests.make import make_organisation, make_person, make_role, make_source

pytestmark = pytest.mark.django_db

ONE_DAY = datetime.timedelta(days=1)
TODAY = datetime.date(2021, 7, 1)
# Every day on which something below begins or ends, and the days around it.
DAYS = [
    datetime.date(2018, 12, 31), datetime.date(2019, 1, 1), datetime.date(2019, 4, 30), datetime.date(2019, 5, 1),
    datetime.date(2019, 5, 9), datetime.date(2019, 5, 10), datetime.date(2019, 5, 11), datetime.date(2019, 5, 31),
    datetime.date(2019, 6, 1), datetime.date(2019, 12, 31), datetime.date(2020, 1, 1), datetime.date(2020, 1, 31),
    datetime.date(2020, 2, 1), datetime.date(2020, 2, 28), datetime.date(2020, 2, 29), datetime.date(2020, 3, 1),
    datetime.date(2020, 12, 31), datetime.date(2021, 1, 1), TODAY - ONE_DAY, TODAY, TODAY + ONE_DAY,
    datetime.date(2021, 12, 31), datetime.date(2022, 1, 1),
]  # fmt: skip
STARTS = [None, "2019", "2019-05", "2019-05-10", "2020", "2020-02", "2020-02-29"]
ENDS = [None, "2019", "2019-05", "2019-05-10", "2020", "2020-02", "2020-02-29", "2021"]
FIRST, LAST = datetime.date(2018, 11, 1), datetime.date(2022, 3, 1)


def meant(date, first=FIRST, last=LAST):
    """Every day a date as known may mean; all of them where nothing is known."""
    earliest, latest = (date.earliest, date.latest) if date else (first, last)
    return {earliest + n * ONE_DAY for n in range((latest - earliest).days + 1)}


def brute_force(role, days, evidence=(), limit=None):
    """For each of `days` the answer by looking at every start and end that fits all that is known of the role."""
    starts, ends = meant(role.start), meant(role.end)
    if not role.end and role.end_state == "ended":
        ends = {day for day in ends if day < TODAY}
    if role.end_state == "ongoing":
        starts, ends = {day for day in starts if day <= TODAY}, {day for day in ends if day >= TODAY}
    if limit:  # it ends on the earlier of its own end and the limit
        limits = meant(limit)
        ends = {end for end in ends if end <= max(limits)} | {day for day in limits if day <= max(ends)}
    for shows, day in evidence:
        if shows == "held":
            starts, ends = {start for start in starts if start <= day}, {end for end in ends if end >= day}
        else:
            ends = {end for end in ends if end < day}
    starts, ends = sorted(starts), sorted(ends)
    return {day: answer_for(day, starts, ends) for day in days}


def answer_for(day, starts, ends):
    if not starts[0] <= day <= ends[-1]:
        return Certainty.NO
    later, earlier = starts[bisect_right(starts, day) :], ends[: bisect_left(ends, day)]
    begun_later = bool(later) and later[0] <= ends[-1]
    over_before = bool(earlier) and earlier[-1] >= starts[0]
    return Certainty.MAYBE if begun_later or over_before else Certainty.YES


def assert_all_agree(roles, days=DAYS, **known):
    expected = {role: brute_force(role, days, **known) for role in roles}
    stored = list(Role.objects.with_links())
    for day in days:
        in_database = dict(Role.objects.on(day, today=TODAY).values_list("pk", "certainty"))
        for role in stored:
            answer = (role.title, str(role.start), str(role.end), role.end_state, day, expected[role][day])
            assert (*answer[:5], role.held_on(day, today=TODAY)) == answer
            assert (*answer[:5], in_database.get(role.pk, "no")) == answer


def make_roles_of_all_precisions(person=None, organisation=None):
    """A role for every pair of precisions that does not end before it begins, and for every end state."""
    person = person or make_person()
    pairs = [(PartialDate.of(start), PartialDate.of(end)) for start, end in product(STARTS, ENDS)]
    roles = [
        make_role(person, organisation=organisation, start=start, end=end, end_state="ended")
        for start, end in pairs
        if not (start and end and start.earliest > end.latest)
    ]
    for state, start in product(["ongoing", "unknown"], STARTS):
        roles.append(make_role(person, organisation=organisation, start=PartialDate.of(start), end_state=state))
    return roles


def test_held_on_and_its_queryset_twin_agree_with_brute_force_on_every_day():
    days = [DAYS[0] + n * ONE_DAY for n in range((DAYS[-1] - DAYS[0]).days + 1)]
    assert_all_agree(make_roles_of_all_precisions(), days)


def test_asking_for_one_certainty_parts_the_roles_in_three():
    roles = {role.pk for role in make_roles_of_all_precisions()}
    for day in DAYS:
        held = dict(Role.objects.on(day, today=TODAY).values_list("pk", "certainty"))
        parts = [
            set(Role.objects.on(day, certainty, today=TODAY).values_list("pk", flat=True)) for certainty in Certainty
        ]
        assert parts[0] == {pk for pk, answer in held.items() if answer == "yes"}
        assert parts[1] == held.keys() - parts[0]
        assert parts[2] == roles - held.keys()


@pytest.mark.parametrize("limit", ["2020", "2020-02", "2020-02-29"])
def test_death_ends_every_role_when_asked_about(limit):
    assert_all_agree(make_roles_of_all_precisions(make_person(death=limit)), limit=PartialDate.of(limit))


def test_dissolution_ends_every_role_there_when_asked_about():
    organisation = make_organisation(dissolved="2020-02")
    assert_all_agree(make_roles_of_all_precisions(organisation=organisation), limit=PartialDate.of("2020-02"))


def test_sources_that_show_it_held_and_over_narrow_it_down():
    roles = [make_role(end_state=state) for state in ("unknown", "ended")]
    for role in roles:
        make_source(role, date="2019-05-10", shows="held")
        make_source(role, date="2020-01-31", shows="held")
        make_source(role, date="2021-01-01", shows="over")
    evidence = [
        ("held", datetime.date(2019, 5, 10)), ("held", datetime.date(2020, 1, 31)), ("over", datetime.date(2021, 1, 1)),
    ]  # fmt: skip
    assert_all_agree(roles, evidence=evidence)


def test_a_source_readers_cannot_see_shows_nothing():
    role = make_role()
    Source.objects.create(role=role, date="2019-05-10", shows="held", our_article=4711)
    assert role.held_on(datetime.date(2019, 5, 10)) == Certainty.MAYBE


def test_a_past_role_without_dates_is_never_current():
    role = make_role(end_state="ended")
    assert role.held_on(TODAY, today=TODAY) == Certainty.NO
    assert not Role.objects.on(TODAY, today=TODAY).exists()
