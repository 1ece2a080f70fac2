"""Who sits in a bloc in a year, in protocol order."""

from django.db import transaction
from django.db.models import Max, ProtectedError
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused

from ..models import Seat
from .locks import lock_open_year, refusing


@transaction.atomic
def add_seat(year, *, organisation, joined_on=None, reason="", source=None, inferred="", by):
    """Seat an organisation at the end of the order; one that joins in mid-year has day and reason.

    Raises Refused if it already sits there or the reason is missing.
    """
    year = lock_open_year(year.pk)
    _reason_needed(joined_on, reason)
    last = year.seats.aggregate(last=Max("position"))["last"] or 0
    with because(by, reason), refusing():
        return Seat.objects.create(
            emulation_year=year,
            bloc=year.bloc,
            organisation=organisation,
            position=last + 1,
            joined_on=joined_on,
            reason=reason,
            source=source,
            inferred=inferred,
        )


@transaction.atomic
def leave_seat(seat, *, left_on, reason, by):
    """Record that a member left in mid-year; it keeps the seat until that day.

    Raises Refused if it left before, or if its term as chair or deputy lasts beyond that day: a
    member that has left cannot be chair.
    """
    lock_open_year(seat.emulation_year_id)
    seat = Seat.objects.get(pk=seat.pk)
    _reason_needed(left_on, reason)
    if seat.left_on:
        raise Refused(_("This member already left."))
    if seat.joined_on and left_on <= seat.joined_on:
        raise Refused(_("A member leaves after the day on which it joined."))
    terms = seat.terms.valid().filter(period__isnull=False)
    if any(term.period.upper is None or term.period.upper > left_on for term in terms):
        raise Refused(
            _("Its term in the bloc lasts beyond that day. Hand over or end the term first.")
        )
    with because(by, reason):
        seat.left_on, seat.reason = left_on, "; ".join(filter(None, [seat.reason, reason]))
        seat.save()
    return seat


@transaction.atomic
def move_seat(seat, *, position, by):
    """Put a member at another place of the protocol order; the others close up."""
    year = lock_open_year(seat.emulation_year_id)
    seats = list(year.seats.order_by("position"))
    moved = next(other for other in seats if other.pk == seat.pk)
    seats.remove(moved)
    seats.insert(max(0, min(position - 1, len(seats))), moved)
    with because(by):
        for place, other in enumerate(seats, start=1):
            if other.position != place:
                other.position = place
                other.save(update_fields=["position"])
    return moved


@transaction.atomic
def remove_seat(seat, *, by, why=""):
    """Remove a seat that was entered by mistake. Raises Refused once anything rests on it."""
    lock_open_year(seat.emulation_year_id)
    try:
        with because(by, why):
            seat.delete()
    except ProtectedError as error:
        raise Refused(
            _("Something already rests on this seat. Record instead that the member left.")
        ) from error


def _reason_needed(day, reason):
    if day and not reason.strip():
        raise Refused(_("Joining or leaving in mid-year needs a reason."))
