"""From the figures of a whole bloc to everybody's points: comparing rules see all of them. Pure."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from .arithmetic import (
    CENT,
    NOTHING,
    Bloc,
    Given,
    best_figure,
    exact_points,
    over_points,
    rounded,
    target_of,
)
from .kinds import COMPARING, Method, NotApplicable
from .tree import Node, leaves


@dataclass(frozen=True)
class Counted:
    """The points of a member for a criterion, and all that they follow from.

    `points` is None where nothing was given. `exact` is the fraction before rounding; `best` the
    figure of the best of the bloc where the rule compares; `parts` the code of each exceeded target
    with the fraction that it earned, where that is what is counted.
    """

    node: Node
    given: Given
    points: Decimal | None
    exact: Fraction | None = None
    target: Decimal | None = None
    best: Decimal | None = None
    parts: tuple = ()


def count(sections, given, *, step=CENT, not_applicable=NotApplicable.NEVER):
    """Return {(member, pk of a criterion): Counted} for all points that follow from figures.

    `given` is {(member, pk of a criterion): Given}. Each result is rounded half up to `step`. What
    does not apply to a member has full points or none, as the regulation says; with none it has to
    be left out of the total. Raises WrongFigure.
    """
    nodes, members, found = leaves(sections), {member for member, _pk in given}, {}
    for node in nodes:
        of_all = {member: given.get((member, node.pk), Given()) for member in members}
        bloc = Bloc(_best(of_all.values())) if node.rule.method in COMPARING else Bloc()
        for member, own in of_all.items():
            if node.rule.method != Method.JUDGED or not own.applies:
                found[member, node.pk] = _counted(node, own, bloc, step, not_applicable)
    for node in (each for each in nodes if each.rule.method == Method.OVER_FULFILMENT):
        for member in members:
            found[member, node.pk] = _over(node, nodes, member, given, step)
    return found


def _counted(node, given, bloc, step, not_applicable):
    if not given.applies:
        points = node.maximum if not_applicable == NotApplicable.FULL else NOTHING
        return Counted(node, given, points)
    exact = exact_points(node.rule, node.maximum, given, bloc)
    points = None if exact is None else min(rounded(exact, step), node.maximum)
    return Counted(node, given, points, exact, target_of(node.rule, given), bloc.best)


def _over(node, nodes, member, given, step):
    """What a member's exceeded targets earn together, up to the maximum of this criterion."""
    earned = tuple(
        (each.code, over_points(each.rule, each.maximum, given.get((member, each.pk), Given())))
        for each in nodes
    )
    parts = tuple((code, points) for code, points in earned if points)
    exact = min(sum((points for _code, points in parts), Fraction(0)), Fraction(node.maximum))
    own = given.get((member, node.pk), Given())
    return Counted(node, own, min(rounded(exact, step), node.maximum), exact, parts=parts)


def _best(given):
    return best_figure(each.figure for each in given if each.applies)
