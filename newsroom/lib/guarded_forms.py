"""Forms and inline rows that put together what was sent and what somebody else saved meanwhile."""

from django import forms
from django.forms.models import BaseInlineFormSet
from django.forms.utils import pretty_name

from newsroom.lib.differences import MINE, THEIRS, Difference, as_sent, difference, same
from newsroom.lib.prose import ProseField

CHOICE = "choice"


def at_hand(record, fk):
    """The rows whose foreign key `fk` leads to the record, where they were prefetched; else None."""
    return getattr(record, "_prefetched_objects_cache", {}).get(fk.remote_field.get_accessor_name())


class GuardedForm(forms.ModelForm):
    """A form that can be refused as a whole (`refusal` says why) and put together with what is stored.

    `opened` is given when it must be: the values it was opened with by field, as far as they are known; `row` names the
    inline row the form is of. A stored row of many (`is_row`) in which nothing changed is not validated again.
    """

    refusal, opened, row, is_row = "", None, "", False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.differences = []

    def full_clean(self):
        if self.is_bound and hasattr(self.data, "getlist"):
            self._choose()
            if self.opened is not None:
                self.differences = list(self._merge())
        super().full_clean()

    def _post_clean(self):
        if not self.is_row or self.has_changed():
            super()._post_clean()

    def clean(self):
        cleaned = super().clean()
        if self.refusal:
            self.add_error(None, self.refusal)
        # The browser knows a time to the second, and its editor writes HTML in its own way: what was not changed stays.
        inexact = [name for name, field in self.fields.items() if isinstance(field, forms.DateTimeField | ProseField)]
        kept = {name: self.initial[name] for name in inexact if name in self.initial and name not in self.changed_data}
        return (self.cleaned_data if cleaned is None else cleaned) | kept

    def _choose(self):
        """Take for each field what was chosen among theirs, mine and both when the differences were shown."""
        for name in self.fields:
            html_name = self.add_prefix(name)
            choice = self.data.get(f"{CHOICE}:{html_name}")
            if choice == THEIRS:
                self._put(name, self.stored(name))
            elif choice and f"{choice}:{html_name}" in self.data:
                self._put(name, self.data.getlist(f"{choice}:{html_name}"))

    def _merge(self):
        """Put together what was sent and what is stored; yields the Differences."""
        if self.row and self.data.get(self.add_prefix("DELETE")):
            yield from self._keep_if_changed()
            return
        for bound in self:
            if bound.is_hidden or bound.name == "DELETE" or isinstance(bound.field, forms.FileField):
                continue
            label = f"{self.row}: {bound.label}" if self.row else str(bound.label)
            if found := difference(bound, label, self.opened.get(bound.name)):
                yield found
                if found.proposed != MINE:
                    self._put(bound.name, found.values[found.proposed])

    def _keep_if_changed(self):
        """A row to be deleted that somebody changed meanwhile stays with their changes, unless the editor insists."""
        known = [name for name in self.opened if name in self.fields]
        if all(same(self.fields[name], self.opened[name], self.stored(name)) for name in known):
            return
        delete = self.add_prefix("DELETE")
        values = {THEIRS: [], MINE: ["on"]}
        yield Difference(self.row, "changed meanwhile", "to be deleted", delete, proposed=THEIRS, values=values)
        for name in [*known, "DELETE"]:
            self._put(name, self.stored(name))

    def _put(self, name, values):
        """Have the field as if the browser had sent these values."""
        self.data = self.data.copy()
        if values:
            self.data.setlist(self.add_prefix(name), values)
        else:
            self.data.pop(self.add_prefix(name), None)
        self.__dict__.pop("changed_data", None)

    def stored(self, name):
        """What a browser sends for the stored value of a field."""
        return as_sent(self.fields[name], self.get_initial_for_field(self.fields[name], name))

    def values(self):
        """What a browser sends for all stored values, by field; files aside."""
        return {
            name: self.stored(name) for name, field in self.fields.items() if not isinstance(field, forms.FileField)
        }


