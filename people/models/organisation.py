"""An organisation, and how organisations are found and told apart."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse

from newsroom.lib import html
from newsroom.lib.datefields import EarliestDay, LatestDay, PartialDateField
from newsroom.lib.dates import range_words
from newsroom.lib.permalinks import Addressed, AddressedQuerySet, PastSlug
from newsroom.lib.records import Record
from newsroom.lib.sortkeys import SortKeyField
from newsroom.lib.wordfields import WordsField
from people.names import fold
from people.spelling import name_words

from .kept import Kept, KeptQuerySet
from .links import Shown, with_shown
from .searched import with_words_in_names
from .sources import Learnt, ShownQuerySet, Visibility

# Deeper than any body in the world; stops a ring that came in by SQL.
DEEPEST = 20


class OrganisationQuerySet(KeptQuerySet, ShownQuerySet, AddressedQuerySet):
    """Organisations as lists, pickers and pages ask for them."""

    def search(self, q):
        """Organisations with every word of `q` in a name of theirs; see `with_words_in_names`."""
        return with_words_in_names(self, q)

    def kinds(self):
        """The kinds there are, as a list in the same order on both databases."""
        kinds = self.order_by().exclude(kind="").values_list("kind", flat=True).distinct()
        return sorted(kinds, key=lambda kind: (fold(kind), kind))

    def with_parents(self, at=None):
        """With `shown_parent`, None where readers may not see it."""
        return with_shown(self, "parent", at=at)

    def in_order(self):
        """By name, the same order on both databases."""
        return self.order_by("folded", "pk")


class Organisation(Kept, Learnt, Addressed, Record):
    """A body with posts: a government, a party, an army, a newspaper. Names are not unique; pickers show the parent."""

    name = models.CharField(max_length=250, help_text="As the newsroom prints it.")
    kind = models.CharField(
        max_length=60, blank=True, help_text="Such as ministry, party, council, company, newspaper."
    )
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name="part of"
    )
    founded = PartialDateField(help_text="As known: 2019, 2019-05 or 2019-05-10.")
    founded_earliest, founded_latest = EarliestDay("founded"), LatestDay("founded")
    dissolved = PartialDateField(help_text="As known. It ends every role there when asked about; no role is rewritten.")
    dissolved_earliest, dissolved_latest = EarliestDay("dissolved"), LatestDay("dissolved")
    summary = models.CharField(max_length=300, blank=True, help_text="What it is, in one line.")
    visibility = models.CharField(max_length=8, choices=Visibility, default=Visibility.PUBLIC)
    folded = SortKeyField(max_length=300, editable=False)
    found_by = WordsField()

    shown_parent = Shown("parent")

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        ordering = ["folded", "pk"]
        indexes = [
            models.Index(fields=["folded", "id"], name="organisation_in_order"),
            models.Index(fields=["kind", "folded"], name="organisation_kind"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="organisation_has_a_name"),
            models.CheckConstraint(condition=~Q(parent=models.F("pk")), name="organisation_not_its_own_parent"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("organisation", args=[self.slug])

    @property
    def has_answered(self):
        return Organisation.objects.visible().filter(pk=self.pk).exists()

    def clean_fields(self, exclude=None):
        self.name = html.title(self.name or "")
        super().clean_fields(exclude=exclude)

    def clean(self):
        super().clean()
        if self.pk and self in self.ancestry():
            raise ValidationError({"parent": f"{self.parent} is itself part of {self}."})

    def derive(self):
        """Bring the columns made from other columns up to date; `save` does it, bulk inserts call it themselves."""
        self.name, self.summary, self.kind = html.title(self.name), html.title(self.summary), html.title(self.kind)
        self.folded = fold(self.name)[:300]
        self.derive_words()

    def derive_words(self):
        """Bring the words that search looks up up to date."""
        self.found_by = name_words(self.name)

    def save(self, *args, **kwargs):
        self.derive()
        super().save(*args, **kwargs)

    def ancestry(self):
        """The organisations it is part of, nearest first; at most DEEPEST of them."""
        above, parent = [], self.parent
        while parent and len(above) < DEEPEST:
            above.append(parent)
            parent = parent.parent
        return above

    def years(self):
        """Founding and end as printed: "1949 – 1991", "since 1949", "until 1991", or nothing."""
        return range_words(self.founded, self.dissolved)


class OrganisationPastSlug(PastSlug):
    """An address an organisation once had."""

    owner = models.ForeignKey(Organisation, models.SET_NULL, null=True, related_name="past_slugs")
