"""What of the covenants is still open: for the to-do lists and the inventory of a handover."""

import datetime as dt

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from blocs.deadlines import deadlines_of
from blocs.models import DeadlineKind
from blocs.open_work import OpenWork

from .board import board, unsigned
from .models import CovenantState
from .reading import read_versions

NEAR = dt.timedelta(days=30)  # from so long before the deadline a missing covenant is work


def open_work(years, *, on):
    """List covenants that are missing, not signed by all, or left as a draft.

    One query for years of `open_years`, which bring their deadlines along.
    """
    dues, versions = deadlines_of(years), read_versions(years)
    found = []
    for year in years:
        due = dues[year.pk].get(DeadlineKind.SIGNING)
        text = _text(year, versions.get(year.pk, []), due, on)
        if text:
            at = (year.bloc.slug, year.year)
            found.append(OpenWork(year, text, "pledges:covenant_detail", at))
    return found


def _text(year, versions, due, on):
    newest = versions[-1] if versions else None
    values = {"year": year.year}
    if newest is None or (newest.is_draft and newest.number == 1):
        if due and on >= due.on - NEAR:
            return _("The covenant of %(year)s is not open for signing yet") % values
        return ""
    if newest.is_draft:
        return _("An amendment of the covenant of %(year)s is a draft") % values
    if newest.state != CovenantState.SIGNING:
        return ""
    missing = len(unsigned(board(versions, newest, on=on)))
    if not missing:
        return _("The covenant of %(year)s is signed by all and not in force yet") % values
    text = ngettext(
        "%(count)d member has not signed the covenant of %(year)s",
        "%(count)d members have not signed the covenant of %(year)s",
        missing,
    )
    return text % {"count": missing, **values}
