"""Who held which post where."""

from .change import Change
from .feed import FeedEntry
from .kept import Kept, KeptQuerySet, unkept
from .likeness import Likeness
from .merge import Merge
from .names import Identifier, Link, OtherName
from .organisation import Organisation, OrganisationPastSlug
from .person import Person, PersonPastSlug
from .relationship import Relationship
from .right import SaidRight
from .role import Role
from .sources import Source, Visibility

__all__ = [
    "Change",
    "FeedEntry",
    "Identifier",
    "Kept",
    "KeptQuerySet",
    "Likeness",
    "Link",
    "Merge",
    "Organisation",
    "OrganisationPastSlug",
    "OtherName",
    "Person",
    "PersonPastSlug",
    "Relationship",
    "Role",
    "SaidRight",
    "Source",
    "Visibility",
    "unkept",
]
