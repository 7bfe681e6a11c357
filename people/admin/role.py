"""Roles and relationships at the desk."""

from django.contrib import admin

from newsroom.lib.desk import Desk, sought
from people.models import Organisation, Person, Relationship, Role
from people.models.searched import name_query, named
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
        """Each word stands in the title, or in a name of the person or the organisation."""
        for word in fold(sought(search_term)).split():
            by_names = [
                Role.objects.filter(**{f"{key}__in": named(model, name_query(word))}).values("pk")
                for key, model in (("person", Person), ("organisation", Organisation))
            ]
            by_title = Role.objects.filter(folded__contains=word).values("pk")
            queryset = queryset.filter(pk__in=by_title.union(*by_names, all=True))
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
