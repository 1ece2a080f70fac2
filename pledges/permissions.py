"""Who may enter what in the room of movements. Who reads it: whoever sees the year."""

from blocs.permissions import can_do_year_work
from blocs.reach import reach_of


def can_write_movements(user, year):
    """Who holds the year's work today; staff of the province stand in, and keep closed years."""
    return can_do_year_work(user, year)


def can_change_movements(user, year):
    """What is entered in a closed year is changed after it was reopened."""
    return year.is_open and can_write_movements(user, year)


def can_report(user, seat):
    """Report for a member: any of its representatives, and who writes movements in its stead."""
    year = seat.emulation_year
    own = year.is_open and seat.organisation_id in reach_of(user).represented
    return own or can_write_movements(user, year)


def can_enter_exemplars(user, year):
    """Enter for at least one member of the year, whichever the form then offers."""
    if can_write_movements(user, year):
        return year.seats.exists()
    own = reach_of(user).represented
    return year.is_open and year.seats.filter(organisation__in=own).exists()


def can_change_exemplar(user, exemplar):
    """What is entered in a closed year is changed after it was reopened."""
    return exemplar.emulation_year.is_open and can_report(user, exemplar.seat)
