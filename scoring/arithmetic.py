"""The rules by which points follow from figures (docs/field.md §3.2, §3.3). Pure and exact.

Everything is computed in fractions and rounded once, half up, criterion by criterion. Figures and
points are Decimal; shares (`floor`, `meets`, `at_least` of a share) are per cent.
"""

import math
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from .kinds import Method

CENT = Decimal("0.01")
NOTHING = Decimal(0)
WHOLE = {Method.STEPS_DOWN, Method.YES_NO, Method.PER_OCCURRENCE, Method.DAYS_LATE}
WITH_TARGET = {Method.PRO_RATA, Method.LOWER_IS_BETTER, Method.LEADER}


@dataclass(frozen=True)
class Tier:
    """A step with its points; it begins at a figure, or is chosen by its name where none is set."""

    points: Decimal
    label: str = ""
    at_least: Decimal | None = None


@dataclass(frozen=True)
class Rule:
    """How one criterion is counted. What its method does not use stays empty.

    `target` is the plan where a member has none of its own. `floor`: below this share of the target
    there are no points. `each`: the points for every occurrence, or off for every fault. `meets`:
    the share of the maximum for just reaching the target where the best of the bloc gets all.
    `over` and `over_cap`: for each per cent above the target so many per cent of the maximum, in a
    criterion of its own, and at most so many points. `deadline`: which deadline of the year the
    days late are counted from, a `blocs.models.DeadlineKind`; "" where they are given by hand.
    """

    method: str = Method.JUDGED
    unit: str = ""
    target: Decimal | None = None
    floor: Decimal | None = None
    each: Decimal | None = None
    meets: Decimal | None = None
    over: Decimal | None = None
    over_cap: Decimal | None = None
    tiers: tuple = ()
    may_not_apply: bool = False
    deadline: str = ""

    @property
    def has_named_tiers(self):
        return bool(self.tiers) and all(tier.at_least is None for tier in self.tiers)


JUDGED = Rule()


@dataclass(frozen=True)
class Given:
    """What is entered for a member: a figure and its target, or that the criterion is none of its.

    Of tiers with names the figure is the number of the tier, the best being 1; of yes or no it is
    1 or 0.
    """

    figure: Decimal | None = None
    target: Decimal | None = None
    applies: bool = True


@dataclass(frozen=True)
class Bloc:
    """What the whole bloc gives to a comparing rule: the best figure of those it concerns."""

    best: Decimal | None = None


class WrongFigure(ValueError):
    """A figure that the rule has no answer for; `code` says why, and `WRONG` of it in words."""

    def __init__(self, code):
        super().__init__(code)
        self.code = code


def target_of(rule, given):
    """Return the plan that counts: the member's own, else the criterion's."""
    return rule.target if given.target is None else given.target


def check(rule, given):
    """Raise WrongFigure where a rule has no answer for what is given.

    Codes: negative, not_whole, not_yes_or_no, no_target, target_not_positive, no_such_tier.
    """
    figure, target = given.figure, target_of(rule, given)
    if not given.applies or figure is None:
        return
    if figure < 0:
        raise WrongFigure("negative")
    if rule.method in WHOLE and figure != figure.to_integral_value():
        raise WrongFigure("not_whole")
    if rule.method == Method.YES_NO and figure not in (0, 1):
        raise WrongFigure("not_yes_or_no")
    if rule.method in WITH_TARGET and target is None:
        raise WrongFigure("no_target")
    divides = rule.method in WITH_TARGET - {Method.LOWER_IS_BETTER} or rule.method == Method.TIERS
    if divides and target is not None and target <= 0:
        raise WrongFigure("target_not_positive")
    if rule.has_named_tiers and (figure % 1 or not 1 <= figure <= len(rule.tiers)):
        raise WrongFigure("no_such_tier")


def share(rule, given):
    """Return the figure in per cent of its target, exactly; None where there is none above 0."""
    target = target_of(rule, given)
    if given.figure is None or not target or target < 0:
        return None
    return Fraction(given.figure) * 100 / Fraction(target)


