"""Progress of the commitments, a table for each, as a report prints it. Pure."""

from dataclasses import dataclass

from pledges.commending import Span
from pledges.progressing import Status
from vietnamese.numbers import write_decimal

NOT_REPORTED, NONE = "chưa báo cáo", "–"
LONGEST_TEXT = 300
STATUSES = {
    "": NOT_REPORTED,
    Status.NOT_STARTED: "Chưa thực hiện",
    Status.BEHIND: "Chậm tiến độ",
    Status.ON_TRACK: "Đúng tiến độ",
    Status.MISSED: "Không hoàn thành",
    Status.ACHIEVED: "Hoàn thành",
    Status.EXCEEDED: "Vượt kế hoạch",
}
# As columns of the last table, in the order of Status, what is not reported last.
COUNTED = {
    Span.HALF_YEAR: (Status.NOT_STARTED, Status.BEHIND, Status.ON_TRACK, Status.ACHIEVED,
                     Status.EXCEEDED, ""),
    Span.YEAR: (Status.MISSED, Status.ACHIEVED, Status.EXCEEDED, ""),
}  # fmt: skip


@dataclass(frozen=True)
class Line:
    """A target of a member, or the member where it has none. `name` stands on its first line."""

    number: str
    name: str
    target: str
    planned: str
    reached: str
    percent: str
    status: str
    note: str


@dataclass(frozen=True)
class Commitment:
    number: int
    text: str
    has_targets: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Counted:
    number: int
    name: str
    counts: tuple[str, ...]


@dataclass(frozen=True)
class Commitments:
    """Every commitment with its members, and how many each member has kept and missed."""

    commitments: tuple[Commitment, ...]
    heads: tuple[str, ...]
    members: tuple[Counted, ...]


def commitments(progress):
    """Return what a Progress says, ready for print."""
    statuses = COUNTED[progress.period]
    return Commitments(
        tuple(_commitment(line) for line in progress.lines),
        tuple(STATUSES[status].capitalize() for status in statuses),
        tuple(
            Counted(number, name, tuple(str(counts.get(status, 0)) for status in statuses))
            for number, (_seat, name, counts) in enumerate(progress.kept_and_missed, start=1)
        ),
    )


def _commitment(line):
    rows = [row for number, cell in enumerate(line.cells, start=1) for row in _rows(number, cell)]
    has_targets = any(cell.figures for cell in line.cells)
    return Commitment(line.number, _shortened(line.text), has_targets, tuple(rows))


def _rows(number, cell):
    """A line a target; what is of the member stands on the first alone."""
    status, note = STATUSES[cell.status], " ".join(cell.note.split())
    if not cell.figures:
        return [Line(str(number), cell.name, NONE, NONE, NONE, NONE, status, note)]
    rows = []
    for place, figure in enumerate(cell.figures):
        own = (str(number), cell.name) if not place else ("", "")
        said = (status, note) if not place else ("", "")
        rows.append(Line(*own, *_figure(figure), *said))
    return rows


def _figure(figure):
    target = f"{figure.name} ({figure.unit})" if figure.unit else figure.name
    if figure.lower_is_better:
        target += ", không vượt quá"
    reached = NONE if figure.actual is None else write_decimal(figure.actual)
    share = NONE if figure.percent is None else write_decimal(figure.percent)
    return target, write_decimal(figure.planned), reached, share


def _shortened(text):
    """The text of a commitment on one line, to its last whole word where it is very long."""
    text = " ".join(text.split())
    if len(text) <= LONGEST_TEXT:
        return text
    return f"{text[:LONGEST_TEXT].rsplit(' ', 1)[0]} …"
