"""How far the members have come with their commitments, as plain values.

For the board, for reminders, and for the papers that print it: the half-year review asks with
Span.HALF_YEAR, the year-end report with Span.YEAR. What counts is the version of the covenant in
force, else the last one closed; a report on an earlier version counts for the commitment that
continues its own, and nothing is copied.
"""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from blocs.deadlines import deadlines_of
from blocs.models import DeadlineKind

from .commending import Span
from .models import ProgressReport
from .progressing import Status, concerns, is_reached, percent
from .reading import read_versions

DUE = {
    Span.HALF_YEAR: DeadlineKind.HALF_YEAR_REPORT,
    Span.YEAR: DeadlineKind.YEAR_END_REPORT,
}
NEAR = dt.timedelta(days=30)  # from so long before its day something missing is work


@dataclass(frozen=True)
class FigureLine:
    """A target: what was reached (None: not reported, which is not 0) against what was planned.

    `percent` is rounded to one decimal, None where there is nothing to divide; see `is_reached`.
    `target` is the Target's key in the version that counts; None: it is not planned there any more.
    """

    name: str
    unit: str
    planned: Decimal
    actual: Decimal | None
    percent: Decimal | None
    lower_is_better: bool
    target: int | None = None

    @property
    def is_reached(self):
        return is_reached(self.planned, self.actual, lower_is_better=self.lower_is_better)


@dataclass(frozen=True)
class FileLine:
    """A file that supports a report; withdrawn ones have a reason."""

    pk: int
    name: str
    is_withdrawn: bool
    withdraw_reason: str


@dataclass(frozen=True)
class Cell:
    """What one member reports on one commitment; `status` is "" where it has not.

    `reported_on` is the day of its first report, None where history does not know it.
    `from_version` is the number of the covenant's version that the report was made on. `files`
    counts those not withdrawn. `row` is the newest ProgressReport, with who entered it.
    """

    seat: int
    name: str
    status: str = ""
    status_label: str = ""
    note: str = ""
    figures: tuple[FigureLine, ...] = ()
    files: int = 0
    reported_on: dt.date | None = None
    is_late: bool = False
    from_version: int | None = None
    file_lines: tuple[FileLine, ...] = ()
    row: ProgressReport | None = None


@dataclass(frozen=True)
class CommitmentLine:
    """A commitment with a cell for each member that it concerns, in protocol order.

    `seat` is None where all share it; `pk` is its row in the version that counts.
    """

    number: int
    text: str
    seat: int | None
    cells: tuple[Cell, ...]
    pk: int

    def cell_of(self, seat):
        """The member's cell, or None where the commitment does not concern it."""
        return next((cell for cell in self.cells if cell.seat == seat), None)


@dataclass(frozen=True)
class MemberName:
    """A member that reports: its name of the record, and the short one. `due`: its last day."""

    seat: int
    name: str
    label: str
    organisation: int
    due: dt.date | None


@dataclass(frozen=True)
class Progress:
    """All commitments of a year in one of its parts. `version` is that of the covenant."""

    period: str
    version: int
    lines: tuple[CommitmentLine, ...]
    members: tuple[MemberName, ...]

    @property
    def missing(self):
        """Who has not reported on what: (seat, name, [numbers of commitments]), if anything."""
        found = (
            (member.seat, member.name, [n for n, cell in self.of(member.seat) if not cell.status])
            for member in self.members
        )
        return tuple(each for each in found if each[2])

    @property
    def kept_and_missed(self):
        """(seat, name, {status: how many}) of each member; the key "" counts what is missing."""
        return tuple(
            (
                member.seat,
                member.name,
                dict(Counter(cell.status for _number, cell in self.of(member.seat))),
            )
            for member in self.members
        )

    @property
    def counts(self):
        """{status: how many cells} over all members, every status of Status and "" included."""
        found = Counter(cell.status for line in self.lines for cell in line.cells)
        return {status: found[status] for status in ("", *Status.values)}

    def of(self, seat):
        """[(number of the commitment, the member's Cell)] of what concerns the member."""
        pairs = ((line.number, line.cell_of(seat)) for line in self.lines)
        return [(number, cell) for number, cell in pairs if cell]


def span_on(year, dues, *, on):
    """The part of the year that members report on: the whole from a month before it is due on.

    `dues` is {kind: Due}. A closed year, or one that is past, is looked at as a whole.
    """
    due = dues.get(DUE[Span.YEAR])
    whole = not year.is_open or on.year > year.year or (due and on >= due.on - NEAR)
    return Span.YEAR if whole else Span.HALF_YEAR


