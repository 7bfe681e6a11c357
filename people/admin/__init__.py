"""The desk of people: one file a noun."""

from . import organisation, person, role

__all__ = ["organisation", "person", "role"]
