"""How two people are related, readable from both ends."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q
from django.db.models.functions import Greatest, Least

from newsroom.lib.datefields import EarliestDay, LatestDay, PartialDateField
from newsroom.lib.dates import range_words
from newsroom.lib.records import Record

from .kept import Kept, KeptQuerySet
from .person import Person
from .role import check_order
from .sources import Learnt, LearntQuerySet, Source

# Kind as seen from `person` -> as seen from the other end; every answer is a kind itself.
OTHER_END = {
    "spouse": "spouse",
    "former spouse": "former spouse",
    "partner": "partner",
    "sibling": "sibling",
    "cousin": "cousin",
    "child": "parent",
    "son": "parent",
    "daughter": "parent",
    "parent": "child",
    "grandchild": "grandparent",
    "grandparent": "grandchild",
    "nephew": "uncle or aunt",
    "niece": "uncle or aunt",
    "nephew or niece": "uncle or aunt",
    "uncle or aunt": "nephew or niece",
    "son-in-law": "parent-in-law",
    "daughter-in-law": "parent-in-law",
    "parent-in-law": "child-in-law",
    "child-in-law": "parent-in-law",
    "brother-in-law": "sibling-in-law",
    "sister-in-law": "sibling-in-law",
    "sibling-in-law": "sibling-in-law",
    "adviser": "advised by",
    "advised by": "adviser",
    "ally": "ally",
    "relative": "relative",
}


class RelationshipQuerySet(KeptQuerySet, LearntQuerySet):
    """Relationships by who may see them."""

    def visible(self, at=None):
        """Those readers may know of, both of whose people they may know of."""
        people = Person.objects.visible(at)
        return self.standing(at).filter(
            Exists(people.filter(pk=OuterRef("person_id"))), Exists(people.filter(pk=OuterRef("other_id")))
        )

    def of(self, person):
        """Those with `person` at either end."""
        return self.filter(Q(person=person) | Q(other=person))

    def with_people(self, at=None):
        """With both people, and the chief of the sources readers may know of as `shown_sources`."""
        people = Person.objects.visible(at)
        return self.prefetch_related(
            Prefetch("person", people),
            Prefetch("other", people),
            Prefetch("sources", Source.objects.chief(at=at), to_attr="shown_sources"),
        )


class Relationship(Kept, Learnt, Record):
    """`person` is the `kind` of `other`: Jared Kushner is the son-in-law of Donald Trump."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="relationships")
    kind = models.CharField("is the", max_length=20, choices=[(kind, kind) for kind in OTHER_END])
    other = models.ForeignKey(Person, models.CASCADE, related_name="relationships_to", verbose_name="of")
    start = PartialDateField("from")
    start_earliest, start_latest = EarliestDay("start"), LatestDay("start")
    end = PartialDateField("to")
    end_earliest, end_latest = EarliestDay("end"), LatestDay("end")

    owner_fields = ("person", "other")
    objects = RelationshipQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(person=F("other")),
                name="relationship_of_two",
                violation_error_message="Nobody is related to themselves.",
            ),
            models.UniqueConstraint(
                Least("person", "other"),
                Greatest("person", "other"),
                "kind",
                name="relationship_once",
                violation_error_message="This relationship is already there.",
            ),
            models.CheckConstraint(
                condition=Q(start=None) | Q(end=None) | Q(start_earliest__lte=F("end_latest")),
                name="relationship_ends_after_it_begins",
                violation_error_message="It ends before it begins.",
            ),
        ]

    def __str__(self):
        return f"{self.person} is the {self.kind} of {self.other}"

    def clean(self):
        super().clean()
        if self.person_id and self.person_id == self.other_id:
            raise ValidationError({"other": "Nobody is related to themselves."})
        check_order(self.start, self.end)

    @property
    def sameness(self):
        """For folding: one for each pair and kind is enough, and none of somebody to themselves."""
        pair = frozenset([self.person_id, self.other_id])
        return (pair, self.kind) if len(pair) == 2 else None

    def seen_from(self, person):
        """The pair (what the other one is to `person`, the other Person): ("parent-in-law", Donald Trump)."""
        if person.pk == self.person_id:
            return OTHER_END[self.kind], self.other
        return self.kind, self.person

    def years(self):
        """When it held, as printed."""
        return range_words(self.start, self.end)
