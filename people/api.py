"""People, organisations and roles in the API."""

from django.db.models import Prefetch
from django.utils import timezone
from django_filters import FilterSet

from newsroom.lib.dates import Certainty
from newsroom.lib.parameters import Day, Noun, OneOf, Text
from newsroom.lib.resources import Resource

from .models import Organisation, Person, Relationship, Role
from .serializers import (
    MOST,
    OrganisationDetailSerializer,
    OrganisationSerializer,
    PersonDetailSerializer,
    PersonSerializer,
    RoleSerializer,
)


def held_as_asked(roles, asked):
    """Those of the `roles` that were held on `as_of` (default today) with the `certainty` asked; all if neither is."""
    day, certainty = asked.get("as_of"), asked.get("certainty")
    if not (day or certainty):
        return roles
    return roles.on(day or timezone.localdate(), Certainty(certainty) if certainty else None)


class OnDay(FilterSet):
    """The day on which roles are looked at; what it does is up to each noun, see `held_as_asked`."""

    as_of = Day(method="leave", help_text="Roles as they were held on this day; without it, today.")

    def leave(self, queryset, name, value):
        """Nothing yet: what is asked of roles is read together."""
        return queryset


class AsOf(OnDay):
    """The day, and how certain it must be that a role was held on it."""

    certainty = OneOf(
        [Certainty.YES, Certainty.MAYBE],
        method="leave",
        help_text="Only roles that were certainly (yes) or perhaps (maybe) held on that day; without it, both.",
    )


class PersonParameters(AsOf):
    """Which people: with a role at an organisation, with a title, or both in one; on a day where one is given."""

    organisation = Noun(Organisation.objects.visible, method="leave", help_text="Those with a role there: id or slug.")
    role = Text(method="leave", help_text="Those with a role whose title has every word of this.")
    q = Text(method="search", help_text="Every word of it in the name or another name.")

    def search(self, people, name, words):
        return people.search(words)

    def filter_queryset(self, people):
        asked = self.form.cleaned_data
        people, roles = super().filter_queryset(people), Role.objects.standing().search(asked["role"])
        if asked["organisation"]:
            roles = roles.filter(organisation=asked["organisation"])
        if asked["organisation"] or asked["role"]:
            # Their people are gathered first: SQLite would else go through the organisation's roles for each person.
            people = people.filter(pk__in=held_as_asked(roles, asked).values("person"))
        return people


class OrganisationParameters(FilterSet):
    """Which organisations."""

    kind = Text(help_text="Exactly this kind, such as ministry or party.")
    parent = Noun(Organisation.objects.visible, help_text="The direct parts of this one: id or slug.")
    q = Text(method="search", help_text="Every word of it in the name or another name.")

    def search(self, organisations, name, words):
        return organisations.search(words)


class RoleParameters(AsOf):
    """Which roles; by day where one is given."""

    person = Noun(Person.objects.visible, help_text="Roles of this person: id or slug.")
    organisation = Noun(Organisation.objects.visible, help_text="Roles at this organisation: id or slug.")
    title = Text(method="search", help_text="Every word of it in the title.")

    def search(self, roles, name, words):
        return roles.search(words)

    def filter_queryset(self, roles):
        return held_as_asked(super().filter_queryset(roles), self.form.cleaned_data)


class People(Resource):
    """People by sort name. A delisted person is in no list and has an object."""

    serializer_class, detail_serializer_class = PersonSerializer, PersonDetailSerializer
    parameters_of_list, parameters_of_one = PersonParameters, AsOf
    order = ("sort_key", "pk")

    def list_queryset(self):
        return Person.objects.listed().with_roles()

    def detail_queryset(self):
        roles = Role.objects.visible().with_links().with_sources().newest_first()
        return Person.objects.visible().prefetch_related(
            Prefetch("roles", roles, to_attr="shown_roles"), "other_names", "identifiers", "links"
        )

    def get_object(self):
        person = super().get_object()
        person.shown_relationships = list(Relationship.objects.visible().of(person).with_people())
        for relationship in person.shown_relationships:
            relationship.kind, relationship.person = relationship.seen_from(person)
        return person


class Organisations(Resource):
    """Organisations by name. A delisted one is in no list and has an object."""

    serializer_class, detail_serializer_class = OrganisationSerializer, OrganisationDetailSerializer
    parameters_of_list, parameters_of_one = OrganisationParameters, AsOf
    order = ("folded", "pk")

    def list_queryset(self):
        return Organisation.objects.listed().with_parents()

    def detail_queryset(self):
        children = Organisation.objects.listed().in_order()[:MOST]
        return (
            Organisation.objects.visible()
            .with_parents()
            .prefetch_related(
                Prefetch("children", children, to_attr="shown_children"), "other_names", "identifiers", "links"
            )
        )

    def get_object(self):
        organisation = super().get_object()
        roles = held_as_asked(Role.objects.held_at(organisation), self.asked)
        organisation.shown_roles = roles.with_links().with_sources().newest_first()[:MOST]
        return organisation


class Roles(Resource):
    """Roles in the order in which they were recorded, newest first."""

    serializer_class = RoleSerializer
    parameters_of_list, parameters_of_one = RoleParameters, OnDay
    order = ("-pk",)

    def list_queryset(self):
        return Role.objects.listed().with_links().with_sources()

    def detail_queryset(self):
        return Role.objects.visible().with_links().with_sources()
