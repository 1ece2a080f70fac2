"""The work on a province's upload, done beside the request that asked for it.

No queue and no server of its own: a thread of the serving process takes one bloc after the other.
What waits stands in the database, so that any process takes over from one that was stopped: when
the page is opened again, or by `manage.py continue_uploads`.
"""

import datetime as dt
import logging
import threading

from django.conf import settings
from django.db import connection
from django.db.models import Q
from django.utils import timezone, translation

from .models import ProvinceUpload
from .workflow import do_next_part

log = logging.getLogger(__name__)
SILENCE = dt.timedelta(seconds=20)  # after that, whoever worked on it is taken to be gone


def carry_on(upload, *, at):
    """See that somebody works on an upload of which a bloc waits; a second call does nothing.

    Only that not too many work at once is decided here: that none does the work of another is
    what `do_next_part` sees to.
    """
    if not _claimed(upload, at):
        return
    if settings.WORK_IN_BACKGROUND:
        name = f"province-upload-{upload.pk}"
        threading.Thread(target=_in_thread, args=(upload,), name=name, daemon=True).start()
    else:
        work(upload)


def work(upload):
    """Do what waits, one bloc after the other; return how many were done."""
    done, rows = 0, ProvinceUpload.objects.filter(pk=upload.pk)
    with translation.override(upload.by.language):
        while do_next_part(upload, at=timezone.now()):
            done += 1
            rows.update(worked_at=timezone.now())
    rows.update(worked_at=None)
    return done


def _claimed(upload, at):
    """Take the upload unless somebody was heard of lately: one of two at the same instant."""
    heard = Q(worked_at=None) | Q(worked_at__lt=at - SILENCE)
    waiting = ProvinceUpload.objects.unfinished().filter(heard, pk=upload.pk)
    return waiting.update(worked_at=at) == 1


def _in_thread(upload):
    try:
        work(upload)
    except Exception:  # nobody waits for this thread: the log is told, the rows are as they were
        log.exception("work on the province's upload %s", upload.pk)
    finally:
        connection.close()
