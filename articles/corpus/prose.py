"""News that never happened: headlines, sentences and quotations put together by rule."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from articles.corpus.words import place_name

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MATTERS = [
    f"the {quality} {thing}"
    for thing in (
        "harbour levy", "bus timetable", "school roof", "flood wall", "ferry contract", "library cuts", "night market",
        "tram line", "water price", "housing plan", "fishing quota", "hospital wing", "land register", "parking charge",
        "wind farm", "museum loan",
    )
    for quality in ("new", "disputed", "long-delayed", "costly", "second", "revised")
]  # fmt: skip
PASTS = (
    "approved", "delayed", "rejected", "defended", "reopened", "withdrew", "published", "questioned", "welcomed",
    "amended",
)  # fmt: skip
VERBS = ("approve", "delay", "reject", "defend", "reopen", "withdraw", "publish", "question", "amend", "pay for")
EVENTS = (
    "a night of storms", "three months of talks", "a petition by parents", "a report by auditors", "a leak of letters",
    "a week of strikes", "two failed votes", "a public hearing", "complaints from shopkeepers", "a court ruling",
)  # fmt: skip
TIMES = ("the spring", "the end of the year", "next month", "the summer recess", "the coming vote", "the next budget")
PEOPLE = (
    "residents",
    "parents",
    "fishermen",
    "tenants",
    "commuters",
    "nurses",
    "pensioners",
    "shopkeepers",
    "students",
)
EFFECTS = (
    "lower bills",
    "longer waits",
    "fewer ferries",
    "safer streets",
    "higher rents",
    "better roads",
    "more staff",
)
ADJECTIVES = (
    "reckless", "fair", "overdue", "careless", "generous", "timid", "sound", "unworkable", "modest", "bold", "hasty",
)  # fmt: skip

LEADS = (
    "{body} {past} {matter} on {weekday} after {event}.",
    "{body} has {past} {matter}, ending {event}.",
    "After {event}, {body} {past} {matter} on {weekday}.",
)
SENTENCES = (
    "{people} in {place} expect {effect} by {time}.",
    "The decision affects {number} households and {number} businesses.",
    "{matter} has divided {place} since {event}.",
    "A study last year counted {number} {people} who feared {effect}.",
    "No date has been set for a second reading of {matter}.",
    "Officials put the cost at {number} million crowns, a fifth more than in the first draft.",
    "The papers, which run to {number} pages, promise {effect}.",
    "{people} gathered outside the town hall on {weekday} and stayed until dark.",
    "Similar plans failed in {elsewhere} and in {elsewhere} for want of money.",
    "Under the rules, {people} may object in writing until {time}.",
)
NAMING = (
    "{name} was among those who spoke at the meeting in {place}.",
    "The committee also heard {name}, who had asked for {effect}.",
    "{name} did not attend the vote.",
    "Letters from {name} were read into the minutes.",
    "The plan was first drawn up with {name} before {event}.",
    "In {place}, {name} has called for {effect} since {event}.",
)
STATEMENTS = (
    "We will not {verb} {matter} before {time}",
    "Nobody asked {people} what {matter} would cost them",
    "I have read all {number} pages and found no promise of {effect}",
    "If we {verb} {matter} now, {people} will see {effect} by {time}",
    "There are {number} families in this town who cannot wait until {time}",
    "You cannot {verb} {matter} and still speak of {effect}",
    "My office counted {number} objections, and every one of them will be answered",
    "We promised {effect} to {number} {people}, and we will keep our word",
)
CUES = ("said", "told the meeting", "wrote", "told reporters", "warned")
INVERTED = ("said", "wrote", "warned")  # which may stand before the name
CHOICES = {
    "weekday": WEEKDAYS, "matter": MATTERS, "past": PASTS, "verb": VERBS, "event": EVENTS, "time": TIMES,
    "people": PEOPLE, "effect": EFFECTS, "adjective": ADJECTIVES,
}  # fmt: skip
PLACEHOLDER = re.compile(r"\{(\w+)\}")


class Said(NamedTuple):
    """A quotation in a story: whose of its speakers, of which kind, and its words, one text for each stretch."""

    speaker: int
    kind: str
    stretches: tuple[str, ...]


@dataclass
class Story:
    """An article's text, a paragraph an item, and what is said in it, in order."""

    headline: str
    standfirst: str
    paragraphs: list[str] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)


def tell(rng, body, speakers, named):
    """A Story about what `body` did, in which each of `speakers`, (name, description), speaks and all `named` stand."""
    about = {"body": body, "matter": rng.choice(MATTERS), "place": place_name(rng)}
    headline, standfirst = (
        fill(rng, "{body} {past} {matter} in {place}", about),
        fill(rng, rng.choice(SENTENCES), about),
    )
    story = Story(headline, standfirst, [f"{fill(rng, rng.choice(LEADS), about)} {_filler(rng, about, 1)}"])
    parts = [*enumerate(speakers), *((None, name) for name in named)]
    rng.shuffle(parts)
    for speaker, who in parts:
        if speaker is None:
            passage = fill(rng, rng.choice(NAMING), {**about, "name": who})
        else:
            kind, stretches, passage = _speech(rng, *who, about)
            story.said.append(Said(speaker, kind, stretches))
        story.paragraphs.append(f"{passage} {_filler(rng, about, 2)}")
    story.paragraphs += [_filler(rng, about, 3) for _ in range(rng.randrange(2, 5))]
    return story


def fill(rng, template, about):
    """The template with its words in braces taken from `about`, else chosen; it begins with a capital."""
    text = PLACEHOLDER.sub(lambda match: about.get(match[1]) or _choice(rng, match[1]), template)
    return text[:1].upper() + text[1:]


def _choice(rng, word):
    match word:
        case "number":
            return str(rng.randrange(3, 990))
        case "elsewhere":
            return place_name(rng)
    return rng.choice(CHOICES[word])


def _filler(rng, about, most):
    return " ".join(fill(rng, rng.choice(SENTENCES), about) for _ in range(rng.randrange(1, most + 1)))


def _speech(rng, name, description, about):
    """(kind, stretches, the passage in which they stand) of something somebody says."""
    first, second = (fill(rng, statement, about) for statement in rng.sample(STATEMENTS, 2))
    who = f"{name}, {description}," if description else name
    cue, shape = rng.choice(CUES), rng.random()
    says = f"{cue} {who.rstrip(',')}" if cue in INVERTED else f"{who} {cue}"
    if shape < 0.45:
        return "direct", (f"{first},",), f"“{first},” {says}."
    if shape < 0.75:
        return "direct", (f"{first},", f"{second}."), f"“{first},” {says}. “{second}.”"
    who = who[:1].upper() + who[1:]
    if shape < 0.90:
        words = fill(rng, "{adjective} and {adjective}", {}).lower()
        return "partial", (words,), f"{who} called {about['matter']} “{words}”."
    words = fill(rng, "{people} would see {effect} by {time}", {}).lower()
    return "indirect", (words,), f"{who} {cue} that {words}."
