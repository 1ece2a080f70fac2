"""The course of a ballot: prepared, opened, cast, ended, closed; who may, and what is refused."""

import datetime as dt
from decimal import Decimal

import pytest

from accounts.refusal import Refused
from awards import workflow
from awards.counting import Verdict
from awards.electorate import turnout
from awards.models import Ballot, BallotPaper
from awards.results import result_of
from blocs.models import ChairAct, OrganisationSuccession
from blocs.tests import make as blocs
from blocs.workflow import NotChair

from . import make


def names(seats):
    return [str(seat) for seat in seats]


def test_a_ballot_is_prepared_without_an_act_and_opened_by_one(cast):
    make.announced(cast)
    earlier = ChairAct.objects.count()
    ballot = make.prepared(cast)
    assert ballot.state == "prepared"
    assert ChairAct.objects.count() == earlier
    ballot = workflow.open_ballot(
        ballot, closes_at=make.now() + make.HOUR, by=cast.chair, at=make.now()
    )
    act = ChairAct.objects.latest("pk")
    assert (ballot.state, act.what, act.capacity) == (
        "open",
        "Mở bỏ phiếu “Suy tôn đơn vị đề nghị tặng Cờ thi đua của UBND tỉnh”",
        "chair",
    )
    assert ballot.steps.get().act == act


def test_the_electorate_is_every_member_of_the_day_of_the_opening(cast):
    seat = cast.seats["union"]
    seat.left_on, seat.reason = cast.today, "Sáp nhập"
    seat.save()
    ballot = make.opened(cast)
    assert names(v.seat for v in ballot.voters.all()) == [
        "Ủy ban MTTQ", "Hội Nông dân", "Tỉnh đoàn",
    ]  # fmt: skip
    blocs.seat(cast.year, cast.organisations.women)  # joins later: no vote in this ballot
    assert turnout(ballot).eligible == 3


def test_points_and_ranks_are_those_announced(cast):
    make.announced(cast, front=1)
    ballot = make.opened(cast)
    front = ballot.nominees.get(seat=cast.seats["front"])
    assert (front.rank, front.points) == (1, Decimal(99))
    farmers = ballot.nominees.get(seat=cast.seats["farmers"])
    assert (farmers.rank, farmers.points) == (None, None)


def test_without_an_announced_standing_nobody_votes(cast):
    ballot = make.prepared(cast)
    with pytest.raises(Refused, match="First announce the standing"):
        workflow.open_ballot(ballot, closes_at=make.now() + make.HOUR, by=cast.chair, at=make.now())


def test_votes_of_all_choose_and_the_result_appears_with_the_close(cast):
    ballot = make.opened(cast)
    make.vote(cast, ballot, "front", ["farmers"], ["youth"])
    make.vote(cast, ballot, "union", ["farmers"])
    make.vote(cast, ballot, "farmers", ["farmers"])
    with pytest.raises(Refused, match="before the ballot is closed"):
        result_of(make.fresh(ballot))
    make.vote(cast, ballot, "youth", ["youth"])
    result = result_of(make.closed(cast, ballot))
    assert (result.eligible, result.count.returned, result.outcome.needed) == (4, 4, 3)
    assert [
        (str(r.nominee), r.line.agree, r.line.disagree, r.line.silent, r.percent, r.verdict)
        for r in result.lines
    ] == [
        ("Hội Nông dân", 3, 0, 1, Decimal("75.00"), "chosen"),
        ("Tỉnh đoàn", 1, 1, 2, Decimal("25.00"), "short"),
        ("Ủy ban MTTQ", 0, 0, 4, Decimal("0.00"), "short"),
    ]
    assert not result.is_unanimous or result.count.lines[0].silent == 4


def test_the_share_is_of_all_who_may_vote_not_of_the_ballots_cast(cast):
    ballot = make.opened(cast)
    make.vote(cast, ballot, "front", ["farmers"])
    make.vote(cast, ballot, "union", ["farmers"])
    make.over(cast, ballot)
    result = result_of(make.closed(cast, ballot))
    assert result.lines[0].percent == Decimal("50.00")
    assert result.outcome.verdicts[result.lines[0].nominee.pk] == Verdict.SHORT


def test_a_vote_is_cast_once_whoever_signs_for_the_member(cast):
    second = blocs.user("second")
    blocs.representative(second, cast.organisations.front)
    ballot = make.opened(cast)
    make.vote(cast, ballot, "front", ["front"])
    with pytest.raises(Refused, match="cast already"):
        make.vote(cast, ballot, "front", ["youth"])
    with pytest.raises(Refused, match="cast already"):
        make.vote(cast, ballot, "front", ["youth"], by=second)
    assert BallotPaper.objects.count() == 1


