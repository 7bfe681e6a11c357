"""What feeds told of people and organisations when they were last read."""

from django.db import models

from .sources import exactly_one


class FeedEntry(models.Model):
    """A person or an organisation under its key in a feed, and all the feed last said of it.

    The memory of the import, not for readers: a key may be made of a name where the feed gives no id.
    """

    person = models.ForeignKey("people.Person", models.CASCADE, null=True, related_name="feed_entries")
    organisation = models.ForeignKey("people.Organisation", models.CASCADE, null=True, related_name="feed_entries")
    feed = models.CharField(max_length=60)
    key = models.CharField(max_length=255)
    last_read = models.JSONField()

    class Meta:
        verbose_name_plural = "feed entries"
        indexes = [models.Index(fields=["key", "feed"], name="feed_entry_key")]
        constraints = [
            models.CheckConstraint(condition=exactly_one("person", "organisation"), name="feed_entry_of_one"),
            models.UniqueConstraint(fields=["person", "feed", "key"], name="feed_entry_person_once"),
            models.UniqueConstraint(fields=["organisation", "feed", "key"], name="feed_entry_organisation_once"),
        ]

    def __str__(self):
        return f"{self.feed}: {self.key}"

    @property
    def sameness(self):
        """For folding: one of each key of a feed is enough."""
        return self.person_id, self.organisation_id, self.feed, self.key
