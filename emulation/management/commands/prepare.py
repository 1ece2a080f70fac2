"""Everything between new code and a server that may start, in one process."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connections

from emulation.migrating import briskly


class Command(BaseCommand):
    """Safe to run again; the second time it finds nothing to do."""

    help = "Migrates, collects static files that changed, loads the demonstration where DEMO is on."

    def handle(self, **options):
        """Leave no connection open: a server may fork after this."""
        with briskly():
            call_command("migrate", interactive=False, verbosity=0)
        if not settings.DEBUG:
            collect_changed_static()
        if settings.DEMO:
            call_command("load_demo", if_empty=True)
        connections.close_all()


def collect_changed_static():
    """Collect the static files if one changed: hashing and compressing them all takes seconds."""
    stamp, now = Path(settings.STATIC_ROOT) / "fingerprint", static_fingerprint()
    if not stamp.exists() or stamp.read_text() != now:
        call_command("collectstatic", interactive=False, verbosity=0)
        stamp.write_text(now)


def static_fingerprint():
    """Return a hash over the place, size and time of every static file and the storage for them."""
    digest = hashlib.sha256(repr(settings.STORAGES["staticfiles"]).encode())
    for finder in get_finders():
        for path, storage in finder.list([]):
            found = Path(storage.path(path)).stat()
            line = f"{getattr(storage, 'prefix', '')}/{path} {found.st_size} {found.st_mtime_ns}\n"
            digest.update(line.encode())
    return digest.hexdigest()
