"""That one record was merged into another, and all it takes to undo it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class MergeQuerySet(models.QuerySet):
    """Merges by whether they hold."""

    def standing(self):
        """Those not undone."""
        return self.filter(undone_at=None)

    def successors(self, model, numbers):
        """{number of a record of `model` that was merged: number of the record it is part of now}."""
        noun = model._meta.model_name
        if noun not in Merge.Noun:
            return {}
        merged = self.standing().filter(noun=noun, gone__in=numbers).exclude(**{noun: None})
        return dict(merged.values_list("gone", f"{noun}_id"))

    def numbers_within(self, record):
        """The numbers of the records that are part of this one now; none for a noun that is not merged."""
        noun = record._meta.model_name
        return self.filter(**{noun: record}).values_list("gone", flat=True) if noun in Merge.Noun else []


class Merge(models.Model):
    """A person or an organisation was merged into the one that stands in `person` or `organisation`.

    The addresses and the number of the record that went lead to that one. It is the record merged `into` until that is
    merged itself; it is None once that was deleted.
    """

    class Noun(models.TextChoices):
        PERSON = "person", "person"
        ORGANISATION = "organisation", "organisation"

    noun = models.CharField("kind", max_length=12, choices=Noun)
    person = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="merges")
    organisation = models.ForeignKey("people.Organisation", models.SET_NULL, null=True, related_name="merges")
    name = models.CharField("merged", max_length=250)
    into_name = models.CharField("into", max_length=250)
    # Numbers of the record that went and of the one it was merged into.
    gone = models.PositiveBigIntegerField()
    into = models.PositiveBigIntegerField()
    # The steps of the folding; see newsroom/lib/folding.py.
    log = models.JSONField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True)

    objects = MergeQuerySet.as_manager()

    class Meta:
        ordering = [F("pk").desc()]
        default_permissions = ["view"]
        permissions = [("merge_records", "Can merge and split people and organisations")]
        constraints = [
            models.UniqueConstraint(fields=["noun", "gone"], condition=Q(undone_at=None), name="merge_of_one_once")
        ]

    def __str__(self):
        return f"“{self.name}” into “{self.into_name}”"

    @property
    def kept(self):
        """The record it is part of now, or None."""
        return getattr(self, self.noun)
