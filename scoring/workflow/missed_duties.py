"""What follows for a chair that missed a duty: decided by a person, never by itself."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.models import EmulationYear
from blocs.reach import Reach
from blocs.workflow.locks import lock_open_year
from vietnamese.dates import short_date

from ..chair_duties import missed_duties, with_duties
from ..models import DutyDecision, MissedDuty
from ..plan import Change
from ..procedure import with_procedure
from ..sheet import read_sheet
from .sheet_locks import NotTheirs
from .writing import begin, write

STANDS_IN = "Xử lý việc khối trưởng không thực hiện đúng hạn"


@transaction.atomic
def deduct_for_missed(year, *, seat_pk, duty, criterion_pk, by, at, reason=""):
    """Take off what the set says for one more fault, by the bloc's agreement or by the staff.

    By the chair's right; returns the `MissedDuty`. Raises NotChair, or Refused: nothing was missed,
    decided already, the points have changed, locked.
    """
    what = "Trừ điểm việc khối trưởng không thực hiện đúng hạn"
    act, sheet = begin(year, what=what, by=by, at=at, reason=reason or STANDS_IN)
    missed = _missed(sheet, seat_pk, duty)
    found = next((d for d in missed.deductions if d.node.pk == criterion_pk), None)
    if found is None:
        raise Refused(_("The points of this criterion have changed. Load the page again."))
    why = _sentence(missed)
    change = Change(missed.seat.pk, found.node.pk, found.old, found.new)
    write(sheet, [change], by=by, at=act.at, reason=why)
    fields = {"code": found.node.code, "points": found.points, "act": act, "why": why}
    return _decide(sheet.year, missed, DutyDecision.DEDUCTED, by, at, **fields)


@transaction.atomic
def refuse_deduction(year, *, seat_pk, duty, why, by, at):
    """Record that nothing is taken off, and why: by the province's staff, not the chair itself.

    Raises NotTheirs for anybody else, or Refused: nothing was missed, decided already, no reason.
    """
    year, reach = lock_open_year(year.pk), Reach.on(by, timezone.localdate(at))
    if not reach.is_administrator and year.bloc.province_id not in reach.kept:
        raise NotTheirs(_("Whether nothing is deducted is decided by the staff of the province."))
    sheet = read_sheet(year)
    if sheet is None:
        raise Refused(_("This year has no criteria yet. Enter them first."))
    missed = _missed(sheet, seat_pk, duty)
    if not why.strip():
        raise Refused(_("Say why nothing is deducted."))
    return _decide(year, missed, DutyDecision.REFUSED, by, at, why=why[:300])


def _missed(sheet, seat_pk, duty):
    years = EmulationYear.objects.select_related("bloc").filter(pk=sheet.year.pk)
    year = with_duties(with_procedure(years)).get()
    found = missed_duties(year, sheet.seats, sheet.leaves, sheet.points)
    missed = next((m for m in found if (m.seat.pk, m.duty) == (seat_pk, duty)), None)
    if missed is None:
        raise Refused(_("The chair has not missed this, or it was done in time."))
    if missed.decision:
        raise Refused(_("This was decided already."))
    return missed


def _decide(year, missed, decision, by, at, *, why, **fields):
    with because(by, why):
        return MissedDuty.objects.create(
            emulation_year=year,
            seat=missed.seat,
            duty=missed.duty,
            outcome=decision,
            why=why,
            by=by,
            at=at,
            **fields,
        )


def _sentence(missed):
    """Why, for the record, in Vietnamese whatever the page speaks."""
    with override("vi"):
        return (
            f"Khối trưởng không thực hiện đúng hạn: {missed.label} (hạn "
            f"{short_date(missed.last_day)}, tỉnh làm thay ngày {short_date(missed.on)})"
        )
