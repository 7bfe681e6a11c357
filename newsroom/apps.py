"""The newsroom application and its desk."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class NewsroomConfig(AppConfig):
    name = "newsroom"


class DeskConfig(AdminConfig):
    """Django's admin with the newsroom's own site."""

    default_site = "newsroom.desk.DeskSite"
