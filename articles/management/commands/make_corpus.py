"""Makes a synthetic newsroom, to measure on."""

import datetime
from argparse import ArgumentTypeError

from django.core.management.base import BaseCommand
from django.utils import timezone

from articles import revisions
from articles.corpus.rows import make_corpus
from newsroom.lib.progress import track


class Command(BaseCommand):
    help = (
        "Adds a synthetic newsroom of N articles with people, organisations, roles, quotes and mentions in proportion. "
        "Names and texts are invented; drafts, scheduled, expired and withdrawn articles are among them."
    )

    def add_arguments(self, parser):
        parser.add_argument("--articles", type=_number, required=True, metavar="N")
        parser.add_argument("--seed", type=int, default=1, help="The same seed gives the same rows (default 1).")
        parser.add_argument(
            "--until",
            type=datetime.date.fromisoformat,
            metavar="DAY",
            help="The newest article is of the day before (default today): YYYY-MM-DD.",
        )
        parser.add_argument("--revisions", action="store_true", help="Keep a first revision of each too; far slower.")

    def handle(self, *args, articles, seed, until, **options):
        made = make_corpus(articles, seed, until or timezone.localdate())
        for article in track(made, "articles", total=articles):
            if options["revisions"]:
                revisions.record(article, note="synthetic")
        self.stdout.write(f"{articles} articles made of seed {seed}")


def _number(words):
    if not words.isdecimal() or not int(words):
        raise ArgumentTypeError(f"“{words}” is not a number of articles")
    return int(words)
