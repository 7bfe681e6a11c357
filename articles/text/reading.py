"""Reads a text: who is named in which role, which organisations, places and events, who said what."""

import datetime

from articles.text.attributions import Attributed, attributed
from articles.text.cast import Cast
from articles.text.events import events
from articles.text.findings import (
    IndirectSpeech,
    NamedEvent,
    NamedOrganisation,
    NamedPerson,
    NamedPlace,
    NamedRelationship,
    NamedRole,
    Quotation,
    Reading,
    Span,
    Speaker,
)
from articles.text.indirect import indirect_speech
from articles.text.names import KnownNames
from articles.text.quotations import quotations
from articles.text.referents import Referents
from articles.text.story import Story
from articles.text.tiers import SURE

__all__ = [
    "IndirectSpeech",
    "NamedEvent",
    "NamedOrganisation",
    "NamedPerson",
    "NamedPlace",
    "NamedRelationship",
    "NamedRole",
    "Quotation",
    "Reading",
    "Span",
    "Speaker",
    "read",
]


def read(text: str, known: KnownNames | None = None, dated: datetime.date | None = None) -> Reading:
    """What the text says, every offset a Python string index into it; dated is the day the text was published.

    Known names come first; what they do not settle is read from the text's own evidence. Any string is accepted.
    """
    story = Story(text)
    found = attributed(story)
    cast = Cast(story, known or KnownNames(), _speaking(found))
    return Reading(
        people=cast.named_people(),
        organisations=cast.named_organisations(),
        quotes=quotations(story, found, Referents(text, cast), dated),
        relationships=cast.relationships,
        indirect=indirect_speech(story, Referents(text, cast)),
        places=cast.named_places(),
        events=events(story),
    )


def _speaking(found: list[Attributed]) -> dict[int, bool]:
    """Where the heads of the phrases that speak end, and whether that is sure."""
    told = [item.attribution for item in found if item.attribution and item.attribution.cue]
    return {attribution.subject.head.head.end: attribution.rule in SURE for attribution in told}
