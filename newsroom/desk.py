"""The desk: the admin site with its pickers, its front page and its content security policy."""

from functools import wraps

from csp.decorators import csp_update
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.urls import path, reverse

from articles.models import Article, Task
from articles.workflow import Act, may
from newsroom import finding, handbook, needs_a_look, presence, voices
from newsroom.lib.acting import Way, acting
from newsroom.lib.carrying import carry

FRONT_ROWS = 8
SIGNED_OUT = "You were signed out before this was saved. Nothing is lost: sign in, and what you wrote is there again."


class LabelledRows(AutocompleteJsonView):
    """What a picker offers, under the labels of the model's own desk."""

    def get_queryset(self):
        desk = self.model_admin
        rows = desk.get_queryset(self.request).complex_filter(self.source_field.get_limit_choices_to())
        return desk.for_picker(desk.search_in_picker(self.request, rows, self.term))

    def serialize_result(self, obj, to_field_name):
        return {"id": str(getattr(obj, to_field_name)), "text": self.model_admin.picker_label(obj)}


class DeskSite(admin.AdminSite):
    """The site at /admin/."""

    site_header = site_title = settings.SITE_NAME
    index_title = "The desk"
    empty_value_display = "–"
    enable_nav_sidebar = False

    def admin_view(self, view, cacheable=False):
        """Every page of the desk: what it changes is its user's act, and it has the policy its editor of text needs."""
        inner = super().admin_view(view, cacheable)

        @wraps(inner)
        def guarded(request, *args, **kwargs):
            if request.method == "POST" and not self.has_permission(request) and carry(request):
                messages.warning(request, SIGNED_OUT)
            with acting(request.user if request.user.is_authenticated else None, Way.DESK):
                return csp_update(settings.DESK_CONTENT_SECURITY_POLICY)(inner)(request, *args, **kwargs)

        return guarded

    def autocomplete_view(self, request):
        return LabelledRows.as_view(admin_site=self)(request)

    def get_urls(self):
        search = self.admin_view(lambda request: finding.page(request, self))
        search_page = [path("search/", search, name="search")]
        help_page = [path("help/", self.admin_view(lambda request: handbook.page(request, self)), name="help")]
        return search_page + help_page + needs_a_look.urls(self) + presence.urls(self) + super().get_urls()

    def index(self, request, extra_context=None):
        context = {"may_write": may(request.user, Act.ADD), "counts": needs_a_look.counts(self, request)}
        context |= front(request.user) if self.may_edit(request) else {}
        return super().index(request, {**context, **(extra_context or {})})

    def each_context(self, request):
        return {**super().each_context(request), "zone": settings.TIME_ZONE}

    def may_edit(self, request):
        """Whether the articles may be seen by who asks."""
        return self.get_model_admin(Article).has_view_permission(request)

    def reverse(self, name, *args):
        """The address of a page of the desk by its name."""
        return reverse(f"{self.name}:{name}", args=args, current_app=self.name)


def front(user):
    """What the front page shows `user`, who may see the articles: lists, tasks, and the last weeks in numbers."""
    articles = Article.objects.defer("body", "body_text", "folded")
    unclaimed = {"In review, with nobody": articles.waiting_for_anybody()} if may(user, Act.APPROVE) else {}
    lists = {
        "Waiting for me": articles.waiting_for(user),
        "My drafts": articles.drafts_of(user),
        **unclaimed,
        "Going out": articles.scheduled().order_by("publish_at"),
        "Changes readers do not see yet": articles.with_change_not_shown().order_by("-pending__made_at"),
        "Edited last": articles.order_by("-updated_at"),
    }
    quoted = voices.quoted()
    weeks = voices.weeks(quoted)
    return {
        "article_lists": {title: rows[:FRONT_ROWS] for title, rows in lists.items()},
        "tasks": Task.objects.open().for_list()[:FRONT_ROWS] if user.has_perm("articles.change_task") else [],
        "weeks": weeks,
        "bars": voices.bars(weeks),
        "heard": any(week.articles or week.quotes for week in weeks),
        "voices": voices.voices(quoted),
    }