def exact_points(rule, maximum, given, bloc=None):
    """Return the points as a fraction between 0 and the maximum, not yet rounded.

    None where nothing is given, where the rule compares and nobody has a figure, and for what is
    judged. Raises WrongFigure as `check` does.
    """
    check(rule, given)
    if given.figure is None or rule.method not in _RULES:
        return None
    points = _RULES[rule.method](rule, Fraction(maximum), given, bloc or Bloc())
    return points if points is None else min(max(points, Fraction(0)), Fraction(maximum))


def over_points(rule, maximum, given):
    """Return what exceeding the target earns, as a fraction; 0 where the rule gives nothing for it.

    For each per cent above the target `over` per cent of the maximum, at most `over_cap`.
    """
    reached = share(rule, given) if given.applies else None
    if rule.over is None or reached is None or rule.method != Method.PRO_RATA or reached <= 100:
        return Fraction(0)
    points = Fraction(maximum) * Fraction(rule.over) / 100 * (reached - 100)
    return points if rule.over_cap is None else min(points, Fraction(rule.over_cap))


def rounded(points, step=CENT):
    """Round a fraction to a multiple of `step`, half up: 2,675 is 2,68; to 0,25 it is 2,75."""
    count = math.floor(Fraction(points) / Fraction(step) + Fraction(1, 2))
    return count * step


def best_figure(figures):
    """Return the highest of the figures given, None where there is none: for comparing rules."""
    return max((figure for figure in figures if figure is not None), default=None)


def _pro_rata(rule, maximum, given, bloc):
    reached = share(rule, given)
    if rule.floor is not None and reached < rule.floor:
        return Fraction(0)
    return maximum * reached / 100


def _lower_is_better(rule, maximum, given, bloc):
    target = target_of(rule, given)
    if given.figure <= target:
        return maximum
    return maximum * Fraction(target) / Fraction(given.figure)


def _tiers(rule, maximum, given, bloc):
    if rule.has_named_tiers:
        return Fraction(rule.tiers[int(given.figure) - 1].points)
    measured = Fraction(given.figure) if target_of(rule, given) is None else share(rule, given)
    reached = [t for t in rule.tiers if t.at_least is None or measured >= t.at_least]
    best = max(reached, key=lambda t: NOTHING if t.at_least is None else t.at_least, default=None)
    return Fraction(best.points) if best else Fraction(0)


def _steps_down(rule, maximum, given, bloc):
    return maximum - Fraction(given.figure) * Fraction(rule.each)


def _yes_no(rule, maximum, given, bloc):
    return maximum * int(given.figure)


def _per_occurrence(rule, maximum, given, bloc):
    return Fraction(given.figure) * Fraction(rule.each)


def _relative(rule, maximum, given, bloc):
    if bloc.best is None:
        return None
    return maximum * Fraction(given.figure) / Fraction(bloc.best) if bloc.best else Fraction(0)


def _leader(rule, maximum, given, bloc):
    """Part of the maximum at the target, all for the best; between them along a straight line."""
    if bloc.best is None:
        return None
    target, figure = Fraction(target_of(rule, given)), Fraction(given.figure)
    best, part = max(Fraction(bloc.best), figure), maximum * Fraction(rule.meets) / 100
    if figure < target:
        return part * figure / target
    if figure == best:
        return maximum
    return part + (maximum - part) * (figure - target) / (best - target)


_RULES = {
    Method.PRO_RATA: _pro_rata,
    Method.LOWER_IS_BETTER: _lower_is_better,
    Method.TIERS: _tiers,
    Method.STEPS_DOWN: _steps_down,
    Method.YES_NO: _yes_no,
    Method.PER_OCCURRENCE: _per_occurrence,
    Method.RELATIVE: _relative,
    Method.LEADER: _leader,
    Method.DAYS_LATE: _tiers,
}
