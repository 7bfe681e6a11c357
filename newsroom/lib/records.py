"""What every record of the newsroom has: when it was made and changed, and a token that changes with each save."""

import secrets

from django.db import models
from django.utils import timezone


def new_version():
    """A random token: unlike a counter it cannot come back after a restore."""
    return secrets.token_hex(8)


class Record(models.Model):
    """Base of all nouns editors keep. `version` differs after every save; two forms compare it."""

    created_at = models.DateTimeField(auto_now_add=True, editable=False)
    updated_at = models.DateTimeField(auto_now=True, editable=False, db_index=True)
    version = models.CharField(max_length=16, default=new_version, editable=False)

    class Meta:
        abstract = True

    def save(self, *args, update_fields=None, **kwargs):
        self.version = new_version()
        if update_fields is not None:
            update_fields = {*update_fields, "version", "updated_at"}
        super().save(*args, update_fields=update_fields, **kwargs)


def touched(model):
    """What an update of many rows of `model` sets besides, so that each counts as saved: nothing if it is no Record."""
    return {"version": new_version(), "updated_at": timezone.now()} if issubclass(model, Record) else {}


def change_whole(rows):
    """Let the records that these rows are part of count as changed: `part_of` of their model names the foreign key.

    Rows of a model without it are part of nothing. The `version` stays: who has the whole in a form is not disturbed.
    """
    if name := getattr(rows.model, "part_of", None):
        wholes = rows.model._meta.get_field(name).related_model._base_manager
        wholes.filter(pk__in=rows.order_by().values(name)).update(updated_at=timezone.now())
