"""Rows that a whole file of tests reads: made once, and taken away behind it."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.db import transaction
from django.test import override_settings

CHEAP = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def once(load):
    """A fixture that calls `load`, and takes away what it made after the last test of the file.

    It gives the folder of the files that were stored, for a test that reads one.
    """

    @pytest.fixture(scope="module", autouse=True)
    def loaded(django_db_setup, django_db_blocker):
        with django_db_blocker.unblock(), TemporaryDirectory() as folder, transaction.atomic():
            private = Path(folder) / "private"
            with override_settings(PRIVATE_ROOT=private, PASSWORD_HASHERS=CHEAP):
                load()
            yield private
            transaction.set_rollback(True)

    return loaded
