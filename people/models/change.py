"""What was changed: every change of a kept row, for ever."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from newsroom.lib.acting import Way


class ChangeQuerySet(models.QuerySet):
    """Changes by what they were made to."""

    def of(self, *rows):
        """Those of these rows themselves, all of one model."""
        return self.filter(model=rows[0]._meta.label_lower, row__in=[row.pk for row in rows])

    def newest_first(self):
        """In a unique order."""
        return self.order_by("-pk")


class Change(models.Model):
    """What one save did to one row: who changed which fields from what to what, when and by which way. Never changed.

    Rows are named by model and number, so that the change outlives them. `fields` maps a field's name to [before,
    after] as plain JSON; of a row made or deleted, the values it had that are not the usual ones. `owner` is the
    record whose history lists it too: the person of an other name.
    """

    class What(models.TextChoices):
        CREATED = "created", "made"
        CHANGED = "changed", "changed"
        DELETED = "deleted", "deleted"

    model = models.CharField(max_length=60)
    row = models.PositiveBigIntegerField()
    owner_model = models.CharField(max_length=60, blank=True)
    owner_row = models.PositiveBigIntegerField(null=True)
    what = models.CharField(max_length=7, choices=What)
    label = models.CharField(max_length=200, blank=True, help_text="What a row was called when it was deleted.")
    fields = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    # The name stays when the account is gone.
    by_name = models.CharField(max_length=150, blank=True)
    way = models.CharField(max_length=10, blank=True, choices=Way)

    objects = ChangeQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["model", "row", "-id"], name="change_of_row"),
            models.Index(fields=["owner_model", "owner_row", "-id"], name="change_of_owner"),
        ]

    def __str__(self):
        return f"{self.model} {self.row} {self.what}"

    def save(self, *args, **kwargs):
        if self.pk:
            raise TypeError("A change is never changed.")
        super().save(*args, **kwargs)
