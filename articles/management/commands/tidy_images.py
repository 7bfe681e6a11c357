"""`tidy_images`: files of pictures that no image has are removed."""

from django.core.management.base import BaseCommand
from django.template.defaultfilters import filesizeformat

from articles.leftovers import leftovers


class Command(BaseCommand):
    help = (
        "Removes files of pictures that no image has and that are older than a day: of a form that was never saved, "
        "or of a deletion that was interrupted. It can be run at any time, also while editors work."
    )

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="say what would be removed, and leave it")

    def handle(self, *args, **options):
        files = size = 0
        for left in leftovers():
            self.stdout.write(f"{left.folder}: {told(len(left.files), left.size)}")
            files, size = files + len(left.files), size + left.size
            if not options["dry_run"]:
                left.remove()
        self.stdout.write(f"{told(files, size)} {'would be ' if options['dry_run'] else ''}removed")


def told(files, size):
    """So many files of this size, in words."""
    return f"{files} {'file' if files == 1 else 'files'}, {filesizeformat(size).replace(chr(160), ' ')}"
