"""What is done with each bloc of a province's upload: read into a preview, saved, or left.

The step of a bloc is one transaction that holds the row of its part from the first to the last:
two workers never do the same bloc, and one that dies leaves the row as it was.
"""

import logging

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.refusal import Refused
from blocs.workflow.locks import refusing
from files.storing import store

from ..bundles import piece_of
from ..models import PENDING, PartState, ProvinceUploadPart, ScoreUpload
from .received import receive
from .uploads import WrongWorkbook, changes_of, drop_upload, keep_preview, save_upload
from .writing import begin

log = logging.getLogger(__name__)


class _Same(Exception):
    """The file says what is stored already: no act is kept of that."""


@transaction.atomic
def do_next_part(upload, *, at):
    """Read or save the next bloc that nobody else is at; False where there is none.

    What refuses the bloc is kept with it in words; the others go on.
    """
    parts = ProvinceUploadPart.objects.select_for_update(
        skip_locked=True, of=("self",), no_key=True
    )
    parts = parts.filter(province_upload=upload, state__in=PENDING).order_by("position", "pk")
    part = parts.select_related(
        "province_upload__file",
        "province_upload__by",
        "province_upload__saving_by",
        "emulation_year",
        "upload",
    ).first()
    if part is None:
        return False
    _carry_out(part, _STEPS[part.state], at)
    part.save()
    return True


def _carry_out(part, steps, at):
    """Do each step in a savepoint; what it wrote is gone where it is refused."""
    try:
        for each in steps:
            with refusing():  # what the database holds against it is known here, not at the commit
                each(part, at)
    except _Same:
        part.state = PartState.SAME
    except WrongWorkbook as wrong:
        _leave(part, _counted(wrong.problems))
        part.problems = [[each.cell, each.sentence] for each in wrong.problems]
        part.received = _kept_for_marks(part, at)
    except ValidationError as error:
        _leave(part, " ".join(error.messages))
    except (Refused, PermissionDenied) as refusal:
        _leave(part, str(refusal))
    except Exception:  # one bloc must not keep the others from being done
        log.exception("part %s of a province's upload", part.pk)
        _leave(part, _("Something unexpected happened. Read it again, or tell the administrator."))


def _drop_old(part, at):
    """Put the preview of an earlier reading away."""
    if part.upload and part.upload.is_pending:
        upload = part.province_upload
        drop_upload(part.upload, by=upload.by, at=at, reason=upload.reason)
    part.upload, part.writes, part.removals = None, 0, 0


def _read(part, at):
    """Keep a preview of the bloc, as an upload of its own."""
    upload = part.province_upload
    accepted = _accepted(part)
    what = f"Tải lên bảng điểm “{accepted.name}”"
    act, sheet = begin(part.emulation_year, what=what, by=upload.by, at=at, reason=upload.reason)
    changes = changes_of(sheet, accepted.content)
    if not changes:
        raise _Same
    part.upload = keep_preview(act, sheet, store(accepted, by=upload.by, at=at), changes)
    part.removals = sum(change.is_removal for change in changes)
    part.writes = len(changes) - part.removals
    part.state, part.sentence, part.problems = PartState.READ, "", []


def _save(part, at):
    """Save what was previewed, by the verb of a single upload; emptied cells stay."""
    part.upload = save_upload(part.upload, by=part.province_upload.saving_by, at=at)
    part.state, part.sentence = PartState.SAVED, ""


_STEPS = {PartState.WAITING: (_drop_old, _read), PartState.QUEUED: (_save,)}


def _leave(part, sentence):
    """Leave the bloc with the reason; an upload that was undone with its step is not named."""
    if not ScoreUpload.objects.filter(pk=part.upload_id).exists():
        part.upload = None
    part.state, part.sentence, part.problems = PartState.REFUSED, sentence, []


def _counted(problems):
    count = len(problems)
    text = ngettext(
        "The workbook has %(count)d problem. Nothing was saved.",
        "The workbook has %(count)d problems. Nothing was saved.",
        count,
    )
    return text % {"count": count}


def _kept_for_marks(part, at):
    """Keep the bloc's sheet where cells of it are wrong, to be handed back with marks."""
    if not any(cell for cell, _sentence in part.problems):
        return None
    upload = part.province_upload
    how = {"by": upload.by, "at": at, "reason": upload.reason}
    return receive(part.emulation_year, accepted=_accepted(part), **how)


def _accepted(part):
    file = part.province_upload.file
    return piece_of(file.name, file.kind, file.path.read_bytes(), part.piece)
