"""Terms of chair and deputy: appointed, recorded from the past, corrected, revoked."""

import datetime as dt

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.refusal import Refused
from blocs import workflow
from blocs.chairing import chair_in_force
from blocs.models import ChairRight, Term

from . import make
from .together import at_once, kinds_of

START, JUNE, DAY = dt.date(2026, 1, 5), dt.date(2026, 6, 1), dt.date(2026, 12, 21)
NOON = dt.datetime(2026, 12, 20, 5, tzinfo=dt.UTC)
BEFORE_START = START - dt.timedelta(days=1)


@pytest.fixture
def seats(db):
    """A, B and C, members of one bloc in 2026."""
    province = make.province("Thái Sơn")
    year = make.year(make.bloc(province=province))
    return [make.seat(year, make.organisation(f"Hội {name}", province)) for name in "ABC"]


@pytest.fixture
def staff(seats):
    person = make.user("nhan-vien")
    make.staff(person, seats[0].bloc.province)
    return person


def correct(term, *, why="Ghi nhầm", **changes):
    period = term.period or DateRange(None, None)
    fields = {"from_on": period.lower, "until": period.upper, "selection": "agreed", "note": ""}
    return workflow.change_term(term, **{**fields, **changes}, by=None, why=why)


def test_a_member_is_appointed_from_a_day_on(seats):
    term = workflow.appoint(seats[0], from_on=START, selection="agreed", note="QĐ 12", by=None)

    term.refresh_from_db()
    assert (term.seat, term.bloc, term.role) == (seats[0], seats[0].bloc, "chair")
    assert (term.period, term.selection, term.note) == (DateRange(START, None), "agreed", "QĐ 12")
    assert [chair_in_force(term.bloc_id, on=day) for day in (BEFORE_START, START)] == [None, term]


def test_a_second_chair_on_one_of_the_days_is_refused(seats):
    workflow.appoint(seats[0], from_on=START, until=JUNE, by=None)
    with pytest.raises(Refused, match="Another organisation already chairs the bloc"):
        workflow.appoint(seats[1], from_on=JUNE - dt.timedelta(days=1), by=None)
    assert workflow.appoint(seats[1], from_on=JUNE, by=None).period.lower == JUNE


def test_deputies_may_be_several_but_an_organisation_has_one_office_a_day(seats):
    workflow.appoint(seats[0], from_on=START, by=None)
    for seat in seats[1:]:
        workflow.appoint(seat, role="deputy", from_on=START, by=None)
    with pytest.raises(Refused, match="already has a role in the bloc"):
        workflow.appoint(seats[0], role="deputy", from_on=START, by=None)
    assert Term.objects.deputies().count() == 2


def test_days_in_the_wrong_order_are_refused(seats):
    for until in (START, BEFORE_START):
        with pytest.raises(Refused, match="must not come before the first"):
            workflow.appoint(seats[0], from_on=START, until=until, by=None)


def test_whoever_left_takes_no_office(seats):
    workflow.leave_seat(seats[0], left_on=JUNE, reason="Sáp nhập", by=None)
    with pytest.raises(Refused, match="left the bloc cannot take office"):
        workflow.appoint(seats[0], from_on=JUNE, by=None)


def test_a_term_does_not_outlast_the_seat_of_a_member_that_has_left(seats):
    workflow.leave_seat(seats[0], left_on=JUNE, reason="Sáp nhập", by=None)
    for until in (None, JUNE + dt.timedelta(days=1)):
        with pytest.raises(Refused, match="left the bloc"):
            workflow.appoint(seats[0], from_on=START, until=until, by=None)
    term = workflow.appoint(seats[0], from_on=START, until=JUNE, by=None)
    with pytest.raises(Refused, match="left the bloc"):
        correct(term, until=DAY)


def test_two_who_appoint_at_once_appoint_one(transactional_db):
    year = make.year(make.bloc())
    seats = [make.seat(year, make.organisation(name)) for name in "AB"]

    answers = at_once(
        *(lambda seat=seat: workflow.appoint(seat, from_on=START, by=None) for seat in seats)
    )

    assert kinds_of(answers) == ["Refused", "Term"]
    assert Term.objects.count() == 1


