"""Self-score against agreed: who claimed more than the bloc agreed upon, and where all are cut.

Pure but for what `Columns` lets its person see: of whom one sees no self-score there is no bar.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from .kinds import CriterionKind
from .models import Stage
from .seeing import Sees

CENT = Decimal("0.01")


@dataclass(frozen=True)
class Claim:
    """A member's two totals; `change` is what it gained, negative where it was cut.

    `own_width` and `agreed_width` are shares of the longest bar, for SVG; `share` is the change in
    per cent of what was claimed, None where nothing was.
    """

    seat: object
    own: Decimal
    agreed: Decimal
    change: Decimal
    share: Decimal | None
    own_width: str
    agreed_width: str


@dataclass(frozen=True)
class Cut:
    """What members lost at a criterion, in the mean of those with both figures.

    `most` is the greatest loss, `members` how many have both, `cuts` of how many something was cut.
    """

    node: object
    mean: Decimal
    most: Decimal
    members: int
    cuts: int
    width: str


def claims(columns):
    """Return a Claim for each member with both totals that the person sees, in protocol order."""
    pairs = [
        (seat, own, agreed)
        for seat in columns.seats
        if seat.left_on is None
        if (own := columns.total_of(seat, Stage.SELF)) is not None
        if (agreed := columns.total_of(seat, Stage.AGREED)) is not None
    ]
    longest = max((max(own, agreed) for _seat, own, agreed in pairs), default=Decimal(0))
    return [_claim(*pair, longest) for pair in pairs]


def mean_cuts(columns):
    """Return a Cut for each criterion of which members have both figures, the greatest first.

    Only for who sees every point of every self-score: means of a few would tell of the others. What
    nobody lost or gained is left out.
    """
    seats = [seat for seat in columns.seats if seat.left_on is None]
    if any(columns.sees(seat, Stage.SELF) < Sees.EVERYTHING for seat in seats):
        return []
    found = [_cut(node, _losses(columns, seats, node)) for node in columns.leaves]
    found = [cut for cut in found if (cut and cut.most) or (cut and cut.mean)]
    widest = max((abs(cut.mean) for cut in found), default=Decimal(0))
    ordered = sorted(found, key=lambda cut: -cut.mean)
    return [_with_width(cut, widest) for cut in ordered]


def _claim(seat, own, agreed, longest):
    return Claim(
        seat=seat,
        own=own,
        agreed=agreed,
        change=agreed - own,
        share=mean([(agreed - own) * 100 / own]) if own > 0 else None,
        own_width=_width(own, longest),
        agreed_width=_width(agreed, longest),
    )


def _losses(columns, seats, node):
    """What each member with both figures lost; a penalty that grew is a loss too."""
    sign = -1 if node.kind == CriterionKind.PENALTY else 1
    found = []
    for seat in seats:
        own = columns.scores_of(seat, Stage.SELF).get(node.pk)
        agreed = columns.scores_of(seat, Stage.AGREED).get(node.pk)
        if own and agreed:
            found.append(sign * (own.points - agreed.points))
    return found


def _cut(node, losses):
    if not losses:
        return None
    return Cut(
        node=node,
        mean=mean(losses),
        most=max(losses),
        members=len(losses),
        cuts=sum(loss > 0 for loss in losses),
        width="0",
    )


def mean(values):
    """The mean of Decimals with two decimals, half away from zero."""
    exact = Fraction(sum(values, Decimal(0))) / len(values)
    cents = int(abs(exact) * 100 + Fraction(1, 2))
    return (Decimal(cents) * CENT).copy_sign(Decimal(-1 if exact < 0 and cents else 1))


def _with_width(cut, widest):
    shown = max(cut.mean, Decimal(0))
    return Cut(cut.node, cut.mean, cut.most, cut.members, cut.cuts, _width(shown, widest))


def _width(value, longest):
    return f"{max(value, Decimal(0)) * 100 / longest:.2f}" if longest > 0 else "0"
