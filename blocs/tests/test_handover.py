"""The handover: two terms that meet on one day, and rights that move at midnight."""

import datetime as dt

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.refusal import Refused
from blocs import workflow
from blocs.chairing import chair_in_force, who_acts
from blocs.models import (
    ChairAct,
    ChairRight,
    Completion,
    Handover,
    HandoverItem,
    HandoverPerson,
    Term,
)
from blocs.workflow.handover import acts_since

from . import make
from .handing import DAY, ICT, NEXT_DAY, NOON, act, hand_over


def test_a_handover_ends_one_term_where_the_other_begins(scene):
    bloc, _year, _coming, seats, term, users = scene

    handover = hand_over(scene, place="Hội trường", note="Đã bàn giao đủ")

    term.refresh_from_db()
    receiver = handover.receiver_term
    assert term.period == DateRange(dt.date(2026, 1, 5), NEXT_DAY)
    assert receiver.period == DateRange(NEXT_DAY, None)
    assert (receiver.seat, receiver.bloc) == (seats["B", 2027], bloc)
    assert (handover.recorded_by, handover.recorded_on) == (users["staff-1"], DAY)


def test_lists_are_kept_in_their_order(scene):
    people = [HandoverPerson(side="giver", full_name="Ông A"), HandoverPerson(side="witness")]
    items = [HandoverItem(kind="papers", text="Quy chế"), HandoverItem(kind="money", text="Quỹ")]

    handover = hand_over(scene, people=people, inventory=items)

    assert [p.full_name for p in handover.people.all()] == ["Ông A", ""]
    assert [(i.position, i.text) for i in handover.items.all()] == [(1, "Quy chế"), (2, "Quỹ")]


@pytest.mark.parametrize(
    ("moment", "chair"),
    [
        (dt.datetime(2026, 12, 20, 23, 59, 59, tzinfo=ICT), "user-a"),
        (dt.datetime(2026, 12, 21, 0, 0, 0, tzinfo=ICT), "user-b"),
    ],
)
def test_rights_move_at_midnight_in_vietnam_without_any_job(scene, moment, chair):
    _bloc, year, *_, users = scene
    hand_over(scene)
    other = {"user-a": "user-b", "user-b": "user-a"}[chair]

    assert act(users[chair], year, at=moment).capacity == "chair"
    with pytest.raises(workflow.NotChair):
        act(users[other], year, at=moment)


def test_the_giver_may_be_left_to_complete_its_year(scene):
    _bloc, year, coming, *_, users = scene
    until = dt.date(2027, 1, 16)
    hand_over(scene, completes={year: until})
    after = dt.datetime(2027, 1, 15, 23, 59, 59, tzinfo=ICT)
    work = ChairRight.YEAR_WORK

    assert act(users["user-a"], year, at=after, right=work).capacity == "completing"
    with pytest.raises(workflow.NotChair):
        act(users["user-b"], year, at=after, right=work)
    with pytest.raises(workflow.NotChair):  # nothing but that year's work
        act(users["user-a"], year, at=after)
    with pytest.raises(workflow.NotChair):  # and no other year
        act(users["user-a"], coming, at=after, right=work)
    assert act(users["user-b"], coming, at=after, right=work).capacity == "chair"
    assert who_acts(year, work, on=until).capacity == "chair"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"effective_on": dt.date(2026, 1, 5)}, "at least one day"),
        ({"effective_on": dt.date(2026, 12, 19)}, "a day in the past"),
    ],
)
def test_days_that_do_not_fit_are_refused(scene, changes, sentence):
    with pytest.raises(Refused, match=sentence):
        hand_over(scene, **changes)
    assert not Handover.objects.exists()


def test_today_is_allowed_and_a_past_day_with_a_reason(scene):
    assert hand_over(scene, effective_on=DAY).effective_on == DAY


