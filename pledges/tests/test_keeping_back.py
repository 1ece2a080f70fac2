"""Files of progress that are kept back until a last day: for whom, from when on, by which verb."""

import datetime as dt

import pytest

from blocs.deadlines import Due, SetBy
from pledges.keeping_back import is_kept_back

LAST = dt.date(2026, 11, 15)
ME, OTHER, LONGER = 1, 2, 3
DUE = Due("self_score", LAST, LAST, SetBy.BLOC, {LONGER: LAST + dt.timedelta(5)})


@pytest.mark.parametrize(
    ("seat", "own", "days", "expected"),
    [
        (ME, {ME}, 0, False),
        (ME, {OTHER}, 0, True),
        (ME, {OTHER}, 1, False),
        (ME, set(), 0, True),  # the province, the chair of another bloc
        (ME, set(), 1, False),
        (LONGER, {OTHER}, 1, True),
        (LONGER, {OTHER}, 6, False),
        (ME, {LONGER}, 1, True),  # who still has time does not see others
        (ME, {LONGER}, 6, False),
    ],
)
def test_it_opens_when_nobody_can_be_drawn_by_it(seat, own, days, expected):
    on = LAST + dt.timedelta(days)
    assert is_kept_back("self_score", DUE, seat, own, on=on, is_year_open=True) == expected


def test_without_a_day_it_stays_closed_until_the_year_is():
    closed = {"on": LAST + dt.timedelta(99), "is_year_open": True}
    assert is_kept_back("self_score", None, ME, set(), **closed)
    assert not is_kept_back("self_score", None, ME, set(), **{**closed, "is_year_open": False})
    assert not is_kept_back("", DUE, ME, set(), on=LAST, is_year_open=True)
