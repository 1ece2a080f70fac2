"""What of the covenants waits."""

import datetime as dt

import pytest

from blocs.models import Deadline, DeadlineRule
from blocs.open_work import open_years
from pledges import workflow
from pledges.open_work import open_work

from . import make


@pytest.fixture(autouse=True)
def _no_usual_deadlines(db):
    """What is due when says each test, whatever day it is."""
    DeadlineRule.objects.all().delete()


def waiting(cast, on=None):
    years = list(open_years(on=cast.today).filter(pk=cast.year.pk))
    return [work.text for work in open_work(years, on=on or cast.today) if not work.organisation]


def test_a_missing_covenant_waits_once_its_day_is_near(cast):
    DeadlineRule.objects.all().delete()
    assert waiting(cast) == []
    Deadline.objects.create(
        emulation_year=cast.year, kind="signing", due_on=cast.today + dt.timedelta(days=31)
    )
    assert waiting(cast) == []
    Deadline.objects.update(due_on=cast.today + dt.timedelta(days=30))
    missing = f"The covenant of {cast.year.year} is not open for signing yet"
    assert waiting(cast) == [missing]
    make.draft(cast)
    assert waiting(cast) == [missing]


def test_members_that_have_not_signed_are_counted(cast):
    year = cast.year.year
    version = make.opened(cast)
    make.sign(cast, version, "front", "union", "farmers")
    assert waiting(cast) == [f"1 member has not signed the covenant of {year}"]
    make.sign(cast, version, "youth")
    assert waiting(cast) == [f"The covenant of {year} is signed by all and not in force yet"]
    workflow.put_in_force(version, by=cast.chair, at=make.now())
    assert waiting(cast) == []


def test_of_an_amendment_only_who_is_touched_waits(cast):
    year = cast.year.year
    first = make.in_force(cast, own=("union", "Riêng"))
    second = workflow.start_amendment(
        first.covenant, amendment_reason="x", by=cast.chair, at=make.now()
    )
    assert waiting(cast) == [f"An amendment of the covenant of {year} is a draft"]
    own = second.commitments.get(number=4)
    workflow.save_commitment(
        own, text="Khác", seat=own.seat, revision=1, by=cast.chair, at=make.now()
    )
    make.open_it(second, by=cast.chair)
    assert waiting(cast) == [f"1 member has not signed the covenant of {year}"]


def test_each_member_that_has_not_signed_finds_it_with_its_day(cast):
    version = make.opened(cast)
    make.sign(cast, version, "front", "union", "farmers")
    years = list(open_years(on=cast.today).filter(pk=cast.year.pk))
    of_chair, own = open_work(years, on=cast.today)
    month = cast.today + dt.timedelta(days=30)
    assert (of_chair.organisation, of_chair.kind, of_chair.due) == (None, "", month)
    assert own.organisation == cast.organisations.youth.pk
    assert (own.kind, own.due) == ("signature", month)
    assert own.text == f"Sign the covenant of {cast.year.year}"


def test_it_costs_one_query_however_many_years(cast, django_assert_num_queries):
    make.opened(cast)
    years = list(open_years(on=cast.today))
    assert len(years) > 2
    with django_assert_num_queries(1):
        open_work(years, on=cast.today)
