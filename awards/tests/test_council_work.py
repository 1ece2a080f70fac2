"""What waits for the province's staff on their to-do list, and how far the bloc sees its list."""

import datetime as dt

import pytest

from awards import workflow
from awards.answers_of_the_council import answers_of
from awards.open_work import open_work, with_open_work
from blocs.models import EmulationYear
from blocs.tests import make as blocs

from . import make, provincial

pytestmark = pytest.mark.usefixtures("law")


def waiting(cast, on=None):
    years = EmulationYear.objects.filter(bloc__province=cast.province)
    years = with_open_work(years.select_related("bloc").order_by("pk"))
    return [
        (work.address.partition(":")[2], *work.args, work.due)
        for work in open_work(years, on=on or cast.today)
        if work.keepers
    ]


def test_each_step_waits_for_the_staff_until_it_is_done(cast):
    """Once a session is named, it is not named again for the other blocs of the province."""
    blocs.year(cast.other_bloc, cast.year.year + 1)
    found = provincial.submitted(cast)
    assert waiting(cast) == [("council_submission", found.submission.pk, None)]
    workflow.ask_agency(
        found.submission, nominations=found.keys[:1], agency="Thuế", asked_on=cast.today,
        due_on=cast.today, by=cast.staff, at=make.now(),
    )  # fmt: skip
    late = waiting(cast, cast.today + dt.timedelta(days=1))
    assert late[1:] == [("council_nomination", found.keys[0], cast.today)]
    assert len(waiting(cast)) == 1
    for row in found.rows.values():
        workflow.appraise(
            row, is_favourable=True, conclusion="Đủ", appraised_on=cast.today,
            by=cast.staff, at=make.now(),
        )  # fmt: skip
    of_the_year = ("province_awards", cast.province.pk, cast.year.year, None)
    assert waiting(cast) == [of_the_year]
    session = provincial.voted(cast, found)
    assert waiting(cast) == [("council_session", session.pk, None)]
    workflow.finish_session(session, by=cast.staff, at=make.now())
    assert waiting(cast) == [of_the_year]
    provincial.decided(cast, found)
    assert waiting(cast) == []


def test_a_bloc_reads_where_each_nomination_is_since_when_and_why(cast):
    assert not answers_of(cast.year)
    found = provincial.passed(cast, union=(3, 12, "Chưa đủ điều kiện"))
    decision = provincial.decided(cast, found)
    told = {row.seat_id: row for row in answers_of(cast.year).nominations}
    first, second = (told[cast.seats[name].pk] for name in ("farmers", "union"))
    assert (first.tag, first.given.decision, first.vote["agree"]) == ("done", decision, 15)
    assert first.since == first.steps.get(state="decided").at
    assert (second.tag, second.reason, second.given) == ("stop", "Chưa đủ điều kiện", None)
    assert (second.vote["needed"], second.vote["members"]) == (8, 15)
    assert answers_of(cast.year).returned is None
