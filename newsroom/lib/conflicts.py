"""Two saves of one record: the second saver is told, sees their text beside the own, and loses nothing.

A form carries a token of the record and its inline rows as they were when it was opened. A save compares it with the
token of what is stored, under a lock. Where they differ the form comes back with the words that were sent, a list of
what differs, and the new token, so that saving again is a decision.
"""

import hashlib
import json
from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.forms.models import BaseInlineFormSet
from django.forms.utils import pretty_name

from newsroom.lib.prose import ProseField

SEEN, THEIRS = "seen", "theirs"
TOLD = (
    "Somebody else saved this while you were editing. Nothing of yours is lost and nothing was overwritten: "
    "below, what is stored now stands beside what you have. Tick what you want to take from them, then save again."
)
CLASHES = "This cannot be saved together with what is stored: it is there already, or what it points at is gone."


def token_of(record, row_sets, unguarded=()):
    """A short text that differs once the record, or a row of the querysets `row_sets` that hang on it, has changed.

    The fields named in `unguarded` do not count.
    """
    chosen = [list(getattr(record, field.name).values_list("pk", flat=True)) for field in record._meta.many_to_many]
    own = _content(type(record)._base_manager.filter(pk=record.pk), unguarded)
    content = [own, chosen, *map(_content, row_sets)]
    return hashlib.sha256(json.dumps(content, default=str).encode()).hexdigest()[:32]


def _content(rows, unguarded=()):
    """What editors can change in these rows: their versions where they keep one, else their values."""
    names = [field.name for field in rows.model._meta.concrete_fields if field.editable and not field.generated]
    if any(field.name == "version" for field in rows.model._meta.concrete_fields):
        names = ["version"]
    names = [name for name in names if name not in unguarded]
    return [list(row) for row in rows.order_by("pk").values_list("pk", *names)]


@dataclass
class Difference:
    """A field that differs between the stored record and the form sent; `name` is its input's, empty for a row."""

    label: str
    theirs: str
    mine: str
    name: str = ""


class GuardedForm(forms.ModelForm):
    """A form that can be refused as a whole (`refusal` says why), and takes stored values where asked to."""

    refusal = ""

    def __init__(self, data=None, *args, **kwargs):
        super().__init__(data, *args, **kwargs)
        wanted = set(data.getlist(THEIRS)) if hasattr(data, "getlist") else set()
        for name in self.fields:
            if self.add_prefix(name) in wanted:
                self._take_theirs(name)

    def clean(self):
        cleaned = super().clean()
        if self.refusal:
            self.add_error(None, self.refusal)
        # The browser knows a time to the second, and its editor writes HTML in its own way: what was not changed stays.
        inexact = [name for name, field in self.fields.items() if isinstance(field, forms.DateTimeField | ProseField)]
        kept = {name: self.initial[name] for name in inexact if name in self.initial and name not in self.changed_data}
        return (self.cleaned_data if cleaned is None else cleaned) | kept

    def differences(self, row=""):
        """The Differences between what is stored and what was sent; `row` names the inline row this form is of."""
        for bound in self:
            if bound.name in self.changed_data and not bound.is_hidden and bound.name != "DELETE":
                label = f"{row}: {bound.label}" if row else bound.label
                yield Difference(
                    label, _shown(bound.field, bound.initial), _shown(bound.field, bound.data), bound.html_name
                )

    def _take_theirs(self, name):
        field = self.fields[name]
        value = field.prepare_value(self.get_initial_for_field(field, name))
        self.data = self.data.copy()
        if isinstance(value, bool):
            values = ["on"] if value else []
        else:
            values = value if isinstance(value, list | tuple) else [value]
            widget = getattr(field.widget, "widget", field.widget)
            values = [widget.format_value(each) for each in values if each is not None]
            values = [each[0] if isinstance(each, list) else each for each in values]
        self.data.setlist(self.add_prefix(name), [each for each in values if each is not None])


