"""Articles at the desk: written, quoted, published, changed without showing, withdrawn."""

from django.contrib import admin, messages
from django.db import transaction
from django.db.models import Exists, OuterRef, Prefetch, prefetch_related_objects
from django.shortcuts import redirect
from django.utils.functional import SimpleLazyObject
from django.utils.html import format_html_join

from articles import publishing, revisions
from articles.forms import UNSHOWN, ArticleForm
from articles.looks import RULES, UNSOUND
from articles.models import Article, Byline, Comment, Mention, Quote, Revision
from articles.publishing import account
from articles.workflow import Act, may, moves
from newsroom.lib.conflicts import SEEN
from newsroom.lib.desk import Desk, shown_time
from people.admin.looks import Told

from .acts import Acts
from .beside import beside
from .bringing import Bringing
from .calendar import Calendar
from .correct import Correcting
from .inlines import Bylines, Mentions, Quotes
from .looking import PREVIEW, Looking
from .meanwhile import as_shown
from .revisions import Revisions
from .suggesting import Suggesting
from .talking import Talking
from .whose import Whose

UNSEEN = "Readers do not see the change until you publish it."
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


class NotSavedError(Exception):
    """Carries the answer of a form with errors out of a transaction that must leave no trace."""

    def __init__(self, response):
        self.response = response


@admin.register(Article)
class ArticleDesk(Looking, Acts, Talking, Correcting, Calendar, Revisions, Suggesting, Bringing, Told, Desk):
    form = ArticleForm
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

    def for_form(self, queryset):
        """With `is_shown`, whether readers see it now."""
        linked = super().for_form(queryset).select_related("section", "image", "assigned_to", "pending")
        shown = Article.objects.published().filter(pk=OuterRef("pk"))
        return linked.annotate(is_shown=Exists(shown))

    def picker_label(self, row):
        return f"{row} · {row.day.day} {row.day:%b %Y} · {row.get_state_display()}"

    # --- The form -----------------------------------------------------------------------------------------------------

    def get_fieldsets(self, request, obj=None):
        is_withdrawn = obj and obj.state == Article.State.WITHDRAWN
        notice = ["notice"] if is_withdrawn and may(request.user, Act.WITHDRAW, obj) else []
        return [
            (None, {"fields": ["kicker", "headline", "standfirst", "body"]}),
            ("Image", {"fields": ["image", "image_caption"]}),
            ("Where it belongs", {"fields": ["section", "topics", "related", "language"]}),
            ("When", {"fields": [("publish_at", "expire_at"), "embargo_until", *notice]}),
            ("Address and origin", {"fields": ["slug", "source_url", "canonical_url"], "classes": ["collapse"]}),
            (None, {"fields": ["note"]}),
        ]

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.user = request.user
        return form

    def get_object(self, request, object_id, from_field=None):
        """The article, where its form is looked at as that shows it."""
        return getattr(request, "on_form", None) or super().get_object(request, object_id, from_field)

    def form_view(self, request, object_id, form_url, extra_context):
        """The form; with a change that readers do not see yet as if it were made."""
        article = self.get_object(request, object_id) if object_id else None
        is_shown = bool(article and article.is_shown)
        # Only what readers see now can be changed without showing; anything else is simply saved.
        request.unshown = UNSHOWN in request.POST and is_shown
        context = {**extra_context, "is_shown": is_shown, "moves": moves(request.user, article or Article())}
        view = super().form_view
        if article is None:
            return view(request, object_id, form_url, context)
        context |= {"pending": article.pending, "shown_as": as_shown(article), "page": article.get_absolute_url()}
        context["beside"] = SimpleLazyObject(lambda: self._beside(request, article, is_shown))
        if request.method == "POST":
            return self._saved(request, article, lambda: view(request, object_id, form_url, context))
        prefetch_related_objects([article], "bylines", "mentions", Prefetch("quotes", Quote.objects.in_text_order()))
        request.on_form = article
        if article.pending:
            context[SEEN] = self.token_for(request, article)
            request.on_form = revisions.as_it_was(article, article.pending.content)
        context["unsound"] = sum(
            quote.anchor_state in UNSOUND and not quote.not_verbatim for quote in article.quotes.all()
        )
        return view(request, object_id, form_url, context)

    def _beside(self, request, article, is_shown):
        """What stands beside the form, of the article as stored: a form that was sent has changed the one at hand."""
        stored = self.get_object(request, article.pk) if request.method == "POST" else article
        return beside(request.user, stored, is_shown)

    def _saved(self, request, article, view):
        """The answer of `view`, with the pending change put in first; a form with errors leaves nothing behind."""
        try:
            with transaction.atomic():
                if request.unshown:
                    note = request.POST.get("note", "")[:200]
                    with revisions.unshown(article, by=request.user, note=note):
                        return _saved_or_undone(view())
                if article.pending:
                    revisions.restore(article, article.pending.content)
                return _saved_or_undone(view())
        except NotSavedError as form:
            return form.response

    def save_model(self, request, obj, form, change):
        obj.made_by = obj.made_by if change else request.user
        super().save_model(request, obj, form, change)

    def looked_at(self, record):
        return [Quote.objects.filter(article=record)]

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if not request.unshown:
            publishing.keep(form.instance, by=request.user, note=form.cleaned_data["note"])

    def response_add(self, request, obj, post_url_continue=None):
        return self._answer(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        return self._answer(request, obj) or super().response_change(request, obj)

    def _answer(self, request, article):
        """Stay on the article and say what readers see of it now; nothing for Django's own buttons."""
        if PREVIEW in request.POST:
            return self.look(request, article)
        if "_popup" in request.POST or "_addanother" in request.POST:
            return None
        messages.success(request, f"Saved. {UNSEEN if request.unshown else account(article)}")
        return redirect("admin:articles_article_change", article.pk)

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
            messages.error(request, f"“{article}” was published and cannot be deleted. Withdraw it instead.")
            return redirect("admin:articles_article_change", article.pk)
        return super().delete_view(request, object_id, extra_context)

    def get_deleted_objects(self, objs, request):
        """What hangs on articles goes with them and is told in numbers."""
        hanging = (Quote, Mention, Byline, Comment, Revision)
        numbers = {model._meta.verbose_name_plural: model.objects.filter(article__in=objs).count() for model in hanging}
        return [str(article) for article in objs], {name: count for name, count in numbers.items() if count}, set(), []


def _saved_or_undone(response):
    """The response of a form that saved; one with errors is rendered and everything undone."""
    if hasattr(response, "render"):
        raise NotSavedError(response.render())
    return response
