"""Who held which post where."""

from .names import Identifier, Link, OtherName
from .organisation import Organisation, OrganisationPastSlug
from .person import Person, PersonPastSlug
from .relationship import Relationship
from .role import Role
from .sources import Source, Visibility

__all__ = [
    "Identifier",
    "Link",
    "Organisation",
    "OrganisationPastSlug",
    "OtherName",
    "Person",
    "PersonPastSlug",
    "Relationship",
    "Role",
    "Source",
    "Visibility",
]
