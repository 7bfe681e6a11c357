"""A role: who held which post where, and when as far as is known."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Prefetch, Q, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from newsroom.lib import html
from newsroom.lib.datefields import EarliestDay, LatestDay, PartialDateField
from newsroom.lib.dates import Certainty, PartialDate, range_words
from newsroom.lib.records import Record
from newsroom.lib.sortkeys import SortKeyField
from people import tenure, wording
from people.names import fold
from people.standing import shows

from .kept import Kept, KeptQuerySet
from .links import Shown, with_shown
from .organisation import Organisation
from .person import Person
from .searched import with_parts
from .sources import Learnt, LearntQuerySet, Source


class RoleQuerySet(KeptQuerySet, LearntQuerySet):
    """Roles by who may see them and by when they were held."""

    def visible(self, at=None):
        """Those readers may know of, of people they may know of, at the moment `at` (default now)."""
        return self.standing(at).filter(shows("person", at, "person__"))

    def listed(self, at=None):
        """Visible ones whose holder and, where there is one, organisation stand in lists."""
        elsewhere = Exists(Organisation.objects.listed(at).filter(pk=OuterRef("organisation_id")))
        return self.of_listed_people(at).filter(Q(organisation=None) | elsewhere)

    def of_listed_people(self, at=None):
        """Visible ones whose holder stands in lists, at whatever organisation."""
        return self.standing(at).filter(Exists(Person.objects.listed(at).filter(pk=OuterRef("person_id"))))

    def held_at(self, organisation, at=None):
        """Those of listed people at `organisation`, which may itself be delisted."""
        return self.of_listed_people(at).filter(organisation=organisation)

    def tied_to(self, organisation, at=None):
        """Those of listed people at `organisation` or held on its behalf."""
        return self.of_listed_people(at).filter(Q(organisation=organisation) | Q(on_behalf_of=organisation))

    def on(self, day, certainty=None, today=None):
        """Those perhaps or certainly held on `day`, or just those of one Certainty; each row gets `certainty`.

        The twin of `Role.held_on`. "No" gives the others, without the annotation's "yes" and "maybe".
        """
        today = today or timezone.localdate()
        sources = Source.objects.visible()
        possible = tenure.possibly_on(day, today, sources)
        if certainty == Certainty.NO:
            # Asked of each row as it is met: "pk not in" would gather the roles of everybody first.
            return self.exclude(Exists(self.model.objects.filter(possible, pk=OuterRef("pk"))))
        held = self.filter(possible).annotate(
            certainty=Case(
                When(tenure.certainly_on(day, today, sources), then=Value(Certainty.YES.value)),
                default=Value(Certainty.MAYBE.value),
                output_field=models.CharField(),
            )
        )
        return held.filter(certainty=certainty.value) if certainty else held

    def search(self, q):
        """Those whose title has every word of `q`, also within a longer word."""
        return with_parts(self, q)

    def newest_first(self):
        """Those that began last first; where the start is not known by their end, then by title."""
        latest = Coalesce("start_latest", "end_latest")
        return self.order_by(latest.desc(nulls_last=True), "folded", "pk")

    def with_links(self, at=None):
        """With what a page shows of each: holder, organisations as readers may see them, and the sources' evidence."""
        rows = with_shown(self.select_related("person"), "organisation", "on_behalf_of", at=at)
        return rows.with_evidence(at)

    def with_evidence(self, at=None):
        """With what sources that readers may know of show of when each was held, as `years` tells it."""
        return self.annotate(**tenure.evidence(at))

    def with_sources(self, at=None):
        """With the chief MOST_SOURCES that readers may know of as `shown_sources`."""
        return self.prefetch_related(Prefetch("sources", Source.objects.chief(at=at), to_attr="shown_sources"))


