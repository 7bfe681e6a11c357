"""`read`: what the reader of text sees in a file, as a table or as JSON; nothing is stored."""

import json
import shutil
import sys
from itertools import chain
from textwrap import wrap

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from articles.formats.records import NotReadable, decode
from articles.importing import MOST_BYTES, Refused, read_date
from articles.reading import read_text
from articles.suggestions import known_names
from articles.text.names import KnownNames
from newsroom.lib import files

NARROWEST, WIDEST = 40, 100  # characters in a line of the table


class Command(BaseCommand):
    help = "Show whom a text names and who is quoted. Known people and organisations are used when there are any."

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", metavar="FILE", help="text in UTF-8; “-” reads standard input")
        parser.add_argument("--json", action="store_true", help="one JSON object a line for each file")
        parser.add_argument("--date", help="when it was published, to tell on which day “Tuesday” was: 2026-02-05")

    def handle(self, *args, **options):
        dated = self.day(options["date"])
        known, refused = self.known(), False
        for name in options["files"]:
            try:
                data = files.read(name, MOST_BYTES)
                decode(data)
            except (files.Refused, NotReadable) as error:
                refused = True
                self.stderr.write(f"{name}: {error}")
                continue
            # Offsets count in the file as it is: with its byte order mark, where it has one.
            text = data.decode()
            reading = read_text(text, known, dated)
            if options["json"]:
                self.stdout.write(json.dumps({"file": name, **as_data(reading)}, ensure_ascii=False))
            else:
                self.stdout.write("\n".join([name, *as_table(reading, text, width()), ""]))
        if refused:
            sys.exit(1)

    def day(self, words):
        """The day meant, None where none is given; raises CommandError."""
        try:
            return read_date(words).date() if words else None
        except Refused as error:
            raise CommandError(str(error)) from None

    def known(self):
        """The newsroom's names; none where the database cannot be asked yet."""
        try:
            return known_names()
        except DatabaseError:
            return KnownNames()


def width():
    """How wide the table may be: as the terminal is, within reason."""
    columns = shutil.get_terminal_size(fallback=(WIDEST, 0)).columns
    return min(max(columns, NARROWEST), WIDEST)


def as_data(reading):
    """A Reading as plain data, in the order and with the names the command promises."""
    return {
        "quotes": [
            {
                "kind": quote.kind,
                "tier": quote.tier,
                "segments": [_span(segment) for segment in quote.segments],
                "speaker": quote.speaker and _speaker(quote.speaker),
                "cue": quote.cue and _span(quote.cue),
                "venue": quote.venue and _span(quote.venue),
                "said_on": quote.said_on,
                "rule": quote.rule,
            }
            for quote in reading.quotes
        ],
        "people": [
            {
                "name": person.name,
                "mentions": [_span(mention) for mention in person.mentions],
                "roles": [
                    {"title": role.title, "organisation": role.organisation, **_span(role)} for role in person.roles
                ],
                "tier": person.tier,
            }
            for person in reading.people
        ],
        "organisations": [{**_named(body), "tier": body.tier} for body in reading.organisations],
        "places": [_named(place) for place in reading.places],
        "events": [_named(event) for event in reading.events],
        "relationships": [
            {"person": one.person, "kind": one.kind, "other": one.other, **_span(one)} for one in reading.relationships
        ],
        "indirect": [
            {**_span(one), "speaker": one.speaker and _speaker(one.speaker), "cue": one.cue and _span(one.cue)}
            for one in reading.indirect
        ],
    }


def as_table(reading, text, width=100):
    """A Reading as lines for a person to read, none longer than the width; what there is none of is left out."""
    sections = {
        "People": [_lines(f"{one.tier}  ", _person(one), width) for one in reading.people],
        "Organisations": [_lines(f"{one.tier}  ", one.name, width) for one in reading.organisations],
        "Places": [_lines("   ", one.name, width) for one in reading.places],
        "Events": [_lines("   ", one.name, width) for one in reading.events],
        "Relationships": [
            _lines("   ", f"{one.person}: {one.kind} of {one.other}", width) for one in reading.relationships
        ],
        "Quotes": [_quote(one, text, width) for one in reading.quotes],
        "Without marks": [
            _lines("   ", f"{_name(one.speaker)}: {text[one.start : one.end]}", width) for one in reading.indirect
        ],
    }
    lines = []
    for heading, rows in sections.items():
        if rows:
            lines += [f"  {heading}", *chain.from_iterable(rows)]
    return lines or ["  Nobody and nothing is named."]


def _lines(start, words, width):
    """Words broken into lines, the first behind its start and the others set in under it."""
    return wrap(words, width, initial_indent=f"    {start}", subsequent_indent=" " * (4 + len(start)))


def _person(person):
    posts = [_post(role) for role in person.roles]
    return f"{person.name}{': ' if posts else ''}{'; '.join(posts)}"


def _post(role):
    """A title with its organisation, unless the title says that itself: Secretary of the Navy."""
    told = role.organisation is None or role.organisation in role.title
    title = f"former {role.title}" if role.former else role.title
    return title if told else f"{title}, {role.organisation}"


def _quote(quote, text, width):
    """Who says it, where and when; the words; and for what is not sure, by which rule it was found."""
    words = " … ".join(text[start:end] for start, end in quote.segments)
    venue = quote.venue and text[quote.venue.start : quote.venue.end]
    told = ", ".join(filter(None, [_name(quote.speaker), venue, quote.said_on]))
    lines = _lines(f"{quote.tier}  ", told, width) + _lines("   ", f"“{words}”", width)
    return lines if quote.tier == "A" else lines + _lines("   ", f"({quote.rule})", width)


def _name(speaker):
    return (speaker.name or speaker.text) if speaker else "nobody named"


def _span(one):
    return {"start": one.start, "end": one.end}


def _named(one):
    return {"name": one.name, "mentions": [_span(mention) for mention in one.mentions]}


def _speaker(one):
    return {**_span(one), "text": one.text, "name": one.name, "kind": one.kind}
