"""The unissued year-end report waits on the to-do lists, from some weeks before it is due."""

import datetime as dt

import pytest
from django.utils import timezone

from blocs.models import DeadlineRule
from blocs.open_work import open_years
from blocs.reference.deadline_rules import load_deadline_rules
from blocs.workflow import extend_deadline, set_deadlines
from reports.open_work import AHEAD, open_work

from . import year_end_scene as scene


@pytest.fixture(autouse=True)
def usual_days(db):
    load_deadline_rules(DeadlineRule)


def found(on):
    return [(work.year.year, work.url) for work in open_work(list(open_years(on=on)), on=on)]


def urls_of(year, on, report="tong-ket"):
    return {url for number, url in found(on) if number == year and url.endswith(f"{report}/")}


def test_a_report_waits_for_some_weeks_before_its_usual_day(cast):
    year = cast.year.year
    first = dt.date(year, 12, 31) - AHEAD
    assert first == dt.date(year, 11, 16)
    assert urls_of(year, first - dt.timedelta(days=1)) == set()
    assert urls_of(year, first) == {
        f"/khoi/khoi-so-1/{year}/tong-ket/", f"/khoi/khoi-so-2/{year}/tong-ket/",
    }  # fmt: skip


def test_the_bloc_s_own_day_and_its_extension_count(cast):
    year, now = cast.year, timezone.now()
    own, later = dt.date(year.year + 1, 1, 20), dt.date(year.year + 1, 2, 10)
    set_deadlines(year, days={"year_end_report": own}, by=cast.chair, at=now)
    assert len(urls_of(year.year, own - AHEAD - dt.timedelta(days=1))) == 1
    assert len(urls_of(year.year, own - AHEAD)) == 2
    extend_deadline(year, kind="year_end_report", until=later, why="Tết", by=cast.chair, at=now)
    assert len(urls_of(year.year, later - AHEAD - dt.timedelta(days=1))) == 1
    assert len(urls_of(year.year, later - AHEAD)) == 2


def test_it_says_until_when_where_a_day_is_set(cast):
    on = dt.date(cast.year.year, 12, 1)
    works = open_work(list(open_years(on=on)), on=on)
    assert {(w.kind, w.due, w.organisation) for w in works} == {
        ("reports.half_year", dt.date(cast.year.year, 7, 15), None),
        ("reports.year_end", dt.date(cast.year.year, 12, 31), None),
        ("reports.year_end", dt.date(cast.last_year.year, 12, 31), None),
    }
    DeadlineRule.objects.all().delete()
    assert {work.due for work in open_work(list(open_years(on=on)), on=on)} == {None}


def test_without_any_day_it_is_due_when_the_year_ends(cast):
    DeadlineRule.objects.all().delete()
    year = cast.year.year
    assert urls_of(year, dt.date(year, 11, 15)) == set()
    assert len(urls_of(year, dt.date(year, 11, 16))) == 2


def test_an_issued_report_waits_for_nobody(cast):
    scene.written(cast.year, by=cast.chair)
    scene.issued(cast.year, by=cast.chair)
    due = found(dt.date(cast.year.year, 12, 31))
    assert (cast.year.year, f"/khoi/khoi-so-1/{cast.year.year}/tong-ket/") not in due
    assert cast.last_year.year in {year for year, _url in due}


def test_a_six_month_review_waits_from_june_until_its_year_is_over(cast):
    year = cast.year.year
    due = dt.date(year, 7, 15)
    assert urls_of(year, due - dt.timedelta(days=31), "so-ket") == set()
    assert len(urls_of(year, due - dt.timedelta(days=30), "so-ket")) == 2
    assert len(urls_of(year, dt.date(year, 12, 31), "so-ket")) == 2
    assert urls_of(year, dt.date(year + 1, 1, 1), "so-ket") == set()


@pytest.mark.parametrize("kind", ["half_year", "year_end"])
def test_an_issued_review_waits_for_nobody_nor_one_whose_year_was_summed_up(cast, kind):
    scene.written(cast.year, kind, by=cast.chair)
    scene.issued(cast.year, kind, by=cast.chair)
    mine = f"/khoi/khoi-so-1/{cast.year.year}/so-ket/"
    assert mine not in urls_of(cast.year.year, dt.date(cast.year.year, 7, 1), "so-ket")


@pytest.mark.parametrize("more", [0, 12])
def test_it_takes_one_query_however_many_years(cast, more, django_assert_num_queries):
    on = dt.date(cast.year.year, 12, 31)
    years = list(open_years(on=on)) * (1 + more)
    with django_assert_num_queries(1):
        open_work(years, on=on)
