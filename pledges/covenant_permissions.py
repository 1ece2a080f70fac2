"""Who may draw up, sign and change a covenant. Who reads it: whoever sees the year, once opened."""

from django.utils import timezone

from blocs.chairing import who_acts
from blocs.models import ChairRight, Term
from blocs.permissions import can_keep_year
from blocs.reach import reach_of


def acting_today(year):
    """Return who holds the year's work today, or None; read once for each year object."""
    today = timezone.localdate()
    day, acting = year.__dict__.get("_covenant_work", (None, None))
    if day != today:
        acting = who_acts(year, ChairRight.YEAR_WORK, on=today)
        year.__dict__["_covenant_work"] = today, acting
    return acting


def can_write_covenant(user, year):
    """Who holds the year's work today; the staff of the bloc's province stand in."""
    return can_keep_year(user, year) or (year.is_open and _represents(user, year))


def capacity(user, year):
    """Return who holds the year's work today (None: nobody), and whether the person stands in."""
    acting = acting_today(year)
    return acting, bool(acting) and not _represents(user, year)


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


def _represents(user, year):
    own = reach_of(user).represented
    acting = acting_today(year) if own else None
    return bool(acting) and acting.organisation.pk in own


def _is_deputy(user, year):
    own = reach_of(user).represented
    if not own:
        return False
    terms = Term.objects.deputies().in_force_on(timezone.localdate()).filter(bloc=year.bloc_id)
    return terms.filter(seat__organisation__in=own).exists()
