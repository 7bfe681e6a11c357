"""One row folded into another of its kind with whatever points at it, step by step in a log by which it is unfolded.

A row that points at what goes is moved to what stays. Where two rows under one owner may not say the same, their model
tells it by `sameness`: a hashable value, the same for two rows of which one is enough, None for a row that says nothing
once its owner is the other. Such a row is itself folded into the one that stays, which takes from it what it lacks, or
what its `absorb(other)` says.
"""

import operator
from functools import reduce

from django.apps import apps
from django.db import models

from newsroom.lib.plainvalues import plain
from newsroom.lib.records import change_whole, touched

BATCH = 500
MOVED, CHANGED, MADE, REMOVED = "moved", "changed", "made", "removed"


def pointing_at(model):
    """Every foreign key in the project that points at `model`, those of many-to-many tables among them."""
    fields = model._meta.get_fields(include_hidden=True)
    relations = [field for field in fields if field.auto_created and not field.concrete]
    return [relation.field for relation in relations if relation.one_to_many or relation.one_to_one]


def fold(gone, kept, log):
    """Move all that points at `gone` to `kept`, a row of the same model, and delete `gone`. Needs a transaction."""
    columns = as_plain(gone)
    for key in pointing_at(type(gone)):
        move_rows(key, key.model._base_manager.filter(**{key.name: gone}), gone, kept, log)
    _remove(gone, columns, kept.pk, log)


def move(key, numbers, gone, kept, log):
    """Point the foreign key `key` of the rows with these numbers at `kept` instead of `gone` (both are numbers)."""
    if numbers := sorted(numbers):
        _point(key, numbers, gone, kept)
        log.append([MOVED, key.model._meta.label, key.name, gone, kept, numbers])


def change(row, log, **values):
    """Set these values of a row and save it."""
    before = as_plain(row)
    for name, value in values.items():
        setattr(row, name, value)
    _save(row, before, log)


def make(row, log):
    """Save a new row."""
    row.save(force_insert=True)
    log.append([MADE, row._meta.label, row.pk])


def unfold(log):
    """Take the steps of a log back, last one first; needs a transaction.

    What was changed, moved on or deleted since stays as it is now.
    """
    for what, label, *told in reversed(log):
        _TAKEN_BACK[what](apps.get_model(label), *told)


def steps(log, wanted):
    """What the log tells of the steps of one sort.

    For MOVED (label of the model, name of the key, number before, number after, numbers moved); for REMOVED (label,
    columns, number of the row that stays or None); for CHANGED (label, number, columns as {name: [before, after]});
    for MADE (label, number).
    """
    return [told for what, *told in log if what == wanted]


def as_plain(row):
    """The row's columns as plain JSON values, by name."""
    return {field.attname: plain(row, field) for field in _columns(type(row))}


def _rows(model):
    """All rows of a model past its own manager; a model whose changes are kept keeps what is done to these too."""
    return getattr(model, "kept_rows", model._base_manager)


def _columns(model):
    return [field for field in model._meta.concrete_fields if not field.generated]


def move_rows(key, rows, gone, kept, log):
    """Move these rows, whose `key` points at `gone`, to `kept`; what one there says already is folded into that one.

    Needs a transaction.
    """
    rows = rows.order_by("pk")
    if not is_told_apart(key.model):
        move(key, rows.values_list("pk", flat=True), gone.pk, kept.pk, log)
        return
    there = {sameness(row): row for row in _rows_of(key.model, kept)}
    moving = []
    for row in rows:
        columns = as_plain(row)
        setattr(row, key.name, kept)
        same = sameness(row)
        if same is None:
            _drop(row, columns, log)
        elif same in there:
            _absorb(there[same], row, log)
            fold(key.model._base_manager.get(pk=row.pk), there[same], log)
        else:
            there[same] = row
            moving.append(row.pk)
    move(key, moving, gone.pk, kept.pk, log)


def is_told_apart(model):
    """Whether two rows of the model under one owner may say the same, so that one is enough."""
    return hasattr(model, "sameness") or bool(model._meta.auto_created)


def sameness(row):
    """What is the same for two rows of which one is enough; the ends, in a many-to-many table of Django's making."""
    if row._meta.auto_created:
        return tuple(getattr(row, field.attname) for field in row._meta.concrete_fields if field.is_relation)
    return row.sameness


def _rows_of(model, owner):
    """The rows that point at `owner` by whatever foreign key."""
    keys = [field for field in model._meta.concrete_fields if field.related_model is type(owner)]
    return model._base_manager.filter(reduce(operator.or_, [models.Q(**{key.name: owner}) for key in keys]))


def _absorb(kept, gone, log):
    before = as_plain(kept)
    if hasattr(kept, "absorb"):
        kept.absorb(gone)
    fill_gaps(kept, gone)
    _save(kept, before, log)


def fill_gaps(kept, gone):
    """Take over every value of `gone` that an editor could set and that `kept` lacks."""
    for field in _columns(type(kept)):
        if field.editable and getattr(kept, field.attname) in (None, "", []):
            setattr(kept, field.attname, getattr(gone, field.attname))


def _save(row, before, log):
    """Save the row where it is not as `before`, and log what changed but for the marks of each save."""
    if as_plain(row) == before:
        return
    row.save()
    after = as_plain(row)
    values = {name: [before[name], after[name]] for name in before if before[name] != after[name]}
    log.append([CHANGED, row._meta.label, row.pk, {name: pair for name, pair in values.items() if name not in _MARKS}])


_MARKS = ("version", "updated_at")


def _drop(row, columns, log):
    """Delete a row with what belongs to it."""
    for key in pointing_at(type(row)):
        if key.remote_field.on_delete is models.CASCADE:
            for part in key.model._base_manager.filter(**{key.name: row}):
                _drop(part, as_plain(part), log)
    _remove(row, columns, None, log)


def _remove(row, columns, into, log):
    rows = _rows(type(row)).filter(pk=row.pk)
    change_whole(rows)
    rows.delete()
    log.append([REMOVED, row._meta.label, columns, into])


def _point(key, numbers, before, after):
    for start in range(0, len(numbers), BATCH):
        rows = _rows(key.model).filter(pk__in=numbers[start : start + BATCH], **{key.attname: before})
        change_whole(rows)
        rows.update(**{key.attname: after}, **touched(key.model))


def _move_back(model, name, gone, kept, numbers):
    _point(model._meta.get_field(name), numbers, kept, gone)


def _change_back(model, number, values):
    """Only what still is as it was set; another value is somebody's later word."""
    row = model._base_manager.filter(pk=number).first()
    if row is None:
        return
    present = as_plain(row)
    for name, (before, after) in values.items():
        if present[name] == after:
            setattr(row, name, _value(model, name, before))
    row.save()


def _unmake(model, number):
    _rows(model).filter(pk=number).delete()


def _put_back(model, columns, _into):
    row = model(**{name: _value(model, name, value) for name, value in columns.items()})
    row.save_base(raw=True, force_insert=True)


def _value(model, name, value):
    field = next(field for field in _columns(model) if field.attname == name)
    return field.to_python(value)


_TAKEN_BACK = {MOVED: _move_back, CHANGED: _change_back, MADE: _unmake, REMOVED: _put_back}
