"""Two records that are likely the same, and pairs an editor said are not."""

from django.conf import settings
from django.db import models
from django.db.models import F

from .merge import Merge


class Likeness(models.Model):
    """Two people or two organisations with what makes them alike; found anew by people/duplicates.py.

    That they are different stays said, whatever is found later.
    """

    noun = models.CharField(max_length=12, choices=Merge.Noun)
    # Their numbers, the smaller one first.
    low = models.PositiveBigIntegerField()
    high = models.PositiveBigIntegerField()
    score = models.PositiveSmallIntegerField(default=0)
    reason = models.CharField(max_length=200, blank=True)
    different = models.BooleanField(default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name_plural = "likenesses"
        default_permissions = []
        ordering = [F("score").desc(), F("pk").desc()]
        indexes = [models.Index("noun", "different", F("score").desc(), F("id").desc(), name="likeness_first")]
        constraints = [models.UniqueConstraint(fields=["noun", "low", "high"], name="likeness_of_two_once")]

    def __str__(self):
        return f"{self.noun} {self.low} and {self.high}: {self.reason}"
