"""`load_samples`: the sample newsroom and, where a password is set for one, an editor to sign in as."""

import os

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand

from articles import sample_newsroom

EDITOR = "editor"


class Command(BaseCommand):
    help = "Load the sample newsroom into an empty database. With DEMO_PASSWORD set, also make the demo editor."

    def handle(self, *args, **options):
        made = sample_newsroom.load()
        if made:
            self.stdout.write(f"Loaded the sample newsroom: {made} articles.")
        self.make_editor()
        self.stdout.write(f"\n  Readers  {settings.SITE_URL}/")
        self.stdout.write(f"  Editors  {settings.SITE_URL}/admin/")
        self.stdout.write(f"  API      {settings.SITE_URL}/api/v1/\n")
        if os.environ.get("DEMO_PASSWORD"):
            self.stdout.write(f"  Sign in at the desk as “{EDITOR}”, password “{os.environ['DEMO_PASSWORD']}”.\n\n")

    def make_editor(self):
        """The demo editor, with the password that `make run` put into this checkout's .env."""
        password = os.environ.get("DEMO_PASSWORD")
        users = get_user_model().objects
        if password and not users.filter(username=EDITOR).exists():
            users.create_superuser(EDITOR, password=password)
