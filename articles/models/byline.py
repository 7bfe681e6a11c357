"""Who wrote an article."""

from django.db import models

from people.models import Person
from people.models.links import Shown, with_shown

from .article import Article, OfArticleQuerySet


class BylineQuerySet(OfArticleQuerySet):
    """Bylines as an article's page and a person's page ask for them."""

    def newest_first(self):
        """By the article's publication, newest first."""
        return self.order_by("-published_at", "-pk")

    def with_people(self, at=None):
        """With `shown_person`, None where readers may not see them."""
        return with_shown(self, "person", at=at)


class Byline(models.Model):
    """A person's name above an article; no account is needed."""

    class Credit(models.TextChoices):
        BY = "by", "by"
        REPORTING = "additional reporting by", "additional reporting by"
        PHOTOGRAPHS = "photographs by", "photographs by"
        EDITED = "edited by", "edited by"

    part_of = "article"

    article = models.ForeignKey(Article, models.CASCADE, related_name="bylines")
    person = models.ForeignKey(Person, models.PROTECT, related_name="bylines")
    order = models.PositiveSmallIntegerField(default=0)
    credit = models.CharField(max_length=40, choices=Credit, default=Credit.BY)
    # The name as printed, for a person who is later renamed or hidden.
    name = models.CharField(max_length=200, blank=True, editable=False)
    # Copied from the article, so that what a person wrote is read in order from one index.
    published_at = models.DateTimeField(null=True, editable=False)

    shown_person = Shown("person")

    objects = BylineQuerySet.as_manager()

    class Meta:
        ordering = ["order", "pk"]
        indexes = [
            models.Index("person", models.F("published_at").desc(), models.F("id").desc(), name="byline_of_person"),
        ]
        constraints = [models.UniqueConstraint(fields=["article", "person", "credit"], name="byline_once")]

    def __str__(self):
        return f"{self.credit} {self.name}"

    def save(self, *args, **kwargs):
        self.name, self.published_at = self.name or self.person.name, self.article.publish_at
        super().save(*args, **kwargs)

    @property
    def sameness(self):
        """For folding: one of each credit is enough under an article."""
        return self.article_id, self.person_id, self.credit

    def absorb(self, gone):
        """For folding: the place of the first."""
        self.order = min(self.order, gone.order)