def test_a_past_day_lists_the_acts_it_straddles(scene):
    _bloc, year, *_, term, users = scene
    early = act(users["user-a"], year, at=dt.datetime(2026, 12, 17, 23, 59, tzinfo=ICT))
    late = act(users["user-a"], year, at=dt.datetime(2026, 12, 18, 0, 0, tzinfo=ICT))
    day = dt.date(2026, 12, 18)

    assert list(acts_since(term, day)) == [late]
    handover = hand_over(scene, effective_on=day, past_day_reason="Quyết định đến muộn")
    assert handover.receiver_term.period.lower == day
    assert ChairAct.objects.filter(pk__in=[early.pk, late.pk]).count() == 2


def test_only_one_handover_from_a_term(scene):
    hand_over(scene)
    with pytest.raises(Refused, match="already handed over"):
        hand_over(scene, effective_on=dt.date(2026, 12, 25))


def test_a_receiver_of_another_bloc_is_refused(scene):
    elsewhere = make.seat(make.year(make.bloc("Khối khác"), 2027), make.organisation("Hội C"))
    with pytest.raises(Refused, match="same bloc"):
        hand_over(scene, receiver=elsewhere)


def test_a_receiver_that_has_left_is_refused(scene):
    seat = scene[3]["B", 2027]
    seat.left_on, seat.reason = NEXT_DAY, "sáp nhập"
    seat.save()
    with pytest.raises(Refused, match="left the bloc"):
        hand_over(scene)


def test_the_giver_itself_and_a_closed_year_are_refused(scene):
    _bloc, _year, coming, seats, _term, users = scene
    with pytest.raises(Refused, match="the same"):
        hand_over(scene, receiver=seats["A", 2026])
    workflow.close_year(coming, by=users["staff-1"], at=NOON)
    with pytest.raises(Refused, match="closed"):
        hand_over(scene)


def test_a_year_of_another_bloc_or_a_closed_one_is_not_completed(scene):
    other = make.year(make.bloc("Khối khác"), 2026)
    with pytest.raises(Refused, match="open year of this bloc"):
        hand_over(scene, completes={other: dt.date(2027, 1, 16)})
    with pytest.raises(Refused, match="until a day after"):
        hand_over(scene, completes={scene[1]: NEXT_DAY})
    assert not Completion.objects.exists()


def test_a_later_term_in_the_way_is_refused_with_a_sentence(scene):
    bloc, _year, _coming, seats, term, _users = scene
    term.period = DateRange(term.period.lower, dt.date(2027, 2, 1))
    term.save()
    make.term(seats["A", 2027], dt.date(2027, 2, 1))
    with pytest.raises(Refused, match="already chairs"):
        hand_over(scene)
    assert chair_in_force(bloc.pk, on=NEXT_DAY) == term


def test_revoking_gives_the_chair_back_with_the_end_it_had(scene):
    bloc, _year, _coming, seats, term, users = scene
    term.period = DateRange(term.period.lower, dt.date(2027, 3, 1))
    term.save()
    handover = hand_over(scene)

    revoked = workflow.revoke_handover(
        handover, by=users["staff-1"], at=NOON, reason="Ghi nhầm đơn vị"
    )

    term.refresh_from_db()
    assert term.period.upper == dt.date(2027, 3, 1)
    assert chair_in_force(bloc.pk, on=NEXT_DAY) == term
    assert (revoked.revoke_reason, revoked.revoked_by) == ("Ghi nhầm đơn vị", users["staff-1"])
    again = hand_over(scene)  # and a right one can follow
    assert again.receiver_term.seat == seats["B", 2027]


def test_a_handover_whose_receiver_has_acted_is_not_revoked(scene):
    _bloc, year, *_, users = scene
    handover = hand_over(scene, effective_on=DAY)
    act(users["user-b"], year)
    with pytest.raises(Refused, match="already acted"):
        workflow.revoke_handover(handover, by=users["staff-1"], at=NOON, reason="Nhầm")


@pytest.mark.parametrize("reason", ["", "  "])
def test_revoking_needs_a_reason(scene, reason):
    with pytest.raises(Refused, match="why"):
        workflow.revoke_handover(hand_over(scene), by=None, at=NOON, reason=reason)


