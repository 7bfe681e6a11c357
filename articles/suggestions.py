"""The one seam between text and data: what people knows and what an article says become suggestions with reasons."""

import re
from dataclasses import dataclass, field, replace

from articles.models.sitting import MOST_WORDS, Refusal
from articles.reading import read_text
from articles.text.findings import NamedOrganisation, NamedPerson, NamedRelationship, NamedRole, Quotation, Span
from articles.text.names import ORGANISATION, PERSON, KnownName, KnownNames
from people import wording
from people.models import Organisation, OtherName, Person
from people.names import fold

# Tiers of confidence: A nearly certain, B check, C doubtful. `--accept` takes the first two.
ACCEPTED_UNSEEN = frozenset("AB")
WORD, APOSTROPHES = re.compile(r"\w+"), re.compile(r"['’‘ʼ`´]")


@dataclass(frozen=True)
class Suggestion:
    """One thing the reader of text proposes.

    `key` names it for as long as the text stays as it is; `found` is the reader's own record; `noun` the Person or
    Organisation it already is, None for a new one; `candidates` the namesakes an editor must choose among;
    `is_mentioned` says that the article mentions that noun already; `of` is the key of the person a post belongs to.
    """

    key: str
    found: NamedPerson | NamedOrganisation | NamedRole | NamedRelationship | Quotation
    words: tuple[str, ...]
    tier: str
    rule: str
    noun: Person | Organisation | None = None
    candidates: tuple = ()
    is_mentioned: bool = False
    is_refused: bool = False
    of: str = ""

    @property
    def post(self):
        """A role in words: its title and where it is held."""
        return _post(self.found)

    @property
    def kind(self):
        """What it is: person, organisation, role, relationship or quote."""
        return self.key.partition(":")[0]

    @property
    def identity(self):
        """Its kind and folded words: what it is known by after an edit of the text."""
        words = " ".join(self.words) if self.kind == "quote" else self.key.partition(":")[2]
        return self.kind, fold(words)[:MOST_WORDS]

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
    """What one article's text suggests, each kind in the order of the text; roles in the order of their people."""

    people: list[Suggestion] = field(default_factory=list)
    organisations: list[Suggestion] = field(default_factory=list)
    roles: list[Suggestion] = field(default_factory=list)
    relationships: list[Suggestion] = field(default_factory=list)
    quotes: list[Suggestion] = field(default_factory=list)

    def all(self):
        """Every suggestion, those that others build on first."""
        return [*self.people, *self.organisations, *self.roles, *self.relationships, *self.quotes]

    def keys(self, tiers=ACCEPTED_UNSEEN):
        """The keys of those of the given tiers that were not refused and need no choice among namesakes."""
        return {one.key for one in self.all() if one.tier in tiers and not (one.is_ambiguous or one.is_refused)}


def known_names(text=None):
    """Every name the newsroom knows somebody or something by, as the reader of text takes it; keys are (kind, pk).

    Of a `text` only those that it may name or nearly name: their first or last word stands in it. They are found by
    their folded forms, which spares building all the others.
    """
    words = text and words_of(text)
    return KnownNames(
        KnownName(name, key, key[0]) for key, name, folded in _names() if words is None or _may_stand(folded, words)
    )


def _names():
    """The (key, name, folded name) of everybody and everything, other names last."""
    for kind, model in ((PERSON, Person), (ORGANISATION, Organisation)):
        for pk, name, folded in model.objects.order_by("pk").values_list("pk", "name", "folded"):
            yield (kind, pk), name, folded
    others = OtherName.objects.recognised().order_by("pk")
    for person, organisation, name, folded in others.values_list("person", "organisation", "text", "folded"):
        yield ((PERSON, person) if person else (ORGANISATION, organisation)), name, folded


def words_of(text):
    """The folded words of a text, those before an apostrophe ("Ann’s") by themselves too."""
    return {word for one in (text, APOSTROPHES.sub(" ", text)) for word in WORD.findall(fold(one))}


def _may_stand(folded, words):
    own = WORD.findall(folded)
    return not own or own[0] in words or own[-1] in words


def suggest(article, known=None, reading=None):
    """The Suggestions of the article's present text.

    `known` spares building the known names for each article, `reading` reading a text again that is still the same.
    Whom the article mentions under a name already is whom that name means here.
    """
    text = article.body_text
    reading = reading or read_text(text, known or known_names(text), dated=article.day)
    mentioned = _mentioned(article)
    nouns = _nouns([*reading.people, *reading.organisations], mentioned.values())
    refused = set(Refusal.objects.filter(article=article).values_list("kind", "words"))

    def kept(suggestions):
        return [replace(one, is_refused=True) if one.identity in refused else one for one in suggestions]

    people = [_named(PERSON, found, text, nouns, mentioned) for found in reading.people]
    return Suggestions(
        people=kept(people),
        organisations=kept(_named(ORGANISATION, found, text, nouns, mentioned) for found in reading.organisations),
        roles=kept(_role(found, person, text) for person in people for found in person.found.roles),
        relationships=kept(_relationship(found, text) for found in reading.relationships),
        quotes=kept(_quote(found, text) for found in reading.quotes),
    )


def _mentioned(article):
    """The (kind, pk) of everybody and everything the article mentions, by (kind, folded name as written)."""
    return {
        (key[0], fold(name)): key
        for row in article.mentions.all()
        for key in [(PERSON, row.person_id) if row.person_id else (ORGANISATION, row.organisation_id)]
        for name in row.names
    }


def _nouns(found, mentioned):
    """The known people and organisations among the findings and mentions, by key, in a fixed number of queries."""
    keys = {key for one in found for key in (one.key, *one.candidates) if key} | set(mentioned)
    models = {PERSON: Person.objects.with_roles(), ORGANISATION: Organisation.objects.select_related("parent")}
    return {
        (kind, row.pk): row
        for kind, rows in models.items()
        for row in rows.filter(pk__in=[pk for key_kind, pk in keys if key_kind == kind])
    }


def _named(kind, found, text, nouns, mentioned):
    written = list(dict.fromkeys(text[span.start : span.end] for span in found.mentions))
    names = [found.name, max(written, key=len, default="")]
    key = next((mentioned[kind, fold(name)] for name in names if (kind, fold(name)) in mentioned), None)
    key = key or (found.key if found.key in mentioned.values() else None)
    return Suggestion(
        key=f"{kind}:{found.name}",
        found=found,
        words=tuple(written),
        tier=found.tier,
        rule=found.rule,
        noun=nouns.get(key or found.key),
        candidates=tuple(nouns[candidate] for candidate in found.candidates if candidate in nouns),
        is_mentioned=key is not None,
    )


def _post(found):
    return wording.post(found.title, found.organisation) + (" (former)" if found.former else "")


def _role(found, person, text):
    return Suggestion(
        key=f"role:{person.found.name}: {_post(found)}",
        found=found,
        words=(text[found.start : found.end],),
        tier=person.tier,
        rule=found.rule,
        of=person.key,
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
