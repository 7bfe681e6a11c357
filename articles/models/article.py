"""An article, and the one gate that says which articles readers see."""

import re

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Prefetch, Q
from django.db.models.functions import Greatest
from django.db.models.lookups import GreaterThanOrEqual
from django.urls import reverse
from django.utils import timezone

from articles.picture import Picture, public
from articles.text.plain import text_of, word_count
from newsroom.lib import html
from newsroom.lib.moments import told
from newsroom.lib.permalinks import Addressed, AddressedQuerySet, PastSlug
from newsroom.lib.records import Record
from newsroom.lib.wordfields import WordsField
from people.models import Source, unkept
from people.models.searched import with_words
from people.words import COMMON, sought, words

from .section import Section, Topic

A_YEAR = re.compile(r"[0-9]{4}")
# What was scheduled changes for readers when it appears.
LAST_CHANGED = Greatest("updated_at", "publish_at")


class ArticleQuerySet(AddressedQuerySet):
    """Articles by who may see them, and as lists and pages ask for them."""

    def published(self, at=None):
        """THE gate: what readers see at the moment `at` (default now). Everything public is defined through it."""
        at = at or timezone.now()
        return self.filter(Q(expire_at=None) | Q(expire_at__gt=at), state=Article.State.PUBLISHED, publish_at__lte=at)

    def published_ones(self, at=None):
        """As `published`, for a handful found by other means: SQLite would else walk all that readers see for them."""
        return self.filter(Exists(self.model.objects.published(at).filter(pk=OuterRef("pk"))))

    def withdrawn(self, at=None):
        """Those readers could once see and which now answer with their notice."""
        at = at or timezone.now()
        return self.filter(state=Article.State.WITHDRAWN, publish_at__lte=at)

    def scheduled(self, at=None):
        """Those decided to be published that readers do not see yet at the moment `at` (default now)."""
        return self.filter(state=Article.State.PUBLISHED, publish_at__gt=at or timezone.now())

    def unpublished(self):
        """Those still being made."""
        return self.filter(state__in=[Article.State.DRAFT, Article.State.REVIEW, Article.State.READY])

    def drafts_of(self, user):
        """Those not yet published that `user` began or was handed, last changed first."""
        begun = self.model.objects.unpublished().filter(made_by=user).order_by().values("pk")
        handed = self.model.objects.unpublished().filter(assigned_to=user).order_by().values("pk")
        return self.filter(pk__in=begun.union(handed)).order_by("-updated_at", "-pk")

    def waiting_for(self, user):
        """Those handed to `user` with something still to decide, the one waiting longest first."""
        undecided = [Article.State.DRAFT, Article.State.REVIEW, Article.State.READY]
        open_ = Q(state__in=undecided) | Q(pending__isnull=False)
        return self.filter(open_, assigned_to=user).order_by("updated_at", "pk")

    def with_change_not_shown(self):
        """Those with a change that readers do not see yet."""
        return self.filter(pending__isnull=False)

    def waiting_for_anybody(self):
        """Those in review that nobody was handed, the one waiting longest first."""
        return self.filter(state=Article.State.REVIEW, assigned_to=None).order_by("updated_at", "pk")

    def newest_first(self):
        """By publication, newest first, in a unique order."""
        return self.order_by("-publish_at", "-pk")

    def with_last_change(self):
        """With `changed_at`, when one last changed for readers: its last save, or its appearance if that is later."""
        return self.annotate(changed_at=LAST_CHANGED)

    def changed_since(self, moment, at=None):
        """Those published that readers have seen changed, or appear, at the moment or later."""
        return self.published(at).filter(GreaterThanOrEqual(LAST_CHANGED, moment)).order_by()

    def search(self, q):
        """Those with every word of `q` in headline, standfirst or body; see `with_words`."""
        return with_words(self, q)

    def search_headlines(self, q):
        """Those with every word of `q` in the headline; see `with_words`. Words that tell none apart leave all."""
        asked = sought(q)
        tells = asked.phrases or set(asked.words) - COMMON
        return with_words(self, q, "folded_headline") if tells else self

    def naming(self, noun):
        """Those that mention a person or an organisation."""
        return self.filter(pk__in=noun.mentions.order_by().values("article"))

    def newest_naming(self, noun, most, at=None):
        """The newest `most` published ones that mention `noun`, newest first.

        They are found from the mentions, which stand in that order in an index.
        """
        newest = noun.mentions.published(at).newest_first().values("article")[:most]
        return self.filter(pk__in=newest).newest_first()

    def with_bylines(self, at=None):
        """With section, image, topics and bylines; a byline of somebody who is not shown has no `person`."""
        bylines = self.model.bylines.rel.related_model.objects.with_people(at)
        return self.select_related("section", "image").prefetch_related("topics", Prefetch("bylines", bylines))

    def for_list(self, at=None):
        """What a list shows of each: without the body and the columns made of it."""
        return self.with_bylines(at).defer("body", "body_text", "folded")