def test_a_handover_is_revoked_once_and_in_order(scene):
    _bloc, _year, _coming, seats, _term, users = scene
    first = hand_over(scene)
    second = workflow.hand_over(
        first.receiver_term,
        receiver=seats["A", 2027],
        held_on=DAY,
        effective_on=dt.date(2027, 1, 5),
        by=users["staff-1"],
        at=NOON,
    )
    undo = {"by": users["staff-1"], "at": NOON, "reason": "Nhầm"}
    with pytest.raises(Refused, match="Revoke that handover first"):
        workflow.revoke_handover(first, **undo)
    workflow.revoke_handover(second, **undo)
    workflow.revoke_handover(first, **undo)
    with pytest.raises(Refused, match="already revoked"):
        workflow.revoke_handover(first, **undo)


def test_a_historical_handover_has_no_days_and_gives_nobody_rights(scene):
    bloc, _year, _coming, seats, _term, users = scene
    Term.objects.all().delete()
    giver, receiver = make.term(seats["A", 2026], None), make.term(seats["B", 2027], None)
    handover = workflow.record_past_handover(
        giver, receiver, held_on=dt.date(2023, 11, 29), by=users["staff-1"], at=NOON
    )
    assert (handover.effective_on, chair_in_force(bloc.pk, on=DAY)) == (None, None)
    dated = make.term(seats["A", 2027])
    with pytest.raises(Refused, match="without days"):
        workflow.record_past_handover(dated, receiver, held_on=DAY, by=None, at=NOON)


def test_a_deputy_that_takes_the_chair_is_deputy_no_longer_until_that_is_revoked(scene):
    _bloc, _year, _coming, seats, _term, users = scene
    deputy = make.term(seats["B", 2026], dt.date(2026, 1, 5), role="deputy")
    other = make.term(seats["A", 2027], dt.date(2026, 1, 5), role="deputy")

    handover = hand_over(scene, receiver=seats["B", 2026])

    deputy.refresh_from_db()
    assert deputy.period.upper == NEXT_DAY
    workflow.revoke_handover(handover, by=users["staff-1"], at=NOON, reason="Nhầm")
    deputy.refresh_from_db()
    other.refresh_from_db()
    assert (deputy.period.upper, other.period.upper) == (None, None)


def test_a_handover_is_recorded_once_it_has_been_held(scene):
    with pytest.raises(Refused, match="once it has been held"):
        hand_over(scene, held_on=NEXT_DAY)


def test_a_historical_handover_joins_two_chairs_of_one_bloc_once(scene):
    _bloc, _year, _coming, seats, term, _users = scene
    term.delete()
    first, second = make.term(seats["A", 2026], None), make.term(seats["B", 2027], None)
    elsewhere = make.seat(make.year(make.bloc("Khối khác"), 2027), make.organisation("Hội C"))
    when = {"held_on": DAY, "by": None, "at": NOON}
    with pytest.raises(Refused, match="the same"):
        workflow.record_past_handover(first, first, **when)
    with pytest.raises(Refused, match="same bloc"):
        workflow.record_past_handover(first, make.term(elsewhere, None), **when)
    workflow.record_past_handover(first, second, **when)
    with pytest.raises(Refused, match="already recorded"):
        workflow.record_past_handover(first, second, **when)


def test_the_end_of_a_deputy_that_took_the_chair_is_corrected_through_the_handover(scene):
    _bloc, _year, _coming, seats, _term, users = scene
    deputy = make.term(seats["B", 2026], dt.date(2026, 1, 5), role="deputy")
    hand_over(scene, receiver=seats["B", 2026])
    change = {"selection": "agreed", "note": "", "by": users["staff-1"], "why": "nhầm"}

    with pytest.raises(Refused, match="fixed by a handover"):
        workflow.change_term(deputy, from_on=dt.date(2026, 1, 5), until=None, **change)
    with pytest.raises(Refused, match="rests on this term"):
        workflow.revoke_term(deputy, by=users["staff-1"], at=NOON, reason="nhầm")
    changed = workflow.change_term(deputy, from_on=dt.date(2026, 2, 1), until=NEXT_DAY, **change)
    assert changed.period.lower == dt.date(2026, 2, 1)
