"""What of the covenants is still open: for the to-do lists and the inventory of a handover.

What waits for the chair names no member; beside it each member finds its own part of it.
"""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from blocs.deadlines import deadlines_of
from blocs.models import DeadlineKind
from blocs.open_work import OpenWork

from .board import board, unsigned
from .commending import Span
from .due import last_day, last_days
from .models import CovenantState
from .progress_figures import DUE, NEAR, incomplete, span_on
from .reading import read_versions


def open_work(years, *, on):
    """List what is missing of covenants, signatures and progress: one query.

    Two for years that do not come from `open_years`.
    """
    years = list(years)
    dues, versions = deadlines_of(years), read_versions(years)
    found = []
    for year in years:
        known = year, versions.get(year.pk, []), dues[year.pk]
        found += [*_of_covenant(*known, on), *_of_progress(*known, on)]
    return found


def _of_covenant(year, versions, dues, on):
    newest = versions[-1] if versions else None
    due = dues.get(DeadlineKind.SIGNING)
    values = {"year": year.year}
    if newest is None or (newest.is_draft and newest.number == 1):
        if due and on >= due.on - NEAR:
            text = _("The covenant of %(year)s is not open for signing yet") % values
            yield _work(year, text, due=due.on)
    elif newest.is_draft:
        yield _work(year, _("An amendment of the covenant of %(year)s is a draft") % values)
    elif newest.state == CovenantState.SIGNING:
        yield from _of_signatures(year, versions, newest, due, on)


def _of_signatures(year, versions, newest, due, on):
    places = unsigned(board(versions, newest, on=on, due=last_days(newest, due)))
    values, last = {"year": year.year}, last_day(newest.row, None, due)
    if not places:
        text = _("The covenant of %(year)s is signed by all and not in force yet")
        yield _work(year, text % values, due=last)
        return
    text = ngettext(
        "%(count)d member has not signed the covenant of %(year)s",
        "%(count)d members have not signed the covenant of %(year)s",
        len(places),
    )
    yield _work(year, text % {"count": len(places), **values}, due=last)
    for place in places:
        yield _work(
            year,
            _("Sign the covenant of %(year)s") % values,
            due=place.due,
            organisation=place.member.organisation,
            kind="signature",
        )


def _of_progress(year, versions, dues, on):
    """What is missing of the part of the year that is due, from a month before its day on."""
    span = span_on(year, dues, on=on)
    due = dues.get(DUE[span])
    missing = incomplete(versions, dues, span) if due and on >= due.on - NEAR else []
    if not missing:
        return
    at = (year.bloc.slug, year.year)
    text = _counted(span, len(missing)) % {"count": len(missing), "year": year.year}
    yield OpenWork(year, text, "pledges:progress_board", at, due=due.on)
    for member, numbers in missing:
        yield OpenWork(
            year,
            _to_report(span) % {"year": year.year, "numbers": ", ".join(map(str, numbers))},
            "pledges:progress_member",
            (*at, member.seat),
            due=member.due,
            organisation=member.organisation,
            kind=f"progress_{span}",
        )


def _counted(span, count):
    if span == Span.HALF_YEAR:
        return ngettext(
            "%(count)d member has not reported its progress at mid-year %(year)s",
            "%(count)d members have not reported their progress at mid-year %(year)s",
            count,
        )
    return ngettext(
        "%(count)d member has not reported what it achieved in %(year)s",
        "%(count)d members have not reported what they achieved in %(year)s",
        count,
    )


def _to_report(span):
    if span == Span.HALF_YEAR:
        return _("Report the progress at mid-year %(year)s; missing: commitment %(numbers)s")
    return _("Report what was achieved in %(year)s; missing: commitment %(numbers)s")


def _work(year, text, **more):
    at = (year.bloc.slug, year.year)
    return OpenWork(year, text, "pledges:covenant_detail", at, **more)