def test_a_past_term_answers_the_question_and_gives_no_rights(seats):
    term = workflow.record_past_term(seats[0], selection="rotation", inferred="năm", by=None)

    assert (term.period, term.selection, term.inferred) == (None, "rotation", "năm")
    assert chair_in_force(term.bloc_id, on=JUNE) is None
    with pytest.raises(Refused, match="already recorded"):
        workflow.record_past_term(seats[0], by=None)
    assert workflow.record_past_term(seats[0], role="deputy", by=None).role == "deputy"


def test_a_past_term_is_recorded_for_a_closed_year_too(seats, staff):
    workflow.close_year(seats[0].emulation_year, by=staff, at=NOON)
    assert workflow.record_past_term(seats[0], by=staff).seat == seats[0]


def test_days_and_manner_are_corrected_for_a_reason(seats, staff):
    term = make.term(seats[0], START)
    term = workflow.change_term(
        term, from_on=JUNE, until=DAY, selection="agreed", note="QĐ 12", by=staff, why="Ghi nhầm"
    )

    assert (term.period, term.selection, term.note) == (DateRange(JUNE, DAY), "agreed", "QĐ 12")
    context = term.events.latest("pgh_id").pgh_context
    assert (context["by"], context["why"]) == (staff.pk, "Ghi nhầm")


def test_what_a_correction_refuses(seats, staff):
    term, other = make.term(seats[0], START, JUNE), make.term(seats[1], JUNE)
    with pytest.raises(Refused, match="Say why the term is corrected"):
        correct(term, why=" ")
    with pytest.raises(Refused, match="must not come before the first"):
        correct(term, until=START)
    with pytest.raises(Refused, match="already chairs the bloc"):
        correct(term, until=DAY)
    workflow.revoke_term(other, by=staff, at=NOON, reason="Nhầm")
    with pytest.raises(Refused, match="already revoked"):
        correct(other)
    assert correct(term, until=DAY).period == DateRange(START, DAY)


def test_a_day_that_a_handover_fixed_is_not_corrected_here(seats, staff):
    giver = make.term(seats[0], START)
    handover = workflow.hand_over(
        giver, receiver=seats[1], held_on=NOON.date(), effective_on=DAY, by=staff, at=NOON
    )
    for term, changes in (
        (handover.giver_term, {"until": JUNE}),
        (handover.giver_term, {"until": None}),
        (handover.receiver_term, {"from_on": DAY + dt.timedelta(days=1)}),
    ):
        with pytest.raises(Refused, match=r"fixed by a handover|already chairs"):
            correct(term, **changes)
    assert correct(handover.giver_term, from_on=BEFORE_START).period == DateRange(BEFORE_START, DAY)
    with pytest.raises(Refused, match="Revoke the handover instead"):
        workflow.revoke_term(handover.receiver_term, by=staff, at=NOON, reason="Nhầm")


def test_a_past_term_gains_no_days_by_correction(seats):
    assert correct(make.term(seats[0], None), from_on=START, note="x").period is None


def test_a_mistaken_term_is_revoked_and_stays_on_record(seats, staff):
    term = make.term(seats[0], START)
    with pytest.raises(Refused, match="Say why"):
        workflow.revoke_term(term, by=staff, at=NOON, reason=" ")

    term = workflow.revoke_term(term, by=staff, at=NOON, reason="Nhầm đơn vị")

    assert (term.revoked_by, term.revoked_at, term.revoke_reason) == (staff, NOON, "Nhầm đơn vị")
    assert chair_in_force(term.bloc_id, on=JUNE) is None
    assert workflow.appoint(seats[1], from_on=START, by=staff).pk != term.pk
    with pytest.raises(Refused, match="already revoked"):
        workflow.revoke_term(term, by=staff, at=NOON, reason="Nhầm")


def test_a_term_whose_right_was_used_is_not_revoked(seats, staff):
    term = make.term(seats[0], START)
    chair = make.user("khoi-truong")
    make.representative(chair, seats[0].organisation)
    year = seats[0].emulation_year
    workflow.act_as_chair(year, right=ChairRight.NOTICES, what="thử", by=chair, at=NOON)
    with pytest.raises(Refused, match="Acts already rest on this term"):
        workflow.revoke_term(term, by=staff, at=NOON, reason="Nhầm")
