"""Typing scores, locking them, and what is refused."""

from decimal import Decimal

import pytest

from accounts.refusal import Refused
from blocs.models import ChairAct
from blocs.workflow import NotChair, close_year, leave_seat
from scoring import workflow
from scoring.models import Score, ScoresLock, current_set
from scoring.tests import make
from scoring.tests.scene import LATER, NOW, score, stored

FARMERS = "Hội Nông dân"


@pytest.fixture
def small(small_criteria):
    return small_criteria


def save(cast, points, code="I.1", seat="farmers", by="chair", at=NOW, **more):
    criterion = current_set(cast.year).criteria.get(code=code)
    points = None if points is None else Decimal(points)
    return workflow.save_score(
        cast.year, seat=cast.seats[seat], criterion=criterion, points=points,
        by=cast.people[by], at=at, **more,
    )  # fmt: skip


def test_a_typed_score_is_stored_with_who_when_why_and_an_act(cast, small):
    [change] = save(cast, "9.5", why="theo biên bản")

    [kept] = Score.objects.all()
    assert (kept.points, kept.by, kept.at, kept.reason) == (
        Decimal("9.5"),
        cast.chair,
        NOW,
        "theo biên bản",
    )
    assert (change.old, change.new, kept.stage) == (None, Decimal("9.5"), "agreed")
    [act] = ChairAct.objects.all()
    assert (act.capacity, act.right, act.by) == ("chair", "year_work", cast.chair)


def test_a_score_is_changed_and_emptied(cast, small):
    save(cast, "9.5")
    save(cast, "10", shown=Decimal("9.5"), at=LATER)
    assert stored(cast.year) == {(FARMERS, "I.1"): 10}

    save(cast, None, shown=Decimal(10), at=LATER)
    assert stored(cast.year) == {}


def test_zero_is_stored_and_differs_from_nothing(cast, small):
    save(cast, "0")
    assert stored(cast.year) == {(FARMERS, "I.1"): 0}


def test_what_changes_nothing_leaves_no_act(cast, small):
    score(cast.year, cast.seats["farmers"], "I.1", "9.5")

    assert save(cast, "9.5", shown=Decimal("9.50")) == []
    assert save(cast, "9.5", shown=None) == []
    assert not ChairAct.objects.exists()


def test_a_cell_that_somebody_changed_meanwhile_is_not_overwritten(cast, small):
    score(cast.year, cast.seats["farmers"], "I.1", "9.5")
    with pytest.raises(Refused, match=f"{FARMERS} – I.1"):
        save(cast, "7", shown=Decimal(8))

    assert stored(cast.year) == {(FARMERS, "I.1"): Decimal("9.5")}
    assert not ChairAct.objects.exists()


@pytest.mark.parametrize(
    ("code", "points", "sentence"),
    [
        ("I.1", "40.01", "I.1: write points from 0 to 40"),
        ("I.1", "-0.01", "from 0 to 40"),
        ("III", "10", "from 0 to 9.5"),
        ("I", "10", "has been removed meanwhile"),
        ("I.2", "10", "has been removed meanwhile"),
    ],
)
def test_points_that_do_not_fit_are_refused(cast, small, code, points, sentence):
    with pytest.raises(Refused, match=sentence):
        save(cast, points, code=code)
    assert stored(cast.year) == {}


def test_cells_are_stored_all_or_none(cast, small):
    seat = cast.seats["farmers"].pk
    first, second = (small.criteria.get(code=code).pk for code in ("I.1", "III"))
    cells = {(seat, first): (None, Decimal(1)), (seat, second): (None, Decimal(99))}
    with pytest.raises(Refused):
        workflow.save_scores(cast.year, cells=cells, by=cast.chair, at=NOW)

    assert stored(cast.year) == {}


@pytest.mark.parametrize(
    "who",
    ["former_chair", "coming_chair", "deputy", "member", "outsider", "observer", "foreign_staff"],
)
def test_nobody_but_the_chair_types_scores(cast, small, who):
    with pytest.raises(NotChair):
        save(cast, "1", by=who, reason="vì muốn")
    assert stored(cast.year) == {}


