"""The databases of the tests: one is migrated, every other is a copy of it.

- `test_…` is migrated once in a run, by the worker that comes first, and nothing is written to it.
- `test_…_<pid>` belongs to one worker: its tests run here, each in a transaction that is taken
  back. Behind a test that commits it is made as it was.
- `test_…_<pid>_<rows>` is a copy with prepared rows (`accounts/tests/prepared.py`).
"""

import os
import pickle
import re
import shutil
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connections, transaction
from django.test import override_settings
from django.utils import timezone, translation

from accounts.tests import prepared
from emulation.file_lock import alone
from emulation.migrating import briskly

CHEAP = ["django.contrib.auth.hashers.MD5PasswordHasher"]


class Databases:
    """Those of one worker.

    `run` is a folder that the workers of a run share, `folder` the worker's own, for the files
    that prepared rows point to. With `keep` the migrated database is taken as the last run left
    it, and left to the next.
    """

    def __init__(self, run, folder, *, keep):
        self.main, self.grounds = connections["default"], {}
        self.users, self.folder, self.keep = run / "databases", folder, keep
        self.migrated = self.main.creation._get_test_db_name()
        self.own = f"{self.migrated}_{os.getpid()}"
        with _one_at_a_time():
            if not self.users.exists():
                self._sweep()
                with briskly():
                    self.main.creation.create_test_db(
                        verbosity=0, autoclobber=True, serialize=False, keepdb=keep
                    )
                self.main.close()
                self.users.mkdir()
            (self.users / self.own).touch()
            self._copy(self.migrated, self.own)
        self.main.settings_dict["NAME"] = self.own
        self.keeper = self._connection(self.own)
        self.reference = contents(self.keeper)

    def renew(self):
        """Make the worker's own database as it was, where a test committed.

        What it wrote is taken out of tables that were empty; where reference rows have changed,
        or this account may not pass by the triggers, a new copy takes the place of the old.
        """
        self.main.close()
        if self.main.settings_dict["NAME"] != self.own:
            return  # a copy that is thrown away
        now = contents(self.keeper)
        written = now.keys() - self.reference.keys()
        kept = {table: now.get(table) for table in self.reference} == self.reference
        if not kept or not _take_out(self.keeper, written):
            self.keeper.close()
            with _one_at_a_time():
                self._copy(self.migrated, self.own)

    def ground(self, name):
        """The database with these prepared rows; of today, for the rows are dated."""
        ground = self.grounds.get(name)
        if ground is None or ground.day != timezone.localdate():
            ground = self.grounds[name] = self._prepare(name)
        return ground

    @contextmanager
    def copy_of(self, ground):
        """In here every connection, of every thread, leads to a copy of this database."""
        name = f"{self.own}_copy"
        ground.connection.close()
        with _one_at_a_time():
            self._copy(ground.name, name)
        self._lead_to(name)
        try:
            yield
        finally:
            self._lead_to(self.own)
            self._drop(name)

    def _lead_to(self, name):
        self.main.close()
        self.main.settings_dict["NAME"] = name

    def _prepare(self, name):
        if name in self.grounds:
            self._forget(self.grounds.pop(name))
        build, on, _is_large = prepared.ALL[name]
        below = self.ground(on) if on else None
        database = f"{self.own}_{name}"
        if below:
            below.connection.close()
        with _one_at_a_time():
            self._copy(below.name if below else self.migrated, database)
        ground = Ground(self._connection(database), self.folder / name)
        ground.fill(name, build, below)
        return ground

    def close(self):
        """Give up the copies of this worker; the last worker of a run gives up the original."""
        for ground in self.grounds.values():
            self._forget(ground)
        self.main.close()
        self.keeper.close()
        with _one_at_a_time():
            self._drop(self.own)
            (self.users / self.own).unlink()
            if not any(self.users.iterdir()):
                self.users.rmdir()
                if not self.keep:
                    self._drop(self.migrated)

    def _sweep(self):
        """Drop the copies of workers that were killed."""
        with self.main._nodb_cursor() as cursor:
            cursor.execute("SELECT datname FROM pg_database")
            names = [name for (name,) in cursor.fetchall()]
        for name in names:
            copy = re.fullmatch(rf"{self.migrated}_(\d+)(_\w+)?", name)
            if copy and not Path("/proc", copy[1]).exists():
                self._drop(name)

    def _forget(self, ground):
        ground.connection.close()
        self._drop(ground.name)
        shutil.rmtree(ground.folder, ignore_errors=True)

    def _connection(self, name):
        return type(self.main)(self.main.settings_dict | {"NAME": name}, "default")

    def _copy(self, template, name):
        self._drop(name)
        self._say(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')

    def _drop(self, name):
        self._say(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def _say(self, statement):
        with self.main._nodb_cursor() as cursor:
            cursor.execute(statement)


def contents(connection):
    """A digest of the rows of every table that has some, by its name."""
    quote, tables = connection.ops.quote_name, connection.introspection.table_names()
    some = " UNION ALL ".join(
        f"SELECT '{table}' WHERE EXISTS (SELECT FROM {quote(table)})"  # noqa: S608 (our tables)
        for table in tables
    )
    with connection.cursor() as cursor:
        cursor.execute(some)
        digests = " UNION ALL ".join(
            f"SELECT '{table}', sum(hashtextextended(each::text, 0)) FROM {quote(table)} each"  # noqa: S608
            for (table,) in cursor.fetchall()
        )
        cursor.execute(digests)
        return dict(cursor.fetchall())


def _take_out(connection, tables):
    """Empty these tables past their triggers and keys; False where only a superuser may."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW is_superuser")
        if cursor.fetchone() != ("on",):
            return False
        cursor.execute("SET session_replication_role = replica")
        for table in tables:
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(table)}")  # noqa: S608
    return True


def _one_at_a_time():
    """A database that is being copied, or migrated, bears no other connection."""
    return alone(settings.VAR_DIR / "test-databases.lock")


class Ground:
    """A database with prepared rows, and the rows as they were returned."""

    def __init__(self, connection, folder):
        self.connection, self.name = connection, connection.settings_dict["NAME"]
        self.folder, self.day = folder, timezone.localdate()

    def fill(self, name, build, below):
        """Write the rows and commit them; what waits for a commit stays undone, as in a test."""
        values = below.values() if below else {}
        if below and below.folder.exists():
            shutil.copytree(below.folder, self.folder)
        site = override_settings(PRIVATE_ROOT=self.folder, PASSWORD_HASHERS=CHEAP)
        on = prepared.ALL[name].on
        with self.used(), site, translation.override("en"), transaction.atomic():
            values[name] = build(*([values[on]] if on else []))
            self.connection.run_on_commit = []
        self._pickled = pickle.dumps(values)

    def values(self):
        """New objects of all rows by the name of their fixture."""
        return pickle.loads(self._pickled)  # noqa: S301 (we wrote it ourselves, above)

    def lay_files(self, private):
        """Give a test its own copy of the stored files."""
        if self.folder.exists():
            shutil.copytree(self.folder, private, dirs_exist_ok=True)

    @contextmanager
    def used(self):
        """In here every query goes to this database."""
        before = connections["default"]
        connections["default"] = self.connection
        try:
            yield
        finally:
            connections["default"] = before
