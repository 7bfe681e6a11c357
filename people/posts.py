"""Who holds and held which post at an organisation, as its page lists them."""

from dataclasses import dataclass

from newsroom.lib.dates import Certainty

from .models import Role

# As many holders as a page lists of each kind, newest first; the rest is in the data.
MOST = 100


@dataclass
class Holders:
    """Roles held alike, newest first; `more` says that there are others."""

    heading: str
    certainty: Certainty
    roles: list
    more: bool

    def posts(self):
        """The roles by post, as a list of (title as first worded, roles)."""
        posts = {}
        for role in self.roles:
            posts.setdefault(role.folded, []).append(role)
        return [(roles[0].title, roles) for roles in posts.values()]


def holders(organisation, day):
    """Three Holders: who holds a post there or on its behalf on `day`, who perhaps does, who does not."""
    roles = Role.objects.tied_to(organisation).with_links().newest_first()
    return [
        _holders("Now", Certainty.YES, roles.on(day, Certainty.YES)),
        _holders("Perhaps still", Certainty.MAYBE, roles.on(day, Certainty.MAYBE)),
        _holders("Before", Certainty.NO, roles.on(day, Certainty.NO)),
    ]


def _holders(heading, certainty, roles):
    roles = list(roles[: MOST + 1])
    return Holders(heading, certainty, roles[:MOST], len(roles) > MOST)
