"""Who may prepare, cast and count. Who reads a ballot: whoever sees its year; nobody a result."""

from blocs.permissions import can_do_year_work
from blocs.reach import reach_of


def can_keep_ballots(user, year):
    """Prepare and lead ballots: who holds the year's work; the staff of the province stand in."""
    return year.is_open and can_do_year_work(user, year)


def can_vote_for(user, seat):
    """Cast a member's vote: its head, or who is authorised to (`may_sign`)."""
    return seat.organisation_id in reach_of(user).signed_for


def can_count(user, year):
    """Enter a count of paper ballots: who leads the ballot, and whoever acts for a member."""
    if not year.is_open:
        return False
    own = reach_of(user).represented
    if own and year.seats.filter(organisation__in=own).exists():
        return True
    return can_keep_ballots(user, year)


def reads_a_province(user, _subject=None):
    """Whoever keeps or reads the records of a province: what it does with nominations."""
    reach = reach_of(user)
    return bool(reach.is_administrator or reach.read_provinces)