class Role(Kept, Learnt, Record):
    """A post a person held or holds. Several at once are normal."""

    class EndState(models.TextChoices):
        ONGOING = tenure.ONGOING, "ongoing: held today"
        ENDED = tenure.ENDED, "ended, on the date given or a date not known"
        UNKNOWN = "unknown", "not known whether it has ended"

    person = models.ForeignKey(Person, models.CASCADE, related_name="roles")
    title = models.CharField(max_length=250, help_text="As worded: “Secretary of the Army”.")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="roles")
    on_behalf_of = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="represented_in",
        help_text="The party or group stood for.",
    )
    start = PartialDateField()
    start_earliest, start_latest = EarliestDay("start"), LatestDay("start")
    end = PartialDateField()
    end_earliest, end_latest = EarliestDay("end"), LatestDay("end")
    end_state = models.CharField(max_length=8, choices=EndState, default=EndState.UNKNOWN)
    folded = SortKeyField(max_length=300, editable=False)

    shown_organisation, shown_on_behalf_of = Shown("organisation"), Shown("on_behalf_of")

    owner_fields = ("person",)
    objects = RoleQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["person", "start_latest"], name="role_of_person"),
            models.Index(fields=["organisation", "start_latest"], name="role_at_organisation"),
            models.Index(fields=["folded"], name="role_title"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(start=None) | Q(end=None) | Q(start_earliest__lte=F("end_latest")),
                name="role_ends_after_it_begins",
                violation_error_message="The role ends before it begins.",
            ),
            models.CheckConstraint(
                condition=Q(end=None) | Q(end_state=tenure.ENDED),
                name="role_with_an_end_has_ended",
                violation_error_message="A role with an end date is “ended”.",
            ),
        ]

    def __str__(self):
        """For editors: it names the organisation also where readers may not see that."""
        return wording.post(self.title, self.organisation.name if self.organisation else "")

    def clean(self):
        super().clean()
        if self.end and self.end_state == self.EndState.UNKNOWN:
            self.end_state = self.EndState.ENDED
        check_order(self.start, self.end)

    def derive(self):
        """Bring the columns made from other columns up to date; `save` does it, bulk inserts call it themselves."""
        self.title = html.title(self.title)
        self.folded = fold(self.title)[:300]
        if self.end:
            self.end_state = self.EndState.ENDED

    def save(self, *args, **kwargs):
        self.derive()
        super().save(*args, **kwargs)

    @property
    def sameness(self):
        """For folding: one of the same title, place and dates is enough."""
        dates = (self.start, self.end, self.end_state)
        return self.person_id, self.folded, self.organisation_id, self.on_behalf_of_id, *dates

    @property
    def ending(self):
        """Its end as known, else its end state: the one value in which a feed tells of the end."""
        return self.end or self.end_state

    @ending.setter
    def ending(self, value):
        known = value not in self.EndState.values
        self.end, self.end_state = (value, self.EndState.ENDED) if known else (None, value)

    def held_on(self, day, today=None):
        """The Certainty that it was held on `day`, by all that is known `today` (default the present day)."""
        return self.held_within(day, day, today)

    def held_within(self, first, last, today=None):
        """The Certainty that it was held on a day only known to lie between `first` and `last`."""
        return self.stretch(today).covers(first, last)

    def stretch(self, today=None):
        """The days it may span, as a newsroom.lib.dates.Stretch, by all that is known `today`."""
        return tenure.stretch(self, self.evidence, today or timezone.localdate())

    @property
    def evidence(self):
        """What visible sources show of when it was held; read from the row where `with_links` put it there."""
        if "held_from" not in self.__dict__:
            row = Role.objects.filter(pk=self.pk).values(**tenure.evidence())
            self.__dict__.update(row.get() if self.pk else {})
        return tenure.Evidence(*(self.__dict__.get(name) for name in tenure.Evidence._fields))

    def years(self):
        """When it was held, as printed: "May 2019 – 2021", "since 2019", "from 2019, ended, date not known"."""
        ended = "ended, date not known" if self.end_state == self.EndState.ENDED and not self.end else ""
        if self.start and not self.end and self.end_state != self.EndState.ONGOING:
            return f"from {self.start.words}, {ended}" if ended else f"from {self.start.words}"
        if self.start or self.end or ended:
            return range_words(self.start, self.end) or ended
        seen = self.evidence.held_until
        return f"as of {PartialDate.of(seen).words}" if seen else "dates not known"


def check_order(start, end):
    """Refuse a role or name that certainly ends before it begins; raises ValidationError naming both dates."""
    if start and end and start.earliest > end.latest:
        raise ValidationError({"end": f"It ends ({end.words}) before it begins ({start.words})."})
