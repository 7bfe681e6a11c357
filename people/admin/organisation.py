"""Organisations at the desk."""

from django.contrib import admin

from newsroom.lib.desk import Desk, shown_time
from people.models import Organisation

from . import labels
from .inlines import Identifiers, Links, OtherNames, OurSources, RolesHere, Sources


@admin.register(Organisation)
class OrganisationDesk(Desk):
    list_display = ["name", "parent", "kind", "years", "visibility", "stands_alone", "reviewed", "edited"]
    list_filter = ["reviewed", "stands_alone", "visibility"]
    list_select_related = ["parent"]
    search_fields = ["name"]
    search_help_text = "Any of its names; accents and case do not matter."
    autocomplete_fields = ["parent"]
    fieldsets = [
        (None, {"fields": ["name", "summary", ("kind", "parent"), ("founded", "dissolved")]}),
        ("How it shows", {"fields": ["visibility", ("stands_alone", "reviewed")]}),
        ("Address", {"fields": ["slug"], "classes": ["collapse"]}),
    ]
    inlines = [RolesHere, OtherNames, Identifiers, Links, Sources, OurSources]

    @admin.display(description="edited", ordering="updated_at")
    def edited(self, record):
        return shown_time(record.updated_at)

    def for_picker(self, queryset):
        return queryset.select_related("parent")

    def picker_label(self, row):
        return labels.of_organisation(row)

    @admin.display(description="years", ordering="founded_earliest")
    def years(self, organisation):
        return organisation.years()
