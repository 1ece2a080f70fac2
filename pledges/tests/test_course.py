"""The course of a covenant: in force, amended, closed; whose signature carries over."""

import datetime as dt

import pytest

from accounts.refusal import Refused
from blocs.tests.together import at_once, kinds_of
from blocs.workflow import NotChair
from pledges import workflow
from pledges.board import board, standing_of
from pledges.covenants import commitments_of, covenant_in_force, last_covenant
from pledges.models import CovenantVersion

from . import make

MONTH = dt.timedelta(days=31)


def by(cast, **more):
    return {"by": cast.chair, "at": make.now(), **more}


def standing(cast, version):
    """{member: number of the version whose signature counts}"""
    read, versions = make.read(version)
    found, names = standing_of(versions, read), {seat.pk: n for n, seat in cast.seats.items()}
    return {names[pk]: under.number for pk, under in found.items()}


def test_it_is_put_in_force_when_all_have_signed(cast):
    version = make.opened(cast)
    make.sign(cast, version, "front", "union", "farmers")
    with pytest.raises(Refused, match="these have not signed: Tỉnh đoàn"):
        workflow.put_in_force(version, **by(cast))
    make.sign(cast, version, "youth")
    version = workflow.put_in_force(version, **by(cast))
    assert (version.state, version.in_force_on) == ("in_force", cast.today)
    assert (version.unsigned, version.entered.by) == ("", cast.chair)
    assert covenant_in_force(cast.year) == version
    assert covenant_in_force(cast.last_year) is None


def test_after_the_last_day_it_is_put_in_force_naming_who_has_not_signed(cast):
    version = make.opened(cast)
    later = make.now() + MONTH
    with pytest.raises(Refused, match="Nobody has signed yet"):
        workflow.put_in_force(version, by=cast.administrator, at=later, reason="Thay")
    make.sign(cast, version, "front", "farmers")
    version = workflow.put_in_force(version, by=cast.administrator, at=later, reason="Thay")
    assert version.unsigned == "Liên đoàn Lao động\nTỉnh đoàn"


def test_a_member_that_left_is_not_waited_for(cast):
    version = make.opened(cast)
    make.sign(cast, version, "front", "farmers", "youth")
    seat = cast.seats["union"]
    seat.left_on, seat.reason = cast.today, "Chuyển khối"
    seat.save()
    assert workflow.put_in_force(version, **by(cast)).unsigned == ""


def test_a_draft_is_not_put_in_force(cast):
    with pytest.raises(Refused, match="not open for signing"):
        workflow.put_in_force(make.draft(cast), **by(cast))


def test_a_late_member_signs_while_it_is_in_force(cast):
    version = make.opened(cast)
    make.sign(cast, version, "front", "union", "farmers")
    seat = cast.seats["youth"]
    seat.left_on, seat.reason = cast.today, "Ghi nhầm"
    seat.save()
    version = workflow.put_in_force(version, **by(cast))
    seat.left_on, seat.reason = None, ""
    seat.save()
    assert make.sign(cast, version, "youth")


def test_the_deputy_and_members_carry_out_no_step(cast):
    version = make.opened(cast)
    make.sign(cast, version)
    for verb in (
        lambda: workflow.put_in_force(version, by=cast.deputy, at=make.now()),
        lambda: workflow.start_amendment(
            version.covenant, amendment_reason="x", by=cast.deputy, at=make.now()
        ),
        lambda: workflow.close_covenant(version.covenant, by=cast.deputy, at=make.now()),
        lambda: workflow.withdraw_opening(version, by=cast.deputy, at=make.now()),
    ):
        with pytest.raises(NotChair):
            verb()


# ---- amendments


def test_an_amendment_is_a_new_version_and_the_old_one_stays_in_force(cast):
    first = make.in_force(cast)
    with pytest.raises(Refused, match="Say why the covenant is amended"):
        workflow.start_amendment(first.covenant, amendment_reason=" ", **by(cast))
    second = workflow.start_amendment(first.covenant, amendment_reason="Chỉ tiêu mới", **by(cast))
    assert (second.number, second.state, second.reason) == (2, "draft", "Chỉ tiêu mới")
    assert covenant_in_force(cast.year) == first
    pairs = [(each.continues.text, each.text) for each in second.commitments.all()]
    assert pairs == [(text, text) for text in make.TEXTS]
    with pytest.raises(Refused, match="already being drawn up"):
        workflow.start_amendment(first.covenant, amendment_reason="Nữa", **by(cast))
    make.open_it(second, by=cast.chair)
    assert covenant_in_force(cast.year) == first


def test_a_changed_shared_commitment_touches_all(cast):
    second = make.amended(cast, make.in_force(cast))
    assert standing(cast, second) == {}
    make.sign(cast, second)
    second = workflow.put_in_force(second, **by(cast))
    first = second.covenant.versions.get(number=1)
    assert (first.state, first.closed_on) == ("closed", cast.today)
    assert covenant_in_force(cast.year) == last_covenant(cast.year) == second
    assert first.signatures.count() == 4


def test_a_members_own_commitment_touches_that_member_only(cast):
    first = make.in_force(cast, own=("union", "Riêng"))
    second = make.amended(cast, first, "Riêng, đã sửa", number=4)
    assert standing(cast, second) == {"front": 1, "farmers": 1, "youth": 1}
    with pytest.raises(Refused, match="signature under version 1 stands"):
        make.sign(cast, second, "front")
    make.sign(cast, second, "union")
    assert workflow.put_in_force(second, **by(cast)).unsigned == ""


