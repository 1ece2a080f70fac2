"""What of the scoring waits, for the to-do list and the handover."""

import datetime as dt
from decimal import Decimal

import pytest
from django.utils import timezone, translation

from blocs.models import DeadlineRule
from blocs.open_work import open_years
from blocs.workflow import set_deadlines
from scoring.open_work import open_work
from scoring.tests import make
from scoring.tests.scene import score

ORDINARY = ("I.1", "I.2.a", "I.2.b")


def texts(cast):
    with translation.override("en"):
        return [work.text for work in open_work(years_of(cast), on=cast.today)]


def years_of(cast):
    return list(open_years(on=cast.today).filter(bloc=cast.bloc).order_by("-year"))


def test_members_with_an_ordinary_criterion_unscored_are_counted(cast):
    make.small_set(cast.last_year)
    year = cast.year.year
    assert texts(cast) == [
        f"The year {year} has no criteria yet",
        f"3 members are not fully scored for {year - 1}",
    ]
    for seat in cast.last_year.seats.all()[:2]:
        for code in ORDINARY:
            score(cast.last_year, seat, code, Decimal(1))
    assert texts(cast)[1] == f"1 member is not fully scored for {year - 1}"

    for code in ORDINARY:
        score(cast.last_year, cast.last_year.seats.last(), code, "0")
    assert texts(cast) == [f"The year {year} has no criteria yet"]


def test_the_points_are_waited_for_until_the_day_of_the_meeting(cast):
    DeadlineRule.objects.all().delete()
    make.small_set(cast.year)
    [work] = [w for w in open_work(years_of(cast), on=cast.today) if w.year == cast.year]
    assert (work.due, work.kind, work.organisation) == (None, "scoring.unscored", None)

    meeting = dt.date(cast.year.year, 12, 10)
    set_deadlines(cast.year, days={"meeting": meeting}, by=cast.chair, at=timezone.now())
    [work] = [w for w in open_work(years_of(cast), on=cast.today) if w.year == cast.year]
    assert work.due == meeting


def test_who_has_left_is_not_waited_for(cast):
    make.small_set(cast.last_year)
    cast.last_year.seats.update(left_on=cast.today, reason="Sáp nhập")
    assert len(texts(cast)) == 1


@pytest.mark.parametrize("years", [1, 2])
def test_it_takes_one_query_however_many_years(cast, years, django_assert_num_queries):
    for year in (cast.year, cast.last_year)[:years]:
        make.small_set(year)
    found = years_of(cast)
    with django_assert_num_queries(1):
        open_work(found, on=cast.today)
