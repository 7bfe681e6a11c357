"""A record at the desk made two: an editor picks what belongs to the other one."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.html import format_html

from newsroom.lib import html
from newsroom.lib.parameters import ID
from newsroom.lib.pickers import Picker, PickerField
from people import splitting
from people.merging import Refused
from people.models import Person

from .merging import PERMISSION, PICKED_BY

SHOWN = 100  # of each sort, newest first


class IntoForm(forms.Form):
    """Which record it moves to: a new one under a name, or one that is there."""

    name = forms.CharField(label="Name of the new one", max_length=200, required=False)

    def __init__(self, data, desk):
        super().__init__(data)
        picker = Picker(PICKED_BY[desk.model], desk.admin_site)
        label = "Or one that is there"
        self.fields["into"] = PickerField(
            desk.model.objects.all(), desk=desk, widget=picker, label=label, required=False
        )

    def clean(self):
        cleaned = super().clean()
        cleaned["name"] = html.title(cleaned.get("name") or "")
        if bool(cleaned["name"]) == bool(cleaned.get("into")) and not self.errors:
            raise forms.ValidationError("Give a name for a new record, or pick one that is there: one of the two.")
        return cleaned


class Splitting:
    """For the desk of people or organisations: the page on which a record is split."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.split_view)
        return [path("<int:pk>/split/", view, name=self._named("split")), *super().get_urls()]

    def split_view(self, request, pk):
        """Pick what moves, and to whom; then move it."""
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        record = self._found(request, str(pk))
        if record is None:
            return redirect(f"admin:{self._named('changelist')}")
        form = IntoForm(request.POST if request.method == "POST" else None, self)
        picked = {name: _numbers(request.POST.getlist(name)) for name in splitting.PICKED[self.model]}
        if form.is_valid():
            try:
                return self._split(request, record, form.cleaned_data, picked)
            except Refused as refusal:
                form.add_error(None, str(refusal))
        context = {
            "kept": record,
            "opts": self.opts,
            "title": f"Make two {self.opts.verbose_name_plural} of one",
            "subtitle": str(record),
            "form": form,
            "media": form.media,
            "sorts": [self._sort(record, name, picked[name]) for name in splitting.PICKED[self.model]],
        }
        return render(request, "admin/people/split.html", {**self.admin_site.each_context(request), **context})

    def _split(self, request, record, given, picked):
        into = given["into"] or self.model(
            name=given["name"], stands_alone=record.stands_alone, visibility=record.visibility
        )
        moved = splitting.split(record, into, picked)
        told = '{} moved to “{}”. <a href="{}">Compare the two</a>, or merge them again.'
        count = f"{moved} line{'' if moved == 1 else 's'}"
        page = reverse(f"admin:{self._named('merge')}", args=[record.pk])
        address = f"{page}?with={into.pk}"
        messages.success(request, format_html(told, count, into, address))
        return redirect(f"admin:{self._named('change')}", into.pk)

    def _sort(self, record, name, picked):
        """(name, heading, [(row, whether picked, label)], how many are not shown)."""
        relation = getattr(self.model, name).rel
        rows = getattr(record, name).order_by("-pk")
        related = [field.name for field in relation.related_model._meta.fields if field.is_relation]
        if "article" in related:
            related = [each for each in related if each in {"article", "person", "organisation", "role"}]
            rows = rows.select_related("article").defer("article__body", "article__body_text", "article__folded")
        if hasattr(rows, "with_links"):
            rows = rows.with_links()
        rows = list(rows.select_related(*related)[: SHOWN + 1])
        heading = relation.related_model._meta.verbose_name_plural
        return name, heading, [(row, row.pk in picked, _label(row)) for row in rows[:SHOWN]], len(rows) > SHOWN


def _numbers(texts):
    return {int(text) for text in texts if ID.fullmatch(text)}


def _label(row):
    """A row as an editor tells it from others: with its article, or with its years."""
    if hasattr(row, "article"):
        return f"{row} · {row.article}, {row.article.day:%d %b %Y}"
    years = row.years() if hasattr(row, "years") and not isinstance(row, Person) else ""
    return f"{row}, {years}" if years else str(row)
