"""Who was at a conference: its lists of people and of members, written whole."""

from ..conferring import AttendanceLine, PersonLine
from ..models import Attendance, ConferencePerson


def people_of(conference):
    """The people on record, as PersonLines in order."""
    return [_line(row) for row in conference.people.order_by("place")]


def attendance_of(conference):
    """What is on record of the members, as AttendanceLines in the order of their seats."""
    rows = conference.attendance.order_by("seat__position", "seat")
    return [AttendanceLine(row.seat_id, row.state, row.attended_by) for row in rows]


def write_people(conference, lines):
    """Make the list what these lines say; who stands there already keeps the row."""
    kept = {}
    for row in conference.people.order_by("place"):
        kept.setdefault(_line(row), []).append(row)
    for place, line in enumerate(lines, start=1):
        rows = kept.get(line)
        row = rows.pop(0) if rows else _row(conference, line)
        if row.place != place:
            row.place = place
            row.save()
    for row in (row for rows in kept.values() for row in rows):
        row.delete()


def write_attendance(conference, lines):
    """Make the attendance what these lines say; a member without a line is one of unknown state."""
    wanted = {line.seat: line for line in lines}
    for row in conference.attendance.all():
        line = wanted.pop(row.seat_id, None)
        if line is None:
            row.delete()
        elif (row.state, row.attended_by) != (line.state, line.attended_by):
            row.state, row.attended_by = line.state, line.attended_by
            row.save()
    for line in wanted.values():
        Attendance.objects.create(
            conference=conference,
            emulation_year_id=conference.emulation_year_id,
            seat_id=line.seat,
            state=line.state,
            attended_by=line.attended_by,
        )


def _line(row):
    return PersonLine(row.role, row.full_name, row.position, row.seat_id, row.organisation_text)


def _row(conference, line):
    """A new row, which has no place yet."""
    return ConferencePerson(
        conference=conference,
        emulation_year_id=conference.emulation_year_id,
        role=line.role,
        full_name=line.full_name,
        position=line.position,
        seat_id=line.seat,
        organisation_text=line.organisation,
    )
