"""Opening, closing and opening again an emulation year."""

import datetime as dt

import pytest

from accounts.refusal import Refused
from blocs import workflow
from blocs.models import EmulationYear, Seat

from . import make
from .together import at_once, kinds_of

NOON = dt.datetime(2026, 12, 20, 12, tzinfo=dt.UTC)


@pytest.fixture
def bloc(db):
    return make.bloc(province=make.province("Thái Sơn"))


@pytest.fixture
def staff(bloc):
    return make.user("nhan-vien")


def members(year):
    return [(seat.position, seat.organisation.name) for seat in year.seats.all()]


def test_a_year_opens_with_its_members_in_the_order_given(bloc, staff):
    organisations = [make.organisation(name) for name in ("Hội C", "Hội A", "Hội B")]

    year = workflow.open_year(
        bloc, year=2027, name="Khối MTTQ", organisations=organisations, by=staff
    )

    assert (year.bloc, year.year, year.name, year.is_open) == (bloc, 2027, "Khối MTTQ", True)
    assert members(year) == [(1, "Hội C"), (2, "Hội A"), (3, "Hội B")]


def test_a_year_is_opened_once(bloc, staff):
    make.year(bloc, 2027)
    with pytest.raises(Refused, match="already open"):
        workflow.open_year(bloc, year=2027, name="x", organisations=[], by=staff)


def test_nothing_is_opened_when_a_member_is_named_twice(bloc, staff):
    twice = [make.organisation("Hội A")] * 2
    with pytest.raises(Refused, match="already sits in the bloc"):
        workflow.open_year(bloc, year=2027, name="x", organisations=twice, by=staff)
    assert not EmulationYear.objects.exists()
    assert not Seat.objects.exists()


def test_two_blocs_open_the_same_year(bloc, staff):
    other = make.bloc("Khối khác")
    for each in (bloc, other):
        workflow.open_year(each, year=2027, name=each.name, organisations=[], by=staff)
    assert EmulationYear.objects.filter(year=2027).count() == 2


def test_two_who_open_a_year_at_once_open_one(transactional_db):
    bloc, hội = make.bloc(), make.organisation("Hội A")

    def open_it():
        return workflow.open_year(bloc, year=2027, name="x", organisations=[hội], by=None)

    assert kinds_of(at_once(open_it, open_it)) == ["EmulationYear", "Refused"]
    assert members(EmulationYear.objects.get()) == [(1, "Hội A")]


def test_a_year_is_closed_by_somebody_at_a_moment(bloc, staff):
    year = workflow.close_year(make.year(bloc), by=staff, at=NOON)

    year.refresh_from_db()
    assert (year.is_open, year.closed_by, year.closed_at) == (False, staff, NOON)
    with pytest.raises(Refused, match="2026 is already closed"):
        workflow.close_year(year, by=staff, at=NOON)


def test_a_closed_year_opens_again_for_a_reason(bloc, staff):
    year = workflow.close_year(make.year(bloc), by=staff, at=NOON)
    with pytest.raises(Refused, match="Say why the year is opened again"):
        workflow.reopen_year(year, by=staff, why=" ")

    workflow.reopen_year(year, by=staff, why="Còn thiếu điểm")

    year.refresh_from_db()
    assert (year.is_open, year.closed_by, year.closed_at) == (True, None, None)
    assert year.events.latest("pgh_id").pgh_context["why"] == "Còn thiếu điểm"
    with pytest.raises(Refused, match="2026 is already open"):
        workflow.reopen_year(year, by=staff, why="x")


def test_what_somebody_else_closed_meanwhile_is_seen(bloc, staff):
    stale = make.year(bloc)
    workflow.close_year(EmulationYear.objects.get(), by=staff, at=NOON)
    with pytest.raises(Refused, match="already closed"):
        workflow.close_year(stale, by=staff, at=NOON)


CLOSED_TO = {
    "add_seat": lambda seat: workflow.add_seat(
        seat.emulation_year, organisation=make.organisation("Hội mới"), by=None
    ),
    "leave_seat": lambda seat: workflow.leave_seat(
        seat, left_on=NOON.date(), reason="sáp nhập", by=None
    ),
    "move_seat": lambda seat: workflow.move_seat(seat, position=2, by=None),
    "remove_seat": lambda seat: workflow.remove_seat(seat, by=None),
    "appoint": lambda seat: workflow.appoint(seat, from_on=NOON.date(), by=None),
}


@pytest.mark.parametrize("verb", CLOSED_TO)
def test_nobody_writes_in_a_closed_year(bloc, staff, verb):
    seat = make.seat(make.year(bloc), make.organisation("Hội A"))
    make.seat(seat.emulation_year, make.organisation("Hội B"))
    workflow.close_year(seat.emulation_year, by=staff, at=NOON)

    with pytest.raises(Refused, match="2026 is closed"):
        CLOSED_TO[verb](seat)

    assert members(seat.emulation_year) == [(1, "Hội A"), (2, "Hội B")]
    assert not seat.terms.exists()
