"""The people, organisations and roles of a synthetic newsroom."""

import datetime
from collections import defaultdict
from dataclasses import dataclass, field

from articles.corpus.words import TITLES, body_name, person_name
from newsroom.lib.dates import PartialDate
from newsroom.lib.slugbatches import give_slugs
from people.models import Organisation, OtherName, Person, Role, Visibility

BATCH = 1000
FIRST_YEAR, LAST_YEAR = 1985, 2026


@dataclass
class Cast:
    """Who can be named and quoted; roles by number of their holder."""

    people: list[Person] = field(default_factory=list)
    organisations: list[Organisation] = field(default_factory=list)
    roles: dict[int, list[Role]] = field(default_factory=lambda: defaultdict(list))


def make_cast(rng, people, organisations, roles):
    """Insert this many of each and return them as a Cast."""
    cast = Cast()
    cast.organisations = _insert(Organisation, [_organisation(rng) for _ in range(organisations)])
    _give_parents(rng, cast.organisations)
    cast.people = _insert(Person, [_person(rng) for _ in range(people)])
    others = [_other_name(rng, person) for person in cast.people if rng.random() < 0.1]
    _insert(OtherName, others)
    for role in _insert(Role, [_role(rng, cast) for _ in range(roles)]):
        cast.roles[role.person_id].append(role)
    return cast


def some_of(rng, rows):
    """One of the rows; those at the front come up far more often, as in the news."""
    return rows[int(len(rows) * rng.random() ** 2.5)]


def partial_date(rng, first_year, last_year):
    """A date known to the year, the month or the day."""
    year, month, day = rng.randint(first_year, last_year), rng.randint(1, 12), rng.randint(1, 28)
    return PartialDate(*(year, month, day)[: rng.choice((1, 2, 3, 3))])


def _insert(model, rows):
    """Insert the rows as saving each would have left them; returns them."""
    for start in range(0, len(rows), BATCH):
        batch = rows[start : start + BATCH]
        for row in batch:
            row.derive()
        if hasattr(model, "slug"):
            give_slugs(batch)
        model.objects.bulk_create(batch)
    return rows


def _organisation(rng):
    name, kind = body_name(rng)
    founded = partial_date(rng, 1850, 1990) if rng.random() < 0.5 else None
    dissolved = partial_date(rng, 2010, LAST_YEAR) if rng.random() < 0.03 else None
    return Organisation(name=name, kind=kind, founded=founded, dissolved=dissolved, visibility=_visibility(rng))


def _give_parents(rng, organisations):
    """Make some of them part of one further up the list."""
    parts = []
    for number, organisation in enumerate(organisations):
        if number and rng.random() < 0.2:
            organisation.parent = organisations[rng.randrange(number)]
            parts.append(organisation)
    Organisation.objects.bulk_update(parts, ["parent"], batch_size=BATCH)


def _person(rng):
    birth = partial_date(rng, 1935, 1995) if rng.random() < 0.6 else None
    death = partial_date(rng, 2015, LAST_YEAR) if birth and rng.random() < 0.05 else None
    return Person(
        name=person_name(rng),
        birth=birth,
        death=death,
        visibility=_visibility(rng),
        stands_alone=rng.random() > 0.1,
        biography="<p>Entered public life after some years abroad.</p>" if rng.random() < 0.3 else "",
    )


def _visibility(rng):
    return rng.choices([Visibility.PUBLIC, Visibility.DELISTED, Visibility.HIDDEN], [97, 2, 1])[0]


def _other_name(rng, person):
    kind = rng.choice([OtherName.Kind.ALSO_KNOWN_AS, OtherName.Kind.BIRTH, OtherName.Kind.NICKNAME])
    return OtherName(person=person, text=person_name(rng), kind=kind)


def _role(rng, cast):
    """A role with one of the dates of a career: none, in part, ended, ongoing or nobody knows."""
    person, organisation = rng.choice(cast.people), some_of(rng, cast.organisations)
    start = partial_date(rng, FIRST_YEAR, LAST_YEAR - 1) if rng.random() < 0.85 else None
    end, end_state = None, rng.choice(Role.EndState.values)
    if rng.random() < 0.45:
        end, end_state = partial_date(rng, start.year + 1 if start else 2000, LAST_YEAR), Role.EndState.ENDED
    return Role(
        person=person,
        title=rng.choice(TITLES[organisation.kind]),
        organisation=organisation if rng.random() < 0.95 else None,
        start=start,
        end=end,
        end_state=end_state,
        stands_alone=rng.random() > 0.1,
    )


def held_on(roles, day: datetime.date):
    """Those of the roles that by their own dates may have been held on `day`."""
    return [
        role
        for role in roles
        if (not role.start or role.start.earliest <= day) and (not role.end or role.end.latest >= day)
    ]
