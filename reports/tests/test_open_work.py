"""The unissued year-end report waits on the to-do lists, from the season of reviews on."""

import datetime as dt

import pytest

from blocs.open_work import open_years
from reports.open_work import open_work

from . import year_end_scene as scene


def found(on):
    return [(work.year.year, work.url) for work in open_work(list(open_years(on=on)), on=on)]


def test_a_report_is_due_from_the_middle_of_november(cast):
    year = cast.year.year
    this = [each for each in found(dt.date(year, 11, 14)) if each[0] == year]
    assert this == []
    this = [each for each in found(dt.date(year, 11, 15)) if each[0] == year]
    assert {url for _year, url in this} == {
        f"/khoi/khoi-so-1/{year}/tong-ket/", f"/khoi/khoi-so-2/{year}/tong-ket/",
    }  # fmt: skip


def test_an_issued_report_waits_for_nobody(cast):
    scene.written(cast.year, by=cast.chair)
    scene.issued(cast.year, by=cast.chair)
    due = found(dt.date(cast.year.year, 12, 31))
    assert (cast.year.year, f"/khoi/khoi-so-1/{cast.year.year}/tong-ket/") not in due
    assert cast.last_year.year in {year for year, _url in due}


@pytest.mark.parametrize("more", [0, 12])
def test_it_takes_one_query_however_many_years(cast, more, django_assert_num_queries):
    on = dt.date(cast.year.year, 12, 31)
    years = list(open_years(on=on)) * (1 + more)
    with django_assert_num_queries(1):
        open_work(years, on=on)
