"""Who may draw up, sign and change a covenant. Who reads it: whoever sees the year, once opened."""

from django.utils import timezone

from blocs.models import Term
from blocs.permissions import can_do_year_work, can_keep_year
from blocs.reach import reach_of

# Who holds the year's work today; the staff of the bloc's province stand in.
can_write_covenant = can_do_year_work


def can_read_draft(user, year):
    """Look at the draft: who writes it, and the deputy of today."""
    return can_write_covenant(user, year) or _is_deputy(user, year)


def can_sign_for(user, seat):
    """Sign in the system for a member: its head, or who is authorised to (`may_sign`)."""
    return seat.organisation_id in reach_of(user).signed_for


def can_register(user, seat):
    """Enter for which awards a member registers: the member itself, and who writes the covenant."""
    if seat.organisation_id in reach_of(user).represented:
        return True
    return can_write_covenant(user, seat.emulation_year)


def can_record_past_covenant(user, year):
    """Enter the covenant of a year as history: the keepers of the bloc's records."""
    return can_keep_year(user, year)


def _is_deputy(user, year):
    own = reach_of(user).represented
    if not own:
        return False
    terms = Term.objects.deputies().in_force_on(timezone.localdate()).filter(bloc=year.bloc_id)
    return terms.filter(seat__organisation__in=own).exists()
