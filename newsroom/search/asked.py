"""What a reader asks for: the words and the filters of the search form, made safe and clear."""

import datetime
from urllib.parse import urlencode

from django import forms
from django.db.models import Exists, OuterRef
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import format_lazy
from rapidfuzz.distance import OSA

from articles.models import Article, Section
from people.models import Organisation, Person
from people.words import sought

from .names import Called, best_named
from .newest import one_by_one

# What a query may hold; nobody types more.
LONGEST, MOST_WORDS = 200, 12
KINDS = {"people": "People", "organisations": "Organisations", "quotes": "Quotes", "articles": "Articles"}
SORTS = {"": "Best first", "newest": "Newest first"}


def on_one_line(text):
    """The text as it will be looked up: letters, digits and signs on one line, at most LONGEST characters."""
    shown = "".join(char if char.isprintable() else " " for char in text)
    return " ".join(shown.split())[:LONGEST].strip()


class _Line(forms.CharField):
    """Any text; what cannot be printed or is too long is cut, never refused."""

    def clean(self, value):
        return on_one_line(value or "")


class _Name(_Line):
    """Somebody who stands in lists, by slug or name."""

    def __init__(self, model, **kwargs):
        self.model = model
        offered = format_lazy("{}?kind={}", reverse_lazy("suggestions"), model._meta.verbose_name)
        widget = forms.TextInput({"data-suggest": offered, "data-fill": True, "autocomplete": "off"})
        super().__init__(required=False, widget=widget, **kwargs)

    def clean(self, value):
        name = super().clean(value)
        if not name:
            return None
        found = self.model.objects.listed().filter(slug=name).first() or best_named(self.model, name)
        if not found:
            raise forms.ValidationError(f"No {self.model._meta.verbose_name} here is called “{name}”.")
        return found


def _day(label):
    return forms.DateField(
        label=label,
        required=False,
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d"],
        error_messages={"invalid": "A day reads 2026-02-05."},
    )


class SearchForm(forms.Form):
    """The search form: every field may be empty; what a field cannot take is explained beside it and passed over."""

    q = _Line(label="Words, a name, or what was said", required=False)
    by = _Name(Person, label="Person", help_text="Who said it, or whom an article names.")
    at = _Name(Organisation, label="Organisation")
    section = forms.ModelChoiceField(
        Section.objects.none(),
        label="Section",
        required=False,
        to_field_name="slug",
        empty_label="Any",
        error_messages={"invalid_choice": "There is no such section."},
    )
    since, until = _day("From"), _day("To")
    sort = forms.ChoiceField(label="Order", choices=list(SORTS.items()), required=False)

    def __init__(self, data):
        super().__init__(data, auto_id="search-%s", label_suffix="")
        # A word of Python, and the name of the field in addresses.
        self.fields["in"] = forms.ChoiceField(
            label="Look in", choices=[("", "Everything"), *KINDS.items()], required=False
        )
        self.fields["section"].queryset = Section.objects.in_use()


class Asked:
    """One search: `q` as typed, what it asks for, and the filters that hold; those that made no sense are left out."""

    def __init__(self, data):
        self.given = data.get("q", "").strip()
        self.form = SearchForm({name: on_one_line(value) for name, value in data.items()})
        self.form.full_clean()
        given = self.form.cleaned_data
        self.q, self.kind, self.sort = given.get("q", ""), given.get("in", ""), given.get("sort", "")
        self.by, self.at, self.section = given.get("by"), given.get("at"), given.get("section")
        self.since, self.until = given.get("since"), given.get("until")
        self.words, self.phrases = sought(self.q, MOST_WORDS)
        self.called = Called(self.words)

    @cached_property
    def filters(self):
        """The filters that hold, as {name: value}."""
        names = ("by", "at", "section", "since", "until")
        return {name: getattr(self, name) for name in names if getattr(self, name)}

    @cached_property
    def corrected(self):
        """The words with one typing error mended, in their order, where names here suggest it; else nothing."""
        mended = [self._mended(word) for word in self.words]
        return " ".join(mended) if mended != self.words else ""

    def _mended(self, word):
        others = self.called.misspellings.get(word, set()) - self.called.spellings.get(word, set())
        return min(others, key=lambda other: (OSA.distance(word, other), other)) if others else word

    def address(self, **changes):
        """The query part of the address of this search, with some of its fields changed or, with None, left out."""
        values = {name: getattr(value, "slug", value) for name, value in self.filters.items()}
        kept = {"q": self.q, "in": self.kind, **values, "sort": self.sort} | changes
        return urlencode({name: value for name, value in kept.items() if value})

    @property
    def is_empty(self):
        """Whether there is nothing to look for at all."""
        return not (self.words or self.filters)

    @property
    def bounds(self):
        """What is known beforehand of the rows the filters leave: the last day, and whether they are few."""
        return {"day": self.until, "few": bool(self.by or self.at)}

    def narrow_articles(self, articles):
        """Those of the articles the filters leave."""
        if self.section:
            articles = articles.filter(section=self.section)
        if self.since:
            articles = articles.filter(publish_at__gte=_midnight(self.since))
        if self.until:
            articles = articles.filter(publish_at__lt=_midnight(self.until) + datetime.timedelta(days=1))
        nouns = [noun for noun in (self.by, self.at) if noun]
        # Not `naming` for itself: SQLite would begin with what is published.
        articles = one_by_one(articles) if nouns else articles
        for noun in nouns:
            articles = articles.filter(pk__in=noun.mentions.values("article"))
        return articles

    def narrow_quotes(self, quotes):
        """Those of the quotes the filters leave."""
        if self.section:
            # Not joined: SQLite would look for each quote that has the words in each article of the section.
            here = Article.objects.filter(section=self.section, pk=OuterRef("article_id"))
            quotes = quotes.filter(Exists(here))
        if self.by:
            quotes = quotes.filter(speaker=self.by)
        if self.at:
            quotes = quotes.said_for(self.at)
        if self.since:
            quotes = quotes.filter(day__gte=self.since)
        return quotes.filter(day__lte=self.until) if self.until else quotes


def _midnight(day):
    """The first moment of a day in the newsroom's zone; the years at either end of the calendar have no zone."""
    day = min(max(day, datetime.date(2, 1, 1)), datetime.date(9998, 12, 31))
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time()))
