"""How the API writes people, organisations and roles."""

from django.utils import timezone
from rest_framework import serializers

from newsroom.lib.dates import Certainty
from newsroom.lib.serializing import (
    RECORD,
    WITH_PAGE,
    Address,
    AsKnown,
    Named,
    RecordSerializer,
    RowSerializer,
    api_url,
    list_url,
)

from .models import Identifier, Link, Organisation, OtherName, Person, Relationship, Role, Source
from .models.sources import MOST_SOURCES

# As many roles and parts of an organisation as come with it; all are at `roles_url` and `children_url`.
MOST = 100
CHIEF = f"At most {MOST_SOURCES}: those from outside first, then our newest articles."
END_STATE = {"end_state": {"help_text": "Held today, over (on `end_date` or a day not known), or not known which."}}


class SourceSerializer(RowSerializer):
    """Where a fact is known from."""

    date = AsKnown()

    class Meta:
        model = Source
        fields = ["url", "title", "publisher", "date"]


class HeldRoleSerializer(RowSerializer):
    """A role as the object of its holder tells it."""

    url = Address(api_url)
    organisation = Named(source="shown_organisation", allow_null=True)
    start_date, end_date = AsKnown(source="start"), AsKnown(source="end")
    certainty = serializers.ChoiceField(list(Certainty), help_text="Whether it was held on `as_of`, or today.")

    class Meta:
        model = Role
        fields = ["id", "url", "title", "organisation", "start_date", "end_date", "end_state", "certainty"]
        extra_kwargs = END_STATE


class RoleSerializer(RecordSerializer):
    """Who held which post where, from when to when as far as is known, and where that is known from."""

    person = Named()
    organisation = Named(source="shown_organisation", allow_null=True)
    on_behalf_of = Named(source="shown_on_behalf_of", allow_null=True, help_text="The party or group stood for.")
    start_date, end_date = AsKnown(source="start"), AsKnown(source="end")
    certainty = serializers.ChoiceField(list(Certainty), help_text="Whether it was held on `as_of`, or today.")
    sources = SourceSerializer(source="shown_sources", many=True, help_text=CHIEF)

    class Meta:
        model = Role
        fields = [
            *RECORD, "person", "organisation", "on_behalf_of", "title", "start_date", "end_date", "end_state",
            "certainty", "sources",
        ]  # fmt: skip
        extra_kwargs = END_STATE

    def to_representation(self, role):
        role.certainty = role.held_on(self.context["view"].asked["as_of"] or timezone.localdate())
        return super().to_representation(role)


class OtherNameSerializer(RowSerializer):
    """Another name, as given."""

    name = serializers.CharField(source="text")
    start_date, end_date = AsKnown(source="start"), AsKnown(source="end")

    class Meta:
        model = OtherName
        fields = ["name", "kind", "language", "start_date", "end_date"]


class IdentifierSerializer(RowSerializer):
    """What somebody is called elsewhere."""

    class Meta:
        model = Identifier
        fields = ["scheme", "value"]


class LinkSerializer(RowSerializer):
    """A page elsewhere."""

    class Meta:
        model = Link
        fields = ["url", "note"]


class RelationshipSerializer(RowSerializer):
    """What the other one is to this person."""

    kind, person = serializers.CharField(), Named()
    start_date, end_date = AsKnown(source="start"), AsKnown(source="end")
    sources = SourceSerializer(source="shown_sources", many=True, help_text=CHIEF)

    class Meta:
        model = Relationship
        fields = ["kind", "person", "start_date", "end_date", "sources"]


class PersonSerializer(RecordSerializer):
    """Somebody named in the news."""

    current_roles = HeldRoleSerializer(many=True, help_text="Those held on `as_of`, or today; certain ones first.")

    class Meta:
        model = Person
        fields = [*WITH_PAGE, "name", "sort_name", "slug", "summary", "current_roles"]
        extra_kwargs = {"sort_name": {"help_text": "The name as lists sort it."}}

    def to_representation(self, person):
        asked = self.context["view"].asked
        held = person.roles_on(asked["as_of"])
        person.current_roles = [role for role in held if asked["certainty"] in ("", role.certainty)]
        return super().to_representation(person)


class PersonDetailSerializer(PersonSerializer):
    """A person with all that is known."""

    other_names = OtherNameSerializer(many=True)
    biography_html = serializers.CharField(source="biography")
    birth_date, death_date = AsKnown(source="birth"), AsKnown(source="death")
    roles = RoleSerializer(source="shown_roles", many=True)
    relationships = RelationshipSerializer(source="shown_relationships", many=True)
    identifiers = IdentifierSerializer(many=True)
    links = LinkSerializer(many=True)
    quote_count = serializers.IntegerField(source="quotes.published.count")
    article_count = serializers.IntegerField(source="mentions.published.count", help_text="Articles naming them.")

    class Meta(PersonSerializer.Meta):
        fields = [
            *PersonSerializer.Meta.fields, "other_names", "biography_html", "birth_date", "death_date", "roles",
            "relationships", "identifiers", "links", "quote_count", "article_count",
        ]  # fmt: skip


class OrganisationSerializer(RecordSerializer):
    """A body with posts."""

    parent = Named(source="shown_parent", allow_null=True)

    class Meta:
        model = Organisation
        fields = [*WITH_PAGE, "name", "slug", "kind", "parent", "summary"]


class OrganisationDetailSerializer(OrganisationSerializer):
    """An organisation with all that is known."""

    other_names = OtherNameSerializer(many=True)
    founded, dissolved = AsKnown(), AsKnown()
    roles = RoleSerializer(source="shown_roles", many=True, help_text=f"The newest {MOST}; all are at `roles_url`.")
    roles_url = Address(lambda organisation: f"{list_url(Role)}?organisation={organisation.pk}")
    children = Named(source="shown_children", many=True, help_text=f"The first {MOST}; all are at `children_url`.")
    children_url = Address(lambda organisation: f"{list_url(Organisation)}?parent={organisation.pk}")
    identifiers = IdentifierSerializer(many=True)
    links = LinkSerializer(many=True)

    class Meta(OrganisationSerializer.Meta):
        fields = [
            *OrganisationSerializer.Meta.fields, "other_names", "founded", "dissolved", "roles", "roles_url",
            "children", "children_url", "identifiers", "links",
        ]  # fmt: skip
