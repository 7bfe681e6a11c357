"""Posts as pages list them: who holds and held which at an organisation, and how roles look over time."""

from dataclasses import dataclass, field

from newsroom.lib.dates import Certainty

from . import timeline
from .models import Role

# As many roles as an organisation's page lists of each certainty, newest first; the rest is in the data.
MOST = 60


@dataclass
class Post:
    """A post as first worded and the roles in it: those held today, those perhaps, those not; newest first in each."""

    title: str
    roles: list = field(default_factory=list)


def posts_at(organisation, day):
    """The posts there or held on its behalf as a list of Post, those held on `day` first, and whether there are more.

    Each role gets its `certainty`.
    """
    roles, held = Role.objects.tied_to(organisation).newest_first(), {Certainty.YES: [], Certainty.MAYBE: []}
    for pk, certainty in roles.on(day).values_list("pk", "certainty"):
        held[certainty].append(pk)
    held[Certainty.NO] = list(roles.on(day, Certainty.NO).values_list("pk", flat=True)[: MOST + 1])
    more = any(len(found) > MOST for found in held.values())
    chosen = {pk: certainty for certainty, found in held.items() for pk in found[:MOST]}
    # What a page shows of each is fetched for these alone.
    shown, posts = {role.pk: role for role in Role.objects.with_links().filter(pk__among=chosen)}, {}
    for pk, certainty in chosen.items():
        role = shown[pk]
        role.certainty = certainty
        posts.setdefault(role.folded, Post(role.title)).roles.append(role)
    return list(posts.values()), more


def drawn(roles, today):
    """The people.timeline.Picture of these roles, or None where no day is known; each role gets its `bar` in it."""
    picture = timeline.draw([role.stretch(today) for role in roles], today)
    for number, role in enumerate(roles):
        role.bar = picture and picture.bars[number]
    return picture
