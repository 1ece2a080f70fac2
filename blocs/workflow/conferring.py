"""What is added to a recorded conference: its people, who of the members came, its files."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from files.storing import store

from ..conferring import digest
from ..models import ConferenceFile
from .conference_lists import attendance_of, people_of, write_attendance, write_people
from .conferences import entitle, unrevoked
from .locks import lock_bloc, refusing

MOST_FILES = 60


class ListChanged(Refused):
    """Somebody else has changed the list meanwhile; `lines` is how it now stands."""

    def __init__(self, lines):
        super().__init__(
            _(
                "Somebody else has changed this list meanwhile. What is stored now stands below: "
                "join the two, then save."
            )
        )
        self.lines = lines


@transaction.atomic
def record_people(conference, *, people, seen=None, by, at, reason=""):
    """Make the list of people what these PersonLines say, in this order; return the conference.

    `seen` is the `digest` of the list that the writer saw (None: whatever it was). Raises
    ListChanged where it is another one by now, NotChair or Refused.
    """
    return _record(
        conference, people, people_of, write_people, "Ghi thành phần dự", seen, by, at, reason
    )


@transaction.atomic
def record_attendance(conference, *, attendance, seen=None, by, at, reason=""):
    """Make the attendance of the members what these AttendanceLines say; return the conference.

    Members without a line are of unknown state. `seen` and what is raised: as `record_people`.
    """
    return _record(
        conference, attendance, attendance_of, write_attendance, "Điểm danh", seen, by, at, reason
    )


@transaction.atomic
def add_conference_files(conference, *, uploads, caption="", by, at, reason=""):
    """Add pictures or other files that passed the gate, and return their rows.

    Raises NotChair, or Refused for too many files.
    """
    lock_bloc(conference.bloc_id)
    conference = unrevoked(conference)
    if conference.files.count() + len(uploads) > MOST_FILES:
        raise Refused(_("A conference has at most %(most)d files.") % {"most": MOST_FILES})
    entitle(conference, what="Thêm tệp vào", by=by, at=at, reason=reason)
    return [
        ConferenceFile.objects.create(
            conference=conference, file=store(upload, by=by, at=at), caption=caption
        )
        for upload in uploads
    ]


@transaction.atomic
def withdraw_conference_file(file, *, withdraw_reason, by, at, reason=""):
    """Withdraw a file with a reason: from now on nobody reads it, and its name stays.

    Raises NotChair, or Refused without a reason or if it was withdrawn before.
    """
    lock_bloc(file.conference.bloc_id)
    conference = unrevoked(file.conference)
    file = ConferenceFile.objects.get(pk=file.pk)
    if file.withdrawn_at:
        raise Refused(_("This file was already withdrawn."))
    if not withdraw_reason.strip():
        raise Refused(_("Say why the file is withdrawn."))
    entitle(conference, what="Gỡ tệp khỏi", by=by, at=at, reason=reason)
    file.withdrawn_at, file.withdrawn_by, file.withdraw_reason = at, by, withdraw_reason
    file.save()
    return file


def _record(conference, lines, read, write, what, seen, by, at, reason):
    """Replace a list of a conference under its lock; the same list is not written again."""
    lock_bloc(conference.bloc_id)
    conference, lines = unrevoked(conference), list(lines)
    stored = read(conference)
    if stored == lines:
        return conference
    if seen is not None and seen != digest(stored):
        raise ListChanged(stored)
    entitle(conference, what=what, by=by, at=at, reason=reason)
    with because(by, reason), refusing():
        write(conference, lines)
    return conference
