"""Quotes at the desk: found, checked and corrected; they are made in the form of their article."""

from django.contrib import admin, messages
from django.core.exceptions import ValidationError

from articles import publishing
from articles.forms import QuoteAloneForm
from articles.looks import RULES
from articles.models import Article, Quote
from articles.workflow import Act, may
from newsroom.lib.desk import Desk
from people.admin.history import Historical
from people.admin.looks import Told
from people.undoing import NotUndone

from . import anchors


@admin.register(Quote)
class QuoteDesk(Historical, Told, Desk):
    form = QuoteAloneForm
    rules = RULES
    list_display = ["__str__", "attribution", "article", "day", "kind", "anchor", "status"]
    list_filter = ["anchor_state", "status", "kind", "speaker_kind"]
    list_select_related = ["article"]
    search_fields = ["text"]
    search_help_text = "Words of the quote or of its attribution."
    readonly_fields = ["article", "account"]
    autocomplete_fields = ["speaker", "organisation", "role"]
    ordering = ["-day", "-pk"]
    fieldsets = [
        (None, {"fields": ["article", "words", "account", "not_verbatim", ("kind", "status")]}),
        ("Who said it", {"fields": [("speaker_kind", "speaker", "organisation"), "role", "attribution"]}),
        ("When and where", {"fields": [("said_on", "venue"), "source_url"]}),
        ("Languages", {"fields": ["original_language", "original", "translation"], "classes": ["collapse"]}),
    ]

    def has_add_permission(self, request):
        """A quote is added in the form of its article."""
        return False

    def has_change_permission(self, request, obj=None):
        """Who may change its article; not while that has a change readers do not see yet, which holds the quote too."""
        return super().has_change_permission(request, obj) and self._is_free(request, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and self._is_free(request, obj)

    def _is_free(self, request, quote):
        return quote is None or (may(request.user, Act.EDIT, quote.article) and not quote.article.pending_id)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        quote = self.get_object(request, object_id) if object_id else None
        if quote and quote.article.pending_id:
            note = f"“{quote.article}” has a change that readers do not see yet. Edit the quote there."
            messages.warning(request, note)
        return super().changeform_view(request, object_id, form_url, extra_context)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("article")

    def for_list(self, queryset):
        return queryset.defer("article__body", "article__body_text", "article__folded")

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        self._record(request, form.instance.article, "quote edited")

    def delete_model(self, request, obj):
        super().delete_model(request, obj)
        self._record(request, obj.article, "quote deleted")

    def delete_queryset(self, request, queryset):
        for quote in queryset.select_related("article"):
            if self.has_delete_permission(request, quote):
                self.delete_model(request, quote)
            else:
                said = "you may not change its article, or that has a change that readers do not see yet"
                messages.warning(request, f"{quote} was kept: {said}.")

    def was_undone(self, request, record):
        record.refresh_from_db()
        try:
            if record.article.state == Article.State.PUBLISHED:
                record.check_verbatim()
        except ValidationError as error:
            raise NotUndone(" ".join(error.messages)) from None
        self._record(request, record.article, "change of a quote undone")

    def _record(self, request, article, note):
        """The article is saved with its quotes, so that who has it open is told."""
        article.refresh_from_db(from_queryset=Article.objects.select_for_update())
        article.save()
        publishing.keep(article, by=request.user, note=note)

    @admin.display(description="in the article", ordering="anchor_state")
    def anchor(self, quote):
        return anchors.badge(quote.anchor_state)

    @admin.display(description="in the article")
    def account(self, quote):
        return anchors.account(quote)
