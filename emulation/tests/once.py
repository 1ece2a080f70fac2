"""Rows that a whole file of tests reads: made once, and taken away behind it."""

from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import transaction
from django.test import override_settings

CHEAP = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@contextmanager
def once(blocker, load):
    """Call `load`, and take away what it made when the last test of the file is over.

    Yields the folder of the files that it stored, for a test that reads one.
    """
    with blocker.unblock(), TemporaryDirectory() as folder, transaction.atomic():
        private = Path(folder) / "private"
        with override_settings(PRIVATE_ROOT=private, PASSWORD_HASHERS=CHEAP):
            load()
        yield private
        transaction.set_rollback(True)
