"""The scene of the handover tests: a bloc with two open years and the people around it."""

import datetime as dt

from blocs import workflow
from blocs.models import ChairRight

from . import make

ICT = dt.timezone(dt.timedelta(hours=7))
DAY = dt.date(2026, 12, 20)
NOON = dt.datetime(2026, 12, 20, 12, tzinfo=ICT)
NEXT_DAY = dt.date(2026, 12, 21)


def scene():
    """A bloc with two open years; A chairs 2026, B sits in both."""
    province = make.province("Thái Sơn")
    bloc = make.bloc(province=province)
    a, b = make.organisation("Hội A", province), make.organisation("Hội B", province)
    year, coming = make.year(bloc, 2026), make.year(bloc, 2027)
    seats = {(o.name[-1], y.year): make.seat(y, o) for y in (year, coming) for o in (a, b)}
    term = make.term(seats["A", 2026], dt.date(2026, 1, 5))
    users = {name: make.user(name) for name in ("staff-1", "user-a", "user-b")}
    make.staff(users["staff-1"], province)
    make.representative(users["user-a"], a)
    make.representative(users["user-b"], b)
    return bloc, year, coming, seats, term, users


def hand_over(scene, **changes):
    *_, seats, term, users = scene
    fields = {
        "receiver": seats["B", 2027],
        "held_on": DAY,
        "effective_on": NEXT_DAY,
        "by": users["staff-1"],
        "at": NOON,
    }
    return workflow.hand_over(term, **{**fields, **changes})


def act(user, year, at=NOON, right=ChairRight.NOTICES, reason=""):
    return workflow.act_as_chair(year, right=right, what="thử", by=user, at=at, reason=reason)
