"""What of the papers is still open: for the to-do lists and the inventory of a handover."""

import datetime as dt

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.utils.translation import gettext as _

from blocs.deadlines import deadlines_of
from blocs.models import DeadlineKind
from blocs.open_work import OpenWork

from .models import Paper
from .papers import REPORTS, PaperKind

# So long before its day a report waits on the lists. With the usual 31 December that is from 16
# November on, when the first reviews of a year are held (docs/field.md §2.2); the six-month review
# is not begun before June.
AHEAD = dt.timedelta(days=45)
AHEAD_AT_MID_YEAR = dt.timedelta(days=30)


def with_open_work(years):
    """Annotate years with what `open_work` asks, so that it asks nothing more of the database."""
    papers = Paper.objects.filter(kind__in=REPORTS, emulation_year=OuterRef("pk"))
    return years.annotate(issued_reports=ArraySubquery(papers.order_by().values("kind")))


def open_work(years, *, on):
    """List the reports of open years that are soon due and not issued.

    One query, or none for years that come from `with_open_work`.
    """
    dues, issued = deadlines_of(years), _issued(years)
    found = []
    for year in years:
        if PaperKind.YEAR_END in issued[year.pk]:
            continue  # then nobody waits for the six-month review any more
        if PaperKind.HALF_YEAR not in issued[year.pk]:
            found += _half_year(year, dues[year.pk], on)
        found += _year_end(year, dues[year.pk], on)
    return found


def _half_year(year, dues, on):
    """The six-month review, while its year lasts; where nobody has set a day, it is no work."""
    due = dues.get(DeadlineKind.HALF_YEAR_REPORT)
    if due and due.on - AHEAD_AT_MID_YEAR <= on <= dt.date(year.year, 12, 31):
        text = _("The six-month review of %(year)s is not issued") % {"year": year.year}
        yield _work(year, text, PaperKind.HALF_YEAR, due.on)


def _year_end(year, dues, on):
    """The year-end report; where nobody has set a day, it is due on the last one of the year."""
    due = dues.get(DeadlineKind.YEAR_END_REPORT)
    if on >= (due.on if due else dt.date(year.year, 12, 31)) - AHEAD:
        text = _("The year-end report of %(year)s is not issued") % {"year": year.year}
        yield _work(year, text, PaperKind.YEAR_END, due and due.on)


def _work(year, text, report, due):
    at = (year.bloc.slug, year.year, report)
    return OpenWork(year, text, "reports:report", at, due=due, kind=f"reports.{report}")


def _issued(years):
    """{year pk: the kinds of its reports that are issued}"""
    if all(hasattr(year, "issued_reports") for year in years):
        return {year.pk: set(year.issued_reports) for year in years}
    found = {year.pk: set() for year in years}
    papers = Paper.objects.filter(kind__in=REPORTS, emulation_year__in=years)
    for pk, kind in papers.values_list("emulation_year", "kind"):
        found[pk].add(kind)
    return found
