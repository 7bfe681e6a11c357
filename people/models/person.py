"""A person, and how people are found and told apart."""

from django.db import models
from django.db.models import Count, Prefetch, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property

from newsroom.lib import html
from newsroom.lib.datefields import EarliestDay, LatestDay, PartialDateField
from newsroom.lib.dates import Certainty
from newsroom.lib.permalinks import Addressed, AddressedQuerySet, PastSlug
from newsroom.lib.records import Record
from newsroom.lib.sortkeys import SortKeyField
from newsroom.lib.wordfields import WordsField
from people.names import fold, initial, sort_key, sort_name
from people.spelling import name_words

from .kept import Kept, KeptQuerySet
from .searched import with_words_in_names
from .sources import Learnt, ShownQuerySet, Visibility


class PersonQuerySet(KeptQuerySet, ShownQuerySet, AddressedQuerySet):
    """People as lists, pickers and pages ask for them."""

    def search(self, q):
        """People with every word of `q` in a name of theirs; see `with_words_in_names`."""
        return with_words_in_names(self, q)

    def with_roles(self, at=None):
        """With `shown_roles`, what tells namesakes apart."""
        roles = self.model.roles.rel.related_model.objects.visible(at).with_links(at).newest_first()
        return self.prefetch_related(Prefetch("roles", roles, to_attr="shown_roles"))

    def initials(self):
        """How many stand under each heading of the A–Z, as {"A": 12, …}: Latin letters, other letters, "#" last."""
        counts = dict(self.order_by().values_list("initial").annotate(Count("pk")))
        return {letter: counts[letter] for letter in sorted(counts, key=lambda letter: (letter == "#", letter))}

    def in_order(self):
        """By sort name, the same order on both databases."""
        return self.order_by("sort_key", "pk")


class Person(Kept, Learnt, Addressed, Record):
    """Somebody named in the news. Names are never unique and never forced into first and last."""

    name = models.CharField(max_length=200, help_text="As the newsroom prints it.")
    sort_name = models.CharField(
        max_length=200,
        blank=True,
        help_text="Where it stands in a list: “Zelensky, Volodymyr”. Left empty, it is made from the name.",
    )
    summary = models.CharField(max_length=300, blank=True, help_text="Who this is, in one line.")
    biography = models.TextField(blank=True)
    birth = PartialDateField("born", help_text="As known: 2019, 2019-05 or 2019-05-10.")
    birth_earliest, birth_latest = EarliestDay("birth"), LatestDay("birth")
    death = PartialDateField("died", help_text="As known. It ends every role when asked about; no role is rewritten.")
    death_earliest, death_latest = EarliestDay("death"), LatestDay("death")
    visibility = models.CharField(max_length=8, choices=Visibility, default=Visibility.PUBLIC)
    folded = models.CharField(max_length=250, editable=False)
    sort_key = SortKeyField(max_length=250, editable=False)
    initial = SortKeyField(max_length=4, editable=False)
    found_by = WordsField()

    formatted_fields = ("biography",)
    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "people"
        ordering = ["sort_key", "pk"]
        indexes = [
            # With what decides who is listed: those under each letter are counted in the index alone.
            models.Index(fields=["sort_key", "id", "visibility", "stands_alone"], name="person_in_order"),
            models.Index(fields=["initial", "sort_key", "id", "visibility", "stands_alone"], name="person_a_to_z"),
            models.Index(fields=["folded"], name="person_folded"),
        ]
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="person_has_a_name")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("person", args=[self.slug])

    @property
    def has_answered(self):
        return Person.objects.visible().filter(pk=self.pk).exists()

    def clean_fields(self, exclude=None):
        self.name = html.title(self.name or "")
        super().clean_fields(exclude=exclude)

    def derive(self):
        """Bring the columns made from other columns up to date; `save` does it, bulk inserts call it themselves."""
        self.name, self.summary = html.title(self.name), html.title(self.summary)
        self.biography = html.clean(self.biography)
        self.sort_name = html.title(self.sort_name) or sort_name(self.name)
        self.folded = fold(self.name)[:250]
        self.derive_words()
        self.sort_key, self.initial = sort_key(self.sort_name)[:250], initial(self.sort_name)

    def derive_words(self):
        """Bring the words that search looks up up to date."""
        self.found_by = name_words(self.name)

    def save(self, *args, **kwargs):
        self.derive()
        super().save(*args, **kwargs)

    @cached_property
    def shown_roles(self):
        """Its roles as readers may see them, newest first; `with_roles` fills it for many people at once."""
        return list(self.roles.visible().with_links().newest_first())

    def roles_on(self, day=None):
        """The shown roles held on `day` (default today), certain ones first, each with its `certainty`."""
        day = day or timezone.localdate()
        for role in self.shown_roles:
            role.certainty = role.held_on(day)
        held = [role for role in self.shown_roles if role.certainty != Certainty.NO]
        return sorted(held, key=lambda role: role.certainty != Certainty.YES)

    def life(self):
        """Birth and death as printed: "1951 – 2020", "born May 1951", "died 2020", or nothing."""
        if self.birth and self.death:
            return f"{self.birth.words} – {self.death.words}"
        if self.birth:
            return f"born {self.birth.words}"
        return f"died {self.death.words}" if self.death else ""


class PersonPastSlug(PastSlug):
    """An address a person once had."""

    owner = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="past_slugs")
