"""That something which needs a look is right as it is."""

from django.conf import settings
from django.db import models


class SaidRight(models.Model):
    """An editor said that a row is right although a rule points at it; holds while the digest of its facts does."""

    rule = models.CharField(max_length=40)
    number = models.PositiveBigIntegerField()
    digest = models.CharField(max_length=32)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    said_at = models.DateTimeField(auto_now=True)

    class Meta:
        default_permissions = []
        permissions = [("say_right", "Can say that what needs a look is right")]
        constraints = [models.UniqueConstraint(fields=["rule", "number"], name="said_right_once")]

    def __str__(self):
        return f"{self.rule}: {self.number}"
