"""`read`: what the reader of text sees in a file, as a table or as JSON; nothing is stored."""

import json
import sys

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from articles.formats.records import NotReadable, decode
from articles.importing import MOST_BYTES, Refused, read_date
from articles.reading import read_text
from articles.suggestions import known_names
from articles.text.names import KnownNames
from newsroom.lib import files

WIDTH = 76


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
                self.stdout.write("\n".join([name, *as_table(reading, text), ""]))
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


def as_table(reading, text):
    """A Reading as lines for a person to read."""
    lines = ["  People"] + [f"    {one.tier}  {_person(one)}" for one in reading.people]
    lines += ["  Organisations"] + [f"    {one.tier}  {one.name}" for one in reading.organisations]
    lines += ["  Places"] + [f"       {one.name}" for one in reading.places]
    lines += ["  Events"] + [f"       {one.name}" for one in reading.events]
    lines += ["  Relationships"] + [f"       {one.person}: {one.kind} of {one.other}" for one in reading.relationships]
    lines += ["  Quotes"]
    for quote in reading.quotes:
        words = " … ".join(text[start:end] for start, end in quote.segments)
        speaker = quote.speaker and (quote.speaker.name or quote.speaker.text)
        venue = quote.venue and text[quote.venue.start : quote.venue.end]
        lines.append(f"    {quote.tier}  {', '.join(filter(None, [speaker or 'nobody named', venue, quote.said_on]))}")
        lines.append(f"       “{words if len(words) <= WIDTH else words[: WIDTH - 1] + '…'}”")
    return lines


def _person(person):
    posts = [", ".join(filter(None, [role.title, role.organisation])) for role in person.roles]
    return f"{person.name}{': ' if posts else ''}{'; '.join(posts)}"


def _span(one):
    return {"start": one.start, "end": one.end}


def _named(one):
    return {"name": one.name, "mentions": [_span(mention) for mention in one.mentions]}


def _speaker(one):
    return {**_span(one), "text": one.text, "name": one.name, "kind": one.kind}
