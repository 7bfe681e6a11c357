"""What belongs to a person or an organisation: other names, identifiers and links."""

from urllib.parse import quote

from django.db import models

from newsroom.lib import html
from newsroom.lib.datefields import EarliestDay, LatestDay, PartialDateField
from newsroom.lib.dates import range_words
from newsroom.lib.sortkeys import SortKeyField
from newsroom.lib.wordfields import WordsField
from people.names import fold
from people.spelling import name_words

from .kept import Kept, KeptQuerySet
from .sources import exactly_one

# Schemes whose values have a page each on the web: how readers know the site, and the page's address.
SITES = {
    "wikidata": ("Wikidata", "https://www.wikidata.org/wiki/{}"),
    "viaf": ("VIAF", "https://viaf.org/viaf/{}"),
    "isni": ("ISNI", "https://isni.org/isni/{}"),
    "orcid": ("ORCID", "https://orcid.org/{}"),
    "gnd": ("GND", "https://d-nb.info/gnd/{}"),
}


class OtherNameQuerySet(KeptQuerySet):
    """Other names by what they serve for."""

    def searched(self):
        """Those a reader's search may find."""
        return self.filter(searchable=True)

    def recognised(self):
        """Those the reader of text knows somebody by."""
        return self.filter(recognisable=True)


class OtherName(Kept):
    """Another name of a person or an organisation, kept exactly as given and compared in its folded form."""

    class Kind(models.TextChoices):
        ALSO_KNOWN_AS = "also known as", "also known as"
        FORMER = "former", "former"
        BIRTH = "birth", "birth"
        LEGAL = "legal", "legal"
        NICKNAME = "nickname", "nickname"
        TRANSLITERATION = "transliteration", "transliteration"
        MISSPELLING = "misspelling", "misspelling"

    person = models.ForeignKey("people.Person", models.CASCADE, null=True, blank=True, related_name="other_names")
    organisation = models.ForeignKey(
        "people.Organisation", models.CASCADE, null=True, blank=True, related_name="other_names"
    )
    text = models.CharField("name", max_length=250)
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.ALSO_KNOWN_AS)
    language = models.CharField(max_length=35, blank=True, help_text="A language tag such as uk or zh-Hant.")
    start = PartialDateField("from")
    start_earliest, start_latest = EarliestDay("start"), LatestDay("start")
    end = PartialDateField("to")
    end_earliest, end_latest = EarliestDay("end"), LatestDay("end")
    searchable = models.BooleanField("found by search", default=True)
    recognisable = models.BooleanField("recognised in text", default=True)
    folded = SortKeyField(max_length=300, editable=False, db_index=True)
    found_by = WordsField()

    owner_fields = ("person", "organisation")
    objects = OtherNameQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "folded", "pk"]
        constraints = [
            models.CheckConstraint(condition=exactly_one("person", "organisation"), name="other_name_of_one"),
            models.UniqueConstraint(fields=["person", "text", "kind", "language"], name="other_name_person_once"),
            models.UniqueConstraint(
                fields=["organisation", "text", "kind", "language"], name="other_name_organisation_once"
            ),
        ]

    def __str__(self):
        return self.text

    def save(self, *args, **kwargs):
        self.derive()
        super().save(*args, **kwargs)

    def derive(self):
        """Bring the columns made from other columns up to date; `save` does it, bulk inserts call it themselves."""
        self.folded = fold(self.text)[:300]
        self.derive_words()

    def derive_words(self):
        """Bring the words that search looks up up to date."""
        self.found_by = name_words(self.text)

    @property
    def sameness(self):
        """For folding: one of each kind and language is enough, and none that is the owner's own name."""
        if self.text == (self.person or self.organisation).name:
            return None
        return self.person_id, self.organisation_id, self.text, self.kind, self.language

    def absorb(self, gone):
        """For folding: found wherever either was."""
        self.searchable |= gone.searchable
        self.recognisable |= gone.recognisable

    def years(self):
        """When it was used, as printed."""
        return range_words(self.start, self.end)


class Identifier(Kept):
    """What a person or an organisation is called elsewhere: a scheme such as wikidata and an opaque value."""

    person = models.ForeignKey("people.Person", models.CASCADE, null=True, blank=True, related_name="identifiers")
    organisation = models.ForeignKey(
        "people.Organisation", models.CASCADE, null=True, blank=True, related_name="identifiers"
    )
    scheme = models.CharField(max_length=60, help_text="Such as wikidata, isni, or the name of a feed.")
    value = models.CharField(max_length=255)

    owner_fields = ("person", "organisation")
    objects = KeptQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["scheme", "value"], name="identifier_value")]
        constraints = [
            models.CheckConstraint(condition=exactly_one("person", "organisation"), name="identifier_of_one"),
            models.UniqueConstraint(fields=["person", "scheme", "value"], name="identifier_person_once"),
            models.UniqueConstraint(fields=["organisation", "scheme", "value"], name="identifier_organisation_once"),
        ]

    def __str__(self):
        return f"{self.scheme}: {self.value}"

    @property
    def sameness(self):
        """For folding: one of each is enough."""
        return self.person_id, self.organisation_id, self.scheme, self.value

    @property
    def site(self):
        """The scheme as readers know it."""
        return SITES.get(self.scheme.lower(), (self.scheme, ""))[0]

    @property
    def address(self):
        """The page its value has on the web, or nothing."""
        address = SITES.get(self.scheme.lower(), ("", ""))[1]
        return address.format(quote("".join(self.value.split()), safe="")) if address else ""


class Link(Kept):
    """A page elsewhere about a person or an organisation."""

    person = models.ForeignKey("people.Person", models.CASCADE, null=True, blank=True, related_name="links")
    organisation = models.ForeignKey("people.Organisation", models.CASCADE, null=True, blank=True, related_name="links")
    url = models.URLField("address", max_length=1000)
    note = models.CharField(max_length=200, blank=True, help_text="What it is: “official site”, “Wikipedia”.")

    owner_fields = ("person", "organisation")
    objects = KeptQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=exactly_one("person", "organisation"), name="link_of_one")]

    def __str__(self):
        return self.note or self.url

    def save(self, *args, **kwargs):
        self.note = html.title(self.note)
        super().save(*args, **kwargs)

    @property
    def sameness(self):
        """For folding: one to each page is enough."""
        return self.person_id, self.organisation_id, self.url
