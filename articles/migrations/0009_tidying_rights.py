"""Editors may merge people and organisations, and say that what needs a look is right."""

from django.db import migrations

from newsroom.lib.rights import grant

RIGHTS = {"people.merge": ["view", "merge_records"], "people.saidright": ["say_right"]}


def give(apps, schema_editor):
    for group in ("editor", "chief editor"):
        grant(apps, group, RIGHTS)


class Migration(migrations.Migration):
    dependencies = [("articles", "0008_what_needs_a_look"), ("people", "0003_said_right")]

    operations = [migrations.RunPython(give, migrations.RunPython.noop)]
