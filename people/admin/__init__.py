"""The desk of people: one file a noun."""

from . import history, merging, organisation, person, role

__all__ = ["history", "merging", "organisation", "person", "role"]
