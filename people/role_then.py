"""The role at the time: which post stands beside a name, by the day the words were said or the article is dated."""

from collections import defaultdict
from typing import NamedTuple

from newsroom.lib.dates import Certainty
from people.models import Role


class RoleThen(NamedTuple):
    """A role that readers may see, and whether it was certainly (yes) or only perhaps (maybe) held then."""

    role: Role
    certainty: Certainty


def roles_then(roles, first, last, picked=None):
    """Those of one person's `roles` to print for a day that lies between `first` and `last`, as a list of RoleThen.

    The one an editor picked (its id), else all that were certainly held, else the only one that may have been: a choice
    among several that may have been would be a guess. A pick that was certainly not held then does not count.
    """
    dated = [RoleThen(role, role.held_within(first, last)) for role in roles]
    held = [then for then in dated if then.certainty != Certainty.NO]
    chosen = [then for then in held if then.role.pk == picked]
    certain = [then for then in held if then.certainty == Certainty.YES]
    return chosen or certain or (held if len(held) == 1 else [])


def tell(namings, at=None, people=()):
    """Give every row its `roles_then`, a list of RoleThen, and `role_then`, the only one of them or None.

    `namings` are (row, the Person it names or None, first day, last day); the row's `role_id` is what an editor picked.
    The `people` get their `shown_roles`, as from `with_roles`. One query for all of them.
    """
    namings = list(namings)
    named = {person.pk for _, person, _, _ in namings if person}
    roles = _roles_by_person(named.union(person.pk for person in people), at)
    for person in people:
        person.shown_roles = roles[person.pk]
    for row, person, first, last in namings:
        row.roles_then = roles_then(roles[person.pk], first, last, row.role_id) if person else []
        row.role_then = row.roles_then[0] if len(row.roles_then) == 1 else None


def tell_quotes(quotes, at=None):
    """`tell` for quotes, which come with who is shown."""
    tell(((quote, quote.shown_speaker, *quote.said_between()) for quote in quotes), at)


def _roles_by_person(people, at):
    roles = defaultdict(list)
    if people:
        for role in Role.objects.visible(at).with_links(at).filter(person__among=people).newest_first():
            roles[role.person_id].append(role)
    return roles
