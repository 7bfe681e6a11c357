"""What the reader of text finds: frozen records whose places are Python string indices."""

from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of the text: text[start:end]."""

    start: int
    end: int


@dataclass(frozen=True)
class NamedRole:
    """A post as worded beside a name; the organisation is split off only where it is known or plain."""

    title: str
    organisation: str | None
    organisation_key: object | None
    start: int
    end: int
    former: bool
    rule: str


@dataclass(frozen=True)
class NamedPerson:
    """A person named; key is None for somebody new, candidates holds the keys of known namesakes."""

    name: str
    key: object | None
    candidates: tuple[object, ...]
    mentions: tuple[Span, ...]
    roles: tuple[NamedRole, ...]
    tier: str
    rule: str


@dataclass(frozen=True)
class NamedOrganisation:
    """A body named; key is None for one that is new."""

    name: str
    key: object | None
    candidates: tuple[object, ...]
    mentions: tuple[Span, ...]
    tier: str
    rule: str


@dataclass(frozen=True)
class NamedPlace:
    """A country, region or city named."""

    name: str
    mentions: tuple[Span, ...]


@dataclass(frozen=True)
class NamedEvent:
    """Something that happened, or will, under a name of its own."""

    name: str
    mentions: tuple[Span, ...]


@dataclass(frozen=True)
class NamedRelationship:
    """Other is what kind says to person's side: Jared Kushner is Donald Trump's son-in-law."""

    person: str
    other: str
    kind: str
    start: int
    end: int


@dataclass(frozen=True)
class Speaker:
    """The words that name who speaks, and who that is: name is the full name behind a surname or a pronoun."""

    start: int
    end: int
    text: str
    name: str | None
    key: object | None
    kind: str  # person, organisation, anonymous, several, unknown


@dataclass(frozen=True)
class Quotation:
    """Words spoken, in one or more segments inside the marks; said_on is a partial ISO date."""

    kind: str  # direct, partial
    tier: str
    segments: tuple[Span, ...]
    speaker: Speaker | None
    cue: Span | None
    venue: Span | None
    said_on: str | None
    rule: str


@dataclass(frozen=True)
class IndirectSpeech:
    """What somebody is reported to have said, without marks."""

    start: int
    end: int
    speaker: Speaker | None
    cue: Span | None
    rule: str


@dataclass(frozen=True)
class Reading:
    """Everything found in one text, each list in the order of the text."""

    people: tuple[NamedPerson, ...] = ()
    organisations: tuple[NamedOrganisation, ...] = ()
    quotes: tuple[Quotation, ...] = ()
    relationships: tuple[NamedRelationship, ...] = ()
    indirect: tuple[IndirectSpeech, ...] = ()
    places: tuple[NamedPlace, ...] = ()
    events: tuple[NamedEvent, ...] = ()
