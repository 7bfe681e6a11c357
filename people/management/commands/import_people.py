"""Brings people, organisations and roles from Popolo or CSV files into the newsroom."""

from pathlib import Path

from django.core.management.base import BaseCommand
from django.db import DatabaseError, transaction

from newsroom.lib import files
from newsroom.lib.progress import track
from newsroom.lib.report import NOTED, OUTCOMES, REFUSED, Report
from newsroom.lib.slugs import slugify
from people import csvfile, popolo
from people.importing import take_in
from people.models import Identifier
from people.records import NotReadable
from people.rows import MAX_BYTES

FORMATS = {"popolo": popolo, "csv": csvfile}
ENDINGS = {".json": "popolo", ".csv": "csv", ".tsv": "csv"}
LONGEST_SCHEME = Identifier._meta.get_field("scheme").max_length


class Command(BaseCommand):
    help = (
        "Brings people, organisations and roles from files into the newsroom. The same file again changes nothing; a "
        "changed one changes what differs, and never what an editor has set. Exits with 1 when anything was refused."
    )

    def add_arguments(self, parser):
        parser.add_argument("names", nargs="+", metavar="FILE", help="A file, or - for standard input.")
        parser.add_argument("--format", choices=FORMATS, help="Else told by the file's name, or by what is in it.")
        parser.add_argument(
            "--scheme",
            type=_scheme,
            help="The feed to which the ids in the files belong. Else it is called as the file is, up to the first "
            "dot; give it when one feed comes under changing names.",
        )
        parser.add_argument("--dry-run", action="store_true", help="Report what would be done and do nothing.")

    def handle(self, *args, names, format, scheme, dry_run, verbosity, **options):
        whole = Report()
        shown = (*OUTCOMES, NOTED) if verbosity > 1 else (REFUSED, NOTED)
        for name in names:
            report = _import(name, format, scheme, dry_run)
            *lines, closing = report.lines(shown)
            for line in lines:
                self.stdout.write(f"  {line}")
            self.stdout.write(f"{name}: {closing}")
            whole.add(report)
        kept = " (nothing of it was kept: a dry run)" if dry_run else ""
        self.stdout.write(f"In all: {whole.closing}{kept}")
        if not whole.ok:
            raise SystemExit(1)


def _scheme(words):
    """The option's value as a scheme of identifiers; ValueError, which the parser reports, when it cannot be one."""
    scheme = words.strip()
    if not 0 < len(scheme) <= LONGEST_SCHEME:
        raise ValueError
    return scheme


def _import(name, format, scheme, dry_run):
    """Take in one file; the Report on it."""
    report = Report()
    try:
        data = files.read(name, MAX_BYTES)
        format = format or _format(name, data)
        records = FORMATS[format].read(data)
        with transaction.atomic():
            take_in(records, scheme or _feed(name, format), report, lambda batches: track(batches, name))
            transaction.set_rollback(dry_run)
    except (files.Refused, NotReadable) as refusal:
        report.refused(name, refusal)
    except DatabaseError as error:
        report = Report()
        report.refused(name, f"nothing of it was kept: the database says {error}")
    return report


def _format(name, data):
    """The format by the ending of the name, else by the first character that shows."""
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    return ENDINGS.get(Path(name).suffix.lower()) or ("popolo" if start in (b"{", b"[") else "csv")


def _feed(name, format):
    """What the ids of a file belong to when nobody says: the file's name up to the first dot."""
    return slugify(Path(name).name.partition(".")[0], fallback=format)[:LONGEST_SCHEME]
