"""Uploaded workbooks: previewed, saved exactly as previewed, dropped, undone."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.models import ChairRight
from blocs.workflow import act_as_chair, lock_as_chair
from files.storing import store

from ..books import book_of
from ..foreign.applying import apply
from ..foreign.grids import Unreadable, open_grids
from ..foreign.mapping import from_json as from_stored
from ..models import ScoreUpload, Stage, UploadState
from ..plan import from_json, plan, to_json
from ..workbook.heads import Problem
from ..workbook.read import Reading, read
from .agreeing import refuse_silent_changes
from .writing import begin, cell_name, check_cells, put_back, write


class WrongWorkbook(Exception):
    """The workbook cannot be used; `problems` lists everything that is wrong with it."""

    def __init__(self, problems):
        super().__init__("; ".join(problem.sentence for problem in problems))
        self.problems = problems


@transaction.atomic
def preview_upload(year, *, accepted, by, at, reason=""):
    """Keep an accepted workbook and what it would change; no score is touched.

    Raises WrongWorkbook with every problem (nothing is kept then), NotChair, or Refused.
    """
    what = f"Tải lên bảng điểm “{accepted.name}”"
    act, sheet = begin(year, what=what, by=by, at=at, reason=reason)
    changes = changes_of(sheet, accepted.content)
    return keep_preview(act, sheet, store(accepted, by=by, at=at), changes)


@transaction.atomic
def preview_again(upload, *, by, at, reason=""):
    """Preview a kept workbook against the scores as they stand now; the old preview is dropped.

    Raises as `preview_upload`, and Refused if the upload was saved or dropped already.
    """
    upload = _pending(upload, by, at)
    what = f"Xem lại bảng điểm “{upload.file.name}”"
    act, sheet = begin(upload.emulation_year, what=what, by=by, at=at, reason=reason)
    changes = changes_of(sheet, upload.file.path.read_bytes(), upload.mapping)
    upload.state, upload.dropped = UploadState.DROPPED, act
    with because(by, what):
        upload.save()
    return keep_preview(act, sheet, upload.file, changes, upload.mapping)


@transaction.atomic
def save_upload(upload, *, removals=(), why="", by, at, reason=""):
    """Save exactly what was previewed, in one transaction.

    Removals only where ticked: `removals` holds the keys of their changes. `why` is a remark, which
    what differs from the stage before needs. Raises NotChair, or Refused where the chair, a score,
    a member or the criteria have changed since the preview.
    """
    upload = _pending(upload, by, at)
    what = f"Lưu điểm từ tệp “{upload.file.name}”"
    reason = reason or upload.previewed.reason
    act, sheet = begin(upload.emulation_year, what=what, by=by, at=at, reason=reason)
    if act.term_id != upload.previewed.term_id:
        raise Refused(_("The chair has changed since this preview. Preview the file again."))
    if sheet.fingerprint != upload.fingerprint:
        raise Refused(
            _("Scores or criteria have changed since this preview. Preview the file again.")
        )
    changes = [c for c in from_json(upload.plan) if not c.is_removal or c.key in removals]
    if not changes:
        raise Refused(_("There is nothing to save: the file changes no score."))
    check_cells(sheet, changes)
    refuse_silent_changes(sheet, changes, why, at=at)
    why = f"{why} (từ tệp {upload.file.name})"[:300] if why else f"Từ tệp {upload.file.name}"[:300]
    kept = write(sheet, changes, by=by, at=act.at, reason=why)
    upload.kept = list(zip(to_json(changes), kept, strict=True))
    upload.state, upload.saved = UploadState.SAVED, act
    with because(by, why):
        upload.save()
    return upload


@transaction.atomic
def drop_upload(upload, *, by, at, reason=""):
    """Put a preview away without saving; the file is kept. Raises NotChair, or Refused.

    Nothing is written into the scores, so locked ones do not keep a preview from being put away.
    """
    upload = _pending(upload, by, at)
    what = f"Bỏ bảng điểm “{upload.file.name}”"
    reason, right = reason or upload.previewed.reason, ChairRight.YEAR_WORK
    act = act_as_chair(
        upload.emulation_year, right=right, what=what[:300], by=by, at=at, reason=reason
    )
    upload.state, upload.dropped = UploadState.DROPPED, act
    with because(by, what):
        upload.save()
    return upload


@transaction.atomic
def undo_upload(upload, *, by, at, reason=""):
    """Put back exactly what the save replaced, with who and when of that time.

    Raises NotChair, or Refused naming the cells that have changed since the save.
    """
    upload = _fresh(upload, by, at)
    if not upload.is_saved:
        raise Refused(_("Only an upload that was saved can be undone."))
    what = f"Hoàn tác bảng điểm “{upload.file.name}”"
    act, sheet = begin(upload.emulation_year, what=what, by=by, at=at, reason=reason)
    changes = from_json([line for line, _kept in upload.kept])
    if any(change.criterion not in {node.pk for node in sheet.leaves} for change in changes):
        raise Refused(
            _("The criteria have been amended since the upload. Correct the scores by hand.")
        )
    moved = [c for c in changes if not _stands(sheet.scores.get(c.place), c, upload.saved.at)]
    if moved:
        names = ", ".join(cell_name(sheet, change.place) for change in moved)
        raise Refused(
            _("These cells have changed since the upload: %(cells)s. Correct them by hand instead.")
            % {"cells": names}
        )
    with because(by, what):
        for change, (_line, kept) in zip(changes, upload.kept, strict=True):
            put_back(sheet, change.place, Stage.AGREED, kept)
    upload.state, upload.undone = UploadState.UNDONE, act
    with because(by, what):
        upload.save()
    return upload


def changes_of(sheet, content, mapping=None):
    """Return what a file would change: an issued one, or a table read by a stored mapping.

    Raises WrongWorkbook with every problem.
    """
    reading = reading_of(book_of(sheet), content, mapping)
    if reading.problems:
        raise WrongWorkbook(reading.problems)
    return plan(reading.wanted, sheet.points)


def reading_of(book, content, mapping=None):
    """Return the `Reading` of an issued workbook, or of a table by a stored mapping."""
    if mapping is None:
        return read(content, book)
    try:
        return apply(open_grids(content), from_stored(mapping), book)
    except Unreadable as error:
        return Reading(problems=(Problem("", str(error)),))


def keep_preview(act, sheet, file, changes, mapping=None):
    """Store what was worked out for a file, as an upload that waits to be saved."""
    with because(act.by, act.what):
        return ScoreUpload.objects.create(
            emulation_year=sheet.year,
            file=file,
            plan=to_json(changes),
            mapping=mapping,
            fingerprint=sheet.fingerprint,
            previewed=act,
        )


def _fresh(upload, by, at):
    """Read an upload again under the lock, before anything is done to it; or raise NotChair."""
    lock_as_chair(upload.emulation_year, right=ChairRight.YEAR_WORK, by=by, at=at)
    uploads = ScoreUpload.objects.select_related("emulation_year", "file", "previewed", "saved")
    return uploads.get(pk=upload.pk)


def _pending(upload, by, at):
    upload = _fresh(upload, by, at)
    if not upload.is_pending:
        raise Refused(
            _("This upload was already handled: %(state)s.") % {"state": upload.get_state_display()}
        )
    return upload


def _stands(score, change, at):
    """Whether a cell is still as the save left it."""
    if change.is_removal:
        return score is None
    return score is not None and (score.points, score.at) == (change.new, at)
