"""The lines of the tables of scores: figures by criterion and member, ready to be shown."""

from dataclasses import dataclass

from vietnamese.numbers import write_decimal

from .chart import Bar, bars
from .standing import Figure, Result, flat
from .why import tie_break_words


@dataclass(frozen=True)
class Cell:
    """A cell of the table: its field name, the figure, and the points as one would type them."""

    key: str
    figure: Figure
    typed: str
    seat: object


@dataclass(frozen=True)
class Place:
    """A member's line in the ranking, with the pieces of its bar and what decided.

    `tie` is the tie-break that told it from others of its total, `waits` the one that is still to
    be decided elsewhere; both in words, "" where there is none. `barrings` are the facts in force.
    """

    result: Result
    bars: list[Bar]
    tie: str = ""
    waits: str = ""
    barrings: tuple = ()


def ranking(sheet):
    return [_place(sheet, result) for result in sheet.standings]


def _place(sheet, result):
    decided, waits_for = result.ranked.decided_by, result.ranked.waits_for
    return Place(
        result,
        bars(result.figures, sheet.highest),
        tie_break_words(decided.tie_break, sheet.nodes) if decided else "",
        tie_break_words(waits_for, sheet.nodes) if waits_for else "",
        tuple(sheet.deciding.barrings_of(result.member)),
    )


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
