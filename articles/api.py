"""Articles, quotes, sections, topics and corrections in the API."""

import datetime

from django.db.models import Prefetch, Q
from django_filters import FilterSet
from rest_framework import status
from rest_framework.exceptions import APIException

from articles.text.plain import paragraph_around
from newsroom.lib.parameters import ID, Day, Moment, Noun, OneOf, Text
from newsroom.lib.resources import Resource
from people.models import Organisation, Person

from .models import Article, Byline, Correction, Mention, Quote, Section, Topic
from .role_then import tell
from .serializers import (
    ArticleDetailSerializer,
    ArticleSerializer,
    CorrectionSerializer,
    QuoteDetailSerializer,
    QuoteSerializer,
    SectionSerializer,
    TopicSerializer,
)

LONG_AGO = datetime.datetime(1, 1, 2, tzinfo=datetime.UTC)


class Gone(APIException):
    """A withdrawn article; says its public notice."""

    status_code = status.HTTP_410_GONE
    default_detail = "This article was withdrawn."


class ArticleParameters(FilterSet):
    """Which articles."""

    section = Noun(Section.objects.all, help_text="In this section: id or slug.")
    topic = Noun(Topic.objects.in_use, field_name="topics", help_text="On this topic: id or slug.")
    person = Noun(Person.objects.visible, method="naming", help_text="Naming this person: id or slug.")
    organisation = Noun(Organisation.objects.visible, method="naming", help_text="Naming this one: id or slug.")
    byline = Noun(Person.objects.visible, method="by", help_text="Written by this person: id or slug.")
    language = Text(help_text="In exactly this language, such as en.")
    published_after = Moment("publish_at", "gte", help_text="Published at this moment or later, or from this day on.")
    published_before = Moment("publish_at", "lt", help_text="Published before this moment, or before this day.")
    q = Text(method="search", help_text="Every word of it in headline, standfirst or text.")

    def naming(self, articles, name, noun):
        return articles.naming(noun)

    def by(self, articles, name, person):
        return articles.filter(pk__in=Byline.objects.filter(person=person).order_by().values("article"))

    def search(self, articles, name, words):
        return articles.search(words)


class QuoteParameters(FilterSet):
    """Which quotes."""

    speaker = Noun(Person.objects.visible, help_text="Said by this person: id or slug.")
    organisation = Noun(
        Organisation.objects.visible, method="said_for", help_text="Said by it, or in a post there: id or slug."
    )
    article = Noun(Article.objects.published, help_text="In this article: id or slug.")
    kind = OneOf(Quote.Kind.values, help_text="Of this kind.")
    status = OneOf(Quote.Status.values, help_text="With this status.")
    said_after = Day("day", "gte", help_text="Perhaps or certainly said on this day or later.")
    said_before = Day(method="before", help_text="Perhaps or certainly said before this day.")
    q = Text(method="search", help_text="Every word of it in the words or the attribution.")

    def said_for(self, quotes, name, organisation):
        return quotes.said_for(organisation)

    def before(self, quotes, name, day):
        return quotes.filter(Q(said_on_earliest__lt=day) | Q(said_on=None, day__lt=day))

    def search(self, quotes, name, words):
        return quotes.search(words)


class CorrectionParameters(FilterSet):
    """Which corrections."""

    article = Noun(Article.objects.published, help_text="Of this article: id or slug.")
    kind = OneOf(Correction.Kind.values, help_text="Of this kind.")
    made_after = Moment("made_at", "gte", help_text="Made at this moment or later, or from this day on.")


class Articles(Resource):
    """Articles, newest first. A withdrawn one answers 410 with its public notice.

    In the order of `updated_at` a scheduled article comes where it appeared, so that whoever keeps in step misses none.
    """

    serializer_class, detail_serializer_class = ArticleSerializer, ArticleDetailSerializer
    parameters_of_list = ArticleParameters
    orders = {
        "-published_at": ("-publish_at", "-pk"),
        "published_at": ("publish_at", "pk"),
        "-updated_at": ("-changed_at", "-pk"),
        "updated_at": ("changed_at", "pk"),
    }
    order = orders["-published_at"]

    def published(self):
        return Article.objects.published().with_last_change()

    def list_queryset(self):
        articles = self.published().for_list()
        by_last_change = "updated_at" in self.request.query_params.get("ordering", "")
        # They all were; without a bound SQLite would sort all articles rather than read the index of last changes.
        return articles.filter(changed_at__gt=LONG_AGO) if by_last_change else articles

    def detail_queryset(self):
        named = Mention.objects.with_names()
        related = Article.objects.published_ones().newest_first().defer("body", "body_text", "folded")
        return (
            self.published()
            .with_bylines()
            .prefetch_related(
                Prefetch("mentions", named.filter(person_shown=True), to_attr="people_named"),
                Prefetch("mentions", named.filter(organisation_shown=True), to_attr="organisations_named"),
                Prefetch("quotes", Quote.objects.with_names().in_text_order(), to_attr="shown_quotes"),
                Prefetch("corrections", corrections(), to_attr="shown_corrections"),
                Prefetch("related", related, to_attr="shown_related"),
            )
        )

    def get_object(self):
        article = super().get_object()
        tell(article.shown_quotes)
        return article

    def absence(self, pk):
        withdrawn = Article.objects.withdrawn().filter(pk=pk).first() if ID.fullmatch(pk) else None
        return Gone(withdrawn.notice or None) if withdrawn else super().absence(pk)


class Quotes(Resource):
    """Quotes by the day they were said, newest first; where that is not known, by the day of their article."""

    serializer_class, detail_serializer_class = QuoteSerializer, QuoteDetailSerializer
    parameters_of_list = QuoteParameters
    order = ("-day", "-pk")

    def list_queryset(self):
        articles = Article.objects.defer("body", "body_text", "folded")
        return Quote.objects.published().with_names().prefetch_related(Prefetch("article", articles))

    def detail_queryset(self):
        return Quote.objects.published().with_names().select_related("article")

    def paginate_queryset(self, queryset):
        quotes = super().paginate_queryset(queryset)
        tell(quotes)
        return quotes

    def get_object(self):
        quote = super().get_object()
        tell([quote])
        quote.paragraph = paragraph(quote)
        return quote


def paragraph(quote):
    """The words of the article around the quote, from line to line; empty where it no longer stands there."""
    places = [(part["start"], part["end"]) for part in quote.segments if part["start"] is not None]
    if not places:
        return ""
    text = quote.article.body_text
    start, end = paragraph_around(text, places[0][0], places[-1][1])
    return text[start:end]


class Sections(Resource):
    """Sections in the order of the menu."""

    serializer_class = SectionSerializer
    order = ("order", "pk")

    def list_queryset(self):
        return Section.objects.all()


class Topics(Resource):
    """Topics that have an article."""

    serializer_class = TopicSerializer

    def list_queryset(self):
        return Topic.objects.in_use()


class Corrections(Resource):
    """Corrections, newest first."""

    serializer_class = CorrectionSerializer
    parameters_of_list = CorrectionParameters
    order = ("-made_at", "-pk")

    def list_queryset(self):
        articles = Article.objects.defer("body", "body_text", "folded")
        return corrections().published().prefetch_related(Prefetch("article", articles))


def corrections():
    """Corrections, newest first, with the quotes they touch that readers see."""
    return Correction.objects.newest_first().prefetch_related(Prefetch("quotes", Quote.objects.published()))
