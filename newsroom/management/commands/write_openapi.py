"""Writes docs/openapi.json anew after a change of the API."""

from django.core.management.base import BaseCommand

from newsroom.api.openapi import PATH, document


class Command(BaseCommand):
    help = "Write docs/openapi.json, the description of the API that the site serves. Needs requirements-dev.txt."

    def handle(self, **options):
        PATH.write_text(document(), encoding="utf-8")
        self.stdout.write(f"Wrote {PATH}")
