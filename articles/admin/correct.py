"""Telling readers what was wrong: correct, clarify, update and retract as pages of their own."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from js_asset.media import Media

from articles import publishing
from articles.models import Article, Correction
from articles.text.plain import text_of
from articles.workflow import Act, may
from newsroom.lib import html
from newsroom.lib.prose import prose_field

from .acts import changes_in_one_transaction
from .meanwhile import SEEN, as_shown, meanwhile
from .settling import PENDING
from .side_by_side import compared

KEPT = "Nothing of yours is lost: what you have is below. Look at the text once more, then publish."


@dataclass(frozen=True)
class Kind:
    """An act towards readers: its button and what it is for."""

    label: str
    purpose: str


Kinds = Correction.Kind
ACTS = {
    Kinds.CORRECTION: Kind("Correct", "Something was wrong. Say what, and what is right."),
    Kinds.CLARIFICATION: Kind("Clarify", "Something could be misunderstood. Say how it is meant."),
    Kinds.UPDATE: Kind("Update", "Something has happened since. Say what is new."),
    Kinds.RETRACTION: Kind("Retract", "We no longer stand by it. The article stays, with this notice above it."),
}


class CorrectForm(forms.Form):
    """The public text, the quotes it touches, and the body to be put right in the same sitting."""

    kind = forms.ChoiceField(choices=Kinds, widget=forms.HiddenInput)
    text = forms.CharField(
        label="Public text",
        max_length=2000,
        help_text="What was wrong and what is right, in words for readers. They see it above the article at once.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    quotes = forms.ModelMultipleChoiceField(
        queryset=None,
        required=False,
        label="Quotes it touches",
        widget=forms.CheckboxSelectMultiple,
        help_text="Each article that quotes the same words from the same speaker becomes a task for the editors.",
    )

    def __init__(self, *args, article, may_edit, **kwargs):
        super().__init__(*args, **kwargs)
        self.article = article
        self.fields["quotes"].queryset = article.quotes.in_text_order()
        if not article.quotes.exists():
            del self.fields["quotes"]
        if may_edit:
            self.fields["body"] = prose_field(Article._meta.get_field("body"))
            self.fields["body"].help_text = "Put the text right here, where it has to be."

    def clean(self):
        cleaned = super().clean()
        # The browser's editor writes HTML in its own way: what was not changed stays.
        if "body" in self.fields and "body" not in self.changed_data:
            cleaned["body"] = None
        return cleaned

    def publish(self, by):
        """Do it; see `publishing.correct`."""
        given = self.cleaned_data
        quotes, body = given.get("quotes", ()), given.get("body")
        return publishing.correct(self.article, given["kind"], given["text"], quotes, body, by=by)

    def seen(self):
        """What readers will see: the note, and the words of the text before and after."""
        given, before = self.cleaned_data, self.article.body_text
        note = Correction(kind=given["kind"], text=html.title(given["text"]), made_at=timezone.now())
        after = text_of(html.clean(given["body"])) if given.get("body") else before
        return {"correction": note, "words": compared(before, after) if after != before else ()}


class Correcting:
    """For the desk of articles: the page on which readers are told what was wrong."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.correct_it)
        return [path("<int:pk>/correct/", view, name="articles_article_correct_it"), *super().get_urls()]

    @changes_in_one_transaction
    def correct_it(self, request, pk):
        """Write it, look at what readers will see, publish it."""
        article = self.act_on(request, pk, Act.CORRECT)
        kind = (request.POST or request.GET).get("kind")
        kind = kind if kind in ACTS else Kinds.CORRECTION
        may_edit = may(request.user, Act.EDIT, article) and not article.pending_id
        initial = {"kind": kind, "body": article.body}
        form = CorrectForm(request.POST or None, initial=initial, article=article, may_edit=may_edit)
        told = {}
        if form.is_valid() and self._is_current(request, form):
            if "preview" in request.POST:
                told = form.seen()
            elif self._published(request, form):
                return redirect("admin:articles_article_change", pk)
        context = {
            **self.admin_site.each_context(request),
            **told,
            "title": ACTS[kind].label,
            "subtitle": str(article),
            "opts": self.opts,
            "article": article,
            "shown_as": as_shown(article),
            "form": form,
            "kind": kind,
            "act": ACTS[kind],
            "acts": ACTS,
            "pending": PENDING if article.pending_id else "",
            "media": Media.from_media(self.media + form.media, nonce=str(request.csp_nonce)),
        }
        return render(request, "admin/articles/article/correct.html", context)

    def _is_current(self, request, form):
        """Whether the text is as it was when the page was opened; else the form says that it is not."""
        if changed := meanwhile(form.article, request.POST.get(SEEN)):
            form.add_error(None, f"{changed} {KEPT}")
        return not changed

    def _published(self, request, form):
        try:
            with transaction.atomic():
                correction, tasks = form.publish(by=request.user)
        except ValidationError as error:
            form.article.refresh_from_db()
            form.add_error(None, error.messages)
            return False
        many = "1 other quote gives" if tasks == 1 else f"{tasks} other quotes give"
        more = f" {many} the same words: see the tasks." if tasks else ""
        messages.success(request, f"{correction.get_kind_display()} published. Readers see it now.{more}")
        return True
