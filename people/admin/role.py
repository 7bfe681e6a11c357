"""Roles and relationships at the desk."""

from django.contrib import admin
from django.db.models import Q

from newsroom.lib.desk import Desk, sought
from people.models import Relationship, Role
from people.names import fold

from . import labels
from .history import Historical
from .inlines import OurSources, RoleSources, Sources
from .looks import Told


@admin.register(Role)
class RoleDesk(Historical, Told, Desk):
    list_display = ["title", "person", "organisation", "years", "end_state", "stands_alone", "reviewed"]
    list_filter = ["reviewed", "stands_alone", "end_state"]
    search_fields = ["title"]
    search_help_text = "Words of the title, the person or the organisation."
    autocomplete_fields = ["person", "organisation", "on_behalf_of"]
    fieldsets = [
        (None, {"fields": ["person", ("title", "organisation"), ("start", "end", "end_state"), "on_behalf_of"]}),
        ("How it shows", {"fields": [("stands_alone", "reviewed")]}),
    ]
    inlines = [RoleSources, OurSources]

    def for_picker(self, queryset):
        return labels.with_names(queryset)

    def picker_label(self, row):
        return labels.of_role(row)

    def for_list(self, queryset):
        return labels.with_names(queryset)

    def get_ordering(self, request):
        return ["person__sort_key", "folded", "pk"]

    def get_search_results(self, request, queryset, search_term):
        """Each word stands in the title, the person's name or the organisation's."""
        for word in fold(sought(search_term)).split():
            in_names = Q(person__folded__contains=word) | Q(organisation__folded__contains=word)
            queryset = queryset.filter(Q(folded__contains=word) | in_names)
        return queryset, False

    @admin.display(description="years", ordering="start_earliest")
    def years(self, role):
        return role.years()


@admin.register(Relationship)
class RelationshipDesk(Historical, Told, Desk):
    list_display = ["person", "kind", "other", "years", "stands_alone", "reviewed"]
    list_display_links = ["person", "kind"]
    list_filter = ["reviewed", "stands_alone", "kind"]
    list_select_related = ["person", "other"]
    search_fields = ["person__folded", "other__folded"]
    search_help_text = "Either person's name."
    autocomplete_fields = ["person", "other"]
    fieldsets = [
        (None, {"fields": [("person", "kind", "other"), ("start", "end")]}),
        ("How it shows", {"fields": [("stands_alone", "reviewed")]}),
    ]
    inlines = [Sources, OurSources]

    def get_search_results(self, request, queryset, search_term):
        return super().get_search_results(request, queryset, fold(search_term))

    @admin.display(description="years", ordering="start_earliest")
    def years(self, relationship):
        return relationship.years()
