"""A figure against its plan, and which states a report may have."""

import datetime as dt
from decimal import Decimal

import pytest

from pledges.commending import Span
from pledges.progressing import STATUSES, Status, concerns, is_reached, percent


@pytest.mark.parametrize(
    ("planned", "actual", "shown"),
    [
        ("1200", "1200", "100.0"),
        ("1200", "1500", "125.0"),
        ("3", "1", "33.3"),
        ("3", "2", "66.7"),
        ("2000", "1", "0.1"),  # 0,05 % goes up
        ("2000", "3", "0.2"),  # 0,15 % too, where half even and binary floats go down
        ("40", "0", "0.0"),
        ("0.03", "0.01", "33.3"),
    ],
)
def test_a_figure_is_shown_against_its_plan_half_up(planned, actual, shown):
    assert str(percent(Decimal(planned), Decimal(actual))) == shown


@pytest.mark.parametrize(
    ("planned", "actual", "shown"), [("4", "5", "80.0"), ("5", "4", "125.0"), ("0", "3", "0.0")]
)
def test_where_less_is_better_the_plan_is_shown_against_the_figure(planned, actual, shown):
    assert str(percent(Decimal(planned), Decimal(actual), lower_is_better=True)) == shown


def test_nothing_is_divided_by_zero_and_it_is_still_said_whether_the_plan_is_reached():
    zero, five = Decimal(0), Decimal(5)
    assert percent(zero, five) is None
    assert is_reached(zero, five)
    assert percent(five, zero, lower_is_better=True) is None
    assert is_reached(five, zero, lower_is_better=True)
    assert percent(zero, zero, lower_is_better=True) is None
    assert is_reached(zero, zero, lower_is_better=True)


def test_what_was_not_reported_is_not_zero():
    assert percent(Decimal(5), None) is None
    assert is_reached(Decimal(5), None) is None
    assert percent(Decimal(5), Decimal(0)) == 0
    assert not is_reached(Decimal(5), Decimal(0))


def test_a_plan_missed_by_little_is_not_reached_though_it_is_shown_as_100():
    planned, actual = Decimal("1000000"), Decimal("999999.99")
    assert str(percent(planned, actual)) == "100.0"
    assert not is_reached(planned, actual)


def test_every_state_belongs_to_a_part_of_the_year():
    assert set(STATUSES) == set(Span)
    assert {status for each in STATUSES.values() for status in each} == set(Status)
    assert Status.MISSED not in STATUSES[Span.HALF_YEAR]


@pytest.mark.parametrize(
    ("joined", "left", "half_year", "year"),
    [
        (None, None, True, True),
        (None, dt.date(2026, 6, 30), False, False),
        (None, dt.date(2026, 7, 1), True, False),
        (None, dt.date(2027, 1, 1), True, True),
        (dt.date(2026, 6, 30), None, True, True),
        (dt.date(2026, 7, 1), None, False, True),
    ],
)
def test_who_sits_when_a_part_of_the_year_ends_reports_on_it(joined, left, half_year, year):
    days = {"joined_on": joined, "left_on": left}
    assert concerns(Span.HALF_YEAR, 2026, **days) is half_year
    assert concerns(Span.YEAR, 2026, **days) is year
