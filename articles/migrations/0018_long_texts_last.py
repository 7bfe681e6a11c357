"""Puts the long texts of an article behind its other columns.

SQLite reads a row from its beginning: what stands behind a text of many pages is found only by walking through them,
and whether an article is published is asked with every list.
"""

from django.db import migrations, models
from django.db.migrations.operations.base import Operation

LAST = [
    "standfirst", "notice", "source_url", "canonical_url", "image_caption", "folded_headline",
    "body", "body_text", "folded",
]  # fmt: skip
EXPIRES = models.CheckConstraint(
    condition=models.Q(expire_at=None) | models.Q(publish_at=None) | models.Q(expire_at__gt=models.F("publish_at")),
    name="article_expires_after_it_appears",
    violation_error_message="It would expire before it appears.",
)


class Reorder(Operation):
    """Names these fields last; the table follows when it is next made anew."""

    def __init__(self, model, last):
        self.model, self.last = model, last

    def describe(self):
        return f"Put {', '.join(self.last)} last in {self.model}"

    def state_forwards(self, app_label, state):
        fields = state.models[app_label, self.model].fields
        for name in self.last:
            fields[name] = fields.pop(name)
        state.reload_model(app_label, self.model)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        """Nothing: see below."""

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        """Nothing: columns are read by name."""


class Migration(migrations.Migration):

    dependencies = [("articles", "0017_who_has_which")]

    operations = [
        Reorder("article", LAST),
        # SQLite makes the table anew for a constraint, with the columns in the order of the fields.
        migrations.RemoveConstraint("article", EXPIRES.name),
        migrations.AddConstraint("article", EXPIRES),
    ]
