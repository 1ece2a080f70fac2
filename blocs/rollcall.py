"""Who of a bloc's members was at a conference: the seats of its year, with what was noted."""

from django.db.models import F, FilteredRelation, Q

from .conferring import counts, head_count
from .models import AttendanceState, Seat


def roll(conference):
    """The seats of the conference's main year in protocol order: one query.

    Each has `noted_state` (None: nobody recorded it), `noted_by` and `said`, the state in words.
    """
    noted = FilteredRelation("attendance", condition=Q(attendance__conference=conference.pk))
    seats = Seat.objects.filter(emulation_year=conference.emulation_year_id)
    seats = seats.annotate(noted=noted).annotate(
        noted_state=F("noted__state"), noted_by=F("noted__attended_by")
    )
    words = dict(AttendanceState.choices)
    found = list(seats.select_related("organisation").order_by("position", "pk"))
    for seat in found:
        seat.said = words.get(seat.noted_state, "")
    return found


def members_on(conference, seats):
    """Those of `roll` who were members on the day, and whoever was noted down."""
    return [
        seat
        for seat in seats
        if counts(
            joined_on=seat.joined_on,
            left_on=seat.left_on,
            held_on=conference.held_on,
            state=seat.noted_state,
        )
    ]


def count_of(conference, seats):
    """The HeadCount of a conference, from its `roll`."""
    return head_count(seat.noted_state for seat in members_on(conference, seats))
