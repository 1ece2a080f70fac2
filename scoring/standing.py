"""What a member's points add up to, the ranks and grades that follow. Pure: values in and out."""

from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from .arithmetic import rounded
from .grading import Grade, Grading, grade
from .kinds import CriterionKind, TieBreakKind
from .ranking import Ranked, rank
from .tree import Node

CENT = Decimal("0.01")
NOTHING = Decimal(0)


@dataclass(frozen=True)
class Figure:
    """The points of one member under one node of the criteria.

    `sum` is what stands below it, `points` what of that counts: bonus and penalty points end at
    the cap of each node above them (docs/field.md §3.4). `scored` is whether anything below was
    scored, `missing` the codes of the ordinary criteria that were not: an empty bonus or penalty
    is none, an empty ordinary criterion is not zero (docs/field.md §3.3). `left_out` is the maximum
    of what below it does not concern the member and is left out of the total.
    """

    node: Node
    sum: Decimal
    points: Decimal
    scored: bool
    missing: tuple = ()
    children: tuple = ()
    left_out: Decimal = NOTHING

    @property
    def is_capped(self):
        return self.points < self.sum

    @property
    def is_left_out(self):
        """Whether nothing of it concerns the member."""
        return bool(self.left_out) and not self.scored and not self.missing


@dataclass(frozen=True)
class Total:
    """How a total came about: the sums of the sections by kind, and the maxima behind them.

    `counted` are the ordinary points, counted up where something was left out: sum × maximum ÷
    (maximum − left out), rounded once half up to two decimals (docs/field.md §3.3).
    """

    ordinary: Decimal
    bonus: Decimal
    penalty: Decimal
    maximum: Decimal
    bonus_maximum: Decimal
    left_out: Decimal = NOTHING

    @property
    def counted(self):
        if not self.left_out or self.left_out >= self.maximum:
            return self.ordinary
        applying = Fraction(self.maximum) - Fraction(self.left_out)
        return rounded(Fraction(self.ordinary) * Fraction(self.maximum) / applying)

    @property
    def points(self):
        """The total, not rounded; penalties are subtracted (docs/field.md §3.2)."""
        return self.counted + self.bonus - self.penalty


@dataclass(frozen=True)
class Result:
    """One member's line: `member` is whatever the caller knows it by; `rank` None is not ranked.

    `barred` is whether facts take its rank; its points stand all the same (docs/field.md §3.5).
    """

    member: object
    figures: tuple
    sum: Total
    missing: tuple
    ranked: Ranked | None = None
    grade: Grade | None = None
    barred: bool = False

    @property
    def total(self):
        return self.sum.points

    @property
    def rank(self):
        return self.ranked and self.ranked.rank

    @property
    def scored(self):
        return any(figure.scored for figure in self.figures)


@dataclass(frozen=True)
class Rules:
    """By what a bloc ranks and grades; without any, by the total alone.

    `settled` are the orders from elsewhere, newest first; `barred` the members without rank.
    """

    tie_breaks: tuple = ()
    settled: tuple = ()
    grading: Grading = field(default_factory=Grading)
    barred: frozenset = frozenset()


def figure(node, points, left_out=frozenset()):
    """Return the figure of a node from {pk of a criterion: points}, each rounded half up.

    `left_out` are the keys of the criteria that do not concern the member.
    """
    if not node.children:
        return _of_leaf(node, points.get(node.pk), left_out)
    children = tuple(figure(child, points, left_out) for child in node.children)
    total = sum((child.points for child in children), NOTHING)
    return Figure(
        node=node,
        sum=total,
        points=total if node.kind == CriterionKind.ORDINARY else min(total, node.maximum),
        scored=any(child.scored for child in children),
        missing=tuple(code for child in children for code in child.missing),
        children=children,
        left_out=sum((child.left_out for child in children), NOTHING),
    )


def total(figures):
    """Add up the sections by their kind."""
    every = flat(figures).values()
    ordinary = [f for f in every if not f.children and f.node.kind == CriterionKind.ORDINARY]
    return Total(
        ordinary=_sum(figures, CriterionKind.ORDINARY),
        bonus=_sum(figures, CriterionKind.BONUS),
        penalty=_sum(figures, CriterionKind.PENALTY),
        maximum=sum((each.node.maximum for each in ordinary), NOTHING),
        bonus_maximum=sum(
            (f.node.maximum for f in figures if f.node.kind == CriterionKind.BONUS), NOTHING
        ),
        left_out=sum((each.left_out for each in ordinary), NOTHING),
    )


def standings(sections, members, points, *, left_out=frozenset(), rules=None):
    """Return every member's result, in order of rank.

    `members` come in protocol order, `points` are {(member, pk of a criterion): points}, `left_out`
    such pairs that do not concern the member. Members with an ordinary criterion unscored, and
    those that are barred, are not ranked and follow at the end, in protocol order.
    """
    rules = rules or Rules()
    results = {each: _result(sections, each, points, left_out, rules) for each in members}

    def value(member, tie_break):
        if tie_break.kind == TieBreakKind.PENALTIES:
            return results[member].sum.penalty
        return flat(results[member].figures)[tie_break.node].points

    totals = [(m, None if r.missing or r.barred else r.total) for m, r in results.items()]
    ranked = rank(totals, rules.tie_breaks, value, rules.settled)
    return [replace(results[each.member], ranked=each) for each in ranked]


def flat(figures):
    """Return {pk of a node: its figure} for sections and all below them."""
    found = {}
    for each in figures:
        found[each.node.pk] = each
        found |= flat(each.children)
    return found


def leaf_figures(figures):
    """Return the figures of what is scored, in order."""
    return [each for each in flat(figures).values() if not each.children]


def _result(sections, member, points, left_out, rules):
    own = {pk: value for (whose, pk), value in points.items() if whose == member}
    out = {pk for whose, pk in left_out if whose == member}
    figures = tuple(figure(section, own, out) for section in sections)
    missing = tuple(code for each in figures for code in each.missing)
    added = total(figures)
    if added.left_out and added.left_out >= added.maximum:  # nothing to measure the member by
        missing = tuple(each.node.code for each in leaf_figures(figures) if each.left_out)
    graded = None if missing else grade(rules.grading, added, leaf_figures(figures))
    return Result(member, figures, added, missing, grade=graded, barred=member in rules.barred)


def _sum(figures, kind):
    return sum((each.points for each in figures if each.node.kind == kind), NOTHING)


def _of_leaf(node, points, left_out):
    if node.pk in left_out:
        own = node.maximum if node.kind == CriterionKind.ORDINARY else NOTHING
        return Figure(node, NOTHING, NOTHING, scored=False, left_out=own)
    if points is None:
        missing = (node.code,) if node.kind == CriterionKind.ORDINARY else ()
        return Figure(node, NOTHING, NOTHING, scored=False, missing=missing)
    exact = points.quantize(CENT, ROUND_HALF_UP)
    return Figure(node, exact, min(exact, node.maximum), scored=True)
