"""What editors have to see to because something else changed."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from .article import Article
from .correction import Correction
from .quote import Quote


class TaskQuerySet(models.QuerySet):
    """Tasks by whether they wait."""

    def open(self):
        """Those nobody has done or found needless, oldest first."""
        return self.filter(done_at=None).order_by("made_at", "pk")

    def for_list(self):
        """With what a list shows of each."""
        rows = self.select_related("article", "quote", "because__article", "made_by", "done_by")
        texts = ("body", "body_text", "folded")
        return rows.defer(*(f"{link}__{text}" for link in ("article", "because__article") for text in texts))


class Task(models.Model):
    """Look at an article because words it quotes were corrected, disputed or retracted elsewhere."""

    class Outcome(models.TextChoices):
        OPEN = "", "to do"
        DONE = "done", "done"
        NEEDLESS = "needless", "not needed"

    article = models.ForeignKey(Article, models.CASCADE, related_name="tasks")
    quote = models.ForeignKey(Quote, models.SET_NULL, null=True, blank=True, related_name="tasks")
    what = models.CharField(max_length=300)
    because = models.ForeignKey(Quote, models.SET_NULL, null=True, blank=True, related_name="tasks_made")
    correction = models.ForeignKey(Correction, models.SET_NULL, null=True, blank=True, related_name="tasks")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    done_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=8, blank=True, choices=Outcome, default=Outcome.OPEN)
    word = models.CharField(max_length=300, blank=True)

    objects = TaskQuerySet.as_manager()

    class Meta:
        ordering = ["made_at", "pk"]
        indexes = [models.Index(fields=["made_at", "id"], condition=models.Q(done_at=None), name="task_open")]

    def __str__(self):
        return self.what

    def finish(self, outcome, by, word=""):
        """It is done or not needed; returns False, changing nothing, where somebody finished it before."""
        if self.done_at is not None:
            return False
        self.outcome, self.done_by, self.done_at, self.word = outcome, by, timezone.now(), word[:300]
        self.save(update_fields=["outcome", "done_by", "done_at", "word"])
        return True

    def reopen(self):
        """It waits again."""
        self.outcome, self.done_by, self.done_at, self.word = self.Outcome.OPEN, None, None, ""
        self.save(update_fields=["outcome", "done_by", "done_at", "word"])
