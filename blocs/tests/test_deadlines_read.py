"""Whose day counts, and what an extension adds; read with one query."""

import datetime as dt

import pytest

from blocs.deadlines import SetBy, deadlines_of, due_of, with_deadlines
from blocs.models import Deadline, DeadlineKind, DeadlineRule, EmulationYear, Extension

SIGNING = DeadlineKind.SIGNING


@pytest.fixture
def rules(cast):
    DeadlineRule.objects.all().delete()
    rule = {"kind": SIGNING, "from_year": 2000}
    DeadlineRule.objects.create(**rule, month=3, day=31)
    DeadlineRule.objects.create(**rule, month=4, day=15, province=cast.province)
    newer = {"kind": SIGNING, "from_year": cast.year.year, "month": 4, "day": 20}
    DeadlineRule.objects.create(**newer, province=cast.province)
    return cast


def extend(cast, until, seat=None):
    Extension.objects.create(
        emulation_year=cast.year, kind=SIGNING, seat=seat, until=until, reason="x", by=cast.staff,
        at=dt.datetime.now(dt.UTC),
    )  # fmt: skip


def test_the_blocs_own_day_goes_before_the_provinces_and_that_before_the_usual_one(rules):
    year = rules.year
    due = due_of(year, SIGNING)
    assert (due.on, due.set_by) == (dt.date(year.year, 4, 20), SetBy.PROVINCE)
    assert due_of(rules.last_year, SIGNING).on == dt.date(year.year - 1, 4, 15)
    year.bloc.province = None
    assert due_of(year, SIGNING).set_by == SetBy.USUAL
    Deadline.objects.create(emulation_year=year, kind=SIGNING, due_on=dt.date(year.year, 5, 2))
    due = due_of(year, SIGNING)
    assert (due.on, due.set_by) == (dt.date(year.year, 5, 2), SetBy.BLOC)
    assert due_of(year, DeadlineKind.DOSSIER) is None


def test_the_extension_granted_last_counts_and_never_shortens(rules):
    year, seat = rules.year, rules.seats["union"]
    day = dt.date(year.year, 4, 20)
    extend(rules, day + dt.timedelta(days=9))
    extend(rules, day + dt.timedelta(days=3))
    extend(rules, day + dt.timedelta(days=5), seat)
    due = due_of(year, SIGNING)
    assert (due.first_on, due.on) == (day, day + dt.timedelta(days=3))
    assert due.for_seat(seat.pk) == day + dt.timedelta(days=5)
    assert due.for_seat(rules.seats["front"].pk) == due.on
    assert due.is_over(day + dt.timedelta(days=4))
    assert not due.is_over(day + dt.timedelta(days=4), seat.pk)


def test_it_is_one_query_however_many_years(rules, django_assert_num_queries):
    years = [rules.year, rules.last_year]
    with django_assert_num_queries(1):
        assert set(deadlines_of(years)) == {year.pk for year in years}
    brought = list(with_deadlines(EmulationYear.objects.select_related("bloc")))
    extend(rules, dt.date(rules.year.year, 5, 5))
    with django_assert_num_queries(0):
        before = deadlines_of(brought)
    assert before[rules.year.pk][SIGNING].on == dt.date(rules.year.year, 4, 20)
    brought = list(with_deadlines(EmulationYear.objects.select_related("bloc")))
    assert deadlines_of(brought) == deadlines_of(EmulationYear.objects.select_related("bloc"))
    assert deadlines_of([]) == {}
