"""Movements are entered by the chair or in its place; the past by the keepers of the records."""

import datetime as dt

import pytest

from accounts.refusal import Refused
from blocs.models import ChairAct, Source
from blocs.workflow import NotChair, close_year
from pledges.models import Movement
from pledges.tests import make_movements as make
from pledges.workflow import (
    ChangedMeanwhile,
    add_movement,
    change_movement,
    record_past_movement,
    remove_movement,
    withdraw_movement,
)

NAME = "“Vì người nghèo - Không để ai bị bỏ lại phía sau”"
FACTS = {
    "kind": "campaign",
    "name": NAME,
    "launcher": "front",
    "launched_by": "Ủy ban Trung ương MTTQ Việt Nam",
    "occasion": "70 năm Ngày Chủ tịch Hồ Chí Minh ra Lời kêu gọi thi đua ái quốc",
    "period": make.days(dt.date(2026, 1, 1), None),
    "period_stated": "",
    "answers": None,
}


def told(movement):
    event = movement.events.latest("pgh_id")
    return event.pgh_context["by"], event.pgh_context["why"]


def test_the_chair_enters_a_movement_verbatim_and_leaves_an_act(cast, at):
    add_movement(cast.year, **FACTS, by=cast.chair, at=at)

    movement = Movement.objects.get()
    assert {name: getattr(movement, name) for name in FACTS} == FACTS
    assert (movement.bloc, movement.version) == (cast.bloc, 1)
    assert (movement.entered_by, movement.entered_at) == (cast.chair, at)
    assert (movement.act.capacity, movement.act.right) == ("chair", "year_work")
    assert NAME in movement.act.what
    assert told(movement) == (cast.chair.pk, "")


def test_what_is_not_known_stays_empty(cast, at):
    movement = add_movement(cast.year, kind="movement", name=NAME, by=cast.chair, at=at)
    assert (movement.launcher, movement.occasion, movement.period) == ("unknown", "", None)


def test_staff_enter_it_in_place_of_the_chair_for_a_reason(cast, at):
    with pytest.raises(Refused, match="in place of the chair"):
        add_movement(cast.year, **FACTS, by=cast.staff, at=at)
    movement = add_movement(cast.year, **FACTS, by=cast.staff, at=at, reason="Đi vắng")
    assert (movement.act.capacity, movement.act.reason) == ("stand_in", "Đi vắng")
    assert told(movement) == (cast.staff.pk, "Đi vắng")


@pytest.mark.parametrize("who", ["member", "deputy", "observer", "coming_chair", "foreign_staff"])
def test_nobody_else_enters_changes_withdraws_or_removes(cast, at, movement, who):
    how = {"by": cast.people[who], "at": at}
    for step in (
        lambda: add_movement(cast.year, **FACTS, **how),
        lambda: change_movement(movement, **FACTS, version=1, **how),
        lambda: withdraw_movement(movement, withdraw_reason="x", **how),
        lambda: remove_movement(movement, **how),
    ):
        with pytest.raises(NotChair):
            step()
    assert list(Movement.objects.values_list("name", "version")) == [(movement.name, 1)]


def test_a_movement_needs_a_name_that_the_year_has_not(cast, at):
    add_movement(cast.year, **FACTS, by=cast.chair, at=at)
    for name, sentence in ((" ", "needs a name"), (NAME, "already entered")):
        with pytest.raises(Refused, match=sentence):
            add_movement(cast.year, kind="movement", name=name, by=cast.chair, at=at)
    assert ChairAct.objects.count() == 1