def test_who_does_not_sign_for_a_member_does_not_vote_for_it(cast):
    ballot = make.opened(cast)
    for person in (cast.member, cast.chair, cast.administrator, cast.staff, cast.nobody):
        with pytest.raises(workflow.NotVoter):
            make.vote(cast, ballot, "front", by=person)
    assert not BallotPaper.objects.exists()


def test_a_representative_of_the_successor_votes_for_the_member(cast):
    new = blocs.organisation("Ủy ban MTTQ mới", cast.province)
    OrganisationSuccession.objects.create(
        predecessor=cast.organisations.front, successor=new, kind="renamed", on=cast.today
    )
    person = blocs.user("moi")
    blocs.representative(person, new)
    ballot = make.opened(cast)
    make.vote(cast, ballot, "front", ["front"], by=person)
    assert turnout(ballot).voted == 1


def test_each_delegate_has_a_vote(cast):
    second = blocs.user("second")
    blocs.representative(second, cast.organisations.front)
    ballot = make.opened(cast, electorate="delegates")
    assert turnout(ballot).eligible == 5
    make.vote(cast, ballot, "front", ["front"])
    make.vote(cast, ballot, "front", ["front"], by=second)
    with pytest.raises(Refused, match="cast already"):
        make.vote(cast, ballot, "front", ["front"], by=second)
    late = blocs.user("late")
    blocs.representative(late, cast.organisations.front)
    with pytest.raises(workflow.NotVoter, match="no vote in this ballot"):
        make.vote(cast, ballot, "front", by=late)


def test_marks_that_are_not_allowed_are_refused(cast):
    ballot = make.opened(cast, self_vote=False)
    with pytest.raises(Refused, match="at most 1 may be chosen"):
        make.vote(cast, ballot, "front", ["farmers", "youth"])
    with pytest.raises(Refused, match="does not vote for itself"):
        make.vote(cast, ballot, "front", ["front"])
    with pytest.raises(Refused, match="not those of this ballot"):
        make.vote(cast, ballot, "front", ["youth"], ["youth"])
    make.vote(cast, ballot, "front", [], ["front"])
    assert turnout(ballot).voted == 1


def test_nobody_votes_before_the_opening_after_the_end_or_in_a_closed_ballot(cast):
    ballot = make.prepared(cast)
    with pytest.raises(Refused, match="not open at this moment"):
        make.vote(cast, ballot, "front")
    ballot = make.opened(cast)
    with pytest.raises(Refused, match="not open at this moment"):
        make.vote(cast, ballot, "front", at=ballot.closes_at)
    make.over(cast, ballot)
    make.closed(cast, ballot)
    with pytest.raises(Refused, match="not open at this moment"):
        make.vote(cast, ballot, "front")


def test_opening_needs_an_end_to_come_and_somebody_who_votes(cast):
    make.announced(cast)
    ballot, by = make.prepared(cast), {"by": cast.chair, "at": make.now()}
    later, front = make.now() + make.HOUR, str(cast.seats["front"].pk)
    with pytest.raises(Refused, match="in the past"):
        workflow.open_ballot(ballot, closes_at=by["at"], **by)
    with pytest.raises(Refused, match="Nobody has a vote"):
        workflow.open_ballot(ballot, closes_at=later, voters=[], **by)
    with pytest.raises(Refused, match="Nobody has a vote"):
        workflow.open_ballot(ballot, closes_at=later, voters=["0"], **by)
    with pytest.raises(Refused, match="Only who has a vote"):
        workflow.open_ballot(ballot, closes_at=later, voters=[front], on_paper=["0"], **by)
    with pytest.raises(Refused, match="choose paper for that voter"):
        workflow.open_ballot(ballot, closes_at=later, proxies={front: "Giấy số 3"}, **by)
    barred = make.prepared(cast, allows_proxy=False)
    with pytest.raises(Refused, match="nobody votes by proxy"):
        workflow.open_ballot(
            barred, closes_at=later, on_paper=[front], proxies={front: "Giấy số 3"}, **by
        )
    workflow.open_ballot(ballot, closes_at=later, **by)
    with pytest.raises(Refused, match="opened or cancelled before"):
        workflow.open_ballot(ballot, closes_at=later, **by)


def test_preparing_is_for_who_holds_the_years_work_and_needs_nominees(cast):
    with pytest.raises(NotChair):
        make.prepared(cast, by=cast.deputy)
    with pytest.raises(Refused, match="one at least"):
        make.prepared(cast, nominees=())
    with pytest.raises(Refused, match="more places than nominees"):
        make.prepared(cast, quota=4)
    with pytest.raises(Refused, match="consultation comes first"):
        make.prepared(cast, consulted_on=cast.today + dt.timedelta(days=1))
    make.prepared(cast, by=cast.staff)


