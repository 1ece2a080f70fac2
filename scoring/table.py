"""The lines of the tables of scores: figures by criterion and member, ready to be shown."""

from dataclasses import dataclass

from vietnamese.numbers import write_decimal

from .chart import Bar, bars
from .standing import Figure, Result, flat


@dataclass(frozen=True)
class Cell:
    """A cell of the table: its field name, the figure, and the points as one would type them."""

    key: str
    figure: Figure
    typed: str
    seat: object


@dataclass(frozen=True)
class Place:
    """A member's line in the ranking, with the pieces of its bar."""

    result: Result
    bars: list[Bar]


def ranking(sheet):
    return [Place(result, bars(result.figures, sheet.highest)) for result in sheet.standings]


def lines(sheet):
    """Return [(row of the criteria, cells)] with the members in protocol order."""
    members = [(result.member, flat(result.figures)) for result in sheet.in_protocol_order]
    return [
        (row, [_cell(sheet, seat, row.node, figures[row.node.pk]) for seat, figures in members])
        for row in sheet.rows
    ]


def key_of(seat, node):
    return f"{seat.pk}-{node.pk}"


def typed(points):
    """The points as in a field; "" where there are none."""
    return "" if points is None else write_decimal(points, grouped=False)


def _cell(sheet, seat, node, figure):
    return Cell(key_of(seat, node), figure, typed(sheet.points.get((seat.pk, node.pk))), seat)
