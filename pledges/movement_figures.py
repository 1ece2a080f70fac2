"""What a year's movements came to, as plain values: for the papers that print it.

The half-year review asks with Span.HALF_YEAR, the year-end report with Span.YEAR. The two spans
are never added up, and neither are decisions on commendations added to what members report.
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from .commending import Count, Direction, Level, Recipients, Share, Span, direct_share, total


@dataclass(frozen=True)
class Figure:
    name: str
    unit: str
    value: Decimal


@dataclass(frozen=True)
class MemberResult:
    member: str
    text: str
    figures: list[Figure]


@dataclass(frozen=True)
class MovementFigures:
    """A movement with the results of its members in protocol order, and who has not reported.

    `kind` and `launcher` are codes; `answers` is the name of the upper movement, or "".
    """

    name: str
    kind: str
    launcher: str
    launched_by: str
    occasion: str
    since: dt.date | None
    until: dt.date | None
    period_stated: str
    answers: str
    results: list[MemberResult]
    missing: list[str]


@dataclass(frozen=True)
class ExemplarLine:
    kind: str
    name: str
    position: str
    member: str
    movement: str
    description: str


@dataclass(frozen=True)
class Commendations:
    """One direction: numbers by (level, class), None where nothing was reported, and the share."""

    numbers: dict[tuple[Level, Recipients], int | None]
    collectives: int | None
    individuals: int | None
    share: Share | None
    by_member: dict[str, list[Count]]


@dataclass(frozen=True)
class YearFigures:
    """Everything, with the members (short names) that did not report their commendations."""

    movements: list[MovementFigures]
    exemplars: list[ExemplarLine]
    given: Commendations
    received: Commendations
    without_commendations: list[str]


def movement_figures(year, *, span=Span.YEAR):
    """Read what a year's movements came to: five queries. Withdrawn movements are left out.

    Members are named by their labels, in protocol order.
    """
    members = {
        seat.pk: seat.organisation.label
        for seat in year.seats.select_related("organisation").order_by("position")
    }
    movements = year.movements.filter(withdrawn=None).select_related("answers").order_by("pk")
    results = {}
    for result in year.movement_results.with_figures():
        results.setdefault(result.movement_id, {})[result.seat_id] = result
    reports = list(year.commendation_reports.with_counts().filter(span=span))
    counts = [count for report in reports for count in report.plain_counts]
    reported = {report.seat_id for report in reports}
    return YearFigures(
        movements=[_movement(each, results.get(each.pk, {}), members) for each in movements],
        exemplars=[_exemplar(each, members) for each in year.exemplars.select_related("movement")],
        given=_commendations(counts, Direction.GIVEN, members),
        received=_commendations(counts, Direction.RECEIVED, members),
        without_commendations=[name for pk, name in members.items() if pk not in reported],
    )


def _movement(movement, results, members):
    return MovementFigures(
        name=movement.name,
        kind=movement.kind,
        launcher=movement.launcher,
        launched_by=movement.launched_by,
        occasion=movement.occasion,
        since=movement.period and movement.period.lower,
        until=movement.period and movement.period.upper,
        period_stated=movement.period_stated,
        answers=movement.answers.name if movement.answers else "",
        results=[
            MemberResult(name, results[pk].text, [Figure(*f) for f in results[pk].figure_lines])
            for pk, name in members.items()
            if pk in results
        ],
        missing=[name for pk, name in members.items() if pk not in results],
    )


def _exemplar(exemplar, members):
    return ExemplarLine(
        kind=exemplar.kind,
        name=exemplar.name,
        position=exemplar.position,
        member=members[exemplar.seat_id],
        movement=exemplar.movement.name if exemplar.movement else "",
        description=exemplar.description,
    )


def _commendations(counts, direction, members):
    own = [count for count in counts if count.direction == direction]
    persons = [count for count in own if count.recipients != Recipients.COLLECTIVE]
    return Commendations(
        numbers={
            (level, recipients): total(own, level=level, recipients=recipients)
            for level in Level
            for recipients in Recipients
        },
        collectives=total(own, recipients=Recipients.COLLECTIVE),
        individuals=total(persons),
        share=direct_share(own),
        by_member={
            name: [count for count in own if count.member == pk] for pk, name in members.items()
        },
    )
