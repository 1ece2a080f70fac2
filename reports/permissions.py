"""Who may draw up and issue what they can see. Who sees it: the querysets' `visible_to`."""

from django.db.models import Exists, OuterRef
from django.utils import timezone

from blocs.models import Term
from blocs.permissions import can_keep_bloc, can_record_conference
from blocs.reach import reach_of
from scoring.permissions import can_enter_scores


def can_draft_minutes(user, handover):
    """Look at the minutes before they are issued: who keeps the bloc, and both sides."""
    if handover.revoked_at:
        return False
    sides = {
        handover.giver_term.seat.organisation_id,
        handover.receiver_term.seat.organisation_id,
    }
    return can_keep_bloc(user, handover.bloc) or bool(sides & reach_of(user).represented)


def can_issue_minutes(user, handover):
    """Number and file the minutes: who records the handover itself."""
    return not handover.revoked_at and can_keep_bloc(user, handover.bloc)


def can_draft_conference_minutes(user, conference):
    """Look at the minutes before they are issued, and issue them: who records conferences.

    Of a conference of the past, which no act of the chair recorded, the keepers alone.
    """
    if conference.revoked_at:
        return False
    if conference.is_past:
        return can_keep_bloc(user, conference.bloc)
    return can_record_conference(user, conference.emulation_year)


can_issue_conference_minutes = can_draft_conference_minutes


def can_write_report(user, year):
    """Write, arrange and issue the report of a year: who enters its scores."""
    return can_enter_scores(user, year)


def can_read_draft(user, year):
    """Look at the report before it is issued: who writes it, and the deputy of today.

    The year comes from `with_deputy`, which saves a query on every page of the report.
    """
    return can_write_report(user, year) or year.reader_is_deputy


def can_contribute(user, year):
    """Write for one's own member, and read what one wrote: who represents a member of the year."""
    return own_seats(user, year).exists()


def own_seats(user, year):
    """The seats of the year for which the person acts: usually one, two after a merger."""
    own = year.seats.filter(organisation__in=reach_of(user).represented)
    return own.select_related("organisation").order_by("position", "pk")


def with_deputy(years, user):
    """Say of each year, as `reader_is_deputy`, whether the person is deputy of its bloc today."""
    terms = Term.objects.deputies().in_force_on(timezone.localdate()).filter(bloc=OuterRef("bloc"))
    own = terms.filter(seat__organisation__in=reach_of(user).represented)
    return years.annotate(reader_is_deputy=Exists(own))
