"""Who held which post where."""

from .feed import FeedEntry
from .merge import Merge
from .names import Identifier, Link, OtherName
from .organisation import Organisation, OrganisationPastSlug
from .person import Person, PersonPastSlug
from .relationship import Relationship
from .right import SaidRight
from .role import Role
from .sources import Source, Visibility

__all__ = [
    "FeedEntry",
    "Identifier",
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
]
