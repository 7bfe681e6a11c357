"""Rows whose every change is kept, by whatever way it comes: a save, a bulk insert, an update, a deletion."""

from contextlib import contextmanager
from contextvars import ContextVar

from django.db import models, transaction
from django.db.models.deletion import Collector

from newsroom.lib.acting import actor
from newsroom.lib.plainvalues import lay, plain

from .change import Change

_unkept = ContextVar("unkept", default=())


@contextmanager
def unkept(*kinds):
    """What is done to rows of these models, `Kept` for all, leaves no Change: it is undone again or was made up."""
    token = _unkept.set((*_unkept.get(), *kinds))
    try:
        yield
    finally:
        _unkept.reset(token)


class KeptQuerySet(models.QuerySet):
    """Kept rows; what is done to many of them at once is kept as well."""

    def update(self, **values):
        touched = {self.model._meta.get_field(name) for name in values}
        if not touched & set(self.model.kept_fields()) or issubclass(self.model, _unkept.get()):
            return super().update(**values)
        with transaction.atomic(savepoint=False):
            before = _stored(self.model, list(self.order_by().values_list("pk", flat=True)))
            updated = super().update(**values)
            after = _stored(self.model, list(before))
            _keep([_changed(before[pk], row) for pk, row in after.items()])
            return updated

    update.alters_data = True

    def bulk_create(self, objs, *args, **kwargs):
        with transaction.atomic(savepoint=False):
            made = super().bulk_create(objs, *args, **kwargs)
            _keep([_created(row) for row in made if row.pk])
            return made

    def delete(self):
        with transaction.atomic():
            _keep_deletion(self._chain().order_by())
            return super().delete()

    delete.alters_data = True
    delete.queryset_only = True


class Kept(models.Model):
    """A row whose changes are kept as Change rows. Its manager is made of a KeptQuerySet.

    `owner_fields` names the foreign keys of which the first one set leads to the record whose history lists it too,
    `formatted_fields` those that hold HTML.
    """

    owner_fields = formatted_fields = ()
    is_kept = True

    # For what must not pass through the model's own manager.
    kept_rows = KeptQuerySet.as_manager()

    class Meta:
        abstract = True

    def save_base(self, *args, update_fields=None, **kwargs):
        with transaction.atomic():
            before = _stored(type(self), [self.pk]).get(self.pk) if self.pk else None
            super().save_base(*args, update_fields=update_fields, **kwargs)
            _keep([_changed(before, self, update_fields) if before else _created(self)])

    save_base.alters_data = True

    @classmethod
    def kept_fields(cls):
        """The model fields whose changes are kept: those an editor can set."""
        return [
            field
            for field in cls._meta.concrete_fields
            if field.editable and not (field.generated or field.primary_key)
        ]

    def kept_values(self):
        """The values of the kept fields as plain JSON data, by name."""
        return {field.name: plain(self, field) for field in self.kept_fields()}

    def set_back(self, name, value):
        """Set a kept field to a value that `kept_values` once gave; ValueError says why it cannot."""
        lay(self, self._meta.get_field(name), value)

    def owner(self):
        """(model, number) of the record whose history lists this row's changes too; ("", None) without."""
        for field in map(self._meta.get_field, self.owner_fields):
            if number := getattr(self, field.attname):
                return field.related_model._meta.label_lower, number
        return "", None

    def delete(self, *args, **kwargs):
        with transaction.atomic():
            _keep_deletion([self])
            return super().delete(*args, **kwargs)


def _stored(model, numbers):
    """The rows as they are stored, by number, locked until the transaction ends."""
    return model._base_manager.select_for_update().in_bulk(numbers)


def _created(row):
    usual = type(row)().kept_values()
    fields = {name: [None, value] for name, value in row.kept_values().items() if value not in ("", usual[name])}
    return _change(row, Change.What.CREATED, fields, row.owner())


def _changed(before, row, names=None):
    """The change of a row that was as `before`; one that moved is told of to its former owner."""
    was, now = before.kept_values(), row.kept_values()
    fields = {
        name: [was[name], now[name]] for name in was if was[name] != now[name] and (names is None or name in names)
    }
    return _change(row, Change.What.CHANGED, fields, before.owner()) if fields else None


def _deleted(row):
    usual = type(row)().kept_values()
    fields = {name: [value, None] for name, value in row.kept_values().items() if value not in ("", usual[name])}
    return _change(row, Change.What.DELETED, fields, row.owner(), label=str(row)[:200])


def _change(row, what, fields, owner, label=""):
    """The Change to keep, None for a row of which none is kept."""
    if not row.is_kept or isinstance(row, _unkept.get()):
        return None
    owner_model, owner_row = owner
    return Change(
        model=row._meta.label_lower,
        row=row.pk,
        owner_model=owner_model,
        owner_row=owner_row,
        what=what,
        label=label,
        fields=fields,
    )


def _keep(changes):
    """Write them down as done by whoever acts."""
    changes, who = [change for change in changes if change], actor()
    for change in changes:
        change.by, change.by_name, change.way = who.by, who.name, who.way
    Change.objects.bulk_create(changes)


def _keep_deletion(rows):
    """Keep that these rows go, and the kept ones that go with them; raises what their deletion would raise."""
    collector = Collector(using=rows.db if isinstance(rows, models.QuerySet) else rows[0]._state.db)
    collector.collect(rows)
    found = [(model, [row.pk for row in gone]) for model, gone in collector.data.items()]
    found += [(gone.model, list(gone.values_list("pk", flat=True))) for gone in collector.fast_deletes]
    kept = [(model, numbers) for model, numbers in found if issubclass(model, Kept)]
    _keep([_deleted(row) for model, numbers in kept for row in _stored(model, numbers).values()])
