"""What colleagues say to each other beside an article, and to whom it was handed over."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from newsroom.lib import html

from .article import Article

LONGEST = 10_000


class CommentQuerySet(models.QuerySet):
    """Comments as the desk shows them."""

    def thread(self):
        """In the order they were made, with whom they name."""
        return self.select_related("by", "resolved_by", "handed_to").order_by("made_at", "pk")

    def open(self):
        """Those that wait to be seen to; a mere hand-over does not."""
        return self.filter(resolved_at=None).exclude(text="")


class Comment(models.Model):
    """A remark for colleagues, which may hand the article over; it may be resolved and opened again, never changed."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="comments")
    text = models.TextField(max_length=LONGEST, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    handed_to = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ["made_at", "pk"]

    def __str__(self):
        return html.title(self.text)[:60]

    def resolve(self, by):
        """It was seen to; who did so first stays."""
        if self.resolved_at is None:
            self.resolved_at, self.resolved_by = timezone.now(), by
            self.save(update_fields=["resolved_at", "resolved_by"])

    def reopen(self):
        """It waits again."""
        self.resolved_at = self.resolved_by = None
        self.save(update_fields=["resolved_at", "resolved_by"])
