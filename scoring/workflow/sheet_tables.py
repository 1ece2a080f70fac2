"""Files that are no preview of sheets yet: tables of another layout, workbooks with problems."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from files.storing import store

from ..entry_plan import to_json
from ..models import RememberedMapping, SheetUpload, SheetUploadState
from .sheet_files import of_check, of_self
from .sheet_uploads import changes_of_file, fingerprint_of, fresh, handled


@transaction.atomic
def receive_self(seat, *, accepted, by, at):
    """Keep a member's own table of another layout until its columns are confirmed.

    Raises NotTheirs, or Refused: submitted, too late.
    """
    return _receive(of_self(seat, by=by, at=at), accepted, SheetUploadState.RECEIVED)


@transaction.atomic
def receive_check(year, *, accepted, by, at, reason=""):
    """The same for a checker's own table; staff say why they stand in, once it is previewed."""
    of = of_check(year, by=by, at=at)
    return _receive(of, accepted, SheetUploadState.RECEIVED, reason)


@transaction.atomic
def keep_wrong_self(seat, *, accepted, by, at):
    """Keep a workbook whose cells are wrong, so that it can be handed back with marks."""
    return _receive(of_self(seat, by=by, at=at), accepted, SheetUploadState.WRONG)


@transaction.atomic
def keep_wrong_check(year, *, accepted, by, at, reason=""):
    """The same for a workbook of checks."""
    return _receive(of_check(year, by=by, at=at), accepted, SheetUploadState.WRONG, reason)


@transaction.atomic
def confirm_sheet_columns(upload, *, mapping, answers, by, at):
    """Keep how a received table is to be read, and remember the answers for the next one.

    Those of a self-score for its member, those of checks for the bloc. `mapping` and `answers` are
    those of `scoring.foreign`. Raises NotTheirs, or Refused.
    """
    upload, of = fresh(upload, by, at)
    if not upload.is_received:
        raise handled(upload)
    with because(by):
        upload.mapping = mapping.to_json()
        upload.save()
        RememberedMapping.objects.update_or_create(
            bloc=of.year.bloc,
            stage=of.stage,
            organisation=of.seat and of.seat.organisation,
            fingerprint=mapping.fingerprint,
            defaults={"answers": answers, "by": by, "at": at},
        )
    return upload


@transaction.atomic
def preview_sheet_table(upload, *, by, at):
    """Preview a received table by its confirmed columns and rows. Raises as `preview_self`."""
    upload, of = fresh(upload, by, at)
    if not upload.is_received:
        raise handled(upload)
    if upload.mapping is None:
        raise Refused(_("Confirm columns and rows first."))
    changes, members = changes_of_file(of, upload.file.path.read_bytes(), upload.mapping)
    of.refuse_closed({change.seat for change in changes})
    upload.state, upload.members = SheetUploadState.PREVIEWED, members
    upload.plan, upload.fingerprint = to_json(changes), fingerprint_of(of, members)
    with because(by):
        upload.save()
    return upload


def _receive(of, accepted, state, reason=""):
    """Nothing is proposed yet: no score is touched, and no act is kept."""
    with because(of.by):
        return SheetUpload.objects.create(
            emulation_year=of.year,
            stage=of.stage,
            seat=of.seat,
            members=[seat.pk for seat in of.seats],
            file=store(accepted, by=of.by, at=of.at),
            state=state,
            reason=reason,
        )
