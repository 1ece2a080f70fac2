"""Who may write criteria. Who reads them: whoever sees the year."""

from blocs.permissions import can_keep_year


def can_keep_criteria(user, year):
    """The staff of the bloc's province, and administrators."""
    return can_keep_year(user, year)
