"""The groups of a newsroom: reporter, editor and chief editor; and who made each article so far."""

from django.db import migrations
from django.db.models import OuterRef, Subquery

from newsroom.lib.rights import ALL, grant

LOOK = {
    **{f"articles.{model}": ["view"] for model in ("section", "topic", "correction", "revision", "previewlink")},
    **{
        f"people.{model}": ["view"]
        for model in ("person", "othername", "organisation", "role", "relationship", "source", "identifier", "link")
    },
}
WRITE = {
    "articles.article": ALL,
    **{f"articles.{model}": ALL for model in ("byline", "mention", "quote")},
}
KEEP = {
    "articles.article": ["edit_any_article", "approve_article", "publish_article", "correct_article"],
    "articles.correction": ["add", "change"],
    "articles.previewlink": ["change"],
    "articles.topic": ["add", "change"],
    **{f"people.{model}": ["add", "change"] for model in ("person", "organisation", "role", "relationship")},
    **{f"people.{model}": ALL for model in ("othername", "source", "identifier", "link")},
}
LEAD = {
    "articles.article": ["withdraw_article", "lift_embargo"],
    "articles.section": ALL,
    "articles.topic": ["delete"],
    "articles.correction": ["delete"],
    **{f"people.{model}": ["delete"] for model in ("person", "organisation", "role", "relationship")},
}
GROUPS = {"reporter": (LOOK, WRITE), "editor": (LOOK, WRITE, KEEP), "chief editor": (LOOK, WRITE, KEEP, LEAD)}


def make_groups(apps, schema_editor):
    for group, parts in GROUPS.items():
        for rights in parts:
            grant(apps, group, rights)


def name_makers(apps, schema_editor):
    """Whoever kept the first revision made the article."""
    revisions = apps.get_model("articles", "Revision").objects.filter(article=OuterRef("pk")).order_by("number")
    apps.get_model("articles", "Article").objects.filter(made_by=None).update(
        made_by=Subquery(revisions.values("by")[:1])
    )


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0002_workflow"),
        ("people", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.RunPython(make_groups, migrations.RunPython.noop),
        migrations.RunPython(name_makers, migrations.RunPython.noop),
    ]
