"""Put a copy of `backup` back, into an empty database and an empty private folder only."""

import tarfile
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils.translation import gettext as _

from .backup import run_tool


class Command(BaseCommand):
    """Refuses to write over anything: what is there may be the only good copy."""

    help = "Restores the database and the private files from one dated folder of backup."

    def add_arguments(self, parser):
        """See the help text."""
        parser.add_argument("copy", type=Path, help="a dated folder that backup made")

    def handle(self, *, copy, **options):
        """Restore the database in one transaction, then the files."""
        dump, files = copy / "database.dump", copy / "files.tar.gz"
        if not (dump.exists() and files.exists()):
            raise CommandError(_("There is no whole copy in %(folder)s.") % {"folder": copy})
        self._require_emptiness()
        words = ["--no-owner", "--exit-on-error", "--single-transaction", str(dump)]
        run_tool("pg_restore", [f"--dbname={connection.settings_dict['NAME']}", *words])
        settings.PRIVATE_ROOT.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tarfile.open(files) as archive:
            archive.extraction_filter = getattr(tarfile, "data_filter", None)  # not in every 3.11
            archive.extractall(settings.PRIVATE_ROOT)  # noqa: S202 - our own archive
        self.stdout.write(_("Restored from %(folder)s") % {"folder": copy})

    def _require_emptiness(self):
        if connection.introspection.table_names():
            raise CommandError(_("The database is not empty. Make a new one and name it in .env."))
        if settings.PRIVATE_ROOT.exists() and any(settings.PRIVATE_ROOT.iterdir()):
            message = _("The folder %(folder)s is not empty. Move its content away first.")
            raise CommandError(message % {"folder": settings.PRIVATE_ROOT})
