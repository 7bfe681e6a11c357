"""Where a fact is known from, and why nothing shows before the article that first told it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.lookups import IsNull

from newsroom.lib.datefields import EarliestDay, LatestDay, PartialDateField
from people.standing import is_open, shows, stands

from .kept import Kept, KeptQuerySet

# As many sources as are shown of a fact; one told of by thousands of articles has thousands.
MOST_SOURCES = 20
FACTS = ("person", "organisation", "role", "relationship")


def exactly_one(*fields):
    """The condition that exactly one of these nullable foreign keys is set."""
    choices = [Q(**{f"{field}__isnull": field != chosen for field in fields}) for chosen in fields]
    condition = choices[0]
    for choice in choices[1:]:
        condition |= choice
    return condition


class SourceQuerySet(KeptQuerySet):
    """Sources by whether readers may know of them."""

    def visible(self, at=None):
        """Those from outside, and our own articles while readers can see them at the moment `at` (default now)."""
        return self.filter(is_open(at))

    def chief(self, most=MOST_SOURCES, at=None):
        """For a Prefetch: the `most` visible ones of each fact, those from outside first, then our newest articles."""
        ours_last = IsNull(F("our_article"), False)
        return self.visible(at).order_by(ours_last, F("date_latest").desc(nulls_last=True), "-pk")[:most]

    def of_article(self, article_id):
        """Those that are our article of this number."""
        return self.filter(our_article=article_id)


def _fact(model):
    """Indexed by its own kind of fact alone: counted among the empty ones, an index would look useless to SQLite."""
    return models.ForeignKey(
        f"people.{model}", models.CASCADE, null=True, blank=True, db_index=False, related_name="sources"
    )


class Source(Kept):
    """Where one fact is known from: a page elsewhere, or an article of ours with the window in which it is visible."""

    class Shows(models.TextChoices):
        NOTHING = "", "nothing about when"
        HELD = "held", "the post being held on its date"
        OVER = "over", "the post being over by its date"

    person = _fact("Person")
    organisation = _fact("Organisation")
    role = _fact("Role")
    relationship = _fact("Relationship")
    url = models.URLField("address", max_length=1000, blank=True)
    title = models.CharField(max_length=300, blank=True)
    publisher = models.CharField(max_length=200, blank=True)
    date = PartialDateField(help_text="When it was published: 2019, 2019-05 or 2019-05-10.")
    date_earliest, date_latest = EarliestDay("date"), LatestDay("date")
    shows = models.CharField(
        max_length=4, blank=True, choices=Shows, default=Shows.NOTHING, help_text="What it proves of a role."
    )
    # Learnt for a change to a live article that readers do not see yet.
    held_back = models.BooleanField(default=False, editable=False)
    # The number of an article of ours. A plain number: this app knows no articles, they write their window here.
    our_article = models.PositiveBigIntegerField(null=True, blank=True, editable=False, db_index=True)
    visible_from = models.DateTimeField(null=True, blank=True, editable=False)
    visible_until = models.DateTimeField(null=True, blank=True, editable=False)

    owner_fields = FACTS
    objects = SourceQuerySet.as_manager()

    class Meta:
        # The two databases put what has no date at different ends.
        ordering = [F("date_latest").asc(nulls_last=True), "pk"]
        indexes = [
            models.Index(
                fields=["role", "shows", "date_latest"], condition=Q(role__isnull=False), name="source_evidence_of_role"
            ),
            *(
                models.Index(fields=[fact], condition=Q(**{f"{fact}__isnull": False}), name=f"source_of_{fact}")
                for fact in FACTS
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=exactly_one(*FACTS), name="source_of_one_fact"),
            *(
                models.UniqueConstraint(fields=[fact, "our_article"], name=f"source_{fact}_once_an_article")
                for fact in FACTS
            ),
        ]

    def __str__(self):
        return self.title or self.url or self.publisher or "Source without a name"

    @property
    def is_kept(self):
        """Not the lines that our articles keep themselves."""
        return self.our_article is None

    def clean(self):
        if not (self.url or self.title or self.publisher):
            raise ValidationError("A source needs an address, a title or a publisher.")

    @property
    def sameness(self):
        """For folding: one of each page and of each article of ours is enough for a fact."""
        return *(getattr(self, f"{fact}_id") for fact in FACTS), self.our_article or (self.url, self.title)

    def absorb(self, gone):
        """For folding: readers may know of it where they might of either."""
        if self.held_back and not gone.held_back:
            self.held_back, self.visible_from, self.visible_until = False, gone.visible_from, gone.visible_until


class LearntQuerySet(models.QuerySet):
    """Facts that may have been learnt from an article of ours."""

    def standing(self, at=None):
        """Those that stand by themselves or have a source that readers can see at the moment `at` (default now)."""
        return self.filter(stands(self.model._meta.model_name, at))


class Learnt(models.Model):
    """A fact first learnt somewhere; visible only while one of its sources is, unless it stands alone."""

    stands_alone = models.BooleanField(
        "stands by itself",
        default=True,
        help_text="Unticked, readers see it only while an article that tells of it is published.",
    )
    reviewed = models.BooleanField(
        default=True, help_text="Unticked for what was taken from a text and no editor has looked at yet."
    )

    class Meta:
        abstract = True

    def absorb(self, gone):
        """For folding: it stands by itself, or is reviewed, where either was."""
        self.stands_alone |= gone.stands_alone
        self.reviewed |= gone.reviewed


class Visibility(models.TextChoices):
    """How far a person or an organisation shows."""

    PUBLIC = "public", "public"
    DELISTED = "delisted", "delisted: own page only, in no list and no search"
    HIDDEN = "hidden", "hidden: no page, no link"


class ShownQuerySet(LearntQuerySet):
    """People and organisations by what readers may see of them."""

    def at_id(self, number):
        """The record with this number, or the one that a record with it was merged into; None for neither."""
        return self.filter(pk=number).first() or self.filter(merges__gone=number, merges__undone_at=None).first()

    def visible(self, at=None):
        """Those with a page of their own: public and delisted ones that are known at the moment `at` (default now)."""
        return self.filter(shows(self.model._meta.model_name, at))

    def listed(self, at=None):
        """Those that stand in lists, search, sitemaps, feeds and API lists."""
        return self.standing(at).filter(visibility=Visibility.PUBLIC)
