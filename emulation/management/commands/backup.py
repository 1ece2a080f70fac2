"""The nightly copy: database and private files in one dated folder, the oldest folders dropped."""

import os
import shutil
import subprocess
import tarfile
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from emulation import embedded_postgres


class Command(BaseCommand):
    """Write beside and rename: a folder with a date for its name is a whole copy."""

    help = "Copies the database and the private files into a dated folder of FOLDER."

    def add_arguments(self, parser):
        """See the help texts."""
        parser.add_argument("folder", type=Path, help="where the dated folders are kept")
        parser.add_argument("--keep", type=int, default=14, help="how many copies to keep")

    def handle(self, *, folder, keep, **options):
        """Dump the database first: a file is stored before the row that names it."""
        if keep < 1:
            raise CommandError(_("Keep at least one copy: --keep 1 or more."))
        target = folder / timezone.localtime().strftime("%Y-%m-%dT%H%M%S")
        unfinished = folder / f"unfinished-{target.name}"
        unfinished.mkdir(parents=True, mode=0o700)
        run_tool("pg_dump", ["--format=custom", "--no-owner", f"--file={unfinished}/database.dump"])
        with tarfile.open(unfinished / "files.tar.gz", "w:gz") as archive:
            if settings.PRIVATE_ROOT.exists():
                archive.add(settings.PRIVATE_ROOT, arcname=".")
        unfinished.rename(target)
        for old in sorted(folder.glob("[0-9]*T[0-9]*"))[:-keep]:
            shutil.rmtree(old)
        self.stdout.write(_("Copied to %(folder)s") % {"folder": target})


def run_tool(name, arguments):
    """Run a PostgreSQL program on our database; CommandError says what it complained about.

    The embedded server has programs of its own; for any other server those of the distribution are
    used, because pg_dump must not be older than its server and pg_restore not newer.
    """
    program = name
    if "embedded" in connection.settings_dict["ENGINE"]:
        program = str(embedded_postgres.PROGRAMS / name)
    address = connection.get_connection_params()
    names = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD"}
    names |= {"dbname": "PGDATABASE", "sslmode": "PGSSLMODE", "sslrootcert": "PGSSLROOTCERT"}
    known = {names[key]: str(value) for key, value in address.items() if key in names}
    try:
        done = subprocess.run(  # noqa: S603 - a PostgreSQL program with our own words
            [program, *arguments], env=os.environ | known, stderr=subprocess.PIPE, check=False
        )
    except FileNotFoundError as error:
        message = _("%(name)s is not installed: apt-get install postgresql-client") % {"name": name}
        raise CommandError(message) from error
    if done.returncode:
        raise CommandError(f"{name}: {done.stderr.decode(errors='replace')}")
