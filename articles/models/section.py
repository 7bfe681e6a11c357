"""Sections and topics: where an article belongs and what it is about."""

from django.db import models
from django.db.models import Exists, OuterRef
from django.urls import reverse

from newsroom.lib import html
from newsroom.lib.permalinks import Addressed, AddressedQuerySet, PastSlug
from newsroom.lib.records import Record
from people.models import Kept, KeptQuerySet


class LabelQuerySet(KeptQuerySet, AddressedQuerySet):
    """Sections or topics by whether there is anything to read in them."""

    def in_use(self, at=None):
        """Those with an article that readers see at the moment `at` (default now)."""
        link = self.model.articles.rel
        articles = link.related_model.objects.published(at).filter(**{link.field.name: OuterRef("pk")})
        return self.filter(Exists(articles))


class Section(Kept, Addressed, Record):
    """A part of the newspaper, such as World or Politics."""

    name = models.CharField(max_length=100, unique=True)
    description = models.CharField(max_length=300, blank=True, help_text="One line under its name.")
    order = models.PositiveSmallIntegerField(default=0, help_text="Its place in the menu; small numbers come first.")

    objects = LabelQuerySet.as_manager()

    class Meta:
        ordering = ["order", "slug"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("section", args=[self.slug])

    def save(self, *args, **kwargs):
        self.name, self.description = html.title(self.name), html.title(self.description)
        super().save(*args, **kwargs)


class SectionPastSlug(PastSlug):
    """An address a section once had."""

    owner = models.ForeignKey(Section, models.SET_NULL, null=True, related_name="past_slugs")


class Topic(Kept, Addressed, Record):
    """What articles are about: a subject, a place or an event."""

    class Kind(models.TextChoices):
        SUBJECT = "subject", "subject"
        PLACE = "place", "place"
        EVENT = "event", "event"

    name = models.CharField(max_length=150)
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.SUBJECT)
    description = models.CharField(max_length=300, blank=True, help_text="One line under its name.")

    objects = LabelQuerySet.as_manager()

    class Meta:
        ordering = ["slug"]
        constraints = [models.UniqueConstraint(fields=["name", "kind"], name="topic_once")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("topic", args=[self.slug])

    def save(self, *args, **kwargs):
        self.name, self.description = html.title(self.name), html.title(self.description)
        super().save(*args, **kwargs)


class TopicPastSlug(PastSlug):
    """An address a topic once had."""

    owner = models.ForeignKey(Topic, models.SET_NULL, null=True, related_name="past_slugs")
