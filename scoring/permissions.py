"""Who may write criteria and scores. Who reads them: whoever sees the year."""

from django.utils import timezone

from blocs.chairing import who_acts
from blocs.models import ChairRight
from blocs.permissions import can_keep_year
from blocs.reach import reach_of


def year_work_today(year):
    """Return who holds the year's work today, or None; read once for each year object."""
    today = timezone.localdate()
    day, acting = year.__dict__.get("_year_work", (None, None))
    if day != today:
        acting = who_acts(year, ChairRight.YEAR_WORK, on=today)
        year.__dict__["_year_work"] = today, acting
    return acting


def represents_year_work(user, year):
    """Whether the person acts for the organisation that holds the year's work today."""
    acting = year_work_today(year)
    return bool(acting) and acting.organisation.pk in reach_of(user).represented


def can_enter_scores(user, year):
    """Who holds the year's work today; the staff of the bloc's province stand in."""
    return can_keep_year(user, year) or (year.is_open and represents_year_work(user, year))


# Until the first score; then the criteria are frozen for everybody.
can_keep_criteria = can_enter_scores


def can_reopen_scores(user, year):
    """Locked scores are opened again by the staff of the bloc's province alone."""
    return can_keep_year(user, year)