@pytest.mark.parametrize("who", ["staff", "administrator"])
def test_staff_stand_in_with_a_reason(cast, small, who):
    with pytest.raises(Refused, match="Say why"):
        save(cast, "1", by=who)
    save(cast, "1", by=who, reason="Khối trưởng đi vắng")

    [act] = ChairAct.objects.all()
    assert (act.capacity, act.reason) == ("stand_in", "Khối trưởng đi vắng")


def test_nothing_is_typed_in_a_closed_year_nor_without_criteria(cast, small):
    with pytest.raises(Refused, match="no criteria yet"):
        workflow.save_scores(cast.last_year, cells={}, by=cast.chair, at=NOW)
    close_year(cast.year, by=cast.staff, at=NOW)
    with pytest.raises(Refused, match="is closed"):
        save(cast, "1")


def test_who_has_left_is_not_scored_any_more(cast, small):
    leave_seat(cast.seats["front"], left_on=cast.today, reason="Sáp nhập", by=cast.staff)
    with pytest.raises(Refused, match="removed meanwhile"):
        save(cast, "1", seat="front")


def test_locked_scores_are_refused_until_reopened_with_a_reason(cast, small):
    workflow.lock(cast.year, by=cast.chair, at=NOW, why="Báo cáo tổng kết số 1")
    with pytest.raises(Refused, match="are locked"):
        save(cast, "1")
    with pytest.raises(Refused, match="Say why"):
        workflow.reopen(cast.year, by=cast.staff, at=NOW, why=" ")

    workflow.reopen(cast.year, by=cast.staff, at=LATER, why="Tính sai")
    save(cast, "1")
    [lock] = ScoresLock.objects.all()
    assert (lock.why, lock.reopened_by, lock.reopen_why) == (
        "Báo cáo tổng kết số 1",
        cast.staff,
        "Tính sai",
    )


def test_a_lock_is_kept_once_and_again_after_reopening(cast, small):
    def lock():
        return workflow.lock(cast.year, by=cast.chair, at=NOW, why="Báo cáo")

    first = lock()
    assert lock() == first
    workflow.reopen(cast.year, by=cast.staff, at=NOW, why="Sai")
    assert lock() != first
    with pytest.raises(Refused, match="not locked"):
        workflow.reopen(cast.last_year, by=cast.staff, at=NOW, why="Sai")
    with pytest.raises(Refused, match="Say why"):
        workflow.lock(cast.last_year, by=cast.staff, at=NOW, why="")


CHANGES = {
    "add": lambda made, each, by: workflow.add_criterion(
        made, code="IX", text="Mới", maximum=Decimal(1), by=by, at=NOW
    ),
    "change": lambda made, each, by: workflow.change_criterion(
        each, code="X", text="Mới", maximum=Decimal(1), by=by, at=NOW
    ),
    "move": lambda made, each, by: workflow.move_criterion(each, position=2, by=by, at=NOW),
    "remove": lambda made, each, by: workflow.remove_criterion(each, by=by, at=NOW),
    "remove_set": lambda made, each, by: workflow.remove_set(made, by=by, at=NOW),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_criteria_are_frozen_once_a_member_is_scored(cast, small, change):
    score(cast.year, cast.seats["farmers"], "I.1", "1")
    before = make.outline(small)
    with pytest.raises(Refused, match="no longer change"):
        change(small, small.criteria.get(code="I.1"), cast.staff)
    assert make.outline(small) == before

    save(cast, None, shown=Decimal(1))
    change(small, small.criteria.get(code="I.1"), cast.staff)
    assert make.outline(small) != before


def test_a_scored_set_may_still_be_adopted(cast, small):
    score(cast.year, cast.seats["farmers"], "I.1", "1")
    workflow.change_set(
        small, title="Tiêu chí", note="Biên bản 1", is_sample=False, by=cast.staff, at=NOW
    )
    small.refresh_from_db()
    assert small.note == "Biên bản 1"


def test_past_scores_are_recorded_without_chair(cast):
    made, seat = make.small_set(cast.last_year), cast.last_year.seats.first()
    place = seat.pk, made.criteria.get(code="I.1").pk

    workflow.record_scores(cast.last_year, points={place: Decimal(7)}, by=None, at=NOW, why="Hồ sơ")
    assert list(stored(cast.last_year).values()) == [7]
    assert not ChairAct.objects.exists()
    with pytest.raises(Refused):
        workflow.record_scores(
            cast.last_year, points={place: Decimal(41)}, by=None, at=NOW, why="x"
        )
