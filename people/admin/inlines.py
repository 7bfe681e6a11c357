"""What is edited inside the form of a person, an organisation, a role or a relationship."""

from django.contrib import admin
from django.core.exceptions import ValidationError

from newsroom.lib.desk import Blocks, Rows, shown_time
from newsroom.lib.guarded_forms import GuardedFormSet
from people.models import Identifier, Link, OtherName, Relationship, Role, Source


class OtherNames(Rows):
    model = OtherName
    fields = ["text", "kind", "language", "start", "end", "searchable", "recognisable"]
    classes = ["collapse"]


class Identifiers(Rows):
    model = Identifier
    fields = ["scheme", "value"]
    classes = ["collapse"]


class Links(Rows):
    model = Link
    fields = ["url", "note"]
    classes = ["collapse"]


class Sources(Rows):
    """Where a fact is known from elsewhere."""

    model = Source
    fields = ["title", "publisher", "url", "date"]
    classes = ["collapse"]

    def get_queryset(self, request):
        return super().get_queryset(request).filter(our_article=None)


class RoleSources(Sources):
    """Pages elsewhere, with what they prove of a role."""

    fields = ["title", "publisher", "url", "date", "shows"]


class OurSources(Rows):
    """The articles of ours a fact is known from; they keep these lines themselves."""

    model = Source
    fields = readonly_fields = ["title", "date", "shows", "seen"]
    verbose_name_plural = "articles of ours it is known from"
    classes = ["collapse"]
    max_num = 0
    can_delete = False

    def has_change_permission(self, request, obj=None):
        return False

    def get_queryset(self, request):
        return super().get_queryset(request).exclude(our_article=None)

    @admin.display(description="readers", empty_value="do not see it yet")
    def seen(self, source):
        if not source.visible_from:
            return None
        until = f" to {shown_time(source.visible_until)}" if source.visible_until else ""
        return f"from {shown_time(source.visible_from)}{until}"


class PersonRoles(Blocks):
    """The posts of a person."""

    model = Role
    template = "admin/people/_role_blocks.html"
    autocomplete_fields = ["organisation", "on_behalf_of"]
    fields = [("title", "organisation"), ("start", "end", "end_state"), "on_behalf_of", ("stands_alone", "reviewed")]
    show_change_link = True

    def get_queryset(self, request):
        return super().get_queryset(request).with_evidence()


class _OnceEach(GuardedFormSet):
    """Refuses the same relationship twice in one form, which the database would otherwise answer for."""

    def clean(self):
        super().clean()
        seen = set()
        for form in self.forms:
            row = form.instance
            if form.cleaned_data.get("DELETE") or not (row.person_id and row.other_id):
                continue
            pair = (frozenset([row.person_id, row.other_id]), row.kind)
            if pair in seen:
                raise ValidationError(f"“{row}” is there twice; each pair and kind stands once.")
            seen.add(pair)


class Relationships(Rows):
    """This person is the … of somebody."""

    model = Relationship
    fk_name = "person"
    formset = _OnceEach
    autocomplete_fields = ["other"]
    fields = ["kind", "other", "start", "end", "stands_alone", "reviewed"]
    verbose_name, verbose_name_plural = "relationship", "relationships: this person is the … of"
    show_change_link = True
    classes = ["collapse"]


class RelationshipsTo(Relationships):
    """Somebody is the … of this person."""

    fk_name = "other"
    autocomplete_fields = ["person"]
    fields = ["person", "kind", "start", "end", "stands_alone", "reviewed"]
    verbose_name, verbose_name_plural = (
        "relationship seen from the other end",
        "relationships from the other end: … of this person",
    )
