"""`import_articles`: text and HTML files become articles, one a file."""

import sys
from contextlib import nullcontext

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from articles.importing import FORMATS, MOST_BYTES, Refused, Wanted, import_article, read_date, read_section
from articles.suggestions import known_names
from newsroom.lib import files
from newsroom.lib.progress import track
from newsroom.lib.report import Report


class Command(BaseCommand):
    help = "Import articles from files, one article a file; “-” reads standard input."

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", metavar="FILE")
        parser.add_argument(
            "--format", choices=sorted(FORMATS), default="", help="guessed from name and content without it"
        )
        parser.add_argument("--headline", default="", help="for a text whose first line is none")
        parser.add_argument("--date", help="when it was or will be published: 2026-02-05 or 2026-02-05T18:30")
        parser.add_argument("--section", help="name or slug of a section")
        parser.add_argument("--byline", action="append", default=[], metavar="NAME", help="may be given several times")
        parser.add_argument("--source", default="", help="the address the text came from")
        parser.add_argument(
            "--accept", action="store_true", help="take what the reader of text suggests, marked as not reviewed"
        )
        parser.add_argument("--publish", action="store_true")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen and change nothing")

    def handle(self, *args, **options):
        if options["source"] and len(options["files"]) > 1:
            raise CommandError("--source is the address of one text: give one file with it.")
        try:
            wanted = self.wanted(options)
        except Refused as error:
            raise CommandError(str(error)) from None
        report = Report()
        # Each article is a transaction of its own; only a dry run holds them all, to undo them.
        with transaction.atomic() if options["dry_run"] else nullcontext():
            self.import_all(options["files"], wanted, report)
            if options["dry_run"]:
                transaction.set_rollback(True)
        self.stdout.write("\n".join(report.lines()))
        if options["dry_run"]:
            self.stdout.write("Nothing was changed: this was a dry run.")
        if not report.ok:
            sys.exit(1)

    def wanted(self, options):
        """The options as the import takes them; raises Refused."""
        return Wanted(
            format=options["format"],
            headline=options["headline"],
            date=read_date(options["date"]) if options["date"] else None,
            section=read_section(options["section"]) if options["section"] else None,
            bylines=tuple(options["byline"]),
            source=options["source"],
            accept=options["accept"],
            publish=options["publish"],
        )

    def import_all(self, names, wanted, report):
        known = None
        for name in track(names, "articles"):
            known = known or (known_names() if wanted.accept else None)
            try:
                imported = import_article(files.read(name, MOST_BYTES), wanted, name, known=known)
            except (Refused, files.Refused) as error:
                report.refused(name, error)
                continue
            getattr(report, imported.what)(name, described(imported))
            for words in imported.noted:
                report.noted(name, words)
            if imported.refused:
                report.refused(name, imported.refused)
            if imported.made:
                known = None  # whom this text taught us, the next one may name


def described(imported):
    """What was made of the file, in a line: "“Bridge opens” (draft), 3 people, 2 quotes"."""
    article = imported.article
    made = ", ".join(f"{count} {what}" for what, count in imported.made.items())
    return f"“{article}” ({article.get_state_display()})" + (f", {made}" if made else "")
