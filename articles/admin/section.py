"""Sections and topics at the desk."""

from django.contrib import admin

from articles.models import Section, Topic
from newsroom.lib.desk import Desk
from people.admin.history import Historical


@admin.register(Section)
class SectionDesk(Historical, Desk):
    list_display = ["name", "order", "description", "slug"]
    search_fields = ["name"]
    fields = ["name", "description", "order", "slug"]


@admin.register(Topic)
class TopicDesk(Historical, Desk):
    list_display = ["name", "kind", "description", "slug"]
    list_filter = ["kind"]
    search_fields = ["name"]
    fields = ["name", "kind", "description", "slug"]

    def picker_label(self, row):
        return f"{row.name} · {row.get_kind_display()}"
