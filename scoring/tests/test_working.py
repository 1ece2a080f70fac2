"""Who works on a province's upload: one at a time, taken over from whoever was stopped."""

import datetime as dt
import threading
from contextlib import suppress

import pytest
from django.core.management import call_command
from django.db import InterfaceError, OperationalError, connection, transaction

from blocs.models import ChairAct
from blocs.tests.together import at_once
from scoring.models import ProvinceUpload, ScoreUpload
from scoring.tests.province_scene import (
    more_blocs,
    province_workbook,
    scored,
    started,
    states,
    worked,
)
from scoring.tests.scene import NOW
from scoring.workflow import do_next_part
from scoring.working import SILENCE, carry_on, work


@pytest.fixture
def upload(cast):
    years = scored(cast)
    cells = {years[0]: {"F9": 38.25}, years[1]: {"D9": 20}}
    return started(cast, province_workbook(cast.province, years, cells))


def test_who_was_heard_of_lately_is_left_to_work_and_who_was_not_is_followed(upload):
    rows = ProvinceUpload.objects.filter(pk=upload.pk)
    rows.update(worked_at=NOW)
    carry_on(upload, at=NOW + SILENCE)
    assert states(upload) == ["waiting", "waiting"]

    carry_on(upload, at=NOW + SILENCE + dt.timedelta(seconds=1))
    assert states(upload) == ["read", "read"]
    assert rows.get().worked_at is None
    carry_on(upload, at=NOW)
    assert rows.get().worked_at is None


def test_the_command_goes_on_with_what_was_interrupted(upload, capsys):
    do_next_part(upload, at=NOW)
    ProvinceUpload.objects.update(worked_at=NOW)
    call_command("continue_uploads")
    assert states(upload) == ["read", "read"]
    assert "saved: 1." in capsys.readouterr().out
    call_command("continue_uploads")
    assert "saved: 0." in capsys.readouterr().out


def test_a_thread_beside_the_request_does_the_work(transactional_db, settings, upload):
    settings.WORK_IN_BACKGROUND = True
    carry_on(upload, at=NOW)
    [thread] = [t for t in threading.enumerate() if t.name == f"province-upload-{upload.pk}"]
    carry_on(upload, at=NOW)  # a second page asks: somebody is at it
    thread.join(timeout=60)

    assert states(upload) == ["read", "read"]
    assert ChairAct.objects.count() == 2


def test_what_a_killed_worker_left_is_done_by_the_next_and_by_one_alone(
    transactional_db, cast, upload
):
    """A killed process is a lost connection: the database forgets what was not committed."""
    cells = {year: {"D9": 20} for year in more_blocs(cast, 4)}
    upload = started(cast, province_workbook(cast.province, list(cells), cells))
    killed = _Killed(upload)
    assert worked(upload) == 3  # not the one that the other holds
    killed.die()
    assert states(upload) == ["waiting", "read", "read", "read"]

    started_again = at_once(lambda: work(upload), lambda: work(upload))
    assert sum(started_again) == 1
    assert states(upload) == ["read"] * 4
    assert (ScoreUpload.objects.count(), ChairAct.objects.count()) == (4, 4)


class _Killed:
    """A worker in the middle of the first bloc, until its connection is cut."""

    def __init__(self, upload):
        self.upload, self.ready, self.end = upload, threading.Event(), threading.Event()
        self.thread = threading.Thread(target=self._run)
        self.thread.start()
        assert self.ready.wait(30)

    def _run(self):
        with suppress(OperationalError, InterfaceError), transaction.atomic():
            do_next_part(self.upload, at=NOW)
            self.pid = connection.connection.info.backend_pid
            self.ready.set()
            self.end.wait(30)
        connection.close()

    def die(self):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s)", [self.pid])
        self.end.set()
        self.thread.join(timeout=30)
