"""Who may upload images and say what they show: everybody who writes; chief editors also delete them."""

from django.db import migrations

from newsroom.lib.rights import ALL, grant

WRITE, LEAD = ["add", "change", "view"], ALL
GROUPS = {"reporter": WRITE, "editor": WRITE, "chief editor": LEAD}


def grant_rights(apps, schema_editor):
    for group, verbs in GROUPS.items():
        grant(apps, group, {"articles.image": verbs})


class Migration(migrations.Migration):
    dependencies = [("articles", "0004_images"), ("auth", "0012_alter_user_first_name_max_length")]

    operations = [migrations.RunPython(grant_rights, migrations.RunPython.noop)]
