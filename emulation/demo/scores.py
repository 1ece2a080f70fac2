"""Invented scores by sample criteria: the same on every machine, and marked as samples."""

from decimal import ROUND_HALF_UP, Decimal

from scoring.kinds import CriterionKind
from scoring.models import Stage
from scoring.sheet import read_sheet
from scoring.workflow import copy_sample, record_scores, save_scores

WHY = "Số liệu minh họa"
# What share of the maximum a member reaches, in protocol order.
SHARES = [Decimal(each) for each in ("0.94", "0.96", "0.965", "0.95", "0.925", "0.90")]
BONUS, PENALTY = Decimal("0.3"), Decimal("0.1")
STEP = Decimal("0.25")
SCORED_OF_ALL, SCORED_OF_SOME = ("I.", "II."), "III."  # of the half-entered year
MEMBERS_WITH_MORE = 3


def load_full(year, *, at):
    """Give a past year sample criteria and a score for every member and criterion."""
    copy_sample(year, sample="a", by=None, at=at)
    record_scores(year, points=_invented(read_sheet(year)), by=None, at=at, why=WHY)


def load_half(year, *, by, at):
    """Enter scores by the chair: two sections for all members, the third for some of them.

    Who was checked has what was found, which is taken over elsewhere; who has only scored itself,
    its own points.
    """
    sheet = read_sheet(year)
    first = {seat.pk for seat in sheet.members[:MEMBERS_WITH_MORE]}
    codes = {node.pk: node.code for node in sheet.leaves}
    checked = {seat for seat, _pk in read_sheet(year, Stage.CHECKED).points}
    points = _invented(sheet) | read_sheet(year, Stage.SELF).points
    cells = {
        (seat, pk): (None, points)
        for (seat, pk), points in points.items()
        if seat not in checked
        if codes[pk].startswith(SCORED_OF_ALL)
        or (codes[pk].startswith(SCORED_OF_SOME) and seat in first)
    }
    save_scores(year, cells=cells, why=WHY, by=by, at=at)


def _invented(sheet):
    return {
        (seat.pk, node.pk): _points(node, place, number)
        for place, seat in enumerate(sheet.members)
        for number, node in enumerate(sheet.leaves)
        if node.kind == CriterionKind.ORDINARY or (place + number) % 3 == 0
    }


def _points(node, place, number):
    """A quarter point is the step of most regulations (docs/field.md §3.3)."""
    share = SHARES[place % len(SHARES)] + Decimal((place * 7 + number * 5) % 11 - 5) / 200
    if node.kind != CriterionKind.ORDINARY:
        share = BONUS if node.kind == CriterionKind.BONUS else PENALTY
    steps = (node.maximum * share / STEP).quantize(Decimal(1), ROUND_HALF_UP)
    return min(steps * STEP, node.maximum)