def test_a_removed_own_commitment_touches_nobody_else_though_numbers_move(cast):
    version = make.draft(cast, texts=("A",), own=("union", "Riêng"))
    workflow.add_commitment(version, text="B", **by(cast))
    first = make.open_it(version, by=cast.chair)
    make.sign(cast, first, "front", reservations={3: "Chưa rõ"})
    make.sign(cast, first, "union", "farmers", "youth")
    first = workflow.put_in_force(first, **by(cast))
    second = workflow.start_amendment(first.covenant, amendment_reason="Bỏ", **by(cast))
    workflow.remove_commitment(second.commitments.get(number=2), **by(cast))
    second = make.open_it(second, by=cast.chair)
    assert standing(cast, second) == {"front": 1, "farmers": 1, "youth": 1}
    read, versions = make.read(second)
    front = board(versions, read, on=cast.today)[0]
    assert (front.carries_over, front.version) == (True, 1)
    assert [(each.number, each.reason) for each in front.reserved] == [(2, "Chưa rõ")]


def test_changed_targets_touch_the_member_whose_they_are(cast):
    version = make.draft(cast)
    front, union = cast.seats["front"], cast.seats["union"]
    make.target(version.commitments.get(number=2), {front: 100, union: 50}, by=cast.chair)
    first = make.open_it(version, by=cast.chair)
    make.sign(cast, first)
    second = workflow.start_amendment(first.covenant, amendment_reason="Giao lại", **by(cast))
    again = {"before": "Kết nạp hội viên mới", "by": cast.chair}
    make.target(second.commitments.get(number=2), {front: 120, union: 50}, **again)
    assert standing(cast, second) == {"union": 1, "farmers": 1, "youth": 1}
    second = make.open_it(second, by=cast.chair)
    make.sign(cast, second, "front")
    third = workflow.start_amendment(second.covenant, amendment_reason="Giao lại", **by(cast))
    make.target(third.commitments.get(number=2), {front: 100, union: 50}, **again)
    # The front's words are those of version 1 again, but it has signed others since.
    assert standing(cast, third) == {"union": 1, "farmers": 1, "youth": 1}


def test_a_signed_version_that_is_not_in_force_is_given_up_for_its_amendment(cast):
    first = make.opened(cast)
    with pytest.raises(Refused, match="withdraw the opening"):
        workflow.start_amendment(first.covenant, amendment_reason="x", **by(cast))
    make.sign(cast, first, "front")
    second = workflow.start_amendment(first.covenant, amendment_reason="Sửa số liệu", **by(cast))
    first = make.fresh(first)
    assert (first.state, first.in_force_on) == ("closed", None)
    assert standing(cast, second) == {"front": 1}
    with pytest.raises(Refused, match="given up for this amendment"):
        workflow.drop_amendment(second, **by(cast))


def test_the_draft_of_an_amendment_is_dropped(cast):
    first = make.in_force(cast)
    with pytest.raises(Refused, match="Change it by an amendment"):
        workflow.drop_amendment(first, **by(cast))
    second = workflow.start_amendment(first.covenant, amendment_reason="x", **by(cast))
    workflow.drop_amendment(second, **by(cast))
    assert CovenantVersion.objects.get() == first
    with pytest.raises(Refused, match="dropped meanwhile"):
        workflow.add_commitment(second, text="x", **by(cast))
    again = workflow.start_amendment(first.covenant, amendment_reason="y", **by(cast))
    assert again.number == 2


def test_the_first_draft_is_not_dropped(cast):
    with pytest.raises(Refused, match="first version is not dropped"):
        workflow.drop_amendment(make.draft(cast), **by(cast))


# ---- closing


def test_a_covenant_is_closed_and_then_rests(cast):
    version = make.opened(cast)
    with pytest.raises(Refused, match="No version of the covenant is in force"):
        workflow.close_covenant(version.covenant, **by(cast))
    make.sign(cast, version)
    version = workflow.put_in_force(version, **by(cast))
    amendment = workflow.start_amendment(version.covenant, amendment_reason="x", **by(cast))
    with pytest.raises(Refused, match="amendment is under way"):
        workflow.close_covenant(version.covenant, **by(cast))
    workflow.drop_amendment(amendment, **by(cast))
    closed = workflow.close_covenant(version.covenant, **by(cast))
    assert (closed.state, closed.closed_on, closed.closed.by) == ("closed", cast.today, cast.chair)
    assert covenant_in_force(cast.year) is None
    assert last_covenant(cast.year) == closed
    with pytest.raises(Refused, match="is closed"):
        workflow.start_amendment(version.covenant, amendment_reason="x", **by(cast))


def test_commitments_of_a_member_come_with_its_own_targets(cast):
    version = make.draft(cast, own=("union", "Riêng"))
    front, union = cast.seats["front"], cast.seats["union"]
    make.target(version.commitments.get(number=1), {front: 1, union: 2}, by=cast.chair)
    found = [(c.number, [t.planned for t in c.own_targets]) for c in commitments_of(version, union)]
    assert found == [(1, [2]), (2, []), (3, []), (4, [])]
    assert [c.number for c in commitments_of(version, front)] == [1, 2, 3]


@pytest.mark.parametrize("round_", range(3))
def test_two_who_amend_at_once_begin_one_version(transactional_db, cast, round_):
    version = make.in_force(cast)
    answers = at_once(
        lambda: workflow.start_amendment(version.covenant, amendment_reason="a", **by(cast)),
        lambda: workflow.start_amendment(version.covenant, amendment_reason="b", **by(cast)),
    )
    assert kinds_of(answers) == ["CovenantVersion", "Refused"]
    assert version.covenant.versions.count() == 2
