"""Days late, from the day work came in and the member's own deadline with its extensions."""

import datetime as dt
from decimal import Decimal as D

import pytest

from blocs.deadlines import Due, SetBy
from blocs.workflow import extend_deadline, set_deadlines
from scoring import workflow
from scoring.arithmetic import Rule, Tier
from scoring.counting import count
from scoring.kinds import Method
from scoring.lateness import days_late, lateness
from scoring.models import current_set
from scoring.tests import make
from scoring.tests.scene import NOW
from scoring.tree import grow

BANDS = Rule(
    Method.DAYS_LATE,
    deadline="self_score",
    tiers=(Tier(D(2), "", D(1)), Tier(D(5), "", D(6)), Tier(D(9), "", D(11))),
)
DUE = Due("self_score", dt.date(2026, 11, 10), dt.date(2026, 11, 15), SetBy.BLOC,
          {7: dt.date(2026, 11, 20), 8: dt.date(2026, 11, 12)})  # fmt: skip


@pytest.mark.parametrize(
    ("came", "seat", "days"),
    [
        ("2026-11-01", None, 0),
        ("2026-11-15", None, 0),  # the last day is in time
        ("2026-11-16", None, 1),
        ("2026-11-20", 7, 0),  # longer for this member
        ("2026-11-23", 7, 3),
        ("2026-11-16", 8, 1),  # its own extension is the earlier: that of all counts
    ],
)
def test_a_day_is_late_after_the_last_day_of_the_member(came, seat, days):
    assert days_late(DUE, dt.date.fromisoformat(came), seat) == days


def test_bands_take_points_off_after_the_extension_of_all_and_of_one(cast):
    made = make.small_set(cast.year)
    workflow.add_criterion(
        made, parent=made.criteria.get(code="III"), code="III.1", text="Nộp chậm",
        maximum=D("9.5"), rule=BANDS, by=cast.chair, at=NOW,
    )  # fmt: skip
    chair, year = {"by": cast.chair, "at": NOW}, cast.year.year
    set_deadlines(cast.year, days={"self_score": dt.date(year, 11, 10)}, **chair)
    front, union, farmers = (cast.seats[name].pk for name in ("front", "union", "farmers"))
    own = {"kind": "self_score", "why": "Bão lũ", **chair}
    extend_deadline(cast.year, seat=cast.seats["front"], until=dt.date(year, 11, 20), **own)

    sections = grow(current_set(cast.year).criteria.all())
    pk = made.criteria.get(code="III.1").pk
    came = {
        (front, "self_score"): dt.date(year, 11, 21),
        (union, "self_score"): dt.date(year, 11, 16),
        (farmers, "self_score"): None,
        (farmers, "signing"): dt.date(year, 12, 1),
    }
    given = lateness(cast.year, sections, came, on=dt.date(year, 11, 30))

    assert {seat: each.figure for (seat, _pk), each in given.items()} == {
        front: 1, union: 6, farmers: 20,
    }  # fmt: skip
    counted = count(sections, given)
    assert {seat: counted[seat, pk].points for seat in (front, union, farmers)} == {
        front: 2, union: 5, farmers: 9,
    }  # fmt: skip


def test_a_deadline_that_nobody_set_and_days_by_hand_are_left_out(cast):
    made = make.small_set(cast.year)
    sections = grow(made.criteria.all())
    came = {(cast.seats["front"].pk, "dossier"): dt.date(2026, 1, 1)}
    assert lateness(cast.year, sections, came, on=dt.date(2026, 1, 1)) == {}
