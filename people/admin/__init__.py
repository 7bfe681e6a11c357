"""The desk of people: one file a noun."""

from . import merging, organisation, person, role

__all__ = ["merging", "organisation", "person", "role"]
