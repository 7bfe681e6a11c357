"""What a language model sees beside the rules: names that they missed, and its view of what they call tier B.

A model is what spaCy loads: called with a text it gives a document of tokens with entities. It decides nothing: what it
alone sees is tier C, and where it agrees or doubts, the rule says so.
"""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace

from articles.text.findings import NamedOrganisation, NamedPerson, Quotation, Reading, Span
from articles.text.story import is_headline
from people.names import fold

SEEN = "a name that only the language model sees"
AGREES = "the language model agrees"
DOUBTS = "the language model takes it for something else"
HEARS_ANOTHER = "the language model hears somebody else"
LONGEST = 200_000  # characters; of a longer text a model is not asked
_PERSON, _BODY = "PERSON", "ORG"
_POSSESSIVE = re.compile(r"['’]s?$")
_SUBJECTS = {"nsubj", "nsubjpass"}


def with_second_opinion(reading: Reading, text: str, model: Callable) -> Reading:
    """The reading with what the model adds; nothing of it is left out or changed but rules and tiers."""
    if len(text) > LONGEST:
        return reading
    document = model(text)
    entities = _entities(text, document)
    new_people = _unseen(text, entities, reading, _PERSON)
    new_bodies = _unseen(text, entities, reading, _BODY)
    people = [_judged(person, entities) for person in reading.people]
    people += [NamedPerson(name, None, (), mentions, (), "C", SEEN) for name, mentions in new_people]
    bodies = [*reading.organisations]
    bodies += [NamedOrganisation(name, None, (), mentions, "C", SEEN) for name, mentions in new_bodies]
    return replace(
        reading,
        people=tuple(sorted(people, key=_place)),
        organisations=tuple(sorted(bodies, key=_place)),
        quotes=tuple(_heard(quote, document) for quote in reading.quotes),
    )


def _place(named: NamedPerson | NamedOrganisation) -> Span:
    return named.mentions[0]


def _entities(text: str, document) -> dict[Span, str]:
    """The model's names and their labels, without possessive endings; headlines in capitals name nobody."""
    found = {}
    for entity in document.ents:
        words = _POSSESSIVE.sub("", text[entity.start_char : entity.end_char])
        before, after = text.rfind("\n", 0, entity.start_char), text.find("\n", entity.start_char)
        line = text[before + 1 : after if after >= 0 else None]
        if words.strip() and "\n" not in words and not is_headline(line):
            found[Span(entity.start_char, entity.start_char + len(words))] = entity.label_
    return found


def _unseen(text: str, entities: dict[Span, str], reading: Reading, label: str) -> list[tuple[str, tuple[Span, ...]]]:
    """The names of that label that touch nothing the rules found; people are told by two words at least."""
    found = (*reading.people, *reading.organisations, *reading.places, *reading.events)
    taken = [mention for named in found for mention in named.mentions]
    places = defaultdict(list)
    for span, its_label in entities.items():
        words = text[span.start : span.end]
        if its_label == label and (label == _BODY or " " in words) and not any(_touch(span, other) for other in taken):
            places[fold(words)].append(span)
    return [(text[spans[0].start : spans[0].end], tuple(spans)) for spans in places.values()]


def _judged(person: NamedPerson, entities: dict[Span, str]) -> NamedPerson:
    """A new name of tier B with what the model takes it for."""
    if person.tier != "B" or person.candidates:
        return person
    labels = {label for span, label in entities.items() if any(_touch(span, mention) for mention in person.mentions)}
    if not labels:
        return person
    if _PERSON in labels:
        return replace(person, rule=f"{person.rule}; {AGREES}")
    return replace(person, tier="C", rule=f"{person.rule}; {DOUBTS}")


def _heard(quote: Quotation, document) -> Quotation:
    """A quotation of tier B with whether the verb of saying has the speaker for its subject."""
    if quote.tier != "B" or quote.cue is None or quote.speaker is None:
        return quote
    subjects = [
        Span(token.idx, token.idx + len(token.text))
        for token in document
        if token.dep_ in _SUBJECTS and quote.cue.start <= token.head.idx < quote.cue.end
    ]
    if not subjects:
        return quote
    speaker = Span(quote.speaker.start, quote.speaker.end)
    agrees = any(_touch(subject, speaker) for subject in subjects)
    return replace(quote, rule=f"{quote.rule}; {AGREES if agrees else HEARS_ANOTHER}")


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