def _shown(field, value):
    """A stored or sent value as an editor reads it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    values = value if isinstance(value, list | tuple | models.QuerySet) else [value]
    values = [getattr(each, "pk", each) for each in values if each not in (None, "")]
    if hasattr(field, "rows"):
        values = [field.label_from_instance(row) for row in field.rows(values)]
    elif hasattr(field, "choices"):
        labels = {str(key): label for key, label in field.choices}
        values = [labels.get(str(each), each) for each in values]
    else:
        values = [getattr(field, "shown", field.prepare_value)(each) for each in values]
    return ", ".join(map(str, values))


class GuardedFormSet(BaseInlineFormSet):
    """Inline rows; what was written into a row that somebody deleted meanwhile comes back as a new row."""

    def __init__(self, data=None, *args, **kwargs):
        super().__init__(data, *args, **kwargs)
        if self.is_bound:
            self.data = self._with_lost_rows_as_new(data)

    def add_fields(self, form, index):
        super().add_fields(form, index)
        # In a table the head of the column is no label for those who do not see it.
        for name, field in form.fields.items():
            widget = getattr(field.widget, "widget", field.widget)
            widget.attrs.setdefault("aria-label", str(field.label or pretty_name(name)))

    def _construct_form(self, index, **kwargs):
        form = super()._construct_form(index, **kwargs)
        # What a row says of its record is read from the record at hand, not from the database row by row.
        setattr(form.instance, self.fk.name, self.instance)
        for name, field in form.fields.items():
            if hasattr(field, "known") and form.instance._state.fields_cache.get(name):
                chosen = getattr(form.instance, name)
                field.known = {chosen.pk: chosen}
        return form

    def differences(self):
        """The Differences of all rows, those added meanwhile among them."""
        title = self.model._meta.verbose_name.capitalize()
        for form in self.forms:
            if form.instance.pk and hasattr(form, "differences"):
                yield from form.differences(f"{title} {form.instance}")
        sent = {form.instance.pk for form in self.forms}
        for row in self.get_queryset():
            if row.pk not in sent:
                yield Difference(title, f"added meanwhile: {row} (it stays)", "")

    def _with_lost_rows_as_new(self, data):
        pk, total, initial = self.model._meta.pk.name, self.total_form_count(), self.initial_form_count()
        stored = {str(row.pk) for row in self.get_queryset()}
        sent = [data.get(f"{self.add_prefix(index)}-{pk}", "") for index in range(initial)]
        lost = [index for index, value in enumerate(sent) if value and value not in stored]
        if not lost:
            return data
        deleted = {index for index in lost if data.get(f"{self.add_prefix(index)}-DELETE")}
        kept = [index for index in range(initial) if index not in lost]
        order = [*kept, *(index for index in lost if index not in deleted), *range(initial, total)]
        return self._in_order(data, order, initial=len(kept))

    def _in_order(self, data, order, initial):
        """The data with these rows in this order, of which the first `initial` ones are stored."""
        moved, pk = data.copy(), self.model._meta.pk.name
        for key in [
            key for key in moved if key.startswith(f"{self.prefix}-") and key[len(self.prefix) + 1 :][:1].isdecimal()
        ]:
            del moved[key]
        for new, old in enumerate(order):
            before, after = f"{self.add_prefix(old)}-", f"{self.add_prefix(new)}-"
            for key in [key for key in data if key.startswith(before)]:
                moved.setlist(after + key.removeprefix(before), data.getlist(key))
            if new >= initial:
                moved[f"{after}{pk}"] = ""
        moved[f"{self.prefix}-TOTAL_FORMS"], moved[f"{self.prefix}-INITIAL_FORMS"] = str(len(order)), str(initial)
        self.__dict__.pop("management_form", None)
        return moved


class Guarded:
    """For a model admin: compares tokens before it saves; a clash in the database becomes an error of the form."""

    # Fields that others than editors write.
    unguarded = ()

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method == "POST":
            with transaction.atomic():
                return self._guarded_save(request, object_id, form_url, extra_context)
        request.refusal = ""
        context = {**(extra_context or {}), SEEN: self._token(request, object_id)}
        return self.form_view(request, object_id, form_url, context)

    def _guarded_save(self, request, object_id, form_url, extra_context):
        """The answer to a form that was sent; the record is locked until it is given."""
        seen = self._token(request, object_id)
        request.refusal = TOLD if seen and request.POST.get(SEEN) != seen else ""
        context = {**(extra_context or {}), SEEN: seen}
        try:
            with transaction.atomic():
                return self.form_view(request, object_id, form_url, context)
        except IntegrityError:
            request.refusal = CLASHES
            return self.form_view(request, object_id, form_url, context)

    def form_view(self, request, object_id, form_url, extra_context):
        """The form itself, shown or saved."""
        return super().changeform_view(request, object_id, form_url, extra_context)

    def render_change_form(self, request, context, **kwargs):
        if request.refusal == TOLD:
            context["differences"] = _differences(context)
        return super().render_change_form(request, context, **kwargs)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.refusal = getattr(request, "refusal", "")
        return form

    def _token(self, request, object_id):
        """The token of what is stored, empty when there is no such record; a save locks the record."""
        if object_id is None:
            return ""
        try:
            pk = self.opts.pk.to_python(object_id)
        except ValidationError:
            return ""
        records = self.model._base_manager.filter(pk=pk)
        record = (records.select_for_update(of=("self",)) if request.method == "POST" else records).first()
        if record is None:
            return ""
        rows = [
            inline.get_queryset(request).filter(**{inline.get_formset(request, record).fk.name: record})
            for inline in self.get_inline_instances(request, record)
            if inline.has_change_permission(request, record)
        ]
        return token_of(record, rows, self.unguarded)


def _differences(context):
    found = list(context["adminform"].form.differences())
    for rows in context["inline_admin_formsets"]:
        found += rows.formset.differences()
    return found
