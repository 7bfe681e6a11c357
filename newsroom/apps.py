"""The newsroom application and its desk."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.db.models.signals import post_migrate

from newsroom.lib import keylists, wordindexes  # noqa: F401 - the lookup is known once it was read


class NewsroomConfig(AppConfig):
    name = "newsroom"

    def ready(self):
        # As Django makes permissions: what migrations cannot express, and SQLite loses when it makes a table anew.
        post_migrate.connect(wordindexes.install, dispatch_uid="newsroom.wordindexes")


class DeskConfig(AdminConfig):
    """Django's admin with the newsroom's own site."""

    default_site = "newsroom.desk.DeskSite"
