"""Who sits in a bloc in a year: joining, leaving, the protocol order, mistakes taken back."""

import datetime as dt

import pytest

from accounts.refusal import Refused
from blocs import workflow

from . import make
from .together import at_once

MAY = dt.date(2026, 5, 1)
JUNE = dt.date(2026, 6, 1)


@pytest.fixture
def year(db):
    """A year in which A, B, C and D sit in this order."""
    year = make.year(make.bloc())
    for name in "ABCD":
        make.seat(year, make.organisation(f"Hội {name}"))
    return year


def order(year):
    return [(s.position, s.organisation.name[-1]) for s in year.seats.order_by("position")]


def seat_of(year, name):
    return year.seats.get(organisation__name=f"Hội {name}")


def test_a_new_member_sits_at_the_end(year):
    seat = workflow.add_seat(year, organisation=make.organisation("Hội E"), by=None)
    assert (seat.position, seat.bloc, seat.joined_on) == (5, year.bloc, None)


def test_the_first_member_sits_in_the_first_place(db):
    empty = make.year(make.bloc())
    assert workflow.add_seat(empty, organisation=make.organisation("A"), by=None).position == 1


def test_a_place_that_became_free_is_not_given_twice(year):
    workflow.remove_seat(seat_of(year, "B"), by=None)
    workflow.add_seat(year, organisation=make.organisation("Hội E"), by=None)
    assert order(year) == [(1, "A"), (3, "C"), (4, "D"), (5, "E")]


def test_a_member_sits_once(year):
    with pytest.raises(Refused, match="already sits in the bloc that year"):
        workflow.add_seat(year, organisation=seat_of(year, "A").organisation, by=None)


@pytest.mark.parametrize("reason", ["", "  "])
def test_joining_in_mid_year_needs_a_reason(year, reason):
    new = make.organisation("Hội E")
    with pytest.raises(Refused, match="needs a reason"):
        workflow.add_seat(year, organisation=new, joined_on=MAY, reason=reason, by=None)
    seat = workflow.add_seat(year, organisation=new, joined_on=MAY, reason="Mới lập", by=None)
    assert (seat.joined_on, seat.reason) == (MAY, "Mới lập")


def test_two_who_join_at_once_have_two_places(transactional_db):
    year = make.year(make.bloc())
    one, two = (make.organisation(name) for name in "XY")

    at_once(
        lambda: workflow.add_seat(year, organisation=one, by=None),
        lambda: workflow.add_seat(year, organisation=two, by=None),
    )

    assert sorted(seat.position for seat in year.seats.all()) == [1, 2]


def test_a_member_leaves_on_a_day_for_a_reason(year):
    seat = workflow.leave_seat(seat_of(year, "A"), left_on=JUNE, reason="Sáp nhập", by=None)

    seat.refresh_from_db()
    assert (seat.left_on, seat.reason) == (JUNE, "Sáp nhập")
    eve = JUNE - dt.timedelta(days=1)
    assert [seat.has_left_by(day) for day in (eve, JUNE)] == [False, True]


def test_why_it_joined_is_not_lost_when_it_leaves(year):
    new = make.organisation("Hội E")
    seat = workflow.add_seat(year, organisation=new, joined_on=MAY, reason="Mới lập", by=None)
    assert workflow.leave_seat(seat, left_on=JUNE, reason="Giải thể", by=None).reason == (
        "Mới lập; Giải thể"
    )


def test_leaving_is_refused_without_reason_twice_or_before_joining(year):
    seat = seat_of(year, "A")
    with pytest.raises(Refused, match="needs a reason"):
        workflow.leave_seat(seat, left_on=JUNE, reason=" ", by=None)
    new = make.organisation("Hội E")
    late = workflow.add_seat(year, organisation=new, joined_on=JUNE, reason="Mới", by=None)
    for day in (MAY, JUNE):
        with pytest.raises(Refused, match="after the day on which it joined"):
            workflow.leave_seat(late, left_on=day, reason="x", by=None)
    workflow.leave_seat(seat, left_on=JUNE, reason="Sáp nhập", by=None)
    with pytest.raises(Refused, match="already left"):
        workflow.leave_seat(seat, left_on=JUNE, reason="Sáp nhập", by=None)