def progress_of(year, *, period):
    """Return the Progress of a year, or None where no covenant has come in force: three queries.

    `period` is a Span.
    """
    return read_progress([year], period=period).get(year.pk)


def read_progress(years, *, period):
    """Return {year pk: Progress}; a year whose covenant never came in force is not in it."""
    years = list(years)
    reports = reports_of(years)
    versions, dues = read_versions(years), deadlines_of(years)
    found = {
        year.pk: build(versions.get(year.pk, []), reports, dues[year.pk], period) for year in years
    }
    return {pk: progress for pk, progress in found.items() if progress}


def reports_of(years):
    """Return {(commitment pk, seat pk, span): ProgressReport} of these years, with their parts."""
    rows = ProgressReport.objects.filter(emulation_year__in=years).with_parts()
    rows = rows.select_related("act__organisation", "entered_by", "source")
    return {(row.commitment_id, row.seat_id, row.span): row for row in rows}


def build(versions, reports, dues, period):
    """Join the versions of a year (oldest first), reports and {kind: Due}; None: not in force."""
    version = next((each for each in reversed(versions) if each.row.in_force_on), None)
    if version is None:
        return None
    due = dues.get(DUE[period])
    pledges = {pledge.pk: (each, pledge) for each in versions for pledge in each.text.pledges}
    told = {(commitment, seat) for commitment, seat, span in reports if span == period}
    members = _members(version, due, period, {seat for pk, seat in told if pk in pledges})
    lines = tuple(
        CommitmentLine(
            pledge.number,
            pledge.text,
            pledge.seat,
            tuple(
                _cell(pledge, member, _chain(pledge, member.seat, pledges, reports, period))
                for member in members
                if pledge.seat in (None, member.seat)
            ),
            pledge.pk,
        )
        for pledge in version.text.pledges
    )
    return Progress(period, version.number, lines, members)


def _members(version, due, period, told):
    """Who sits in the bloc when the part of the year ends, or has reported all the same."""
    year = version.text.year
    return tuple(
        MemberName(
            each.pk,
            each.name,
            each.label,
            each.organisation,
            due.for_seat(each.pk) if due else None,
        )
        for each in version.members
        if each.pk in told or concerns(period, year, joined_on=each.joined_on, left_on=each.left_on)
    )


def _chain(pledge, seat, pledges, reports, period):
    """[(number of the version, report)] on a commitment and what it continues, newest first."""
    found = []
    at = pledge.pk
    while at in pledges:
        version, one = pledges[at]
        if row := reports.get((at, seat, period)):
            found.append((version.number, row))
        at = one.continues
    return found


def _cell(pledge, member, chain):
    targets = [target for target in pledge.targets if target.seat == member.seat]
    if not chain:
        return Cell(member.seat, member.name, figures=_figures(targets, ()))
    number, row = chain[0]
    days = [each.reported_on for _number, each in chain if each.reported_on]
    reported_on = min(days, default=None)
    files = tuple(FileLine(**file) for _number, each in reversed(chain) for file in each.read_files)
    return Cell(
        seat=member.seat,
        name=member.name,
        status=row.status,
        status_label=row.get_status_display(),
        note=row.note,
        figures=_figures(targets, row.read_figures),
        files=sum(not file.is_withdrawn for file in files),
        reported_on=reported_on,
        is_late=bool(reported_on and member.due and reported_on > member.due),
        from_version=number,
        file_lines=files,
        row=row,
    )


def _figures(targets, reported):
    """The targets that count with what was reported on them, then what was reported on others.

    A report on an earlier version meets its target again by name and unit; the plan is that of
    the version that counts. A target that is no longer planned keeps its plan of then.
    """
    told = {(each["name"], each["unit"]): each for each in reported}
    lines = []
    for target in targets:
        found = told.pop((target.name, target.unit), None)
        actual = Decimal(found["value"]) if found else None
        planned = target.name, target.unit, target.figure
        lines.append(_figure(*planned, actual, target.lower_is_better, target.pk))
    for (name, unit), each in told.items():
        planned, actual = Decimal(each["planned"]), Decimal(each["value"])
        lines.append(_figure(name, unit, planned, actual, each["lower"], None))
    return tuple(lines)


def _figure(name, unit, planned, actual, lower, target):
    share = percent(planned, actual, lower_is_better=lower)
    return FigureLine(name, unit, planned, actual, share, lower, target)
