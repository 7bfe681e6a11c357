"""What can be wrong with articles and their quotes: one rule each, for the desk and its forms."""

from django.db import models
from django.db.models import Case, Count, DateField, Exists, ExpressionWrapper, F, OuterRef, Prefetch, Q, When
from django.db.models.functions import Cast, Coalesce, Substr, TruncDate
from django.db.models.lookups import Exact, GreaterThanOrEqual
from django.utils import timezone

from articles.models import Article, Byline, Quote
from articles.models.quote import AnchorState
from newsroom.lib.dates import Certainty
from people.looks.rule import Fact, Flagged, InOrder, Rule
from people.looks.rules import RULES as RULES_OF_PEOPLE
from people.looks.rules import found_in
from people.models import Organisation, Person, Role, Source
from people.tenure import possibly_within

# Rows looked at for the names of others who said the same.
MOST = 1000
UNSOUND = (AnchorState.CHANGED, AnchorState.AMBIGUOUS, AnchorState.ORPHANED)
OF_QUOTE = ("article", "speaker")
OWN_TEXTS = ("body", "body_text", "folded")
TEXTS = ("article__body", "article__body_text", "article__folded")


class Said:
    """The days on which a quote may have been said, by its own columns alone."""

    facts = ("said_on", "day")
    latest = F("day")
    earliest = Case(When(said_on_latest=F("day"), then=F("said_on_earliest")), default=F("day"))

    def between(self, quote):
        """(first, last) day; the first is that of the date as known where the quote is filed under its last."""
        is_filed_so = quote.said_on and quote.said_on.latest == quote.day
        return quote.said_on.earliest if is_filed_so else quote.day, quote.day


class Dated:
    """The day an article is dated by, in the newsroom's zone."""

    earliest = latest = TruncDate(Coalesce("article__publish_at", "article__created_at"))
    facts = (Fact(lambda quote: quote.article.day, earliest),)

    def may_precede(self, day):
        """That it may lie before a day: true of every day it lies before, as no zone is a whole day behind UTC.

        Little work for SQLite, to which the day in a zone is a call of Python.
        """
        in_utc = Substr(Cast(Coalesce("article__publish_at", "article__created_at"), models.CharField()), 1, 10)
        return Q(GreaterThanOrEqual(Cast(day, models.CharField()), in_utc))

    def between(self, quote):
        """That day, twice."""
        return quote.article.day, quote.article.day


def _dead_or_unborn(quote):
    return f"{quote}, filed under {quote.day}, is by {quote.speaker} ({quote.speaker.life()})."


def _from_the_future(quote):
    return f"{quote} was said on {quote.said_on.words}, after the day of its article ({quote.article.day})."


class RoleNotHeld(Rule):
    """The post named with a quote, or every post of its speaker where none is named, was certainly not held then."""

    name, model, heading = "role-not-held", Quote, "Quotes of a day on which the speaker held no such post"
    facts = ("said_on", "day", "speaker_id", "role_id", "role__start", "role__end", "role__end_state")
    related, deferred = OF_QUOTE, TEXTS

    def wrong(self, row):
        if not row.speaker_id:
            return Certainty.NO
        days = Said().between(row)
        roles = [row.role] if row.role_id else list(row.speaker.roles.with_links())
        held = [role.held_within(*days) for role in roles]
        return Certainty.YES if held and set(held) == {Certainty.NO} else Certainty.NO

    def condition(self, certainty):
        if certainty != Certainty.YES:
            return Q(pk=None)
        is_filed_so = Exact(OuterRef("said_on_latest"), OuterRef("day"))
        said, day = (ExpressionWrapper(OuterRef(name), DateField()) for name in ("said_on_earliest", "day"))
        first = Case(When(is_filed_so, then=said), default=day, output_field=DateField())
        roles = Role.objects.alias(first=first, last=day)
        held = roles.filter(possibly_within("first", "last", timezone.localdate(), Source.objects.visible()))
        hers = Role.objects.filter(person=OuterRef("speaker"))
        named = Q(role__isnull=False) & ~Exists(held.filter(pk=OuterRef("role")))
        other = Q(role=None) & Exists(hers) & ~Exists(held.filter(person=OuterRef("speaker")))
        return Q(speaker__isnull=False) & (named | other)

    def with_facts(self, rows):
        return super().with_facts(rows).prefetch_related(Prefetch("role", Role.objects.with_links()))

    def words(self, row):
        held = f"“{row.role}” ({row.role.years()})" if row.role else "any post known"
        return f"{row}: {row.speaker} did not hold {held} on {row.day}."