def test_a_movement_answers_one_of_its_bloc_and_never_itself(cast, at, movement):
    how = {"by": cast.chair, "at": at}
    earlier = make.movement(cast.last_year, "Năm trước")
    own = add_movement(cast.year, **{**FACTS, "answers": movement}, **how)
    assert list(movement.answered_by.all()) == [own]
    elsewhere = make.movement(cast.other_bloc.years.get(), "Khác")
    with pytest.raises(Refused, match="one of the same bloc"):
        change_movement(own, **{**FACTS, "answers": elsewhere}, version=1, **how)
    for answers in (movement, own):
        with pytest.raises(Refused, match="cannot answer itself"):
            change_movement(
                movement, **{**FACTS, "name": "x", "answers": answers}, version=1, **how
            )
    change_movement(own, **{**FACTS, "answers": earlier}, version=1, **how)
    assert Movement.objects.get(pk=own.pk).answers == earlier


def test_of_two_who_change_it_the_second_is_told(cast, at, movement):
    first = change_movement(movement, **FACTS, version=1, by=cast.chair, at=at)
    assert first.version == 2
    with pytest.raises(ChangedMeanwhile) as refusal:
        change_movement(
            movement, **{**FACTS, "name": "Khác"}, version=1, by=cast.staff, at=at, reason="x"
        )
    assert refusal.value.row.name == NAME
    movement.refresh_from_db()
    assert (movement.name, movement.version) == (NAME, 2)


def test_a_movement_on_which_nothing_rests_is_removed(cast, at, movement):
    remove_movement(movement, by=cast.chair, at=at)
    assert not Movement.objects.exists()
    assert ChairAct.objects.get().what.startswith("Xóa phong trào")
    with pytest.raises(Refused, match="removed meanwhile"):
        remove_movement(movement, by=cast.chair, at=at)


def test_what_something_rests_on_is_withdrawn_for_a_reason_and_stays(cast, at):
    seat, how = cast.seats["front"], {"by": cast.chair, "at": at}
    rested = [make.movement(cast.year, name) for name in ("một", "hai", "ba")]
    make.result(rested[0], seat)
    make.exemplar(seat, movement=rested[1])
    make.movement(cast.year, "bốn", answers=rested[2])
    for movement in rested:
        with pytest.raises(Refused, match="already rests on"):
            remove_movement(movement, **how)
    with pytest.raises(Refused, match="Say why"):
        withdraw_movement(rested[0], withdraw_reason=" ", **how)

    withdraw_movement(rested[0], withdraw_reason="Trùng lặp", **how)

    movement = Movement.objects.get(pk=rested[0].pk)
    assert (movement.withdraw_reason, movement.withdrawn.by) == ("Trùng lặp", cast.chair)
    assert movement.results.count() == 1
    for step in (
        lambda: withdraw_movement(movement, withdraw_reason="x", **how),
        lambda: change_movement(movement, **FACTS, version=2, **how),
    ):
        with pytest.raises(Refused, match="already withdrawn"):
            step()
    assert add_movement(cast.year, kind="drive", name=movement.name, **how).pk


def test_a_closed_year_takes_history_and_nothing_else(cast, at, movement):
    close_year(cast.year, by=cast.staff, at=at)
    how = {"by": cast.staff, "at": at, "reason": "x"}
    for step in (
        lambda: add_movement(cast.year, **FACTS, **how),
        lambda: change_movement(movement, **FACTS, version=1, **how),
        lambda: withdraw_movement(movement, withdraw_reason="x", **how),
        lambda: remove_movement(movement, **how),
    ):
        with pytest.raises(Refused, match="is closed"):
            step()
    source = Source.objects.create(title="Báo tỉnh")
    past = record_past_movement(
        cast.year, kind="drive", name="Đợt cao điểm", period_stated="giai đoạn 2021-2025",
        source=source, inferred="Năm suy ra từ ngày đăng.", by=None,
    )  # fmt: skip
    assert (past.source, past.act, past.entered_by, past.entered_at) == (source, None, None, None)
    assert (past.launcher, past.period, past.inferred[:3]) == ("unknown", None, "Năm")
    assert told(past) == (None, "")
    with pytest.raises(Refused, match="already entered"):
        record_past_movement(cast.year, kind="drive", name="Đợt cao điểm", by=cast.staff, at=at)
