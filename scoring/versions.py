"""Earlier versions of a member's sheet: why the next was begun, each figure then and now."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from django.utils.dateparse import parse_datetime

from .models import SheetStep, Stage
from .seeing import Sees

BEGINS = (SheetStep.REOPENED, SheetStep.SENT_BACK)


@dataclass(frozen=True)
class Then:
    """What a stage gave in an earlier version, None where nothing, and what it gives now."""

    stage: Stage
    then: Decimal | None
    now: Decimal | None
    by: str = ""
    at: dt.datetime | None = None
    reason: str = ""

    @property
    def differs(self):
        return self.then != self.now


@dataclass(frozen=True)
class Version:
    """A version that no longer counts, and how the next one came: by whom, when, why."""

    number: int
    by: str
    at: dt.datetime | None
    why: str
    lines: tuple

    @property
    def changed(self):
        """How many figures are others today."""
        return sum(each.differs for _code, cells in self.lines for each in cells)


def versions_of(columns, seat, stages):
    """Return the earlier versions of a sheet, the newest first, as far as the person sees points.

    `seat` comes with its `version_rows` and `step_rows`; criteria in their order, those that an
    amendment has taken away last. Only lines with a figure, then or now.
    """
    shown = [s for s in stages if columns.sees(seat, s) == Sees.EVERYTHING]
    begun = {}
    for row in seat.step_rows:
        if row["step"] in BEGINS:
            begun.setdefault(row["number"], row)
    return [
        _version(columns, seat, shown, row, begun.get(row["number"] + 1, {}))
        for row in sorted(seat.version_rows, key=lambda row: -row["number"])
    ]


def _version(columns, seat, stages, row, begun):
    kept = {(line["code"], line["stage"]): line for line in row["kept"]}
    known = {node.code: node for node in columns.leaves}
    codes = [*known, *sorted({code for code, _stage in kept} - known.keys())]
    lines = []
    for code in codes:
        cells = tuple(_then(columns, seat, s, known.get(code), kept.get((code, s))) for s in stages)
        if any(cell.then is not None or cell.now is not None for cell in cells):
            lines.append((code, cells))
    at = begun.get("at")
    return Version(
        number=row["number"],
        by=begun.get("by") or "",
        at=parse_datetime(at) if at else None,
        why=begun.get("why", ""),
        lines=tuple(lines),
    )


def _then(columns, seat, stage, node, line):
    """One figure; what compares and waits for the last day of all is not told of then either."""
    if node is not None and columns.is_untold(node, stage):
        return Then(stage, None, None)
    score = node and columns.scores_of(seat, stage).get(node.pk)
    now = score.points if score else None
    if line is None:
        return Then(stage, None, now)
    told = {"by": line.get("name", ""), "reason": line["reason"]}
    return Then(stage, Decimal(line["points"]), now, at=parse_datetime(line["at"]), **told)
