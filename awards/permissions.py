"""Who may prepare, cast and count. Who reads a ballot: whoever sees its year; nobody a result."""

from blocs.permissions import can_do_year_work, can_keep_province, can_keep_year
from blocs.reach import reach_of

from .models import NominationState


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


def can_nominate(user, year):
    """Keep the nominations of a year: who holds its work; the staff of the province stand in.

    A year that comes from `with_case` says who holds it, and nothing is asked.
    """
    if not year.is_open:
        return False
    if hasattr(year, "holder"):
        return can_keep_year(user, year) or holds_work(user, year)
    return can_do_year_work(user, year)


def holds_work(user, year):
    """Whether the person acts for the organisation that holds the year's work; `with_case`."""
    return year.holder is not None and year.holder in reach_of(user).represented


def can_decline(user, nomination):
    """Decline a nomination: who signs for the nominee, before it is submitted."""
    seat = nomination.seat
    waits = nomination.state == NominationState.PROPOSED and nomination.emulation_year.is_open
    return bool(seat) and waits and seat.organisation_id in reach_of(user).signed_for


def is_nominee(user, nomination):
    seat = nomination.seat
    return bool(seat) and seat.organisation_id in reach_of(user).represented


def can_read_achievements(user, nomination):
    """Read report and files of a nominee: its own people, who holds the year's work, the staff."""
    year = nomination.emulation_year
    return is_nominee(user, nomination) or can_keep_year(user, year) or can_nominate(user, year)


def can_write_achievements(user, nomination):
    """Write the nominee's report and add files: its own people, else the chair in its place."""
    year = nomination.emulation_year
    waits = nomination.state == NominationState.PROPOSED and year.is_open and nomination.seat_id
    return bool(waits) and (is_nominee(user, nomination) or can_nominate(user, year))


def can_override(user, year, finding):
    """Override a finding: the chair a warning, the province alone a limit of the law."""
    if not year.is_open:
        return False
    return can_keep_year(user, year) if finding.is_hard else can_nominate(user, year)


def can_take_dossier(user, year):
    """Take the whole dossier of a year: who holds its work today, and the staff of the province.

    The year comes from `with_case`.
    """
    return can_keep_year(user, year) or holds_work(user, year)


def reads_a_province(user, _subject=None):
    """Whoever keeps or reads the records of a province: what it does with nominations."""
    reach = reach_of(user)
    return bool(reach.is_administrator or reach.read_provinces)


def reads_province_of(user, record):
    """Whether the person reads what the province of a bloc or decision does with nominations."""
    reach, province = reach_of(user), record.province_id
    return province is not None and (reach.is_administrator or province in reach.read_provinces)


def can_read_statistics(user, _subject=None):
    """The statistics of a province: who reads all its awards, so that no share is of a part."""
    return bool(reach_of(user).is_administrator or reach_of(user).read_provinces)


def can_keep_decision(user, decision):
    """Record and correct decisions and their awards: the staff of the province."""
    return can_keep_province(user, decision.province)


def can_keep_import(user, history_import):
    return can_keep_province(user, history_import.province)
