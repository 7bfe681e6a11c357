"""What an editor settled of an article's suggestions: refusals that last, and steps that can be taken back."""

from django.conf import settings
from django.db import models

from .article import Article

MOST_WORDS = 300


class Refusal(models.Model):
    """A suggestion an editor refused: known by its kind and folded words, so that it outlasts edits of the text."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="refusals")
    kind = models.CharField(max_length=12)
    words = models.CharField(max_length=MOST_WORDS)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "kind", "words"], name="refusal_once")]

    def __str__(self):
        return f"{self.kind}: {self.words}"


class Sitting(models.Model):
    """The steps one editor took over one article's suggestions without a long pause."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="sittings")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    last_step_at = models.DateTimeField(auto_now=True)

    def __str__(self):
        return f"Sitting of {self.by} over “{self.article}”"


class Step(models.Model):
    """One act of a sitting and all it made and changed.

    `settled` lists the [kind, words] of what was accepted; `made` the rows in the order they were made, each as
    {model, pk, version}; `changed` the fields it set, each as {model, pk, field, before, after}.
    """

    sitting = models.ForeignKey(Sitting, models.CASCADE, related_name="steps")
    said = models.CharField(max_length=400)
    settled = models.JSONField(default=list)
    made = models.JSONField(default=list)
    changed = models.JSONField(default=list)

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return self.said
