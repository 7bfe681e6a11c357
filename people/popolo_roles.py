"""Popolo memberships -> records of roles."""

from dataclasses import dataclass

from newsroom.lib.dates import PartialDate
from people.names import fold
from people.popolo_shape import Shape
from people.records import ENDED, UNKNOWN, RoleRecord
from people.rows import Row, sources

# Parties of these names say that somebody belongs to none.
NO_PARTY = frozenset(
    ("independent", "unknown", "none", "nonpartisan", "non partisan", "no party", "unaffiliated", "non affiliated")
)
# What a membership without a role says.
MEMBER = "Member"

NO_ROW = Row({}, "", [])
Dates = tuple[str | None, str | None]


@dataclass(frozen=True)
class Around:
    """What memberships refer to, by id."""

    people: set[str]
    organisations: set[str]
    no_parties: set[str]
    posts: dict[str, Row]
    terms: dict[str, Dates]


def is_no_party(row: Row) -> bool:
    """Whether an organisation stands for belonging to no party."""
    return fold(row.text("classification")) == "party" and fold(row.text("name")) in NO_PARTY


def roles(flat: Shape, people: set[str], organisations: set[str]) -> list[RoleRecord]:
    """The roles among the given ids of people and organisations, each once; a membership of others is reported."""
    around = Around(
        people=people,
        organisations=organisations,
        no_parties={row.text("id") for row in flat.organizations if is_no_party(row)},
        posts={row.text("id"): row for row in flat.posts},
        terms={row.text("id"): (row.date("start_date"), row.end()[0]) for row in flat.events},
    )
    found: dict[tuple, RoleRecord] = {}
    for row in flat.memberships:
        role = _role(row, around)
        if not role:
            continue
        first = found.get(role.key, role)
        if role.on_behalf_of_id and first.on_behalf_of_id not in (None, role.on_behalf_of_id):
            row.report("on_behalf_of_id", f"the same role stands there for “{first.on_behalf_of_id}”; that is kept")
        found[role.key] = first.joined(role)
    return list(found.values())


def _role(row: Row, around: Around) -> RoleRecord | None:
    """The role a membership tells of; None for membership in no party, and for a reference to nothing (reported)."""
    post = _referred(row, "post_id", around.posts, NO_ROW)
    person_id = row.text("person_id")
    organisation_id = row.text("organization_id") or post.text("organization_id") or None
    if organisation_id in around.no_parties:
        return None
    if person_id not in around.people:
        row.refuse("person_id", f"“{person_id}” is nobody in this file" if person_id else "is missing")
        return None
    if organisation_id and organisation_id not in around.organisations:
        row.refuse("organization_id", f"“{organisation_id}” is no organisation of this file")
        return None
    title = row.title("role", "label") or post.title("role", "label")
    if not title and not organisation_id:
        row.refuse("role", "is missing, and so is the organisation")
        return None
    start, end, end_state = _dates(row, around)
    return RoleRecord(
        id=row.text("id") or None,
        person_id=person_id,
        organisation_id=organisation_id,
        title=title or MEMBER,
        start=start,
        end=end,
        end_state=end_state,
        sources=sources(row),
        on_behalf_of_id=_party(row, around),
    )


def _party(row: Row, around: Around) -> str | None:
    party = row.text("on_behalf_of_id")
    if not party or party in around.no_parties:
        return None
    if party not in around.organisations:
        row.report("on_behalf_of_id", f"“{party}” is no organisation of this file; left empty")
        return None
    return party


def _dates(row: Row, around: Around) -> tuple[str | None, str | None, str]:
    """Start, end and end state; a date left out is that of the legislative period, unless the two contradict."""
    term_start, term_end = _referred(row, "legislative_period_id", around.terms, (None, None))
    start = row.date("start_date")
    end, end_state = row.end()
    if not row.text("start_date") and _in_order(term_start, end):
        start = term_start
    if not row.text("end_date") and end_state == UNKNOWN and term_end and _in_order(start, term_end):
        end, end_state = term_end, ENDED
    return start, end, end_state


def _in_order(start: str | None, end: str | None) -> bool:
    return not (start and end) or PartialDate.parse(start).earliest <= PartialDate.parse(end).latest


def _referred(row: Row, field: str, known: dict, nothing):
    """What a field refers to; a reference to nothing is reported."""
    reference = row.text(field)
    if not reference:
        return nothing
    if reference not in known:
        row.report(field, f"“{reference}” is not in this file; left out")
    return known.get(reference, nothing)
