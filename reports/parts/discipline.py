"""Who reported what was asked for, and when, as a report prints it: member by member."""

from dataclasses import dataclass

from blocs.deadlines import due_of
from vietnamese.dates import clerical_date

from ..contributing import is_late
from ..models import Contribution

IN_TIME, LATE, MISSING, NOT_ASKED = "đúng hạn", "muộn", "chưa gửi", "–"


@dataclass(frozen=True)
class Line:
    """A member: progress of the commitments, results in movements, commendations, contribution."""

    number: int
    name: str
    progress: str
    movements: str
    commendations: str
    contribution: str


@dataclass(frozen=True)
class Discipline:
    """`due` is the last day for all, or "" where nobody has set one."""

    due: str
    lines: tuple[Line, ...]


def discipline(year, report, seats, moved, progress):
    """Return who of the `seats` reported; `moved` and `progress` were read for the other parts."""
    due = due_of(year, report.deadline)
    written = {}
    for each in Contribution.objects.filter(emulation_year=year, kind=report.kind):
        written.setdefault(each.seat_id, []).append(is_late(each.written_at, each.seat_id, due))
    reported = _progress(progress)
    lines = tuple(
        Line(
            number,
            seat.organisation.name,
            reported.get(seat.pk, NOT_ASKED),
            _movements(moved, seat.organisation.label, year, report),
            MISSING if seat.organisation.label in moved.without_commendations else "đã gửi",
            _contribution(written.get(seat.pk)),
        )
        for number, seat in enumerate(seats, start=1)
    )
    return Discipline(clerical_date(due.on) if due else "", lines)


def _progress(progress):
    """{seat: how it reported on what concerns it}; nothing without a covenant in force."""
    cells = {}
    for line in progress.lines if progress else ():
        for cell in line.cells:
            cells.setdefault(cell.seat, []).append(cell)
    return {seat: _of_cells(own) for seat, own in cells.items()}


def _of_cells(cells):
    """Muộn (2/7 nội dung chưa gửi): the worst that is known, and how much is missing."""
    missing = sum(not cell.status for cell in cells)
    if missing == len(cells):
        return MISSING
    said = LATE if any(cell.is_late for cell in cells) else IN_TIME
    return f"{said}; {missing}/{len(cells)} nội dung {MISSING}" if missing else said


def _movements(moved, label, year, report):
    begun = [
        each
        for each in moved.movements
        if each.since is None or report.covers(each.since, year.year)
    ]
    told = sum(label not in each.missing for each in begun)
    return f"{told}/{len(begun)}" if begun else NOT_ASKED


def _contribution(late):
    """`late` says of each text of the member whether it is; one in time is enough."""
    if not late:
        return MISSING
    return LATE if all(late) else IN_TIME
