"""What is edited inside the form of an article."""

from django.contrib import admin

from articles import forms
from articles.models import Byline, Mention, Quote
from newsroom.lib.desk import Blocks, Rows

from . import anchors


class Bylines(Rows):
    model = Byline
    form = forms.BylineForm
    fields = ["order", "credit", "person"]
    autocomplete_fields = ["person"]


class Quotes(Blocks):
    """The quotes, each with its words and whether they still stand in the body."""

    model = Quote
    template = "admin/articles/article/_quote_blocks.html"
    form, formset = forms.QuoteForm, forms.QuoteFormSet
    readonly_fields = ["anchor"]
    autocomplete_fields = ["speaker", "organisation", "role"]
    show_change_link = True
    view_on_site = False
    fieldsets = [
        (None, {"fields": ["words", "anchor", ("kind", "status")]}),
        (None, {"fields": [("speaker_kind", "speaker"), ("organisation", "role")]}),
        (
            "Attribution, date, source, translation",
            {
                "fields": [
                    "attribution", ("said_on", "venue"), "source_url", "not_verbatim",
                    ("original_language", "original"), "translation",
                ],
                "classes": ["collapse"],
            },
        ),
    ]  # fmt: skip

    def get_queryset(self, request):
        return super().get_queryset(request).order_by("position", "pk")

    @admin.display(description="in the article")
    def anchor(self, quote):
        return anchors.account(quote)


class Mentions(Blocks):
    """Whom and what the article names."""

    model = Mention
    template = "admin/articles/article/_mention_blocks.html"
    form = forms.MentionForm
    fields = [("person", "organisation"), "names", ("relation", "role"), "reviewed"]
    autocomplete_fields = ["person", "organisation", "role"]