def test_what_is_prepared_changes_until_it_is_opened(cast):
    ballot = make.prepared(cast)
    how = make.rules(cast, title="Suy tôn Bằng khen", quota=2)
    seats = [cast.seats[name].pk for name in ("union", "front")]
    workflow.change_ballot(ballot, nominees=seats, by=cast.chair, at=make.now(), **how)
    ballot = make.fresh(ballot)
    assert (ballot.title, ballot.quota) == ("Suy tôn Bằng khen", 2)
    assert names(ballot.nominees.all()) == ["Ủy ban MTTQ", "Liên đoàn Lao động"]
    opened = make.opened(cast)
    with pytest.raises(Refused, match="not being prepared"):
        workflow.change_ballot(opened, nominees=seats, by=cast.chair, at=make.now(), **how)


def test_ending_early_extending_and_cancelling_need_a_reason_and_keep_it(cast):
    ballot, by = make.opened(cast), {"by": cast.chair, "at": make.now()}
    later = ballot.closes_at + make.HOUR
    for verb in (
        workflow.cancel_ballot,
        workflow.end_early,
        lambda *args, **kw: workflow.extend_ballot(*args, until=later, **kw),
    ):
        with pytest.raises(Refused, match="Say why"):
            verb(ballot, why=" ", **by)
    with pytest.raises(Refused, match="later than the present end"):
        workflow.extend_ballot(ballot, until=ballot.closes_at, why="Thêm giờ", **by)
    workflow.extend_ballot(ballot, until=later, why="Thêm giờ", **by)
    make.over(cast, ballot)
    with pytest.raises(Refused, match="over already"):
        make.over(cast, ballot)
    workflow.cancel_ballot(ballot, why="Sai danh sách", **by)
    assert list(ballot.steps.values_list("kind", "why")) == [
        ("opened", ""),
        ("extended", "Thêm giờ"),
        ("ended_early", "Đã đủ phiếu"),
        ("cancelled", "Sai danh sách"),
    ]
    with pytest.raises(Refused, match="finished already"):
        workflow.cancel_ballot(ballot, why="Nữa", **by)


def test_what_was_cast_in_a_cancelled_ballot_is_destroyed_unread(cast):
    ballot = make.opened(cast)
    make.vote(cast, ballot, "front", ["front"])
    ballot = workflow.cancel_ballot(ballot, why="Sai", by=cast.chair, at=make.now())
    assert not BallotPaper.objects.exists()
    with pytest.raises(Refused, match="before the ballot is closed"):
        result_of(ballot)


def test_closing_waits_until_voting_is_over_and_is_for_good(cast):
    ballot = make.opened(cast)
    make.vote(cast, ballot, "front", ["front"])
    with pytest.raises(Refused, match="Voting is going on"):
        make.closed(cast, ballot)
    make.closed(cast, ballot, at=ballot.closes_at)
    with pytest.raises(Refused, match="is not open"):
        make.closed(cast, ballot)
    with pytest.raises(Refused, match="is not open"):
        workflow.extend_ballot(
            ballot, until=ballot.closes_at + make.HOUR, why="x", by=cast.chair, at=make.now()
        )


def test_staff_act_in_place_of_the_chair_with_a_reason_and_see_no_result_before(cast):
    ballot = make.opened(cast)
    with pytest.raises(Refused, match="in place of the chair"):
        workflow.end_early(ballot, why="Đủ", by=cast.staff, at=make.now())
    workflow.end_early(ballot, why="Đủ", by=cast.staff, at=make.now(), reason="Khối trưởng vắng")
    with pytest.raises(NotChair):
        workflow.close_ballot(ballot, by=cast.deputy, at=make.now())


def test_a_second_round_is_among_those_whom_the_first_did_not_settle(cast):
    ballot = make.opened(cast)
    ballot = make.voted(cast, ballot, front="front", union="farmers", farmers="farmers", youth="")
    assert result_of(ballot).outcome.chosen == ()
    second = workflow.start_second_round(ballot, by=cast.chair, at=make.now())
    assert (second.round, second.quota, second.state) == (2, 1, "prepared")
    assert names(second.nominees.all()) == ["Ủy ban MTTQ", "Hội Nông dân"]
    with pytest.raises(Refused, match="prepared already"):
        workflow.start_second_round(ballot, by=cast.chair, at=make.now())
    assert Ballot.objects.count() == 2


def test_no_second_round_where_the_first_chose(cast):
    ballot = make.voted(
        cast, make.opened(cast), front="front", union="front", farmers="front", youth="front"
    )
    with pytest.raises(Refused, match="No second round"):
        workflow.start_second_round(ballot, by=cast.chair, at=make.now())
