"""What pictures of a standing show, as plain values: shares of the maximum, years side by side."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from .kinds import CriterionKind
from .standing import Figure, flat

# From which per cent of the maximum each shade begins; the last is the darkest.
SHADES = (0, 50, 70, 85, 95)


@dataclass(frozen=True)
class Cell:
    """A cell of the heat map: whose, the figure, its share in per cent, its shade from 0 on.

    `share` and `shade` are None where nothing was scored.
    """

    member: object
    figure: Figure
    share: Decimal | None = None
    shade: int | None = None


@dataclass(frozen=True)
class YearShare:
    """A member's total in one year and its share of the ordinary maximum, which may change."""

    year: int
    total: Decimal
    share: Decimal
    width: str


def heat_map(sheet):
    """Return [(row of the criteria, cells)] for ordinary and bonus points, in protocol order."""
    figures = [(result.member, flat(result.figures)) for result in sheet.in_protocol_order]
    return [
        (row, [_cell(member, own[row.node.pk]) for member, own in figures])
        for row in sheet.rows
        if row.node.kind != CriterionKind.PENALTY
    ]


def shade_of(share):
    """Return the number of the shade of a share in per cent."""
    return max(n for n, start in enumerate(SHADES) if share >= start)


def per_cent(points, maximum):
    """Return a share in per cent with one decimal, half up."""
    tenths = Fraction(points) * 1000 / Fraction(maximum)
    return Decimal(int(tenths + Fraction(1, 2))) / 10


def year_shares(results):
    """Return [(organisation, its years newest first)] from {year: results}, as far as it is known.

    Only members of the newest year are listed, and only what was fully scored. The share is of the
    ordinary maximum, so that years with other scales stand beside each other.
    """
    newest = max(results, default=None)
    found = []
    for member in (result.member for result in results.get(newest, ())):
        organisation = member.organisation
        years = [
            _year_share(year, result)
            for year in sorted(results, reverse=True)
            for result in results[year]
            if result.member.organisation == organisation and not result.missing
        ]
        found.append((organisation, years))
    return found


def _cell(member, figure):
    if not figure.scored:
        return Cell(member, figure)
    applying = figure.node.maximum - figure.left_out
    share = per_cent(figure.points, applying if applying > 0 else figure.node.maximum)
    return Cell(member, figure, share, shade_of(share))


def _year_share(year, result):
    share = per_cent(max(result.total, Decimal(0)), result.sum.maximum)
    return YearShare(year, result.total, share, f"{min(share, Decimal(100)):.1f}")
