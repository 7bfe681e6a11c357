"""Links that show an article before its time to somebody without an account."""

import datetime
import secrets

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone

from .article import Article

LASTS = 7
# How long a link may be made to last, by days.
CHOICES = {1: "a day", 7: "a week", 30: "a month"}


def new_token():
    """A token nobody can guess."""
    return secrets.token_urlsafe(32)


def default_expiry():
    """When a link made now stops working, unless said otherwise."""
    return expiry(LASTS)


def expiry(days):
    """When a link made now stops working that is to last this many days."""
    return timezone.now() + datetime.timedelta(days=days)


class PreviewLinkQuerySet(models.QuerySet):
    """Links by whether they still work."""

    def working(self, at=None):
        """Those neither expired nor revoked at the moment `at` (default now)."""
        return self.filter(expires_at__gt=at or timezone.now(), revoked_at=None)


class PreviewLink(models.Model):
    """A secret address of an article as its editors have it now; expires by itself and can be revoked before.

    `article.preview_links.create(made_by=user)` makes one that lasts a week.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="preview_links")
    token = models.CharField(max_length=43, unique=True, default=new_token, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(default=default_expiry)
    revoked_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self):
        return f"Preview of “{self.article}”"

    def get_absolute_url(self):
        return reverse("preview", args=[self.token])

    def revoke(self):
        """Stop it from working; the moment it first was revoked stays."""
        self.revoked_at = self.revoked_at or timezone.now()
        self.save(update_fields=["revoked_at"])
