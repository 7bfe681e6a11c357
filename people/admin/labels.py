"""How pickers and lists tell namesakes apart."""

from django.db.models import Prefetch
from django.utils import timezone

from newsroom.lib.dates import Certainty
from people import tenure
from people.models import Role


def with_names(roles):
    """Roles with what the desk prints of each, the organisation also where readers may not see it."""
    return roles.select_related("person", "organisation").annotate(**tenure.evidence())


def with_posts(people):
    """People with `posts`: all their roles, also those readers do not see, newest first."""
    return people.prefetch_related(Prefetch("roles", with_names(Role.objects.newest_first()), to_attr="posts"))


def present_posts(person):
    """The posts certainly or perhaps held today, certain ones first."""
    today = timezone.localdate()
    held = [(role.held_on(today), role) for role in person.posts]
    certain = [role for certainty, role in held if certainty == Certainty.YES]
    return certain + [role for certainty, role in held if certainty == Certainty.MAYBE]


def of_person(person):
    """ "Ann Example · Mayor, Rivermouth · born 1961"; a past post is given with its years."""
    present = present_posts(person)
    past = [f"{role}, {role.years()}" for role in person.posts[:1]]
    post = next(iter([*map(str, present), *past]), "")
    return " · ".join(filter(None, [person.name, post or person.summary[:80], person.life()]))


def of_organisation(organisation):
    """ "Education · part of Scottish Government · 1999 – 2007"."""
    parent = organisation.parent and f"part of {organisation.parent}"
    return " · ".join(filter(None, [organisation.name, parent, organisation.kind, organisation.years()]))


def of_role(role):
    """ "Ann Example · Mayor, Rivermouth · 2019 – 2023"."""
    return " · ".join([role.person.name, str(role), role.years()])
