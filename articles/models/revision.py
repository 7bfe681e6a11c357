"""Revisions: what an article said after each save, kept for ever."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from .article import Article


class Revision(models.Model):
    """One saved state of an article with its bylines, mentions and quotes. Never changed."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    content = models.JSONField(encoder=DjangoJSONEncoder)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    # The name stays when the account is gone.
    by_name = models.CharField(max_length=150, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    note = models.CharField(max_length=200, blank=True)
    summary = models.CharField("what changed", max_length=300, blank=True)
    shown = models.BooleanField(
        default=True, help_text="Whether the article's row took this content when it was saved."
    )

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["article", "number"], name="revision_number_once")]

    def __str__(self):
        return f"{self.number} · {self.note}" if self.note else str(self.number)

    def save(self, *args, **kwargs):
        if self.pk:
            raise TypeError("A revision is never changed.")
        super().save(*args, **kwargs)