class OfArticleQuerySet(models.QuerySet):
    """Rows that belong to an article and show when it does."""

    def published(self, at=None):
        """Those whose article readers see at the moment `at` (default now)."""
        return self.filter(Exists(Article.objects.published(at).filter(pk=OuterRef("article_id"))))

    def with_articles(self, at=None):
        """With the article of each as a list shows it."""
        return self.prefetch_related(Prefetch("article", Article.objects.for_list(at)))


class Article(Addressed, Record):
    """What was published, or will be. The row and what hangs on it is what readers see once it is published;

    a change to a live article that shall not show yet is kept in its `pending` revision.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "draft"
        REVIEW = "review", "in review"
        READY = "ready", "ready"
        PUBLISHED = "published", "published"
        WITHDRAWN = "withdrawn", "withdrawn"

    headline = models.CharField(max_length=250, blank=True, help_text="May wait while the article is a draft.")
    standfirst = models.CharField(max_length=500, blank=True, help_text="One or two sentences under the headline.")
    kicker = models.CharField(max_length=60, blank=True, help_text="A word or two above the headline.")
    body = models.TextField(blank=True)
    section = models.ForeignKey(Section, models.PROTECT, null=True, blank=True, related_name="articles")
    topics = models.ManyToManyField(Topic, blank=True, related_name="articles")
    related = models.ManyToManyField("self", blank=True, verbose_name="related articles")
    image = models.ForeignKey(
        "Image", models.PROTECT, null=True, blank=True, related_name="articles", help_text="Stands above the text."
    )
    image_caption = models.CharField(
        "caption here", max_length=500, blank=True, help_text="Under the image; left empty, its own caption."
    )
    language = models.CharField(max_length=35, default="en", help_text="A language tag such as en or uk.")
    state = models.CharField(max_length=9, choices=State, default=State.DRAFT)
    publish_at = models.DateTimeField(
        null=True, blank=True, help_text="Readers see it from then on. Empty: at once when published."
    )
    expire_at = models.DateTimeField(null=True, blank=True, help_text="Readers no longer see it from then on.")
    embargo_until = models.DateTimeField(
        "under embargo until",
        null=True,
        blank=True,
        help_text="Readers never see it before then, whatever else is set or pressed.",
    )
    notice = models.CharField(
        "public notice", max_length=500, blank=True, help_text="What readers of a withdrawn article are told."
    )
    source_url = models.URLField("source address", max_length=1000, blank=True, help_text="Where the text came from.")
    canonical_url = models.URLField(
        "canonical address", max_length=1000, blank=True, help_text="Where it first appeared, if not here."
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="articles_made"
    )
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="in_hand",
    )
    import_key = models.CharField(max_length=64, null=True, blank=True, unique=True, editable=False)
    import_digest = models.CharField(max_length=64, blank=True, editable=False)
    body_text = models.TextField(editable=False)
    word_count = models.PositiveIntegerField(default=0, editable=False)
    folded, folded_headline = WordsField(dated_by="publish_at"), WordsField(dated_by="publish_at")
    pending = models.ForeignKey("Revision", models.SET_NULL, null=True, blank=True, editable=False, related_name="+")

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-publish_at", "-pk"]
        indexes = [
            models.Index("state", F("publish_at").desc(), F("id").desc(), name="article_newest"),
            models.Index("section", "state", F("publish_at").desc(), F("id").desc(), name="article_section_newest"),
            models.Index(fields=["language", "publish_at"], name="article_language"),
            models.Index("state", LAST_CHANGED, "id", name="article_last_changed"),
            models.Index(fields=["made_by", "state"], name="article_made_by"),
            models.Index(fields=["assigned_to", "updated_at"], name="article_in_hand"),
            models.Index(fields=["pending"], condition=Q(pending__isnull=False), name="article_pending"),
            models.Index(fields=["expire_at"], condition=Q(expire_at__isnull=False), name="article_expiry"),
            models.Index(fields=["embargo_until"], condition=Q(embargo_until__isnull=False), name="article_embargo"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(expire_at=None) | Q(publish_at=None) | Q(expire_at__gt=F("publish_at")),
                name="article_expires_after_it_appears",
                violation_error_message="It would expire before it appears.",
            ),
            models.CheckConstraint(
                condition=~Q(state="published") | (Q(publish_at__isnull=False) & ~Q(headline="")),
                name="article_published_with_headline_and_time",
                violation_error_message="A published article has a headline and a time.",
            ),
            models.CheckConstraint(
                condition=Q(embargo_until=None) | Q(publish_at=None) | Q(publish_at__gte=F("embargo_until")),
                name="article_appears_after_its_embargo",
                violation_error_message="It would appear before its embargo ends.",
            ),
        ]
        permissions = [
            ("edit_any_article", "Can change articles of others"),
            ("approve_article", "Can mark an article as ready"),
            ("publish_article", "Can publish an article, schedule it and change what readers see"),
            ("correct_article", "Can publish corrections of an article"),
            ("withdraw_article", "Can withdraw an article"),
            ("lift_embargo", "Can lift the embargo of an article"),
        ]

    def __str__(self):
        return self.headline or f"Article {self.pk} without a headline"

    def get_absolute_url(self):
        return reverse("article", args=[self.slug])

    @property
    def slug_source(self):
        return self.headline

    def slug_is_taken(self, slug):
        """Whether it leads elsewhere: four digits lead to the archive of a year."""
        return bool(A_YEAR.fullmatch(slug)) or super().slug_is_taken(slug)

    @property
    def day(self):
        """The day it is dated by: of publication, else of its making, in the newsroom's zone."""
        return timezone.localdate(self.publish_at or self.created_at or timezone.now())

    @property
    def picture(self):
        """Its image as readers see it, or None."""
        return self.picture_at(public)

    def picture_at(self, address):
        """Its image with files at other addresses, as `Picture` takes them, or None."""
        return Picture(self.image, self.image_caption, address) if self.image else None

    @property
    def is_published(self):
        """Whether readers see it now; asks the gate."""
        return bool(self.pk) and Article.objects.published().filter(pk=self.pk).exists()

    @property
    def is_scheduled(self):
        """Whether it is decided that readers see it, at a time that is still to come."""
        return self.state == self.State.PUBLISHED and self.publish_at > timezone.now()

    @property
    def is_under_embargo(self):
        """Whether readers may not see it yet."""
        return self.embargo_until is not None and self.embargo_until > timezone.now()

    def earliest(self):
        """The first moment from now on at which readers may see it."""
        now = timezone.now()
        return max(now, self.embargo_until or now)

    @property
    def was_published(self):
        """Whether readers could ever see it, or were meant to: such an article is withdrawn, never deleted."""
        public = {self.State.PUBLISHED, self.State.WITHDRAWN}
        return (
            self.state in public or self.revisions.filter(content__state__in=[str(state) for state in public]).exists()
        )

    @property
    def has_answered(self):
        return self.was_published

    def clean(self):
        super().clean()
        self.headline = html.title(self.headline)
        if A_YEAR.fullmatch(self.slug):
            raise ValidationError({"slug": f"“{self.slug}” is the address of a year: add a word to it."})
        if self.state == self.State.PUBLISHED:
            if not self.headline:
                raise ValidationError({"headline": "A headline is needed before readers see the article."})
            self.publish_at = self.publish_at or self.earliest()
        if self.embargo_until and self.publish_at and self.publish_at < self.embargo_until:
            ends = told(self.embargo_until)
            raise ValidationError({"publish_at": f"It is under embargo until {ends}: it cannot appear before then."})

    def derive(self):
        """Bring the columns made from other columns up to date; `save` does it, bulk inserts call it themselves."""
        for field in ("headline", "standfirst", "kicker", "notice", "image_caption"):
            setattr(self, field, html.title(getattr(self, field)))
        self.body = html.clean(self.body)
        self.body_text = text_of(self.body)
        self.word_count = word_count(self.body_text)
        self.derive_words()
        if self.state == self.State.PUBLISHED and not self.publish_at:
            self.publish_at = self.earliest()

    def derive_words(self):
        """Bring the words that search looks up up to date."""
        self.folded = " ".join(words(f"{self.headline}\n{self.standfirst}\n{self.body_text}"))
        self.folded_headline = " ".join(words(self.headline))

    def save(self, *args, **kwargs):
        self.derive()
        with transaction.atomic():
            super().save(*args, **kwargs)
            self.carry_over()

    def carry_over(self):
        """Write into linked rows what they hold of this article.

        Quotes hold where their words now stand, mentions and bylines its time, sources the window in which it shows.
        """
        live = self.state == self.State.PUBLISHED
        for dated in (self.mentions, self.bylines):
            dated.exclude(published_at=self.publish_at).update(published_at=self.publish_at)
        quotes = list(self.quotes.all())
        changed = [quote for quote in quotes if quote.find_again(self.body_text) | quote.keep_day(self)]
        for quote in changed:
            quote.updated_at = timezone.now()
        self.quotes.bulk_update(changed, ["segments", "anchor_state", "position", "day", "published_at", "updated_at"])
        with unkept(Source):
            Source.objects.of_article(self.pk).filter(held_back=False).update(
                visible_from=self.publish_at if live else None,
                visible_until=self.expire_at,
                url=settings.SITE_URL + self.get_absolute_url(),
                title=self.headline,
                publisher=settings.SITE_NAME,
                date=str(self.day),
            )


class ArticlePastSlug(PastSlug):
    """An address an article once had."""

    owner = models.ForeignKey(Article, models.SET_NULL, null=True, related_name="past_slugs")
