"""A quote: whose words, in which role, and where they stand in the article."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Prefetch, Q
from django.urls import reverse

from articles.quoting import spans_of
from articles.text import anchors
from articles.text.stretches import joined, sameness
from newsroom.lib import html
from newsroom.lib.datefields import EarliestDay, LatestDay, PartialDateField
from newsroom.lib.dates import PartialDate
from newsroom.lib.records import Record
from newsroom.lib.wordfields import WordsField
from people.models import Kept, KeptQuerySet, Organisation, Person, Role
from people.models.links import Shown, with_shown
from people.models.searched import with_words
from people.words import words

from .article import Article, OfArticleQuerySet


class QuoteQuerySet(KeptQuerySet, OfArticleQuerySet):
    """Quotes by who may see them, and as lists and pages ask for them."""

    def newest_first(self):
        """By the day they are filed under, newest first, in a unique order."""
        return self.order_by("-day", "-pk")

    def in_text_order(self):
        """As they stand in their article."""
        return self.order_by("position", "pk")

    def search(self, q):
        """Those with every word of `q` in the quoted words or the attribution; see `with_words`."""
        return with_words(self, q)

    def said_for(self, organisation, at=None):
        """Those an organisation said itself, and those its people said in a post there that readers may know of."""
        posts = Role.objects.held_at(organisation, at).values("pk")
        # Each kind by its own index: of an OR with a subquery PostgreSQL would ask every quote there is.
        quotes = self.model.objects.order_by().values("pk")
        return self.filter(pk__in=quotes.filter(organisation=organisation).union(quotes.filter(role__in=posts)))

    def elsewhere(self, quote):
        """Those of the same words as `quote` in other articles, whoever is named as their speaker."""
        if not quote.same_words:
            return self.none()
        return self.filter(same_words=quote.same_words).exclude(same_words="").exclude(article=quote.article_id)

    def with_names(self, at=None):
        """With `shown_speaker` and `shown_organisation`, None where readers may not see them."""
        return with_shown(self, "speaker", "organisation", at=at)

    def for_list(self, at=None):
        """What a list shows of each: who is shown, and the article without its text."""
        articles = Article.objects.defer("body", "body_text", "folded")
        return self.with_names(at).prefetch_related(Prefetch("article", articles))


class AnchorState(models.TextChoices):
    """How a stretch of a quote was found in the article when that was last saved; the worst one stands last."""

    EXACT = anchors.State.EXACT.value, "exact"
    MOVED = anchors.State.MOVED.value, "moved"
    CHANGED = anchors.State.CHANGED.value, "changed"
    AMBIGUOUS = anchors.State.AMBIGUOUS.value, "ambiguous"
    ORPHANED = anchors.State.ORPHANED.value, "lost"

    @property
    def meaning(self):
        """What it says of the words, in words for editors."""
        return {
            AnchorState.EXACT: "stands in the article word for word",
            AnchorState.MOVED: "stands in the article word for word, in another place than before",
            AnchorState.CHANGED: "the words in the article are no longer the same",
            AnchorState.AMBIGUOUS: "stands in several places; which one is meant is not certain",
            AnchorState.ORPHANED: "does not stand in the article any more",
        }[self]


class Quote(Kept, Record):
    """Words an article prints as somebody's, in one or more stretches that the attribution interrupts."""

    class Kind(models.TextChoices):
        DIRECT = "direct", "direct: their words in quotation marks"
        PARTIAL = "partial", "partial: some of their words within a sentence of ours"
        INDIRECT = "indirect", "indirect: what they said in our words"

    class SpeakerKind(models.TextChoices):
        PERSON = "person", "a person"
        ORGANISATION = "organisation", "an organisation"
        ANONYMOUS = "anonymous", "an anonymous source"
        SEVERAL = "several", "several people"
        UNKNOWN = "unknown", "not known"

    class Status(models.TextChoices):
        UNREVIEWED = "unreviewed", "not reviewed"
        CONFIRMED = "confirmed", "confirmed"
        CORRECTED = "corrected", "corrected"
        DISPUTED = "disputed", "disputed"

    part_of = "article"

    article = models.ForeignKey(Article, models.CASCADE, related_name="quotes")
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.DIRECT)
    text = models.TextField("words", blank=True, help_text="The quoted words without quotation marks.")
    speaker_kind = models.CharField(max_length=12, choices=SpeakerKind, default=SpeakerKind.PERSON)
    speaker = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="quotes")
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="quotes",
        help_text="When an organisation speaks.",
    )
    role = models.ForeignKey(
        Role, models.PROTECT, null=True, blank=True, related_name="quotes", help_text="The post held when it was said."
    )
    attribution = models.CharField(
        max_length=400,
        blank=True,
        help_text="As published; it stays when names and posts change. Left empty, it is made.",
    )
    said_on = PartialDateField("said on", help_text="As known; left empty, the article's day counts.")
    said_on_earliest, said_on_latest = EarliestDay("said_on"), LatestDay("said_on")
    venue = models.CharField(max_length=200, blank=True, help_text="Where it was said: “in a post on X”, “to Reuters”.")
    source_url = models.URLField(
        "source address", max_length=1000, blank=True, help_text="Where the words can be read or heard."
    )
    original = models.TextField("in the original language", blank=True)
    original_language = models.CharField(max_length=35, blank=True)
    translation = models.TextField(blank=True, help_text="When the article prints the original.")
    status = models.CharField(max_length=10, choices=Status, default=Status.CONFIRMED)
    not_verbatim = models.CharField(
        "why the words may differ",
        max_length=300,
        blank=True,
        help_text="Needed when the words no longer stand in the article.",
    )
    # Its stretches in order, each with exact, prefix, suffix, state, start and end; see `segment`.
    segments = models.JSONField(default=list, editable=False)
    anchor_state = models.CharField("anchor", max_length=9, blank=True, choices=AnchorState, editable=False)
    # Where it begins in the article, and the day it is filed under: said-on's latest day, else the article's.
    position = models.PositiveIntegerField(default=0, editable=False)
    day = models.DateField(editable=False)
    # When its article appears, so that search finds the newest.
    published_at = models.DateTimeField(null=True, editable=False)
    folded = WordsField(dated_by="published_at")
    # Equal for quotes of the same words.
    same_words = models.CharField(max_length=16, blank=True, default="", editable=False)

    shown_speaker, shown_organisation = Shown("speaker"), Shown("organisation")

    objects = QuoteQuerySet.as_manager()

    class Meta:
        ordering = ["article", "position", "pk"]
        indexes = [
            models.Index(models.F("day").desc(), models.F("id").desc(), name="quote_newest"),
            models.Index("speaker", models.F("day").desc(), models.F("id").desc(), name="quote_of_speaker"),
            models.Index("organisation", models.F("day").desc(), models.F("id").desc(), name="quote_of_organisation"),
            models.Index("role", models.F("day").desc(), models.F("id").desc(), name="quote_in_role"),
            models.Index(fields=["article", "position"], name="quote_in_article"),
            models.Index(
                "same_words",
                models.F("day").desc(),
                models.F("id").desc(),
                name="quote_of_same_words",
                condition=~Q(same_words=""),
            ),
            models.Index(fields=["anchor_state"], name="quote_anchor_state"),
            models.Index(fields=["same_words", "speaker"], condition=~Q(same_words=""), name="quote_said_by"),
            models.Index(fields=["id"], condition=Q(speaker_kind="unknown"), name="quote_unattributed"),
            models.Index(
                fields=["id", "article", "said_on_earliest", "said_on_latest"],
                condition=Q(said_on__isnull=False),
                name="quote_dated_newest",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(speaker_kind="person", speaker__isnull=False)
                | (~Q(speaker_kind="person") & Q(speaker=None)),
                name="quote_speaker_is_a_person",
                violation_error_message="Name the speaker when, and only when, a person speaks.",
            ),
            models.CheckConstraint(
                condition=Q(speaker_kind="organisation", organisation__isnull=False)
                | (~Q(speaker_kind="organisation") & Q(organisation=None)),
                name="quote_speaker_is_an_organisation",
                violation_error_message="Name the organisation when, and only when, an organisation speaks.",
            ),
        ]

    def __str__(self):
        return f"“{self.text[:60]}…”" if len(self.text) > 60 else f"“{self.text}”"

    def get_absolute_url(self):
        return reverse("quote", args=[self.pk])

    @property
    def date(self):
        """The PartialDate it was said on, as known, else the article's day."""
        return self.said_on or PartialDate.of(self.article.day)

    def said_between(self, article=None):
        """The (first, last) day on which it may have been said.

        Where the words are only known to be of a year or month that was still running when the article appeared, they
        are its news ("this week") and the article's day counts for both.
        """
        day = (article or self.article).day
        said = self.said_on or PartialDate.of(day)
        return (day, day) if said.earliest <= day <= said.latest else (said.earliest, said.latest)

    def clean(self):
        super().clean()
        if self.role_id and self.speaker_id and self.role.person_id != self.speaker_id:
            raise ValidationError({"role": f"“{self.role}” is a post of {self.role.person}, not of {self.speaker}."})

    def derive(self):
        """Bring the columns made from other columns up to date; `save` does it, bulk inserts call it themselves."""
        for field in ("attribution", "venue", "not_verbatim"):
            setattr(self, field, html.title(getattr(self, field)))
        self.attribution = self.attribution or self.made_attribution()
        self.keep_day(self.article)
        self.same_words = sameness(self.text)
        self.derive_words()

    def derive_words(self):
        """Bring the words that search looks up up to date."""
        self.folded = " ".join(words(f"{self.text}\n{self.attribution}"))

    def save(self, *args, **kwargs):
        self.derive()
        super().save(*args, **kwargs)

    def kept_values(self):
        """As of every kept row; the words as the list of their stretches, from which they can be anchored again."""
        return super().kept_values() | {"text": [part["exact"] for part in self.segments] or [self.text]}

    def set_back(self, name, value):
        """As of every kept row; words are anchored where they stand in the article. ValueError says which do not."""
        if name != "text":
            super().set_back(name, value)
        elif self.segments:
            self.anchor_to(spans_of(self.article.body_text, value, near=self.position))
        else:
            self.keep_unanchored(value)

    def keep_day(self, article):
        """Take the day it is filed under and the time of its article; returns whether either changed."""
        before = self.day, self.published_at
        self.day, self.published_at = self.said_between(article)[1], article.publish_at
        return before != (self.day, self.published_at)

    def made_attribution(self):
        """The speaker as published today: "Volodymyr Zelensky, Ukrainian President"."""
        speaker = self.speaker or self.organisation
        return ", ".join(str(part) for part in (speaker, self.role and self.role.title) if part)

    def anchor_to(self, spans):
        """Anchor it to these (start, end) stretches of the article's plain text, in order, and take its words there."""
        text = self.article.body_text
        self.segments = [segment(anchors.anchor(text, *span), anchors.State.EXACT, *span) for span in spans]
        self.text = joined([text[start:end] for start, end in spans])
        self.keep_place()

    def keep_unanchored(self, stretches):
        """Keep words that do not stand in the article, in order; none is left of the anchors before."""
        lost = anchors.State.ORPHANED
        self.segments = [segment(anchors.Anchor(words, "", ""), lost, None, None) for words in stretches]
        self.text = joined(stretches)
        self.keep_place()

    def find_again(self, text):
        """Look every segment up in `text`, the article's plain text; returns whether a place or a state changed."""
        before = self.segments
        self.segments = [found_again(text, old) for old in before]
        self.keep_place()
        return self.segments != before

    def keep_place(self):
        """Derive position and the worst state from the segments."""
        starts = [part["start"] for part in self.segments if part["start"] is not None]
        self.position = starts[0] if starts else self.position
        states = [part["state"] for part in self.segments]
        self.anchor_state = max(states, key=list(anchors.State).index) if states else ""

    def check_verbatim(self):
        """Refuse to show a direct quote whose words do not stand in the article, unless a reason is given."""
        if self.kind == self.Kind.DIRECT and not (self.is_verbatim or self.not_verbatim):
            mend = "give its words as they are printed now, or say why they may differ."
            raise ValidationError({"not_verbatim": f"{self} does not stand in the article word for word: {mend}"})

    @property
    def is_verbatim(self):
        """Whether every segment still stands word for word in the article."""
        return self.anchor_state in {anchors.State.EXACT, anchors.State.MOVED}


def segment(anchor, state, start, end):
    """One stretch of a quote as `Quote.segments` keeps it; start and end are offsets in the plain text, or None."""
    return {
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "state": str(state),
        "start": start,
        "end": end,
    }


def found_again(text, old):
    """The segment with the place and state in which `text` now has it."""
    anchor = anchors.Anchor(old["exact"], old["prefix"], old["suffix"])
    found = anchors.find(text, anchor, hint=old["start"])
    return segment(anchor, found.state, found.start, found.end)
