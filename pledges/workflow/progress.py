"""A member reports how far its commitments have come, or the chair does in its stead."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.workflow.locks import refusing
from files.storing import store

from ..commending import Span
from ..covenants import last_covenant
from ..models import ProgressFigure, ProgressFile, ProgressReport
from ..progressing import STATUSES
from .entering import check_version, enter_for, enter_history

PARTS = {Span.HALF_YEAR: "6 tháng đầu năm", Span.YEAR: "cả năm"}


@transaction.atomic
def save_progress(
    commitment, *, seat, span, status, figures, note="", uploads=(), version=None, by, at,
    reason="",
):  # fmt: skip
    """Store how far a member has come with a commitment, and return the report.

    `figures` is {target pk: Decimal}; a target that is missing was not reported, which is not 0.
    `uploads` are added to the files there. `version` is that of the report seen, `reason` for
    staff while there is a chair. A deadline that is over stops nobody: the report is marked late.
    Raises NotChair, ChangedMeanwhile, or Refused: a closed year, a covenant amended meanwhile.
    """
    what = f"Nhập tiến độ {PARTS[span]} của {seat}, nội dung {commitment.number} của giao ước"
    entry = enter_for(seat, what=what, by=by, at=at, reason=reason)
    in_force = last_covenant(seat.emulation_year)
    if in_force is None or in_force.pk != commitment.covenant_version_id:
        raise Refused(
            _("The covenant has been amended meanwhile. Go back and open the commitment again.")
        )
    fields = {"status": status, "note": note}
    day = timezone.localdate(at)
    return _store(commitment, seat, span, entry, reason, version, fields, figures, uploads, day)


@transaction.atomic
def record_past_progress(
    commitment, *, seat, span, status, figures=None, note="", uploads=(), reported_on=None,
    source=None, inferred="", version=None, by, at=None,
):  # fmt: skip
    """Record a member's progress in a year that may be closed, with its source.

    Without `reported_on` the day is not known. `uploads` need `at`.
    """
    entry = enter_history(seat.bloc_id, by=by, at=at)
    fields = {"status": status, "note": note, "source": source, "inferred": inferred}
    fields["reported_on"] = reported_on
    return _store(commitment, seat, span, entry, "", version, fields, figures or {}, uploads, None)


@transaction.atomic
def withdraw_progress_file(file, *, withdraw_reason, by, at, reason=""):
    """Withdraw a file that supports a report: it stays on record, marked, with the reason.

    Raises NotChair, or Refused: a closed year, withdrawn before, no reason.
    """
    seat = file.report.seat
    what = f"Thu hồi tệp minh chứng của {seat}: {file.file.name}"
    entry = enter_for(seat, what=what, by=by, at=at, reason=reason)
    file = ProgressFile.objects.get(pk=file.pk)
    if file.withdrawn_at:
        raise Refused(_("This file was already withdrawn."))
    if not withdraw_reason.strip():
        raise Refused(_("Say why the file is withdrawn."))
    file.withdrawn_by, file.withdrawn_at, file.act = entry.by, entry.at, entry.act
    file.withdraw_reason = withdraw_reason
    with because(by, withdraw_reason), refusing():
        file.save()
    return file


@transaction.atomic
def keep_back(file, *, until, by):
    """Keep a file of progress back until the last day of a kind of deadline; return it.

    For a room to the right, which has checked that `by` may; see `pledges.keeping_back`.
    """
    return _keep_back(file, until, by)


@transaction.atomic
def show_again(file, *, by):
    """Let whoever sees the year open a file again that was kept back; return it."""
    return _keep_back(file, "", by)


def _keep_back(file, kind, by):
    file = ProgressFile.objects.select_for_update(of=("self",)).get(pk=file.pk)
    if file.kept_back_for != kind:
        file.kept_back_for = kind
        with because(by):
            file.save()
    return file


def _store(commitment, seat, span, entry, why, version, fields, figures, uploads, day):
    _check(commitment, seat, span, fields["status"], figures)
    report = ProgressReport.objects.filter(commitment=commitment, seat=seat, span=span).first()
    check_version(report, version)
    if report is None:
        report = ProgressReport(
            commitment=commitment,
            seat=seat,
            span=span,
            emulation_year_id=seat.emulation_year_id,
            reported_on=day,
        )
    else:
        report.version += 1
    for column, value in fields.items():
        setattr(report, column, value)
    entry.sign(report)
    with because(entry.by, why), refusing():
        report.save()
        _store_figures(report, dict(figures))
        for upload in uploads:
            file = store(upload, by=entry.by, at=entry.at)
            ProgressFile.objects.create(
                report=report, emulation_year_id=report.emulation_year_id, file=file
            )
    return report


def _check(commitment, seat, span, status, figures):
    version = commitment.covenant_version
    if version.covenant.emulation_year_id != seat.emulation_year_id:
        raise Refused(_("This member does not sit in the bloc that year."))
    if commitment.seat_id not in (None, seat.pk):
        raise Refused(_("This commitment is another member's own."))
    if version.in_force_on is None:
        raise Refused(_("This covenant is not in force yet: there is nothing to report on."))
    if status not in STATUSES[span]:
        raise Refused(_("Choose how far the commitment has come."))
    known = set(commitment.targets.filter(seat=seat).values_list("pk", flat=True))
    if figures.keys() - known:
        raise Refused(_("A figure is of a target that the member has in this commitment."))
    if any(value < 0 for value in figures.values()):
        raise Refused(_("A figure reached is 0 or more."))


def _store_figures(report, figures):
    """Bring the rows to these figures; what did not change is not written again."""
    for row in report.figures.all():
        value = figures.pop(row.target_id, None)
        if value is None:
            row.delete()
        elif value != row.value:
            row.value = value
            row.save()
    for target, value in figures.items():
        ProgressFigure.objects.create(
            report=report,
            emulation_year_id=report.emulation_year_id,
            target_id=target,
            value=value,
        )
