"""What can be wrong with people, organisations and their roles: one rule each, for the desk, forms and imports."""

from django.db.models import Exists, OuterRef

from people.models import Organisation, OtherName, Person, Relationship, Role

from .rule import Flagged, InOrder
from .seats import TwoHolders


def _ends_first(row):
    return f"{row}: ends ({row.end.words}) before it begins ({row.start.words})."


def _after_death(role):
    return f"{role.person}: “{role}” ({role.years()}) is dated after the death ({role.person.death.words})."


def _after_dissolution(role):
    end = role.organisation.dissolved.words
    return f"{role.person}: “{role}” ({role.years()}) is dated after the end of {role.organisation} ({end})."


def _before_birth(role):
    return f"{role.person}: “{role}” ({role.years()}) is dated before the birth ({role.person.birth.words})."


class NameInOrder(InOrder):
    """Dates of another name, which is mended in the form of its owner."""

    def mended_at(self, row):
        return row.person or row.organisation


RULES = (
    InOrder(
        "role-order", Role, "Posts that end before they begin", [("start", "end")], _ends_first,
        ("person", "organisation"),
    ),
    InOrder(
        "relationship-order", Relationship, "Relationships that end before they begin", [("start", "end")], _ends_first,
        ("person", "other"),
    ),
    NameInOrder(
        "name-order", OtherName, "Names given up before they were taken", [("start", "end")], _ends_first,
        ("person", "organisation"),
    ),
    InOrder(
        "life-order", Person, "People who died before they were born", [("birth", "death")],
        lambda person: f"{person}: died ({person.death.words}) before the birth ({person.birth.words}).",
    ),
    InOrder(
        "body-order", Organisation, "Organisations that ended before they began", [("founded", "dissolved")],
        lambda body: f"{body}: dissolved ({body.dissolved.words}) before it was founded ({body.founded.words}).",
    ),
    InOrder(
        "role-after-death", Role, "Posts dated after their holder’s death",
        [("start", "person__death"), ("end", "person__death")], _after_death, ("person", "organisation"),
    ),
    InOrder(
        "role-after-dissolution", Role, "Posts dated after the end of the organisation",
        [("start", "organisation__dissolved"), ("end", "organisation__dissolved")], _after_dissolution,
        ("person", "organisation"),
    ),
    InOrder(
        "role-before-birth", Role, "Posts dated before their holder’s birth",
        [("person__birth", "start"), ("person__birth", "end")], _before_birth, ("person", "organisation"),
    ),
    TwoHolders(),
    Flagged(
        "no-role", Person, "People without a post",
        lambda: ~Exists(Role.objects.filter(person=OuterRef("pk"))),
        lambda person: not person.roles.exists(),
        lambda person: f"{person}: no post is known.",
        facts=("id",),
    ),
)  # fmt: skip


def found_in(row_sets, rules=RULES, most=None):
    """[(row, words)] of what the rules that are told at once find in these querysets, at most so many of each rule."""
    found = []
    for rule in rules:
        for rows in row_sets if rule.told_at_once else ():
            if rows.model is rule.model:
                found += rule.told(list(rule.with_facts(rule.offenders(rows))[:most]))
    return found