class SameWords(Rule):
    """The same words, enough of them to tell, are quoted from two people."""

    name, model, heading = "same-words", Quote, "The same words quoted from two people"
    facts = ("same_words", "speaker_id")
    related, deferred = OF_QUOTE, TEXTS

    def wrong(self, row):
        return Certainty.YES if row.same_words and row.speaker_id and _from_others(row).exists() else Certainty.NO

    def condition(self, certainty):
        if certainty != Certainty.YES:
            return Q(pk=None)
        quoted = Quote.objects.exclude(same_words="").filter(speaker__isnull=False).order_by().values("same_words")
        of_two = quoted.annotate(speakers=Count("speaker", distinct=True)).filter(speakers__gt=1)
        return Q(speaker__isnull=False, same_words__in=of_two.values("same_words"))

    def words(self, row):
        return self.told([row])[0][1]

    def told(self, rows):
        quoted = Quote.objects.filter(same_words__in={row.same_words for row in rows}, speaker__isnull=False)
        people = quoted.order_by("pk").values_list("same_words", "speaker", "speaker__name")[:MOST]
        return [(row, _said_by_others(row, people)) for row in rows]


def _from_others(quote):
    return Quote.objects.filter(same_words=quote.same_words, speaker__isnull=False).exclude(speaker=quote.speaker_id)


def _said_by_others(quote, people):
    others = {pk: name for key, pk, name in people if key == quote.same_words and pk != quote.speaker_id}
    return f"{quote}: quoted from {quote.speaker} here and from {', '.join(list(others.values())[:3])} elsewhere."


class Unsound(Flagged):
    """Words to be found again, which is done in the form of the article."""

    def mended_at(self, row):
        return row.article


def found_in_article(article, most=None):
    """What needs a look in an article and in what was learnt from it, in words, at most so many of each rule."""
    learnt = Source.objects.of_article(article.pk)
    row_sets = [Article.objects.filter(pk=article.pk), Quote.objects.filter(article=article)]
    row_sets += [
        model.objects.filter(pk__in=learnt.values(model._meta.model_name)) for model in (Person, Organisation, Role)
    ]
    return [words for _, words in found_in(row_sets, (*RULES, *RULES_OF_PEOPLE), most)]


RULES = (
    Unsound(
        "anchor", Quote, "Quotes whose words changed or are lost in their article",
        lambda: Q(anchor_state__in=UNSOUND),
        lambda quote: quote.anchor_state in UNSOUND,
        lambda quote: f"{quote}: its words are {quote.get_anchor_state_display()} in the article.",
        facts=("anchor_state", "text"), related=OF_QUOTE, deferred=TEXTS,
    ),
    Flagged(
        "unattributed", Quote, "Quotes of which nobody is the speaker",
        lambda: Q(speaker_kind=Quote.SpeakerKind.UNKNOWN),
        lambda quote: quote.speaker_kind == Quote.SpeakerKind.UNKNOWN,
        lambda quote: f"{quote}: who said it is not known.",
        facts=("speaker_kind", "text"), related=OF_QUOTE, deferred=TEXTS,
    ),
    InOrder(
        "quote-life", Quote, "Quotes from before the speaker’s birth or after their death",
        [("speaker__birth", Said()), (Said(), "speaker__death")], _dead_or_unborn, OF_QUOTE, TEXTS,
    ),
    InOrder(
        "quote-after-article", Quote, "Quotes dated after their article",
        [("said_on", Dated())], _from_the_future, OF_QUOTE, TEXTS, only=Q(said_on__isnull=False),
    ),
    RoleNotHeld(),
    SameWords(),
    Flagged(
        "no-section", Article, "Articles without a section",
        lambda: Q(section=None) & ~Q(state=Article.State.WITHDRAWN),
        lambda article: article.section_id is None and article.state != Article.State.WITHDRAWN,
        lambda article: f"{article}: in no section.",
        facts=("section_id",), deferred=OWN_TEXTS,
    ),
    Flagged(
        "no-byline", Article, "Articles without a byline",
        lambda: ~Exists(Byline.objects.filter(article=OuterRef("pk"))) & ~Q(state=Article.State.WITHDRAWN),
        lambda article: not article.bylines.exists() and article.state != Article.State.WITHDRAWN,
        lambda article: f"{article}: nobody is named as its author.",
        facts=("id",), deferred=OWN_TEXTS,
    ),
)  # fmt: skip
