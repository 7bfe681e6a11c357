"""The form of an article: written, published, changed without showing, with what stands beside it."""

from django.contrib import messages
from django.db import transaction
from django.db.models import Exists, OuterRef, Prefetch, prefetch_related_objects
from django.shortcuts import redirect
from django.utils.functional import SimpleLazyObject

from articles import publishing, revisions
from articles.forms import UNSHOWN, ArticleForm
from articles.looks import UNSOUND
from articles.models import Article, Quote
from articles.publishing import account
from articles.workflow import Act, may, moves
from newsroom.lib.conflicts import SEEN

from .beside import beside
from .looking import PREVIEW
from .meanwhile import as_shown

UNSEEN = "Readers do not see the change until you publish it."


class NotSavedError(Exception):
    """Carries the answer of a form with errors out of a transaction that must leave no trace."""

    def __init__(self, response):
        self.response = response


class Writing:
    """For the desk of articles: its form."""

    form = ArticleForm

    fieldsets = [
        (None, {"fields": ["kicker", "headline", "standfirst", "body"]}),
        ("Image", {"fields": ["image", "image_caption"]}),
        ("Where it belongs", {"fields": ["section", "topics", "related", "language"]}),
        ("When", {"fields": [("publish_at", "expire_at"), "embargo_until"]}),
        ("Address and origin", {"fields": ["slug", "source_url", "canonical_url"], "classes": ["collapse"]}),
        (None, {"fields": ["note"]}),
    ]

    def get_fieldsets(self, request, obj=None):
        """Above the rest, while it is withdrawn, what readers are told instead, for whoever may say it."""
        is_withdrawn = obj and obj.state == Article.State.WITHDRAWN
        told = [("Withdrawn", {"fields": ["notice"]})] if is_withdrawn and may(request.user, Act.WITHDRAW, obj) else []
        return [*told, *super().get_fieldsets(request, obj)]

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.user = request.user
        return form

    def for_form(self, queryset):
        """With `is_shown`, whether readers see it now."""
        linked = super().for_form(queryset).select_related("section", "image", "assigned_to", "pending")
        shown = Article.objects.published().filter(pk=OuterRef("pk"))
        return linked.annotate(is_shown=Exists(shown))

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
        context["beside"] = SimpleLazyObject(lambda: self._beside(request, article))
        if request.method == "POST":
            context["unsound"] = lambda: _unsound(article)
            return self._saved(request, article, lambda: view(request, object_id, form_url, context))
        context |= self._as_shown(request, article)
        return view(request, object_id, form_url, context)

    def _as_shown(self, request, article):
        """Have the form show the article with its rows as they are read here; returns what that tells of them."""
        prefetch_related_objects([article], "bylines", "mentions", Prefetch("quotes", Quote.objects.in_text_order()))
        request.on_form, told = article, {"unsound": _unsound(article)}
        if article.pending:
            request.on_form = revisions.as_it_was(article, article.pending.content)
            told[SEEN] = self.token_for(request, article)
        return told

    def _beside(self, request, article):
        """What stands beside the form, of the article as stored: a form that was sent has changed the one at hand."""
        stored = self.get_object(request, article.pk) if request.method == "POST" else article
        return beside(request.user, stored, article.is_shown)

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


def _unsound(article):
    """How many of its quotes no longer stand in its text as they did, without a reason given."""
    return sum(quote.anchor_state in UNSOUND and not quote.not_verbatim for quote in article.quotes.all())


def _saved_or_undone(response):
    """The response of a form that saved; one with errors is rendered and everything undone."""
    if hasattr(response, "render"):
        raise NotSavedError(response.render())
    return response
