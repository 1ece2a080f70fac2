"""Scores as every page shows them before they are locked: what came late is counted first."""

from django.utils import timezone

from .automatic import countings
from .sheet import read_sheet, read_standing
from .workflow import fill_lateness


def read_kept_sheet(year, read=read_sheet):
    """Return the year's sheet, or None, with penalties for lateness as the days say now.

    Where the command has not come to them since, or a deadline has been extended.
    """
    sheet = read(year)
    if sheet is None or not countings(sheet, on=timezone.localdate()):
        return sheet
    fill_lateness(year, at=timezone.now())
    return read(year)


def read_kept_standing(year):
    """The same by the points that rank: for whatever shows or foretells a rank."""
    return read_kept_sheet(year, read=read_standing)
