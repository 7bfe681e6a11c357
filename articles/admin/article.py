"""Articles at the desk: their list and who may do what; the form and the acts stand in modules of their own."""

from django.contrib import admin, messages
from django.shortcuts import redirect
from django.utils.html import format_html_join

from articles.looks import RULES
from articles.models import Article, Byline, Comment, Mention, Quote, Revision
from articles.workflow import Act, may
from newsroom.lib.desk import Desk, shown_time, sought
from people.admin.looks import Told

from .acts import Acts
from .bringing import Bringing
from .calendar import Calendar
from .correct import Correcting
from .inlines import Bylines, Mentions, Quotes
from .looking import Looking
from .revisions import Revisions
from .suggesting import Suggesting
from .talking import Talking
from .whose import Whose
from .writing import Writing

BY_NAME = {rule.name: rule for rule in RULES}


class NeedsALook(admin.SimpleListFilter):
    """Articles with something an editor should see to."""

    title, parameter_name = "needs a look", "needs"

    def lookups(self, request, model_admin):
        return [
            ("anchors", "quotes changed or lost"),
            ("pending", "a change not shown yet"),
            ("section", "no section"),
            ("byline", "no byline"),
        ]

    def queryset(self, request, queryset):
        match self.value():
            case "anchors":
                unsound = BY_NAME["anchor"].offenders().order_by()
                return queryset.filter(pk__in=unsound.values("article"))
            case "pending":
                return queryset.with_change_not_shown()
            case "section" | "byline" as missing:
                return queryset.filter(pk__in=BY_NAME[f"no-{missing}"].offenders().order_by().values("pk"))
        return queryset


@admin.register(Article)
class ArticleDesk(Looking, Writing, Acts, Talking, Correcting, Calendar, Revisions, Suggesting, Bringing, Told, Desk):
    inlines = [Bylines, Quotes, Mentions]
    rules = RULES
    list_display = ["title", "status", "section", "written_by", "published", "edited"]
    list_filter = [Whose, "state", NeedsALook, "section", "language"]
    list_select_related = ["section"]
    search_fields = ["headline"]
    search_help_text = "Words of the headline, the standfirst or the text."
    ordering = ["-updated_at", "-pk"]
    prose_fields = ["body"]
    autocomplete_fields = ["image", "section", "topics", "related"]
    actions = ["publish_drafts"]
    view_on_site = False  # the template links what readers see

    class Media:
        css = {"all": ["css/pictures.css"]}
        js = ["js/images.js"]

    def for_list(self, queryset):
        return queryset.defer("body", "body_text", "folded").prefetch_related("bylines")

    def for_picker(self, queryset):
        return queryset.defer("body", "body_text", "folded")

    def search_in_picker(self, request, queryset, search_term):
        """By the headline, which is what a picker shows, the newest first."""
        return queryset.search_headlines(sought(search_term)).order_by("-pk")

    def picker_label(self, row):
        return f"{row} · {row.day.day} {row.day:%b %Y} · {row.get_state_display()}"

    # --- Columns ------------------------------------------------------------------------------------------------------

    @admin.display(description="headline", ordering="headline")
    def title(self, article):
        return str(article)

    @admin.display(description="state", ordering="state")
    def status(self, article):
        name, label = (
            ("scheduled", "scheduled") if article.is_scheduled else (article.state, article.get_state_display())
        )
        shown = [(name, label), *([("pending", "change not shown")] if article.pending_id else [])]
        return format_html_join(" ", '<span class="state state-{}">{}</span>', shown)

    @admin.display(description="published", ordering="publish_at")
    def published(self, article):
        return shown_time(article.publish_at)

    @admin.display(description="edited", ordering="updated_at")
    def edited(self, article):
        return shown_time(article.updated_at)

    @admin.display(description="by")
    def written_by(self, article):
        return ", ".join(byline.name for byline in article.bylines.all())

    # --- Who may, and what is never deleted ---------------------------------------------------------------------------

    def get_actions(self, request):
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def has_change_permission(self, request, obj=None):
        return may(request.user, Act.EDIT, obj)

    def has_delete_permission(self, request, obj=None):
        return may(request.user, Act.DELETE, obj)

    def delete_view(self, request, object_id, extra_context=None):
        article = admin.ModelAdmin.get_object(self, request, object_id)
        if article and article.was_published:
            way = "It is withdrawn" if article.state == Article.State.WITHDRAWN else "Withdraw it instead"
            messages.error(request, f"“{article}” was published and cannot be deleted. {way}.")
            return redirect("admin:articles_article_change", article.pk)
        return super().delete_view(request, object_id, extra_context)

    def get_deleted_objects(self, objs, request):
        """What hangs on articles goes with them and is told in numbers."""
        hanging = (Quote, Mention, Byline, Comment, Revision)
        numbers = {model._meta.verbose_name_plural: model.objects.filter(article__in=objs).count() for model in hanging}
        return [str(article) for article in objs], {name: count for name, count in numbers.items() if count}, set(), []
