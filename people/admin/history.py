"""The page “History” of a record at the desk: every change, and one of them undone."""

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.text import capfirst

from newsroom.lib.acting import Way
from newsroom.lib.desk import Desk, DeskList, shown_time
from newsroom.lib.keyset import page
from people.histories import changes_of, in_words
from people.models import Change
from people.undoing import NotUndone, undo

A_PAGE = 30


class Historical:
    """For a desk of kept records: their history instead of Django's log."""

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_undo"
        return [path("<int:pk>/undo/", self.admin_site.admin_view(self.undo_view), name=name), *super().get_urls()]

    def history_view(self, request, object_id, extra_context=None):
        """Every change of the record and of what belongs to it, newest first."""
        record = self.get_object(request, unquote(object_id))
        if record is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        shown = page(changes_of(record), ("-pk",), A_PAGE, request.GET.get("after"))
        context = {
            **self.admin_site.each_context(request),
            "title": "History",
            "subtitle": str(record),
            "opts": self.opts,
            "record": record,
            "page": shown,
            "entries": in_words(shown.rows, record),
            "may_undo": self.may_undo(request, record),
            **(extra_context or {}),
        }
        return render(request, "admin/history.html", context)

    def undo_view(self, request, pk):
        """Undo one change, or one field of it, and say what happened."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        record = get_object_or_404(self.get_queryset(request), pk=pk)
        sent = request.POST.get("change", "")
        change = changes_of(record).filter(pk=sent).first() if sent.isdecimal() and len(sent) < 19 else None
        if not self.may_undo(request, record, change):
            raise PermissionDenied
        try:
            self._undo(request, record, change)
        except NotUndone as error:
            messages.error(request, str(error))
        else:
            messages.success(request, "Undone. The undoing is a change of its own and can be undone too.")
        return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_history", pk)

    @transaction.atomic
    def _undo(self, request, record, change):
        if change is None:
            raise NotUndone("There is no such change of this record.")
        undo(change, request.POST.getlist("field"))
        self.was_undone(request, record)

    def may_undo(self, request, record, change=None):
        """Whether who asks may undo changes of this record, and of what the Change was made to."""
        permission = change.model.replace(".", ".change_") if change else ""
        return self.has_change_permission(request, record) and (not change or request.user.has_perm(permission))

    def was_undone(self, request, record):
        """What else is to be kept when a change was undone."""


class ChangeList(DeskList):
    """A list of changes, each with its Entry."""

    def get_results(self, request):
        super().get_results(request)
        self.result_list = list(self.result_list)
        for entry in in_words(self.result_list):
            entry.change.entry = entry


class ByWay(admin.SimpleListFilter):
    """Changes by how they came."""

    title, parameter_name = "way", "way"

    def lookups(self, request, model_admin):
        return [(way.value or "program", way.label) for way in Way]

    def queryset(self, request, queryset):
        value = self.value()
        return queryset if value is None else queryset.filter(way="" if value == "program" else value)


@admin.register(Change)
class ChangeDesk(Desk):
    """Every change there was, also of what is deleted."""

    list_display = ["when", "who", "of_what", "what_happened", "way"]
    list_display_links = None
    list_filter = ["what", ByWay]
    search_fields = ["by_name", "label"]
    search_help_text = "Who did it, or the name of what was deleted."
    ordering = ["-pk"]
    made_where = "with every save, import and merge"

    def get_changelist(self, request, **kwargs):
        return ChangeList

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description="when", ordering="at")
    def when(self, change):
        return shown_time(change.at)

    @admin.display(description="who", ordering="by_name")
    def who(self, change):
        return change.by_name or None

    @admin.display(description="of what")
    def of_what(self, change):
        return f"{capfirst(change.entry.noun)}: {change.entry.label}"

    @admin.display(description="what")
    def what_happened(self, change):
        return change.entry.summary
