"""A member reports how many commendations it gave and received, or the chair does in its stead."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.workflow.locks import refusing

from ..commending import Span
from ..models import CommendationCount, CommendationReport
from .entering import check_version, enter_for, enter_history


@transaction.atomic
def save_commendations(seat, *, span, counts, version=None, by, at, reason=""):
    """Store a member's whole table for a span and return the report; None where it is now empty.

    `counts` is {(direction, level, recipients): number}; what is missing was not reported, which
    is not 0. Raises NotChair, ChangedMeanwhile, or Refused for a number below 0 and for an empty
    table where there was none.
    """
    part = "6 tháng đầu năm" if span == Span.HALF_YEAR else "cả năm"
    what = f"Nhập số liệu khen thưởng của {seat} ({part})"
    entry = enter_for(seat, what=what, by=by, at=at, reason=reason)
    return _store(seat, span, counts, entry, reason, version)


@transaction.atomic
def record_past_commendations(
    seat, *, span, counts, source=None, inferred="", version=None, by, at=None
):
    """Record a member's table of a year that may be closed, with its source."""
    entry = enter_history(seat.bloc_id, by=by, at=at)
    return _store(seat, span, counts, entry, "", version, source=source, inferred=inferred)


def _store(seat, span, counts, entry, why, version, **sourced):
    if any(number < 0 for number in counts.values()):
        raise Refused(_("A number of commendations is 0 or more."))
    report = CommendationReport.objects.filter(seat=seat, span=span).first()
    check_version(report, version)
    if not counts and report is None:
        raise Refused(_("Type at least one number. Where there were none, type 0."))
    with because(entry.by, why), refusing():
        if not counts:
            report.delete()
            return None
        report = _signed(report, seat, span, entry, sourced)
        _store_counts(report, dict(counts))
    return report


def _signed(report, seat, span, entry, sourced):
    if report is None:
        year = seat.emulation_year_id
        report = CommendationReport(seat=seat, span=span, emulation_year_id=year)
    else:
        report.version += 1
    for column, value in sourced.items():
        setattr(report, column, value)
    entry.sign(report)
    report.save()
    return report


def _store_counts(report, counts):
    """Bring the rows to these numbers; what did not change is not written again."""
    for row in report.counts.all():
        number = counts.pop((row.direction, row.level, row.recipients), None)
        if number is None:
            row.delete()
        elif number != row.number:
            row.number = number
            row.save()
    for (direction, level, recipients), number in counts.items():
        CommendationCount.objects.create(
            report=report,
            emulation_year_id=report.emulation_year_id,
            direction=direction,
            level=level,
            recipients=recipients,
            number=number,
        )
