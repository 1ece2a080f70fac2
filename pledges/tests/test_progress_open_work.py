"""What of the progress waits: for the chair as a number, for each member with its own day."""

import datetime as dt

import pytest

from blocs.models import Deadline, DeadlineRule
from blocs.open_work import open_years
from pledges.commending import Span
from pledges.open_work import open_work
from pledges.workflow import save_progress

from . import make

MONTH = dt.timedelta(days=30)


@pytest.fixture(autouse=True)
def _no_usual_deadlines(db):
    """What is due when says each test, whatever day it is."""
    DeadlineRule.objects.all().delete()


@pytest.fixture
def version(cast):
    """In force, with one shared commitment and one of the union; neither part is due soon."""
    for kind, days in (("half_year_report", 31), ("year_end_report", 200)):
        day = cast.today + dt.timedelta(days=days)
        Deadline.objects.create(emulation_year=cast.year, kind=kind, due_on=day)
    return make.in_force(cast, texts=("Chung",), own=("union", "Riêng"))


def waiting(cast, on=None):
    years = list(open_years(on=cast.today).filter(pk=cast.year.pk))
    return open_work(years, on=on or cast.today)


def due(kind, day):
    Deadline.objects.filter(kind=kind).update(due_on=day)


def test_it_waits_from_a_month_before_its_day_on(cast, version):
    assert waiting(cast) == []
    due("half_year_report", cast.today + MONTH)
    of_chair, *own = waiting(cast)
    assert "4 members have not reported" in of_chair.text
    assert (of_chair.organisation, of_chair.kind) == (None, "")
    assert of_chair.due == cast.today + MONTH
    assert {work.organisation for work in own} == {
        seat.organisation_id for seat in cast.seats.values()
    }
    assert {work.kind for work in own} == {"progress_half_year"}
    union = next(w for w in own if w.organisation == cast.organisations.union.pk)
    assert union.text.endswith("commitment 1, 2")
    assert union.url.endswith(f"/tien-do/{cast.seats['union'].pk}/")


def test_who_has_reported_does_not_find_it_any_more(cast, version):
    due("half_year_report", cast.today - MONTH)
    shared = version.commitments.get(number=1)
    for name, seat in cast.seats.items():
        if name != "union":
            save_progress(
                shared, seat=seat, span=Span.HALF_YEAR, status="on_track", figures={},
                by=cast.chair, at=make.now(),
            )  # fmt: skip
    of_chair, own = waiting(cast)
    assert "1 member has not reported" in of_chair.text
    assert (own.organisation, own.due) == (cast.organisations.union.pk, cast.today - MONTH)


def test_the_whole_year_takes_the_place_of_its_half(cast, version):
    due("half_year_report", cast.today - MONTH)
    due("year_end_report", cast.today + MONTH)
    assert {work.kind for work in waiting(cast)} == {"", "progress_year"}


def test_without_a_covenant_in_force_nothing_of_it_waits(cast):
    Deadline.objects.create(emulation_year=cast.year, kind="half_year_report", due_on=cast.today)
    assert waiting(cast) == []
