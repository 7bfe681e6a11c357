"""Tasks at the desk: what editors have to see to because something else changed."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.urls import path

from articles.models import Task
from newsroom.lib.desk import Desk, shown_time

from .acts import changes_in_one_transaction

FINISHED = {Task.Outcome.DONE: "done", Task.Outcome.NEEDLESS: "not needed"}


class Waiting(admin.SimpleListFilter):
    """Whether somebody has seen to it."""

    title, parameter_name = "whether it waits", "waiting"

    def lookups(self, request, model_admin):
        return [("yes", "to do"), ("no", "finished")]

    def queryset(self, request, queryset):
        return queryset.filter(done_at__isnull=self.value() == "yes") if self.value() else queryset


@admin.register(Task)
class TaskDesk(Desk):
    list_display = ["what", "article", "made", "done", "outcome", "done_by"]
    list_display_links = ["what"]
    list_filter = [Waiting]
    list_select_related = ["article", "done_by"]
    search_fields = ["what", "article__headline"]
    fields = readonly_fields = [
        "what", "article", "quote", "because", "made_by", "made_at", "outcome", "done_by", "done_at", "word",
    ]  # fmt: skip
    actions = ["reopen"]
    made_where = "when words that other articles quote too are corrected or disputed"

    def for_list(self, queryset):
        return queryset.defer("article__body", "article__body_text", "article__folded")

    def has_add_permission(self, request):
        """A task is made by a correction or by marking a quote."""
        return False

    def get_urls(self):
        view = self.admin_site.admin_view(self.finish)
        return [path("<int:pk>/finish/", view, name="articles_task_finish"), *super().get_urls()]

    @changes_in_one_transaction
    def finish(self, request, pk):
        """Say that it is done or not needed, and go back to where it stood."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        task = get_object_or_404(Task.objects.select_for_update(of=("self",)), pk=pk)
        if not self.has_change_permission(request, task):
            raise PermissionDenied("You may not finish tasks.")
        outcome = request.POST.get("outcome")
        if outcome not in FINISHED:
            messages.error(request, "Say whether the task is done or not needed.")
        elif task.finish(outcome, request.user, request.POST.get("word", "").strip()):
            messages.success(request, f"{FINISHED[outcome].capitalize()}: {task}")
        else:
            who, when = task.done_by or "somebody", shown_time(task.done_at)
            messages.warning(request, f"Nothing was changed: {who} finished it before, {when}. {task}")
        if "/articles/article/" in request.headers.get("Referer", ""):
            return redirect("admin:articles_article_change", task.article_id)
        return redirect("admin:index")

    @admin.action(description="Open the chosen tasks again", permissions=["change"])
    def reopen(self, request, queryset):
        for task in queryset.exclude(done_at=None):
            task.reopen()
            messages.success(request, f"To do again: {task}")

    @admin.display(description="made", ordering="made_at")
    def made(self, task):
        return shown_time(task.made_at)

    @admin.display(description="finished", ordering="done_at")
    def done(self, task):
        return shown_time(task.done_at)
