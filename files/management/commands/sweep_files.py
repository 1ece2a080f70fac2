"""List, or remove, stored files that no row knows; name rows whose file is gone."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from files import storing


class Command(BaseCommand):
    help = "Lists files without a row that are older than a day, and rows without a file."

    def add_arguments(self, parser):
        parser.add_argument("--remove", action="store_true", help="remove the files without a row")

    def handle(self, *, remove, **options):
        orphans = storing.sweep(at=timezone.now(), remove=remove)
        for path in orphans:
            self.stdout.write(f"{'removed' if remove else 'without a row'}: {path}")
        for file in storing.missing():
            self.stderr.write(f"file is gone: {file.pk} {file.name} {file.path}")
        self.stdout.write(f"{len(orphans)} file(s) without a row.")
