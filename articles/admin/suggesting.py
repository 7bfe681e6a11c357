"""The page on which an editor takes what the reader of text found in an article."""

from dataclasses import dataclass

from django.contrib import messages
from django.db import transaction
from django.db.models import Prefetch, prefetch_related_objects
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from articles.models import Mention, Quote
from articles.publishing import account
from articles.rereading import digest, read_anew
from articles.settling import NotSettled, current, settle, title
from articles.text.annotate import Mark, annotate

from .acts import changes_in_one_transaction
from .settling import PENDING, Settling, states
from .side_by_side import not_as_before

STATUS = {"there": "in the article", "refused": "refused", "choose": "several are known by this name: choose"}


@dataclass
class Row:
    """A suggestion as the page shows it: `number` links it to its marks in the text.

    `known_as` tells whom the newsroom knows by this name from namesakes.
    """

    number: int
    suggestion: object
    state: str
    is_ticked: bool
    choices: list
    known_as: str = ""

    @property
    def kind(self):
        """What it is: person, organisation, role, relationship or quote."""
        return self.suggestion.kind

    @property
    def title(self):
        """It in a few words."""
        return title(self.suggestion)

    @property
    def is_there(self):
        """Whether it is in the article already."""
        return self.state == "there"

    @property
    def status(self):
        """How it stands; of what is open, whether accepting it makes something new."""
        if self.state in STATUS:
            return STATUS[self.state]
        if self.kind in {"person", "organisation"}:
            return "known" if self.suggestion.noun else "new"
        return ""


class Suggesting(Settling):
    """For the desk of articles: the page “Read this article”."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.suggestions)
        return [path("<int:pk>/suggestions/", view, name="articles_article_suggestions"), *super().get_urls()]

    @changes_in_one_transaction
    def suggestions(self, request, pk):
        """Show what the text suggests; take what is ticked."""
        article = self.act_on(request, pk)
        if article.pending_id:
            messages.warning(request, f"“{article}” is not read. {PENDING}")
            return redirect("admin:articles_article_change", pk)
        if request.method == "GET":
            mentions = Mention.objects.select_related("person", "organisation")
            prefetch_related_objects(
                [article], Prefetch("mentions", mentions), Prefetch("quotes", Quote.objects.in_text_order())
            )
        found = read_anew(article)
        if request.method == "POST":
            self._take(request, article, found)
            return redirect("admin:articles_article_change", pk)
        rows = self._rows(article, found)
        sitting = current(article, request.user)
        context = {
            **self.admin_site.each_context(request),
            "title": "Read this article",
            "subtitle": str(article),
            "opts": self.opts,
            "article": article,
            "digest": digest(article),
            "steps": sitting.steps.count() if sitting else 0,
            "groups": _groups(rows),
            "besides": _besides(article, found),
            "stretches": not_as_before(article),
            "marked": mark_safe(annotate(article.body, _marks(rows))),  # noqa: S308 - the body was cleaned when saved
        }
        return render(request, "admin/articles/article/suggestions.html", context)

    def _take(self, request, article, found):
        """Take what is ticked, as one step that can be taken back."""
        chosen, offered = _chosen(request, found), {one.key for one in found.all()}
        taken = [key for key in dict.fromkeys([*request.POST.getlist("take"), *chosen]) if key in offered]
        try:
            with transaction.atomic():
                step = settle(article, found, taken, request.user, chosen)
        except NotSettled as error:
            messages.error(request, str(error))
        else:
            told = step.said if step else "Nothing was taken that was not there already"
            messages.success(request, f"{told}. {account(article)}")

    def _rows(self, article, found):
        ticked, stand = found.keys(), states(article, found)
        labels = self.labels([one for one in found.all() if one.noun or stand[one.key] == "choose"])
        rows = []
        for one in found.all():
            state = stand[one.key]
            choices = [(noun.pk, labels[noun]) for noun in one.candidates] if state == "choose" else []
            is_ticked = one.key in ticked and state == "open"
            rows.append(Row(len(rows) + 1, one, state, is_ticked, choices, labels.get(one.noun, "")))
        return rows


def _chosen(request, found):
    """The Person or Organisation picked for each ambiguous suggestion, out of its own candidates."""
    picked = {one.key: request.POST.get(f"who-{one.key}") for one in found.all()}
    return {one.key: noun for one in found.all() for noun in one.candidates if str(noun.pk) == picked[one.key]}


def _groups(rows):
    """The rows under their headings: ambiguous, known and new people apart, each person's posts below the person."""
    people = [row for row in rows if row.kind == "person"]
    posts = {}
    for row in rows:
        posts.setdefault(row.suggestion.of, []).append(row)

    def with_posts(chosen):
        return [row for person in chosen for row in (person, *posts.get(person.suggestion.key, []))]

    titles = {
        "People to choose among": with_posts([row for row in people if row.suggestion.is_ambiguous]),
        "People known to the newsroom": with_posts([row for row in people if row.suggestion.noun]),
        "New people": with_posts([row for row in people if not (row.suggestion.noun or row.suggestion.is_ambiguous)]),
        "Organisations": [row for row in rows if row.kind == "organisation"],
        "Quotes": [row for row in rows if row.kind == "quote"],
        "Relationships": [row for row in rows if row.kind == "relationship"],
    }
    return {heading: group for heading, group in titles.items() if group}


def _besides(article, found):
    """What else the article mentions and quotes, put there by hand."""
    nouns = {one.noun for one in found.all() if one.noun}
    starts = {one.found.segments[0].start for one in found.quotes}
    named = [
        str(noun)
        for noun in (mention.person or mention.organisation for mention in article.mentions.all())
        if noun not in nouns
    ]
    return named + [str(quote) for quote in article.quotes.all() if quote.position not in starts]


def _marks(rows):
    for row in rows:
        one = row.suggestion
        names = f"found found-{row.kind} tier-{one.tier.lower()} is-{row.state}"
        for span in one.spans:
            if row.kind in {"person", "organisation"}:
                opened = format_html('<a class="{}" href="#found-{}" data-row="{}">', names, row.number, row.number)
                yield Mark(span.start, span.end, opened, "</a>", kind="link")
            else:
                opened = format_html('<mark class="{}" data-row="{}">', names, row.number)
                yield Mark(span.start, span.end, opened, "</mark>")
