"""Penalties for lateness that count themselves: which are to be written, changed or taken away.

A person's own points stand, whatever the days say, until that person takes them away again; what
counts itself is known by having no person and a figure. Nothing is counted before anybody has
scored by these criteria: the first score freezes them.
"""

from dataclasses import dataclass
from decimal import Decimal

from vietnamese.dates import short_date

from .arithmetic import exact_points, rounded
from .came_in import came_in, followed
from .kinds import Method
from .lateness import late_of
from .procedure import procedure_of


@dataclass(frozen=True)
class Counting:
    """One penalty as it should stand: `points` of 0 is none at all."""

    place: tuple
    points: Decimal
    figure: Decimal
    why: str


def is_automatic(node, score):
    """Whether a stored score was counted from a deadline by nobody."""
    follows = node.rule.method == Method.DAYS_LATE and bool(node.rule.deadline)
    return follows and score.by_id is None and score.figure is not None


def lates(sheet, *, on):
    """Return {(pk of the seat, pk of the criterion): Late} of a sheet; no query without such rules.

    Else two at most, one less for a year `with_procedure`; once for each sheet and day. The seats
    of the sheet come `with_submissions`.
    """
    known = sheet.__dict__.setdefault("_lates", {})
    if on not in known:
        known[on] = _lates(sheet, on)
    return known[on]


def _lates(sheet, on):
    kinds = followed(sheet.leaves)
    if not kinds:
        return {}
    procedure = procedure_of(sheet.year, on=on)
    came = came_in(sheet.year, kinds, procedure, sheet.members)
    return late_of(sheet.leaves, procedure.dues, came, on=on)


def countings(sheet, *, on):
    """Return what of a sheet's penalties for lateness does not stand as the days say."""
    if not sheet.is_open or not sheet.deciding.is_scored:
        return []
    nodes = {node.pk: node for node in sheet.leaves}
    found = []
    for place, late in lates(sheet, on=on).items():
        node, stored = nodes[place[1]], sheet.scores.get(place)
        if stored is not None and not is_automatic(node, stored):
            continue
        points = points_of(sheet, node, late)
        if _differs(stored, points, late):
            found.append(Counting(place, points, Decimal(late.days), sentence(late)))
    return found


def points_of(sheet, node, late):
    exact = exact_points(node.rule, node.maximum, late.given)
    return min(rounded(exact, sheet.criteria_set.rounding_step), node.maximum)


def sentence(late):
    """Why, for the record, in Vietnamese whatever the page speaks."""
    came = f"nhận ngày {short_date(late.came_on)}" if late.came_on else "chưa nhận"
    return f"Tự động: hạn {short_date(late.last)}, {came}, chậm {late.days} ngày"


def _differs(stored, points, late):
    """What has not come yet is written anew when its points change, not with every day."""
    if stored is None or not points:
        return bool(stored) or bool(points)
    return stored.points != points or (late.came_on is not None and stored.figure != late.days)
