"""A province's scores in one upload: kept, saved, read again. The blocs are done one by one after.

What is done with each of them is in `province_steps`.
"""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.refusal import Refused
from blocs.reach import Reach
from files.storing import store

from ..bundles import contents_of
from ..models import PartState, ProvinceUpload, UploadState
from ..province_sheets import open_years_of


@transaction.atomic
def start_province_upload(province, year, *, accepted, by, at, reason=""):
    """Keep a file with the scores of many blocs; each of them then waits to be read.

    Raises PermissionDenied, or Refused where the file holds no sheet of an open year of the
    province.
    """
    _check_keeper(province, by, at)
    try:
        pieces, unused = contents_of(accepted)
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from error
    parts, more = _parts(province, year, pieces)
    if not parts:
        raise Refused(
            _(
                "The file holds no score sheet of an open year %(year)s of this province. Download "
                "the workbook of the province here, fill it in, and upload it."
            )
            % {"year": year}
        )
    upload = ProvinceUpload.objects.create(
        province=province,
        year=year,
        file=store(accepted, by=by, at=at),
        reason=reason,
        unused=[*unused, *more],
        by=by,
        at=at,
    )
    for position, (emulation_year, piece) in enumerate(parts, start=1):
        upload.parts.create(emulation_year=emulation_year, position=position, piece=piece.title)
    return upload


@transaction.atomic
def save_province_upload(upload, *, by, at):
    """Let every bloc that was read without problems be saved; the others are left as they are.

    Raises PermissionDenied, or Refused where there is nothing to save.
    """
    upload = _locked(upload, by, at)
    ready = upload.parts.filter(
        state=PartState.READ, upload__state=UploadState.PREVIEWED, writes__gt=0
    )
    if not ready.update(state=PartState.QUEUED):
        raise Refused(_("No bloc of this upload waits to be saved."))
    upload.saving_by, upload.saving_at = by, at
    upload.save()
    return upload


@transaction.atomic
def read_left_again(upload, *, by, at):
    """Let the blocs that were left be read again, against the scores as they stand now.

    Raises PermissionDenied, or Refused where none was left.
    """
    upload = _locked(upload, by, at)
    left = upload.parts.filter(state=PartState.REFUSED)
    if not left.update(state=PartState.WAITING):
        raise Refused(_("No bloc of this upload was left."))
    return upload


def _parts(province, year, pieces):
    """([(year, piece)] in the order of the blocs, [[name, sentence]] of what belongs to none)."""
    known = {each.year.bloc.slug: each.year for each in open_years_of(province, year)}
    found, unused = {}, []
    for piece in pieces:
        emulation_year = known.get(piece.identity.get("bloc"))
        if emulation_year is None or piece.identity.get("year") != str(year):
            sentence = _("It belongs to no bloc of this province whose year %(year)s is open.")
            unused.append([piece.title, sentence % {"year": year}])
        elif emulation_year in found:
            sentence = _("Another sheet is of the same bloc: “%(name)s”. Delete one of them.")
            unused.append([piece.title, sentence % {"name": found[emulation_year].title}])
        else:
            found[emulation_year] = piece
    return [(each, found[each]) for each in known.values() if each in found], unused


def _locked(upload, by, at):
    """The upload under its own lock, for who keeps the province."""
    uploads = ProvinceUpload.objects.select_for_update(no_key=True, of=("self",))
    upload = uploads.select_related("province").get(pk=upload.pk)
    _check_keeper(upload.province, by, at)
    return upload


def _check_keeper(province, by, at):
    """Staff of the province at that moment, and administrators. Each bloc's verbs ask again."""
    reach = Reach.on(by, timezone.localdate(at))
    if not reach.is_administrator and province.pk not in reach.kept:
        raise PermissionDenied
