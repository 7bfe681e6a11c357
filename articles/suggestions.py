"""The one seam between text and data: what people knows and what an article says become suggestions with reasons."""

from dataclasses import dataclass, field

from articles.text.findings import NamedOrganisation, NamedPerson, NamedRelationship, Quotation, Span
from articles.text.names import ORGANISATION, PERSON, KnownName, KnownNames
from articles.text.reading import read
from people.models import Organisation, OtherName, Person

# Tiers of confidence: A nearly certain, B check, C doubtful. `--accept` takes the first two.
ACCEPTED_UNSEEN = frozenset("AB")


@dataclass(frozen=True)
class Suggestion:
    """One thing the reader of text proposes.

    `key` names it for as long as the text stays as it is; `found` is the reader's own record; `noun` the Person or
    Organisation it already is, None for a new one; `candidates` the namesakes an editor must choose among.
    """

    key: str
    found: NamedPerson | NamedOrganisation | NamedRelationship | Quotation
    words: tuple[str, ...]
    tier: str
    rule: str
    noun: Person | Organisation | None = None
    candidates: tuple = ()

    @property
    def is_ambiguous(self):
        """Whether an editor must say who is meant."""
        return self.noun is None and bool(self.candidates)

    @property
    def spans(self):
        """The stretches of the article's plain text it rests on."""
        found = self.found
        if isinstance(found, Quotation):
            return found.segments
        return getattr(found, "mentions", None) or (Span(found.start, found.end),)


@dataclass(frozen=True)
class Suggestions:
    """What one article's text suggests, each kind in the order of the text."""

    people: list[Suggestion] = field(default_factory=list)
    organisations: list[Suggestion] = field(default_factory=list)
    relationships: list[Suggestion] = field(default_factory=list)
    quotes: list[Suggestion] = field(default_factory=list)

    def all(self):
        """Every suggestion, those that others build on first."""
        return [*self.people, *self.organisations, *self.relationships, *self.quotes]

    def keys(self, tiers=ACCEPTED_UNSEEN):
        """The keys of those of the given tiers that need no choice among namesakes."""
        return {one.key for one in self.all() if one.tier in tiers and not one.is_ambiguous}


def known_names():
    """Every name the newsroom knows somebody or something by, as the reader of text takes it; keys are (kind, pk)."""
    entries = [KnownName(name, (PERSON, pk), PERSON) for pk, name in Person.objects.values_list("pk", "name")]
    entries += [
        KnownName(name, (ORGANISATION, pk), ORGANISATION) for pk, name in Organisation.objects.values_list("pk", "name")
    ]
    for text, person, organisation in OtherName.objects.recognised().values_list("text", "person", "organisation"):
        kind, pk = (PERSON, person) if person else (ORGANISATION, organisation)
        entries.append(KnownName(text, (kind, pk), kind))
    return KnownNames(entries)


def suggest(article, known=None):
    """The Suggestions of the article's present text; `known` spares building the known names for each article."""
    text = article.body_text
    reading = read(text, known or known_names(), dated=article.day)
    nouns = _nouns([*reading.people, *reading.organisations])
    return Suggestions(
        people=[_named(PERSON, found, text, nouns) for found in reading.people],
        organisations=[_named(ORGANISATION, found, text, nouns) for found in reading.organisations],
        relationships=[_relationship(found, text) for found in reading.relationships],
        quotes=[_quote(found, text) for found in reading.quotes],
    )


def _nouns(found):
    """The known people and organisations among the findings, by key, two queries for all."""
    keys = {key for one in found for key in (one.key, *one.candidates) if key}
    models = {PERSON: Person.objects.with_roles(), ORGANISATION: Organisation.objects.select_related("parent")}
    return {
        (kind, row.pk): row
        for kind, rows in models.items()
        for row in rows.filter(pk__in=[pk for key_kind, pk in keys if key_kind == kind])
    }


def _named(kind, found, text, nouns):
    written = dict.fromkeys(text[span.start : span.end] for span in found.mentions)
    return Suggestion(
        key=f"{kind}:{found.name}",
        found=found,
        words=tuple(written),
        tier=found.tier,
        rule=found.rule,
        noun=nouns.get(found.key),
        candidates=tuple(nouns[key] for key in found.candidates if key in nouns),
    )


def _relationship(found, text):
    return Suggestion(
        key=f"relationship:{found.person}:{found.kind}:{found.other}",
        found=found,
        words=(text[found.start : found.end],),
        tier="B",
        rule=f"{found.person} is called the {found.kind} of {found.other}",
    )


def _quote(found, text):
    words = tuple(text[span.start : span.end] for span in found.segments)
    return Suggestion(
        key=f"quote:{found.segments[0].start}", found=found, words=words, tier=found.tier, rule=found.rule
    )
