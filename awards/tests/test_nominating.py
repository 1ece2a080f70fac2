"""Nominations come on the list by the quota, from a ballot, by hand; and leave it again."""

import datetime as dt

import pytest
from django.db.backends.postgresql.psycopg_any import NumericRange
from django.utils import timezone

from accounts.refusal import Refused
from awards import workflow
from awards.models import Nomination, NominationState, QuotaRule
from awards.workflow import NotNominee
from blocs.models import ChairAct
from blocs.tests import make as blocs
from blocs.workflow import NotChair, close_year
from scoring.tests.ranked import barred

from . import make
from .nominating import announced, kind, nomination, sent_back, submission

pytestmark = pytest.mark.usefixtures("law")
RANKS = {"union": 1, "front": 2, "farmers": 3, "youth": 4}


def quota(cast, nominees, flags, certificates, **fields):
    return QuotaRule.objects.create(
        province=cast.province, sizes=NumericRange(1, None), years=NumericRange(2020, None),
        nominees=nominees, flags=flags, certificates=certificates, is_assumed=True, **fields,
    )  # fmt: skip


def by_quota(cast, by=None, **more):
    return workflow.nominate_by_quota(
        cast.year, by=by or cast.chair, at=timezone.now(), **more
    )  # fmt: skip


def by_hand(cast, name="front", code="BK_TINH", why="Thành tích đột xuất", by=None, **more):
    return workflow.nominate(
        cast.year, seat=cast.seats[name], kind=kind(code), why=why, by=by or cast.chair,
        at=timezone.now(), **more,
    )  # fmt: skip


def listed(cast):
    rows = Nomination.objects.standing().filter(emulation_year=cast.year)
    return [(row.kind.code, row.member_name) for row in rows.order_by("kind__position", "position")]


def test_the_pattern_of_six_members_comes_from_the_rows_of_the_quota_alone(cast):
    """Bắc Ninh 2022: one nominee, two flags, three certificates for six (docs/field.md §5.1)."""
    for number in (5, 6):
        name = f"Hội {number}"
        cast.seats[name] = blocs.seat(cast.year, blocs.organisation(name, cast.province))
    announced(cast, RANKS | {"Hội 5": 5, "Hội 6": 6})
    by_quota(cast)
    assert listed(cast) == [
        ("CO_CP", "Liên đoàn Lao động"),
        ("CO_TINH", "Ủy ban MTTQ"),
        ("CO_TINH", "Hội Nông dân"),
        ("BK_TINH", "Tỉnh đoàn"),
        ("BK_TINH", "Hội 5"),
        ("BK_TINH", "Hội 6"),
    ]


def test_each_says_how_it_came_with_points_rank_and_the_act(cast):
    announced(cast, RANKS)
    quota(cast, 1, 1, 0)
    first, second = by_quota(cast)
    assert (first.rank, str(first.points), first.ballot) == (1, "99.00", None)
    step = second.steps.get()
    assert (step.state, step.why) == ("proposed", "Theo chỉ tiêu và thứ hạng")
    assert step.act.what == f"Đề nghị khen thưởng theo chỉ tiêu năm {cast.year.year}"
    with pytest.raises(Refused, match="Nothing is to be added"):
        by_quota(cast)


def test_a_nominee_within_the_flags_is_proposed_for_both(cast):
    announced(cast, RANKS)
    quota(cast, 1, 1, 1, nominee_within=True)
    by_quota(cast)
    union = "Liên đoàn Lao động"
    assert listed(cast) == [("CO_CP", union), ("CO_TINH", union), ("BK_TINH", "Ủy ban MTTQ")]


def test_nobody_is_chosen_between_equals_until_the_bloc_has_voted(cast):
    announced(cast, {"union": 1, "front": 1, "farmers": 3, "youth": 4})
    quota(cast, 1, 0, 1)
    with pytest.raises(Refused, match="a vote decides"):
        by_quota(cast)
    ballot = make.opened(cast, nominees=("union", "front"))
    for name in ("union", "front", "farmers"):
        make.vote(cast, ballot, name, ["front"])
    make.over(cast, ballot)
    ballot = make.closed(cast, ballot)
    [chosen] = workflow.nominate_from_ballot(
        ballot, kind=kind("CO_CP"), by=cast.chair, at=timezone.now()
    )
    assert chosen.seat == cast.seats["front"]
    assert (chosen.ballot, chosen.agree, chosen.eligible) == (ballot, 3, 4)


def test_a_ballot_gives_its_votes_to_who_is_on_the_list_already(cast):
    announced(cast, RANKS)
    quota(cast, 1, 0, 0)
    [there] = by_quota(cast)
    names = dict.fromkeys(make.SIGNERS, "union")
    ballot = make.voted(cast, make.opened(cast, nominees=("union", "front")), **names)
    at = timezone.now()
    [voted] = workflow.nominate_from_ballot(ballot, kind=there.kind, by=cast.chair, at=at)
    assert voted == there
    assert (voted.agree, voted.eligible, voted.state) == (4, 4, "proposed")
    assert [step.why for step in there.steps.all()] == [
        "Theo chỉ tiêu và thứ hạng", "Theo kết quả bỏ phiếu",
    ]  # fmt: skip


