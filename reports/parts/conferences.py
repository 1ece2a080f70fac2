"""The conferences of a year and how the members attended them, as a report prints it."""

from dataclasses import dataclass

from blocs.conferring import HERE, counts, head_count
from blocs.models import Attendance, AttendanceState, Conference
from vietnamese.dates import clerical_date

UNKNOWN = "chưa ghi nhận"
STATES = {
    AttendanceState.PRESENT: "có mặt",
    AttendanceState.BY_PROXY: "cử người dự thay",
    AttendanceState.ABSENT_WITH_LEAVE: "vắng có lý do",
    AttendanceState.ABSENT: "vắng không lý do",
}


@dataclass(frozen=True)
class Line:
    """A conference: `here` is "5/6", or that nobody recorded it."""

    number: int
    held_on: str
    title: str
    here: str
    absent: str


@dataclass(frozen=True)
class Attended:
    """A member over all conferences of which its attendance is recorded."""

    number: int
    name: str
    here: str
    absent: str


@dataclass(frozen=True)
class Conferences:
    lines: tuple[Line, ...]
    members: tuple[Attended, ...]


def conferences(year, report, seats):
    """Return the conferences that the months of the report saw, with its `seats`: two queries.

    Of those that belong to another year and only serve this one nobody counts the members here.
    """
    held = Conference.objects.serving([year]).valid().in_time()
    held = [each for each in held if _is_in(each, year, report)]
    noted = {}
    for row in Attendance.objects.filter(conference__in=held):
        noted.setdefault(row.conference_id, {})[row.seat_id] = row.state
    expected = {
        each.pk: _expected(each, seats, noted.get(each.pk, {}))
        for each in held
        if each.emulation_year_id == year.pk
    }
    return Conferences(
        tuple(_line(n, each, expected.get(each.pk)) for n, each in enumerate(held, start=1)),
        tuple(_attended(n, seat, expected) for n, seat in enumerate(seats, start=1)),
    )


def _is_in(conference, year, report):
    """The report on the whole year has all that serve it; one may close it in the next January.

    Of an unknown day nobody knows that it was held in the first months.
    """
    if report.months == 12:
        return True
    return conference.held_on is not None and report.covers(conference.held_on, year.year)


def _expected(conference, seats, noted):
    """[(seat, state or None)] of who counted among the members on the day."""
    return [
        (seat, noted.get(seat.pk))
        for seat in seats
        if counts(
            joined_on=seat.joined_on,
            left_on=seat.left_on,
            held_on=conference.held_on,
            state=noted.get(seat.pk),
        )
    ]


def _line(number, conference, expected):
    held_on = clerical_date(conference.held_on) if conference.held_on else UNKNOWN
    count = head_count(state for _seat, state in expected or ())
    if not count.is_known:
        return Line(number, held_on, conference.title, UNKNOWN, "")
    absent = [
        f"{seat.organisation.label} ({STATES[state]})"
        for seat, state in expected
        if state is not None and state not in HERE
    ]
    if count.unknown:
        absent.append(f"{UNKNOWN}: {count.unknown} đơn vị")
    return Line(
        number, held_on, conference.title, f"{count.here}/{count.members}", "; ".join(absent)
    )


def _attended(number, seat, expected):
    states = [state for rows in expected.values() for each, state in rows if each.pk == seat.pk]
    known = [state for state in states if state is not None]
    if not known:
        return Attended(number, seat.organisation.name, UNKNOWN, "")
    here = sum(state in HERE for state in known)
    absent = [f"{known.count(state)} {word}" for state, word in STATES.items()
              if state not in HERE and state in known]  # fmt: skip
    return Attended(number, seat.organisation.name, f"{here}/{len(known)}", "; ".join(absent))