class RowKey(forms.ModelChoiceField):
    """The key of a row; `stored` gives the row of a key, or None, without asking the database for each."""

    def __init__(self, stored, *args, **kwargs):
        self.stored = stored
        super().__init__(*args, **kwargs)

    def to_python(self, value):
        return self.stored(value) or super().to_python(value)


class GuardedFormSet(BaseInlineFormSet):
    """Inline rows put together with those stored; `opened` as that of a form, by the key of each row.

    What was written into a row that somebody deleted meanwhile comes back as a new row.
    """

    opened, is_table = None, False

    def __init__(self, data=None, *args, **kwargs):
        super().__init__(data, *args, **kwargs)
        self.gone = []
        if self.is_bound:
            self.data = self._with_lost_rows_as_new(data)

    def get_queryset(self):
        """The stored rows; those that the record has at hand are not read again."""
        held = at_hand(self.instance, self.fk)
        return super().get_queryset() if held is None else held

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.is_row = bool(form.instance.pk)
        name = self.model._meta.pk.name
        key = form.fields[name]
        form.fields[name] = RowKey(self._stored, key.queryset, initial=key.initial, required=False, widget=key.widget)
        # In a table the head of the column is no label for those who do not see it.
        shown = [(name, field) for name, field in form.fields.items() if self.is_table and not field.widget.is_hidden]
        for name, field in shown:
            widget = getattr(field.widget, "widget", field.widget)
            widget.attrs.setdefault("aria-label", str(field.label or pretty_name(name)))

    def _construct_form(self, index, **kwargs):
        form = super()._construct_form(index, **kwargs)
        # What a row says of its record is read from the record at hand, not from the database row by row.
        setattr(form.instance, self.fk.name, self.instance)
        if self.opened is not None and form.instance.pk:
            form.row = f"{self.title} {form.instance}"
            form.opened = self.opened.get(self.key(form.instance.pk), {})
        return form

    @property
    def title(self):
        """What a row is called."""
        return self.model._meta.verbose_name.capitalize()

    def key(self, pk):
        """What a row is known by in the values that a form was opened with."""
        return f"{self.prefix}.{pk}"

    def differences(self):
        """The Differences of all rows, those added and deleted meanwhile among them."""
        for form in self.forms:
            yield from getattr(form, "differences", ())
        sent = {form.instance.pk for form in self.forms}
        for row in self.get_queryset():
            if row.pk not in sent:
                yield Difference(self.title, f"added meanwhile: {row} (it stays)", "")
        yield from self.gone

    def values(self):
        """What a browser sends for the stored rows, by their keys."""
        return {self.key(form.instance.pk): form.values() for form in self.initial_forms if hasattr(form, "values")}

    def _stored(self, key):
        return self._existing_object(int(key)) if str(key).isdecimal() else None

    def _with_lost_rows_as_new(self, data):
        pk, total, initial = self.model._meta.pk.name, self.total_form_count(), self.initial_form_count()
        stored = {str(row.pk) for row in self.get_queryset()}
        sent = [data.get(f"{self.add_prefix(index)}-{pk}", "") for index in range(initial)]
        lost = [index for index, value in enumerate(sent) if value and value not in stored]
        if not lost:
            return data
        kept = [index for index in range(initial) if index not in lost]
        back = [index for index in lost if self._comes_back(data, index, sent[index])]
        return self._in_order(data, [*kept, *back, *range(initial, total)], initial=len(kept))

    def _comes_back(self, data, index, pk):
        """Whether a row that is gone was changed here, and so comes back; tells what becomes of it."""
        prefix, base = self.add_prefix(index), (self.opened or {}).get(self.key(pk), {})
        if data.get(f"{prefix}-DELETE"):
            return False
        fields = {name: field for name, field in self.form.base_fields.items() if name in base}
        words = next((value for name in fields for value in base[name] if not value.isdecimal()), "")
        untouched = base and all(
            same(field, base[name], data.getlist(f"{prefix}-{name}")) for name, field in fields.items()
        )
        outcome = "not changed by you: it stays deleted" if untouched else "yours comes back as a new row"
        self.gone.append(Difference(f"{self.title} {words[:60]}".strip(), "deleted meanwhile", outcome))
        return not untouched

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
