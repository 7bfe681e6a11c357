"""Who has which record of the desk open.

It stands here and not on the lower floor because it is about editing at the desk, which knows both floors; it names a
record by its label and id, so that it serves people and organisations as well as articles.
"""

import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone

# A page tells every 25 seconds that it is open; a hidden one may speak only once a minute.
GONE = datetime.timedelta(seconds=75)


class PresenceQuerySet(models.QuerySet):
    """Presences by whether they still are."""

    def still(self):
        """Those whose page has spoken lately."""
        return self.filter(last_seen_at__gt=timezone.now() - GONE)

    def tell(self, user, record):
        """Note that `user` has the record open, a name such as "articles.article.5"; those long gone are forgotten."""
        self.filter(last_seen_at__lte=timezone.now() - GONE).delete()
        self.update_or_create(user=user, record=record, defaults={"last_seen_at": timezone.now()})

    def others(self, user, record):
        """Who else has it open, the first to open it first."""
        return self.still().filter(record=record).exclude(user=user).select_related("user").order_by("since", "pk")


class Presence(models.Model):
    """One user has one record open since a moment."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    record = models.CharField(max_length=100)
    since = models.DateTimeField(default=timezone.now)
    last_seen_at = models.DateTimeField()

    objects = PresenceQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["record", "user"], name="presence_once")]
        indexes = [models.Index(fields=["last_seen_at"], name="presence_last_seen")]

    def __str__(self):
        return f"{self.user} has {self.record} open"
