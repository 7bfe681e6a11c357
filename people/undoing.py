"""One change is undone: its fields are again what they were before, unless something happened to them since."""

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.text import capfirst

from newsroom.lib.acting import Way, acting
from people.models import Change


class NotUndone(ValueError):  # noqa: N818 - it is raised and read as a sentence
    """The change cannot be undone; the message says why."""


def undo(change, names=()):
    """Set the named fields of the row, all that the Change changed without names, back; returns the row.

    What was deleted out of another record comes back under its number. What was made is deleted, not undone. Raises
    NotUndone when a field is no longer what the change made it, what it pointed at is gone, or the row would not be
    right.
    """
    with transaction.atomic(), acting(way=Way.UNDO):
        match change.what:
            case Change.What.CHANGED:
                return _set_back(change, names or list(change.fields))
            case Change.What.DELETED:
                return _bring_back(change)
        raise NotUndone("What was made is not undone but deleted, from its own form.")


def why_not(change, name, now):
    """Why the field cannot be set back on a row that has the kept values `now`, None for one that is gone; or ""."""
    if change.what != Change.What.CHANGED:
        return ""
    if now is None:
        return "deleted since"
    before, after = change.fields[name]
    if now.get(name) == after:
        return ""
    return "as before by now" if now.get(name) == before else "changed again since"


def can_come_back(model):
    """Whether a deleted row of the model can be made again: it belongs to a record that is there."""
    return bool(model.owner_fields)


def _set_back(change, names):
    model = apps.get_model(change.model)
    row = model._base_manager.select_for_update().filter(pk=change.row).first()
    now = row and row.kept_values()
    for name in names:
        if name not in change.fields or name not in {field.name for field in model.kept_fields()}:
            raise NotUndone(f"“{name}” is no field of this change.")
        if reason := why_not(change, name, now):
            raise NotUndone(f"{capfirst(_label(model, name))} was not set back: it is {reason}.")
    for name in names:
        _lay(row, name, change.fields[name][0])
    _check(row, names)
    row.save()
    return row


def _bring_back(change):
    model = apps.get_model(change.model)
    if not can_come_back(model):
        raise NotUndone(f"“{change.label}” does not come back whole once deleted; make it anew.")
    if model._base_manager.filter(pk=change.row).exists():
        raise NotUndone(f"“{change.label}” is there again already.")
    row = model(pk=change.row)
    for name, (value, _) in change.fields.items():
        _lay(row, name, value)
    _check(row, [field.name for field in model.kept_fields()])
    row.save(force_insert=True)
    return row


def _lay(row, name, value):
    """Set one field to a kept value."""
    field = row._meta.get_field(name)
    is_link = isinstance(field, models.ForeignKey) and value is not None
    if is_link and not field.related_model._base_manager.filter(pk=value).exists():
        raise NotUndone(f"{capfirst(_label(type(row), name))} was not set back: what it pointed at is gone.")
    try:
        row.set_back(name, value)
    except ValueError as error:
        raise NotUndone(str(error)) from None


def _check(row, names):
    """Refuse what a form would refuse."""
    try:
        row.clean_fields(exclude={field.name for field in row._meta.fields} - set(names))
        row.clean()
        row.validate_unique()
        row.validate_constraints()
    except ValidationError as error:
        raise NotUndone(f"Nothing was undone. {' '.join(error.messages)}") from None


def _label(model, name):
    return model._meta.get_field(name).verbose_name
