"""Who may write criteria and scores. Who reads them: whoever sees the year."""

from blocs.permissions import (
    can_do_year_work,
    can_keep_year,
    represents_year_work,
    year_work_today,
)

__all__ = [
    "can_enter_scores",
    "can_keep_criteria",
    "can_reopen_scores",
    "represents_year_work",
    "year_work_today",
]


def can_enter_scores(user, year):
    """Who holds the year's work today; the staff of the bloc's province stand in."""
    return can_do_year_work(user, year)


# Until the first score; then the criteria are frozen for everybody.
can_keep_criteria = can_enter_scores


def can_reopen_scores(user, year):
    """Locked scores are opened again by the staff of the bloc's province alone."""
    return can_keep_year(user, year)