@pytest.mark.parametrize(
    ("until", "left"),
    [(None, False), (JUNE + dt.timedelta(days=1), False), (JUNE, True), (MAY, True)],
)
@pytest.mark.parametrize("role", ["chair", "deputy"])
def test_whoever_holds_an_office_beyond_that_day_does_not_leave(year, role, until, left):
    seat = seat_of(year, "A")
    make.term(seat, dt.date(2026, 1, 1), until, role=role)
    if left:
        workflow.leave_seat(seat, left_on=JUNE, reason="Sáp nhập", by=None)
    else:
        with pytest.raises(Refused, match="Hand over or end the term first"):
            workflow.leave_seat(seat, left_on=JUNE, reason="Sáp nhập", by=None)
    seat.refresh_from_db()
    assert seat.left_on == (JUNE if left else None)


def test_a_revoked_or_historical_term_keeps_nobody(year):
    seat, keeper = seat_of(year, "A"), make.user("nhan-vien")
    make.term(seat, None)
    mistaken = make.term(seat)
    at = dt.datetime(2026, 5, 1, 12, tzinfo=dt.UTC)
    workflow.revoke_term(mistaken, by=keeper, at=at, reason="Nhầm")
    assert workflow.leave_seat(seat, left_on=JUNE, reason="Sáp nhập", by=None).left_on == JUNE


@pytest.mark.parametrize(
    ("name", "position", "expected"),
    [
        ("A", 3, "BCAD"),
        ("D", 1, "DABC"),
        ("B", 2, "ABCD"),
        ("B", 99, "ACDB"),
        ("C", 0, "CABD"),
        ("C", -5, "CABD"),
    ],
)
def test_a_member_moves_and_the_others_close_up(year, name, position, expected):
    moved = workflow.move_seat(seat_of(year, name), position=position, by=None)

    assert order(year) == list(enumerate(expected, start=1))
    assert moved.position == expected.index(name) + 1


def test_moving_leaves_evidence_of_the_new_places_and_of_nothing_else(year):
    workflow.move_seat(seat_of(year, "A"), position=2, by=None)

    moved = [
        [event.position for event in seat_of(year, name).events.order_by("pgh_id")]
        for name in "ABCD"
    ]
    assert moved == [[1, 2], [2, 1], [3], [4]]


def test_a_mistaken_seat_is_removed_until_something_rests_on_it(year):
    workflow.remove_seat(seat_of(year, "B"), by=None)
    assert order(year) == [(1, "A"), (3, "C"), (4, "D")]

    chair = seat_of(year, "A")
    make.term(chair)
    with pytest.raises(Refused, match="Record instead that the member left"):
        workflow.remove_seat(chair, by=None)
    assert seat_of(year, "A").terms.count() == 1


@pytest.mark.parametrize("left_on", [MAY, JUNE, dt.date(2026, 12, 31)])
def test_whoever_is_to_leave_does_not_take_over_the_chair(year, left_on):
    """The receiver's term has no end yet: it would outlast the seat."""
    giver = make.term(seat_of(year, "A"), dt.date(2026, 1, 5))
    workflow.leave_seat(seat_of(year, "B"), left_on=left_on, reason="Sáp nhập", by=None)
    with pytest.raises(Refused, match="left the bloc cannot take office"):
        workflow.hand_over(
            giver, receiver=seat_of(year, "B"), held_on=MAY, effective_on=JUNE, by=None,
            at=dt.datetime(2026, 5, 1, 5, tzinfo=dt.UTC),
        )  # fmt: skip
