"""Who acts and by which way, for whatever is written down of what was done."""

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.db import models


class Way(models.TextChoices):
    """The ways by which data changes, as a history tells them."""

    PROGRAM = "", "by a program"
    DESK = "desk", "at the desk"
    FORM = "form", "in its form"
    INLINE = "inline", "inside the form of another record"
    LIST = "list", "from a list"
    IMPORT = "import", "by an import"
    SETTLING = "settling", "from a suggestion"
    MERGE = "merge", "by a merge"
    SPLIT = "split", "by a split"
    RESTORE = "restore", "with a revision of its article"
    UNDO = "undo", "by undoing a change"


@dataclass(frozen=True)
class Actor:
    """A user, None for a program, and the Way."""

    by: models.Model | None = None
    way: str = Way.PROGRAM

    @property
    def name(self):
        """What the user is called, also once the account is gone; empty for a program."""
        return self.by.get_username() if self.by else ""


_NOBODY = Actor()
_actor = ContextVar("actor", default=_NOBODY)


@contextmanager
def acting(by=None, way=None):
    """What is done inside is done by this user in this Way; what is left out stays as it is outside."""
    outside = _actor.get()
    token = _actor.set(Actor(by or outside.by, way or outside.way))
    try:
        yield
    finally:
        _actor.reset(token)


def actor():
    """The Actor of what is being done; a program where nobody said."""
    return _actor.get()
