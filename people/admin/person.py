"""People at the desk."""

from django.contrib import admin, messages
from django.db.models import Exists, OuterRef

from newsroom.lib.desk import Desk, shown_time
from people.models import Person, Role
from people.names import mixed_scripts

from . import labels
from .history import Historical
from .inlines import Identifiers, Links, OtherNames, OurSources, PersonRoles, Relationships, RelationshipsTo, Sources
from .looks import of_person
from .tidying import Tidied


class WithoutRoles(admin.SimpleListFilter):
    """People of whom no role is known."""

    title, parameter_name = "roles", "roles"

    def lookups(self, request, model_admin):
        return [("none", "no role known")]

    def queryset(self, request, queryset):
        if self.value() == "none":
            return queryset.filter(~Exists(Role.objects.filter(person=OuterRef("pk"))))
        return queryset


@admin.register(Person)
class PersonDesk(Historical, Tidied, Desk):
    list_display = ["name", "present_roles", "life", "visibility", "stands_alone", "reviewed", "edited"]
    list_filter = ["reviewed", "stands_alone", "visibility", WithoutRoles]
    search_fields = ["name"]
    search_help_text = "Any of their names; accents and case do not matter."
    prose_fields = ["biography"]
    fieldsets = [
        (None, {"fields": ["name", "summary", ("birth", "death"), "biography"]}),
        ("How it shows", {"fields": ["visibility", ("stands_alone", "reviewed")]}),
        ("Address and order", {"fields": ["slug", "sort_name"], "classes": ["collapse"]}),
    ]
    inlines = [PersonRoles, Relationships, RelationshipsTo, OtherNames, Identifiers, Links, Sources, OurSources]

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if "name" in form.changed_data and mixed_scripts(obj.name):
            messages.warning(request, f"“{obj.name}” mixes letters of two scripts in one word: is it typed right?")

    def looked_at(self, record):
        return [*super().looked_at(record), *of_person(record)]

    @admin.display(description="edited", ordering="updated_at")
    def edited(self, record):
        return shown_time(record.updated_at)

    def for_picker(self, queryset):
        return labels.with_posts(queryset)

    def picker_label(self, row):
        return labels.of_person(row)

    def for_list(self, queryset):
        return labels.with_posts(queryset.defer("biography"))

    @admin.display(description="roles now")
    def present_roles(self, person):
        return "; ".join(map(str, labels.present_posts(person)[:3]))

    @admin.display(description="born, died", ordering="birth_earliest")
    def life(self, person):
        return person.life()
