"""Who may comment on articles, and who may finish tasks."""

from django.db import migrations

from newsroom.lib.rights import grant

COMMENT, LOOK, FINISH = {"articles.comment": ["add", "view"]}, {"articles.task": ["view"]}, {"articles.task": ["change"]}


def give(apps, schema_editor):
    for group in ("reporter", "editor", "chief editor"):
        grant(apps, group, COMMENT | LOOK)
    for group in ("editor", "chief editor"):
        grant(apps, group, FINISH)


class Migration(migrations.Migration):
    dependencies = [("articles", "0012_comments_and_tasks")]

    operations = [migrations.RunPython(give, migrations.RunPython.noop)]
