"""Worked examples beside a criterion: checked against its rule. Pure: values in, sentences out."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from vietnamese.numbers import show_decimal

from .arithmetic import Bloc, Given, WrongFigure, exact_points, rounded
from .kinds import COMPARING, Method
from .wording import why_wrong

# Of these no example can be counted: the first is judged, the second rests on other criteria.
WITHOUT = {Method.JUDGED, Method.OVER_FULFILMENT}


@dataclass(frozen=True)
class Example:
    """A figure and the points that the regulation says it gives.

    `figure` is what would be entered for a member: of lateness the days, of named tiers the number
    of the tier, of yes or no 1 or 0. `target` is the member's own, `best` the best of the bloc.
    """

    figure: Decimal
    points: Decimal
    target: Decimal | None = None
    best: Decimal | None = None


def faults_of(examples, rule, maximum, step):
    """Say of each example that does not agree with the rule what the rule gives instead."""
    found = []
    for number, example in enumerate(examples, start=1):
        if sentence := _fault(example, rule, maximum, step):
            found.append(_("Example %(number)s: %(what)s") % {"number": number, "what": sentence})
    return found


def points_by_rule(example, rule, maximum, step):
    """Return what the rule gives for an example, rounded as in the set; None where it cannot say.

    Raises WrongFigure.
    """
    given = Given(example.figure, example.target)
    exact = exact_points(rule, maximum, given, Bloc(example.best))
    return None if exact is None else min(rounded(exact, step), maximum)


def _fault(example, rule, maximum, step):
    if rule.method in WITHOUT:
        return _("this way of counting has no examples. Empty the row.")
    if rule.method in COMPARING and example.best is None:
        return _("the best figure of the bloc is missing.")
    try:
        points = points_by_rule(example, rule, maximum, step)
    except WrongFigure as wrong:
        return why_wrong(wrong.code)
    if points == example.points:
        return ""
    values = {"points": show_decimal(points, 2), "written": show_decimal(example.points, 2)}
    return _("by the rule it is %(points)s points, the example says %(written)s.") % values
