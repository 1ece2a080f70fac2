"""Workbooks of a stage: previewed, saved exactly as previewed, dropped, undone.

What they change goes through the verbs of typing, `save_self` and `save_check`; nothing is
submitted and no check is finished by a file.
"""

from dataclasses import replace

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.workflow.locks import lock_open_year
from files.storing import store

from ..entry_plan import asks_reason, fingerprint, from_json, plan_entries, to_json
from ..models import SheetUpload, SheetUploadState
from ..workbook.heads import Problem
from .checking import save_check
from .self_scores import save_self
from .sheet_files import Of, of_check, of_self, of_upload, refuse_strangers
from .undoing_sheets import keep_for_undoing, undo_sheets
from .uploads import WrongWorkbook


@transaction.atomic
def preview_self(seat, *, accepted, by, at):
    """Keep a member's own workbook of its self-score and what it would change.

    Raises WrongWorkbook with every problem (nothing is kept then), NotTheirs, or Refused.
    """
    return _preview(of_self(seat, by=by, at=at), accepted, by, at)


@transaction.atomic
def preview_check(year, *, accepted, by, at, reason=""):
    """Keep a workbook of checks and what it would change; staff say why they stand in.

    Raises as `preview_self`; the check of each member that it changes has to be open.
    """
    return _preview(of_check(year, by=by, at=at), accepted, by, at, reason)


@transaction.atomic
def preview_sheets_again(upload, *, by, at, reason=""):
    """Preview a kept workbook against what stands now; the old preview is dropped."""
    upload, of = _pending(upload, by, at)
    changes, members = changes_of_file(of, upload.file.path.read_bytes(), upload.mapping)
    with because(by):
        _close(upload, SheetUploadState.DROPPED, by, at)
        return _keep(of, upload.file, changes, members, reason or upload.reason, upload.mapping)


@transaction.atomic
def save_sheets(upload, *, removals=(), reasons=(), why="", by, at, reason=""):
    """Save exactly what was previewed, in one transaction; removals only where ticked.

    Where a check differs and its table gives no reason, `reasons` has it, {key of the change:
    text}, or else `why` for all the rest. Raises NotTheirs, or Refused: something has changed
    since, too late, submitted, a reason is missing.
    """
    upload, of = _pending(upload, by, at)
    if fingerprint_of(of, upload.members) != upload.fingerprint:
        raise Refused(
            _("Scores or criteria have changed since this preview. Preview the file again.")
        )
    changes = [c for c in from_json(upload.plan) if not c.is_removal or c.key in removals]
    if upload.asks_reasons:
        given = dict(reasons)
        changes = [_with_reason(of, c, given.get(c.key, "").strip() or why) for c in changes]
    if not changes:
        raise Refused(_("There is nothing to save: the file changes no score."))
    kept = keep_for_undoing(of, changes)
    reason = reason or upload.reason
    for seat in of.seats:
        rows = {c.criterion: (c.old, c.new) for c in changes if c.seat == seat.pk}
        if rows:
            _carry_out(upload, seat, rows, by, at, reason)
    upload.kept, upload.state = kept, SheetUploadState.SAVED
    upload.saved_by, upload.saved_at, upload.reason = by, at, reason
    with because(by):
        upload.save()
    return upload


@transaction.atomic
def drop_sheets(upload, *, by, at, reason=""):
    """Put a workbook away without saving; the file is kept. Raises NotTheirs, or Refused.

    Whoever may fill in these sheets may, also once they are submitted, checked or locked, or their
    last day has passed.
    """
    upload = _locked(upload)
    refuse_strangers(upload, by=by, at=at)
    if upload.saved_at or upload.closed_at:
        raise handled(upload)
    with because(by):
        _close(upload, SheetUploadState.DROPPED, by, at)
    return upload


@transaction.atomic
def undo_sheet_upload(upload, *, by, at, reason=""):
    """Put back exactly what the save replaced, with who, when and why of that time.

    Raises NotTheirs, or Refused naming what has changed since the save; a sheet that was submitted
    or whose check is finished stays.
    """
    upload, of = fresh(upload, by, at)
    if not upload.is_saved:
        raise Refused(_("Only an upload that was saved can be undone."))
    undo_sheets(upload, of, by=by, at=at, reason=reason or upload.reason)
    with because(by, f"Hoàn tác tệp “{upload.file.name}”"[:300]):
        _close(upload, SheetUploadState.UNDONE, by, at)
    return upload


def _preview(of, accepted, by, at, reason=""):
    changes, members = changes_of_file(of, accepted.content, None)
    of.refuse_closed({change.seat for change in changes})
    with because(by):
        return _keep(of, store(accepted, by=by, at=at), changes, members, reason)


def changes_of_file(of: Of, content, mapping):
    """Return (changes, keys of the members that the file has). Raises WrongWorkbook."""
    reading = of.read(content, mapping)
    if reading.problems:
        raise WrongWorkbook(reading.problems)
    members = sorted({seat for seat, _pk in reading.wanted})
    if not members:
        sentence = _("The workbook has no column of a member that you check.")
        raise WrongWorkbook([Problem("", sentence)])
    return plan_entries(reading.wanted, of.book.entries), members


def _keep(of, file, changes, members, reason="", mapping=None):
    return SheetUpload.objects.create(
        emulation_year=of.year,
        stage=of.stage,
        seat=of.seat,
        members=members,
        file=file,
        mapping=mapping,
        plan=to_json(changes),
        fingerprint=fingerprint_of(of, members),
        reason=reason,
    )


def fingerprint_of(of, members):
    stages = (of.book.entries, of.book.before)
    return fingerprint(of.book.version, set(members), *stages)


def _with_reason(of, change, text):
    """The change with this reason, where it needs one and its file gives none."""
    if not asks_reason(change, of.book.before.get(change.place)):
        return change
    return replace(change, new=replace(change.new, reason=text.strip()[:300]))


def _carry_out(upload, seat, rows, by, at, reason):
    if upload.is_self_score:
        save_self(seat, rows=rows, by=by, at=at)
        return
    try:
        save_check(seat, rows=rows, by=by, at=at, reason=reason)
    except Refused as refusal:
        raise Refused(f"{seat.organisation.label}: {refusal}") from refusal


def fresh(upload, by, at):
    """Lock the year, read the upload again, and see that the person may; return it and its Of."""
    upload = _locked(upload)
    return upload, of_upload(upload, by=by, at=at)


def _locked(upload):
    lock_open_year(upload.emulation_year_id)
    uploads = SheetUpload.objects.select_related("emulation_year__bloc", "file", "seat")
    return uploads.get(pk=upload.pk)


def _pending(upload, by, at):
    upload, of = fresh(upload, by, at)
    if not upload.is_pending:
        raise handled(upload)
    return upload, of


def handled(upload):
    return Refused(
        _("This upload was already handled: %(state)s.") % {"state": upload.get_state_display()}
    )


def _close(upload, state, by, at):
    upload.state, upload.closed_by, upload.closed_at = state, by, at
    upload.save()
