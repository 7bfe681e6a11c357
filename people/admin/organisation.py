"""Organisations at the desk."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from newsroom.lib.desk import Desk, shown_time
from people.models import Organisation

from . import labels
from .history import Historical
from .inlines import Identifiers, Links, OtherNames, OurSources, Sources
from .looks import of_organisation
from .tidying import Tidied

ROLES_SHOWN = 30


@admin.register(Organisation)
class OrganisationDesk(Historical, Tidied, Desk):
    list_display = ["name", "parent", "kind", "years", "visibility", "stands_alone", "reviewed", "edited"]
    list_filter = ["reviewed", "stands_alone", "visibility"]
    list_select_related = ["parent"]
    search_fields = ["name"]
    search_help_text = "Any of its names; accents and case do not matter."
    autocomplete_fields = ["parent"]
    readonly_fields = ["roles_here"]
    fieldsets = [
        (None, {"fields": ["name", "summary", ("kind", "parent"), ("founded", "dissolved")]}),
        ("Roles held here", {"fields": ["roles_here"]}),
        ("How it shows", {"fields": ["visibility", ("stands_alone", "reviewed")]}),
        ("Address", {"fields": ["slug"], "classes": ["collapse"]}),
    ]
    inlines = [OtherNames, Identifiers, Links, Sources, OurSources]

    def looked_at(self, record):
        return [*super().looked_at(record), *of_organisation(record)]

    @admin.display(description="edited", ordering="updated_at")
    def edited(self, record):
        return shown_time(record.updated_at)

    def for_picker(self, queryset):
        return queryset.select_related("parent")

    def picker_label(self, row):
        return labels.of_organisation(row)

    @admin.display(description="newest first", empty_value="Save it first, then add roles.")
    def roles_here(self, organisation):
        """The newest roles with their holders; there may be thousands, so the rest is a list of its own."""
        if not organisation.pk:
            return None
        roles = labels.with_names(organisation.roles.newest_first())[:ROLES_SHOWN]
        lines = [(reverse("admin:people_role_change", args=[role.pk]), labels.of_role(role)) for role in roles]
        links = [
            (
                f"{reverse('admin:people_role_changelist')}?organisation__id__exact={organisation.pk}",
                "All roles held here",
            ),
            (f"{reverse('admin:people_role_add')}?organisation={organisation.pk}", "Add one"),
        ]
        item = '<a href="{}">{}</a>'
        shown = format_html_join("", f"<li>{item}</li>", lines)
        return format_html("<ul>{}</ul>{}", shown, format_html_join(" · ", item, links))

    @admin.display(description="years", ordering="founded_earliest")
    def years(self, organisation):
        return organisation.years()
