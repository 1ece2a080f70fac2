"""How many days late a member's work came in: what a penalty by days late is counted from.

The deadline is that of the year with its extensions, a member's own included
(`blocs.deadlines`); a day is late from the one after the last day on (docs/field.md §2.2, §3.4).
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from blocs.deadlines import Due, deadlines_of

from .arithmetic import Given
from .kinds import Method
from .tree import leaves


@dataclass(frozen=True)
class Late:
    """What a penalty by days late follows from. `last` is the last day of this very member.

    `came_on` is the day its work came in, None while it has not; then `days` are counted to today.
    """

    due: Due
    last: dt.date
    came_on: dt.date | None
    days: int

    @property
    def given(self):
        return Given(Decimal(self.days))


def days_late(due, came_on, seat_pk=None):
    """Return the days between the last day of a `Due` and the day something came in; 0 in time.

    Pure. For a member (`seat_pk`) its own extension counts where it is the later.
    """
    return max(0, (came_on - due.for_seat(seat_pk)).days)


def late_of(nodes, dues, came, *, on):
    """Return {(pk of the seat, pk of the criterion): Late} for all penalties by days late. Pure.

    `nodes` are criteria, `dues` are {kind: Due}; `came` is {(pk of the seat, kind of deadline): the
    day its work came in, or None while it has not}; what has not come is as late as it is `on` that
    day. Criteria that follow no deadline, and deadlines that nobody has set, are left out: those
    days are entered by hand.
    """
    following = [node for node in nodes if node.rule.method == Method.DAYS_LATE]
    return {
        (seat_pk, node.pk): Late(
            dues[kind],
            dues[kind].for_seat(seat_pk),
            day,
            days_late(dues[kind], day or on, seat_pk),
        )
        for (seat_pk, kind), day in came.items()
        for node in following
        if node.rule.deadline == kind and kind in dues
    }


def lateness(year, sections, came, *, on):
    """Return the same of a year as {(pk of the seat, pk of the criterion): Given}. One query."""
    found = late_of(leaves(sections), deadlines_of([year])[year.pk], came, on=on)
    return {place: late.given for place, late in found.items()}
