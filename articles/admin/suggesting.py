"""The page on which an editor takes what the reader of text found in an article."""

from dataclasses import dataclass

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from articles.accepting import accept
from articles.publishing import account
from articles.suggestions import suggest
from articles.text.annotate import Mark, annotate
from people.models import Relationship

PENDING = "It has a change that readers do not see yet: publish or discard that first."


@dataclass
class Row:
    """A suggestion as the page shows it: `number` links it to its marks in the text."""

    number: int
    kind: str
    suggestion: object
    is_there: bool
    is_ticked: bool
    choices: list

    @property
    def status(self):
        """Whether accepting it makes something new."""
        if self.is_there:
            return "in the article already"
        if self.suggestion.is_ambiguous:
            return "several are known by this name: choose"
        if self.kind in {"person", "organisation"}:
            return "known" if self.suggestion.noun else "new"
        return ""


class Suggesting:
    """For the desk of articles: the page “Read this article”."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.suggestions)
        return [path("<int:pk>/suggestions/", view, name="articles_article_suggestions"), *super().get_urls()]

    def suggestions(self, request, pk):
        """Show what the text suggests; take what is ticked."""
        article = self.act_on(request, pk)
        if article.pending_id:
            messages.warning(request, f"“{article}” is not read. {PENDING}")
            return redirect("admin:articles_article_change", pk)
        found = suggest(article)
        if request.method == "POST":
            chosen = _chosen(request, found)
            taken = {*request.POST.getlist("take"), *chosen}
            made = accept(article, found, taken, by=request.user, chosen=chosen)
            told = (
                ", ".join(f"{what}: {number}" for what, number in made.items()) or "nothing that was not there already"
            )
            messages.success(request, f"Taken from the text: {told}. {account(article)}")
            return redirect("admin:articles_article_change", pk)
        rows = self._rows(article, found)
        context = {
            **self.admin_site.each_context(request),
            "title": "Read this article",
            "subtitle": str(article),
            "opts": self.opts,
            "article": article,
            "groups": _groups(rows),
            "marked": mark_safe(annotate(article.body, _marks(rows))),  # noqa: S308 - the body was cleaned when saved
        }
        return render(request, "admin/articles/article/suggestions.html", context)

    def _rows(self, article, found):
        ticked, known, labels = found.keys(), _known(article, found), self._labels(found)
        lists = {
            "person": found.people,
            "organisation": found.organisations,
            "relationship": found.relationships,
            "quote": found.quotes,
        }
        rows = []
        for kind, suggestions in lists.items():
            for one in suggestions:
                is_there = _trace(kind, one, found) in known
                choices = [(noun.pk, labels[noun]) for noun in one.candidates]
                rows.append(Row(len(rows) + 1, kind, one, is_there, one.key in ticked and not is_there, choices))
        return rows

    def _labels(self, found):
        """What tells each candidate from its namesakes."""
        candidates = [noun for one in found.all() for noun in one.candidates]
        labels = {}
        for model in {type(noun) for noun in candidates}:
            desk = self.admin_site.get_model_admin(model)
            rows = model.objects.filter(pk__in=[noun.pk for noun in candidates if isinstance(noun, model)])
            labels |= {row: desk.picker_label(row) for row in desk.for_picker(rows)}
        return labels


def _known(article, found):
    """Traces of what there is: whom the article mentions, where its quotes begin, and how its people are related."""
    mentions = article.mentions.select_related("person", "organisation")
    people = [one.noun for one in found.people if one.noun]
    related = Relationship.objects.filter(person__in=people, other__in=people).values_list("person", "other", "kind")
    return {
        *(mention.person or mention.organisation for mention in mentions),
        *article.quotes.values_list("position", flat=True),
        *((frozenset([person, other]), kind) for person, other, kind in related),
    }


def _trace(kind, one, found):
    """What `_known` holds of a suggestion once it is taken."""
    if kind == "quote":
        return one.spans[0].start
    if kind == "relationship":
        ids = {person.found.name: person.noun and person.noun.pk for person in found.people}
        return frozenset([ids.get(one.found.person), ids.get(one.found.other)]), one.found.kind
    return one.noun


def _chosen(request, found):
    """The Person or Organisation picked for each ambiguous suggestion, out of its own candidates."""
    picked = {one.key: request.POST.get(f"who-{one.key}") for one in found.all()}
    return {one.key: noun for one in found.all() for noun in one.candidates if str(noun.pk) == picked[one.key]}


def _groups(rows):
    """The rows under their headings, new and ambiguous people apart from known ones."""
    titles = {
        "People to choose among": [row for row in rows if row.kind == "person" and row.suggestion.is_ambiguous],
        "People known to the newsroom": [row for row in rows if row.kind == "person" and row.suggestion.noun],
        "New people": [row for row in rows if row.kind == "person" and row.status == "new"],
        "Organisations": [row for row in rows if row.kind == "organisation"],
        "Quotes": [row for row in rows if row.kind == "quote"],
        "Relationships": [row for row in rows if row.kind == "relationship"],
    }
    return {title: group for title, group in titles.items() if group}


def _marks(rows):
    for row in rows:
        opened = format_html('<a class="found found-{}" href="#found-{}">', row.kind, row.number)
        for span in row.suggestion.spans:
            if row.kind in {"quote", "relationship"}:
                yield Mark(span.start, span.end, format_html('<mark class="found-{}">', row.kind), "</mark>")
            else:
                yield Mark(span.start, span.end, opened, "</a>", kind="link")