def test_who_is_barred_from_flags_keeps_its_rank_and_gets_the_certificate(cast):
    announced(cast, RANKS)
    quota(cast, 1, 1, 1)
    barred(cast, "union", effect="no_flag", fact="C1", text="Khiển trách")
    by_quota(cast)
    assert listed(cast) == [
        ("CO_CP", "Ủy ban MTTQ"), ("CO_TINH", "Hội Nông dân"), ("BK_TINH", "Liên đoàn Lao động"),
    ]  # fmt: skip


def test_by_hand_needs_a_reason_and_a_member_that_is_not_on_the_list(cast):
    announced(cast, RANKS)
    with pytest.raises(Refused, match="Say why the member is nominated"):
        by_hand(cast, why=" ")
    with pytest.raises(Refused, match="not given to collectives"):
        by_hand(cast, code="LDTT")
    given = by_hand(cast)
    assert given.steps.get().why == "Thành tích đột xuất"
    with pytest.raises(Refused, match="on the list for this award already"):
        by_hand(cast)
    cast.seats["front"].left_on, cast.seats["front"].reason = cast.today, "Rời khối"
    cast.seats["front"].save()
    with pytest.raises(Refused, match="has left"):
        by_hand(cast, code="GK")


def test_nothing_comes_on_the_list_before_the_standing_is_announced(cast):
    for add in (by_hand, by_quota):
        with pytest.raises(Refused, match="First the standing is announced"):
            add(cast)
    assert not ChairAct.objects.filter(emulation_year=cast.year).exists()


def test_only_the_chair_nominates_and_staff_say_why_they_stand_in(cast):
    announced(cast, RANKS)
    for person in (cast.member, cast.deputy, cast.former_chair, cast.foreign_staff):
        with pytest.raises(NotChair):
            by_hand(cast, by=person)
    with pytest.raises(Refused, match="in place of the chair"):
        by_hand(cast, by=cast.staff)
    given = by_hand(cast, by=cast.staff, reason="Khối trưởng nghỉ")
    assert given.steps.get().act.capacity == "stand_in"
    close_year(cast.year, by=cast.staff, at=timezone.now(), why="Xong")
    with pytest.raises(Refused, match="closed"):
        by_hand(cast, code="GK")


def test_withdrawn_for_a_reason_it_stays_readable_and_may_come_again_by_hand(cast):
    announced(cast, RANKS)
    quota(cast, 1, 0, 0)
    [given] = by_quota(cast)
    how = {"by": cast.chair, "at": timezone.now()}
    with pytest.raises(Refused, match="Say why"):
        workflow.withdraw_nomination(given, why="", **how)
    gone = workflow.withdraw_nomination(given, why="Nhầm", **how)
    assert (gone.state, gone.reason) == (NominationState.WITHDRAWN, "Nhầm")
    with pytest.raises(Refused, match="left the list already"):
        workflow.withdraw_nomination(given, why="Nhầm", **how)
    with pytest.raises(Refused, match="Nothing is to be added"):
        by_quota(cast)
    assert by_hand(cast, "union", "CO_CP").state == NominationState.PROPOSED


def test_who_signs_for_the_nominee_declines_and_nobody_else(cast):
    announced(cast, RANKS)
    given = by_hand(cast)
    at = timezone.now()
    for person in (cast.member, cast.chair, cast.staff, cast.administrator):
        with pytest.raises(NotNominee):
            workflow.decline_nomination(given, why="Nhường", by=person, at=at)
    gone = workflow.decline_nomination(given, why="Nhường", by=cast.former_chair, at=at)
    assert (gone.state, gone.reason) == ("declined", "Nhường")
    step = gone.steps.order_by("pk").last()
    assert (step.by, step.act, step.why) == (cast.former_chair, None, "Nhường")


def test_while_the_list_is_with_the_province_nothing_of_it_changes(cast):
    announced(cast, RANKS)
    given = nomination(cast.year, cast.seats["front"])
    first = submission(cast.year, cast.chair)
    given.submission, given.state = first, "submitted"
    given.save()
    how = {"why": "Nhầm", "at": timezone.now()}
    for change in (
        lambda: by_hand(cast, "union"),
        lambda: workflow.withdraw_nomination(given, by=cast.chair, **how),
    ):
        with pytest.raises(Refused, match="with the province"):
            change()
    sent_back(first, cast.staff)
    given.refresh_from_db()
    assert (given.state, given.submission) == ("proposed", None)
    assert given.steps.get().why == "Thiếu báo cáo thành tích"
    assert by_hand(cast, "union").state == "proposed"


def test_a_record_of_the_past_without_a_known_member_is_never_changed(cast):
    close_year(cast.last_year, by=cast.staff, at=timezone.now(), why="Xong")
    past = workflow.record_past_nomination(
        cast.last_year, kind=kind("CO_CP"), member_stated="các đơn vị", by=None
    )
    assert (past.seat, past.member_name, past.state) == (None, "các đơn vị", "proposed")
    assert not past.steps.exists()


def test_the_right_ends_with_the_term(cast):
    announced(cast, RANKS)
    later = timezone.now() + dt.timedelta(days=2)
    with pytest.raises(NotChair):
        workflow.nominate(
            cast.year, seat=cast.seats["front"], kind=kind("GK"), why="x", by=cast.chair, at=later
        )
