"""Pickers of the desk: rows chosen by searching, labelled to tell namesakes apart, without a query for each row."""

from collections import defaultdict

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe


class _ShowsChosen:
    """A picker that prints only the rows chosen, which its field mostly knows already.

    It is written without a template: a form has hundreds, each with a dozen attributes.
    """

    def render(self, name, value, attrs=None, renderer=None):
        attributes = self.build_attrs(self.attrs, {**(attrs or {}), "name": name})
        if self.allow_multiple_selected:
            attributes["multiple"] = True
        field = self.choices.field
        chosen = [(row.pk, field.label_from_instance(row)) for row in field.rows(self.format_value(value))]
        options = format_html_join("", '<option value="{}" selected>{}</option>', chosen)
        may_be_empty = not (self.is_required or self.allow_multiple_selected)
        blank = mark_safe('<option value=""></option>') if may_be_empty else ""
        return format_html("<select{}>{}{}</select>", flatatt(attributes), blank, options)


class Picker(_ShowsChosen, AutocompleteSelect):
    """Chooses one row."""


class MultiplePicker(_ShowsChosen, AutocompleteSelectMultiple):
    """Chooses several rows."""


class _Picked:
    """A field whose rows are labelled by `desk`, the model admin of what is picked; `known` maps ids to loaded rows."""

    def __init__(self, *args, desk, **kwargs):
        self.desk, self.known = desk, {}
        super().__init__(*args, **kwargs)

    def __deepcopy__(self, memo):
        field = super().__deepcopy__(memo)
        field.known = {}
        return field

    def label_from_instance(self, row):
        return self.desk.picker_label(row)

    def rows(self, values):
        """The rows with these ids as a form sends them, those not known yet in one query; no row for what is no id."""
        ids = [int(value) for value in map(str, values) if value.isdecimal() and len(value) < 19]
        missing = [pk for pk in ids if pk not in self.known]
        if missing:
            self.known |= self.desk.for_picker(self.queryset.filter(pk__in=missing)).in_bulk()
        return [self.known[pk] for pk in ids if pk in self.known]


class PickerField(_Picked, forms.ModelChoiceField):
    """One row; the one that its form came with is mostly known."""

    def to_python(self, value):
        if str(value).isdecimal() and int(value) in self.known:
            return self.known[int(value)]
        return super().to_python(value)


class MultiplePickerField(_Picked, forms.ModelMultipleChoiceField):
    """Several rows."""


def load_chosen(forms):
    """Let the pickers of these model forms know the rows that their records have chosen: one query for each desk.

    The records have them at hand then. A row they have at hand before is not read again where its label needs no more.
    """
    wanted, pickers = defaultdict(set), []
    for form in forms:
        for name, field in form.fields.items():
            if isinstance(field, MultiplePickerField):
                field.known = {row.pk: row for row in form.initial.get(name, ())}
            elif isinstance(field, PickerField) and (pk := getattr(form.instance, f"{name}_id")):
                if field.desk.labels_plain_rows and (row := form.instance._state.fields_cache.get(name)):
                    field.known = {pk: row}
                    continue
                pickers.append((field, form.instance, name, pk))
                wanted[field.desk].add(pk)
    found = {desk: desk.for_picker(desk.model._default_manager.all()).in_bulk(pks) for desk, pks in wanted.items()}
    for field, record, name, pk in pickers:
        if row := found[field.desk].get(pk):
            field.known = {pk: row}
            setattr(record, name, row)


class Picks:
    """For a model admin or an inline: foreign keys in `autocomplete_fields` become pickers."""

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        return super().formfield_for_foreignkey(
            db_field, request, **self._picker(db_field, PickerField, Picker, kwargs)
        )

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        picker = self._picker(db_field, MultiplePickerField, MultiplePicker, kwargs)
        return super().formfield_for_manytomany(db_field, request, **picker)

    def desk_of(self, name):
        """The model admin of what the field `name` points at."""
        return self.admin_site.get_model_admin(self.model._meta.get_field(name).remote_field.model)

    def pickable(self, name):
        """The rows from which the field `name` is chosen, with what the picker prints of each."""
        desk = self.desk_of(name)
        return desk.for_picker(desk.model._default_manager.all())

    def _picker(self, db_field, field, widget, kwargs):
        if db_field.name not in self.get_autocomplete_fields(None):
            return kwargs
        desk = self.desk_of(db_field.name)
        chosen = {"form_class": field, "widget": widget(db_field, self.admin_site, desk.picker_attrs), "desk": desk}
        return chosen | kwargs
