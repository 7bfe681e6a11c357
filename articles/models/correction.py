"""Corrections: what was wrong in an article and what is right."""

from django.db import models
from django.utils import timezone

from newsroom.lib import html
from newsroom.lib.records import Record, change_whole
from people.models import Kept, KeptQuerySet

from .article import Article, OfArticleQuerySet
from .quote import Quote


class CorrectionQuerySet(KeptQuerySet, OfArticleQuerySet):
    """Corrections in the order readers meet them."""

    def newest_first(self):
        """By when they were made, newest first, in a unique order."""
        return self.order_by("-made_at", "-pk")

    def delete(self):
        change_whole(self)
        return super().delete()

    delete.alters_data = True
    delete.queryset_only = True


class Correction(Kept, Record):
    """A public note that an article was corrected, clarified, updated or retracted: a change of that article too."""

    class Kind(models.TextChoices):
        CORRECTION = "correction", "Correction"
        CLARIFICATION = "clarification", "Clarification"
        UPDATE = "update", "Update"
        RETRACTION = "retraction", "Retraction"

    part_of = "article"

    article = models.ForeignKey(Article, models.CASCADE, related_name="corrections")
    kind = models.CharField(max_length=13, choices=Kind, default=Kind.CORRECTION)
    text = models.TextField("public text", help_text="What was wrong and what is right, in words for readers.")
    made_at = models.DateTimeField(default=timezone.now)
    quotes = models.ManyToManyField(Quote, blank=True, related_name="corrections", help_text="The quotes it touches.")

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        indexes = [models.Index(models.F("made_at").desc(), models.F("id").desc(), name="correction_newest")]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.text[:60]}"

    def save(self, *args, **kwargs):
        self.text = html.title(self.text)
        super().save(*args, **kwargs)
        change_whole(Correction.objects.filter(pk=self.pk))

    def delete(self, *args, **kwargs):
        change_whole(Correction.objects.filter(pk=self.pk))
        return super().delete(*args, **kwargs)
