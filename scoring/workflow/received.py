"""Workbooks that were not issued here: received, confirmed column by column, previewed."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.models import ChairRight
from blocs.workflow import lock_as_chair
from files.storing import store

from ..models import ReceivedWorkbook, RememberedMapping, Stage
from .uploads import changes_of, keep_preview
from .writing import begin, open_sheet


@transaction.atomic
def receive(year, *, accepted, by, at, reason=""):
    """Keep a file whose columns are to be confirmed, or that is to be handed back with marks.

    No score is touched and no act is kept: nothing is proposed yet. Raises NotChair, or Refused.
    """
    year = _open_year(year, by, at)
    file = store(accepted, by=by, at=at)
    with because(by):
        return ReceivedWorkbook.objects.create(emulation_year=year, file=file, reason=reason)


@transaction.atomic
def confirm_mapping(received, *, mapping, answers, by, at):
    """Keep how the file is to be read, and remember the answers for the bloc's next one.

    `mapping` and `answers` are those of `scoring.foreign`. Raises NotChair, or Refused.
    """
    year = _open_year(received.emulation_year, by, at)
    received = ReceivedWorkbook.objects.select_related("file").get(pk=received.pk)
    with because(by):
        received.mapping = mapping.to_json()
        received.save()
        RememberedMapping.objects.update_or_create(
            bloc=year.bloc,
            stage=Stage.AGREED,
            organisation=None,
            fingerprint=mapping.fingerprint,
            defaults={"answers": answers, "by": by, "at": at},
        )
    return received


@transaction.atomic
def preview_received(received, *, by, at, reason=""):
    """Keep what a confirmed file would change, as the upload of an issued workbook does.

    Raises WrongWorkbook with every problem (no upload is kept then), NotChair, or Refused.
    """
    received = ReceivedWorkbook.objects.select_related("file", "emulation_year").get(pk=received.pk)
    if received.mapping is None:
        raise Refused(_("Confirm columns and rows first."))
    file = received.file
    what = f"Tải lên bảng điểm “{file.name}”"
    reason = reason or received.reason
    act, sheet = begin(received.emulation_year, what=what, by=by, at=at, reason=reason)
    changes = changes_of(sheet, file.path.read_bytes(), received.mapping)
    return keep_preview(act, sheet, file, changes, received.mapping)


def _open_year(year, by, at):
    """The year under its bloc's lock, for who may write its scores; refused where nobody may."""
    year = lock_as_chair(year, right=ChairRight.YEAR_WORK, by=by, at=at).year
    open_sheet(year)
    return year
