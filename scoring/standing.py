"""What a member's points add up to, and the ranks that follow. Pure: values in, values out."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from .kinds import CriterionKind
from .ranking import rank
from .tree import Node

CENT = Decimal("0.01")
NOTHING = Decimal(0)


@dataclass(frozen=True)
class Figure:
    """The points of one member under one node of the criteria.

    `sum` is what stands below it, `points` what of that counts: bonus and penalty points end at
    the cap of each node above them (docs/field.md §3.4). `scored` is whether anything below was
    scored, `missing` the codes of the ordinary criteria that were not: an empty bonus or penalty
    is none, an empty ordinary criterion is not zero (docs/field.md §3.3).
    """

    node: Node
    sum: Decimal
    points: Decimal
    scored: bool
    missing: tuple = ()
    children: tuple = ()

    @property
    def is_capped(self):
        return self.points < self.sum


@dataclass(frozen=True)
class Result:
    """One member's line: `member` is whatever the caller knows it by; `rank` None is not ranked."""

    member: object
    figures: tuple
    total: Decimal
    missing: tuple
    rank: int | None = None

    @property
    def scored(self):
        return any(figure.scored for figure in self.figures)


def figure(node, points):
    """Return the figure of a node from {pk of a criterion: points}, each rounded half up."""
    if not node.children:
        return _of_leaf(node, points.get(node.pk))
    children = tuple(figure(child, points) for child in node.children)
    total = sum((child.points for child in children), NOTHING)
    return Figure(
        node=node,
        sum=total,
        points=total if node.kind == CriterionKind.ORDINARY else min(total, node.maximum),
        scored=any(child.scored for child in children),
        missing=tuple(code for child in children for code in child.missing),
        children=children,
    )


def total(figures):
    """Add up the sections, not rounded; penalties are subtracted (docs/field.md §3.2)."""
    signed = (-f.points if f.node.kind == CriterionKind.PENALTY else f.points for f in figures)
    return sum(signed, NOTHING)


def standings(sections, members, points):
    """Return every member's result, in order of rank.

    `members` come in protocol order, `points` are {(member, pk of a criterion): points}. Members
    with an ordinary criterion unscored are not ranked and follow at the end, in protocol order.
    """
    results = {member: _result(sections, member, points) for member in members}
    totals = [(m, None if r.missing else r.total) for m, r in results.items()]
    return [
        Result(
            member, results[member].figures, results[member].total, results[member].missing, place
        )
        for place, member in rank(totals)
    ]


def _result(sections, member, points):
    own = {pk: value for (whose, pk), value in points.items() if whose == member}
    figures = tuple(figure(section, own) for section in sections)
    missing = tuple(code for each in figures for code in each.missing)
    return Result(member, figures, total(figures), missing)


def _of_leaf(node, points):
    if points is None:
        missing = (node.code,) if node.kind == CriterionKind.ORDINARY else ()
        return Figure(node, NOTHING, NOTHING, scored=False, missing=missing)
    exact = points.quantize(CENT, ROUND_HALF_UP)
    return Figure(node, exact, min(exact, node.maximum), scored=True)
