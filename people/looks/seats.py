"""Posts of one seat, and two people who hold one at the same time.

A post is known to have one seat by its title, from the list below: it is not derived from how the post was held so far,
since the mistake looked for would itself make a post seem to have two. A title counts alone ("Mayor", at an
organisation) or with what follows "of" ("President of Ukraine"); "Vice President" or "Council member" does not.
"""

import datetime

from django.db.models import DateField, Exists, F, OuterRef, Q, Value
from django.db.models.functions import Coalesce, Least
from django.db.models.lookups import LessThan
from django.utils import timezone

from newsroom.lib.dates import Certainty
from people.models import Role
from people.tenure import ONGOING

from .rule import Rule

ONE_SEAT = (
    "president", "prime minister", "chancellor", "mayor", "lord mayor", "governor", "speaker", "pope", "king", "queen",
    "emperor", "secretary general", "chief executive", "chief executive officer", "chief of staff", "editor in chief",
    "director general", "attorney general", "chief justice", "first minister", "harbour master", "head of state",
    "head of government",
)  # fmt: skip
FAR_OFF = datetime.date(9999, 1, 1)


def has_one_seat(role):
    """Whether the role is one of a post with one seat."""
    named = any(role.folded.startswith(f"{title} of ") for title in ONE_SEAT)
    return named or bool(role.organisation_id and role.folded in ONE_SEAT)


def one_seat():
    """The condition that a Role is one of a post with one seat."""
    condition = Q(folded__in=ONE_SEAT, organisation__isnull=False)
    for title in ONE_SEAT:
        condition |= Q(folded__startswith=f"{title} of ")
    return condition


class TwoHolders(Rule):
    """Two people hold one seat at once: certainly, by their dates; a hand-over on one day is none."""

    name, model = "two-holders", Role
    heading = "Two holders of a post with one seat"
    related = ("person", "organisation")
    facts = ("person_id", "organisation_id", "folded", "start", "end", "end_state", "person__death")

    def wrong(self, row):
        if not has_one_seat(row):
            return Certainty.NO
        held = Role.objects.filter(folded=row.folded).select_related(*self.related)
        at_once = any(_is_same_post(row, other) and _overlap(row, other) for other in held)
        return Certainty.YES if at_once else Certainty.NO

    def condition(self, certainty):
        if certainty != Certainty.YES:
            return Q(pk=None)
        today = timezone.localdate()
        others = (
            Role.objects.filter(_has_end(), folded=OuterRef("folded"), pk__lt=OuterRef("pk"))
            .exclude(person=OuterRef("person"))
            .filter(LessThan(F("start_latest"), _held_to(today, OuterRef)))
            .filter(LessThan(OuterRef("start_latest"), _held_to(today)))
        )
        here = Exists(others.filter(organisation=OuterRef("organisation")))
        nowhere = Q(organisation=None) & Exists(others.filter(organisation=None))
        return one_seat() & _has_end() & (here | nowhere)

    def words(self, row):
        return self.told([row])[0][1]

    def told(self, rows):
        same = Role.objects.filter(folded__in={row.folded for row in rows}).select_related(*self.related)
        held = list(
            same.filter(organisation__in={row.organisation_id for row in rows}) | same.filter(organisation=None)
        )
        return [(row, _held_at_once(row, held)) for row in rows]


def _held_at_once(role, held):
    others = [other for other in held if _is_same_post(role, other) and _overlap(role, other)]
    holders = " and by ".join(f"{each.person} ({each.years()})" for each in [role, *others])
    return f"{role}: held by {holders} at once."


def _is_same_post(role, other):
    is_earlier = other.pk < role.pk and other.person_id != role.person_id
    return is_earlier and (other.folded, other.organisation_id) == (role.folded, role.organisation_id)


def _has_end():
    return Q(end__isnull=False) | Q(end_state=ONGOING)


def _held_to(today, column=F):
    """The day until which a role that has an end or goes on was held at least; `column` reads one of its row."""
    own = Coalesce(column("end_earliest"), Value(today, output_field=DateField()))
    death = Coalesce(column("person__death_earliest"), Value(FAR_OFF, output_field=DateField()))
    dissolved = Coalesce(column("organisation__dissolved_earliest"), Value(FAR_OFF, output_field=DateField()))
    return Least(own, death, dissolved)


def _overlap(one, other):
    """Whether two roles were certainly both held on more than one day."""
    spans = [_span(one), _span(other)]
    return all(spans) and spans[0][0] < spans[1][1] and spans[1][0] < spans[0][1]


def _span(role):
    """(day on which it had begun, day until which it was held at least), or None where one is not known."""
    if not role.start or not (role.end or role.end_state == ONGOING):
        return None
    ends = [role.end.earliest if role.end else timezone.localdate()]
    for limit in (role.person.death, role.organisation and role.organisation.dissolved):
        ends += [limit.earliest] if limit else []
    return role.start.latest, min(ends)
