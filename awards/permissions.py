"""Who may prepare, cast and count. Who reads a ballot: whoever sees its year; nobody a result."""

from blocs.permissions import can_do_year_work, can_keep_province
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


def can_read_statistics(user, _subject=None):
    """The statistics of a province: who reads all its awards, so that no share is of a part."""
    return bool(reach_of(user).is_administrator or reach_of(user).read_provinces)


def can_keep_decision(user, decision):
    """Record and correct decisions and their awards: the staff of the province."""
    return can_keep_province(user, decision.province)


def can_keep_import(user, history_import):
    return can_keep_province(user, history_import.province)
