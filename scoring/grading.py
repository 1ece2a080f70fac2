"""Grades: bands over the share of the maximum, with a floor for every criterion. Pure.

docs/field.md §3.7.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from .kinds import CriterionKind, GradeBase


@dataclass(frozen=True)
class Band:
    """A grade: its name, from which per cent of the maximum on, and the floor in per cent.

    Below the floor no ordinary criterion may fall that applies to the member; None is no floor.
    """

    name: str
    at_least: Decimal
    floor: Decimal | None = None


@dataclass(frozen=True)
class Grading:
    """The bands of a set, highest first, and by what they are measured."""

    bands: tuple = ()
    base: str = GradeBase.WITHOUT_BONUS


@dataclass(frozen=True)
class Below:
    """A band whose total was reached, but not its floor: in which criterion, at what share."""

    band: Band
    node: object
    points: Decimal
    share: Fraction


@dataclass(frozen=True)
class Grade:
    """A member's grade: `points` of `maximum` are `share` per cent, exactly.

    `band` is None where no band is reached. `below` says which higher bands were missed by a floor.
    """

    band: Band | None
    points: Decimal
    maximum: Decimal
    share: Fraction
    below: tuple = ()


def grade(grading, total, leaves):
    """Return the `Grade` of a `Total` and the figures of what is scored; None without bands.

    Shares are compared exactly, not as they are printed.
    """
    points, maximum = measured(grading.base, total)
    if not grading.bands or not maximum:
        return None
    share, below = Fraction(points) * 100 / Fraction(maximum), []
    shares = [
        (figure, Fraction(figure.points) * 100 / Fraction(figure.node.maximum))
        for figure in leaves
        if figure.node.kind == CriterionKind.ORDINARY and figure.scored
    ]
    lowest = min(shares, key=lambda pair: pair[1], default=None)
    for band in sorted(grading.bands, key=lambda each: -each.at_least):
        if share < band.at_least:
            continue
        if band.floor is None or lowest is None or lowest[1] >= band.floor:
            return Grade(band, points, maximum, share, tuple(below))
        below.append(Below(band, lowest[0].node, lowest[0].points, lowest[1]))
    return Grade(None, points, maximum, share, tuple(below))


def measured(base, total):
    """Return what is divided by what, as the bands of a set are measured."""
    if base == GradeBase.WITHOUT_BONUS:
        return total.points - total.bonus, total.maximum
    if base == GradeBase.WITH_BONUS:
        return total.points, total.maximum + total.bonus_maximum
    return total.points, total.maximum
