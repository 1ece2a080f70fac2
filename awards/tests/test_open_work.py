"""What of the ballots waits on the to-do lists, and for whom: nobody reads who has voted."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from awards.models import AchievementReport
from awards.open_work import open_work, with_open_work
from blocs.models import EmulationYear

from . import make
from .nominating import announced, nomination, sent_back, submission


def waiting(cast, on=None):
    years = with_open_work(EmulationYear.objects.filter(pk=cast.year.pk).select_related("bloc"))
    return [
        (work.address, work.organisation, work.kind)
        for work in open_work(years, on=on or cast.today)
    ]


def ballots_waiting(cast):
    return [work for work in waiting(cast) if work[0] == "awards:ballot_detail"]


def vote_of(cast, name):
    return ("awards:ballot_detail", cast.seats[name].organisation_id, "")


def test_a_prepared_ballot_waits_for_the_chair(cast):
    make.prepared(cast)
    assert waiting(cast) == [("awards:ballot_detail", None, "")]


def test_each_member_finds_its_own_missing_vote_and_is_not_reminded(cast):
    ballot = make.opened(cast, on_paper=("youth",))
    make.vote(cast, ballot, "front", ["front"])
    assert ballots_waiting(cast) == [vote_of(cast, "union"), vote_of(cast, "farmers")]


def test_of_delegates_the_list_does_not_tell_a_colleague_who_has_voted(cast):
    ballot = make.opened(cast, electorate="delegates")
    make.vote(cast, ballot, "front", ["front"])
    assert vote_of(cast, "front") in waiting(cast)


def test_a_ballot_that_is_over_waits_for_its_close_and_a_closed_one_for_nobody(cast):
    ballot = make.opened(cast)
    make.over(cast, ballot)
    assert ballots_waiting(cast) == [("awards:ballot_detail", None, "")]
    make.closed(cast, ballot)
    assert ballots_waiting(cast) == []


def test_ballots_come_with_their_years_and_cost_no_query(cast):
    years = list(with_open_work(EmulationYear.objects.select_related("bloc")))
    with CaptureQueriesContext(connection) as queries:
        assert open_work(years, on=cast.today) == []
    assert len(queries) == 0
    for _time in range(4):
        make.opened(cast)
    years = list(with_open_work(EmulationYear.objects.select_related("bloc")))
    with CaptureQueriesContext(connection) as queries:
        found = open_work(years, on=cast.today)
    assert len([work for work in found if work.address == "awards:ballot_detail"]) == 16
    assert len(queries) <= 1  # the day until which nominations are due


def test_an_announced_standing_waits_for_its_list_the_list_for_reports_and_submission(cast):
    announced(cast, {"front": 1, "union": 2})
    assert waiting(cast) == [("awards:prospect", None, "awards.nominations")]
    first = nomination(cast.year, cast.seats["front"])
    second = nomination(cast.year, cast.seats["union"], "BK_TINH")
    front, union = (cast.seats[name].organisation_id for name in ("front", "union"))
    assert waiting(cast) == [
        ("awards:prospect", None, "awards.submission"),
        ("awards:achievement_edit", front, f"awards.achievements.{first.pk}"),
        ("awards:achievement_edit", union, f"awards.achievements.{second.pk}"),
    ]
    AchievementReport.objects.create(
        nomination=first, achievements="x", by=cast.member, at=timezone.now()
    )
    second.state, second.reason = "declined", "Nhường"
    second.save()
    assert waiting(cast) == [("awards:prospect", None, "awards.submission")]
    sent = submission(cast.year, cast.chair)
    assert waiting(cast) == []
    sent_back(sent, cast.staff)
    assert waiting(cast) == [("awards:prospect", None, "awards.submission")]
