"""Progress as plain values: what `pledges.progress_figures` answers with."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from .models import ProgressReport
from .progressing import Status, is_reached


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
    """A file that supports a report; withdrawn ones have a reason.

    `kept_back_for` is the kind of deadline until whose last day its member alone opens it, or "".
    """

    pk: int
    name: str
    is_withdrawn: bool
    withdraw_reason: str
    kept_back_for: str = ""


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
