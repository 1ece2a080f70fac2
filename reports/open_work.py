"""What of the papers is still open: for the to-do lists and the inventory of a handover."""

import datetime as dt

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from blocs.deadlines import deadlines_of
from blocs.models import DeadlineKind
from blocs.open_work import OpenWork

from .models import Paper
from .papers import PaperKind

# So long before its day the report waits on the lists. With the usual 31 December that is from 16
# November on, when the first reviews of a year are held (docs/field.md §2.2).
AHEAD = dt.timedelta(days=45)
REPORT = DeadlineKind.YEAR_END_REPORT


def with_open_work(years):
    """Annotate years with what `open_work` asks, so that it asks nothing more of the database."""
    reports = Paper.objects.filter(kind=PaperKind.YEAR_END, emulation_year=OuterRef("pk"))
    return years.annotate(has_report=Exists(reports))


def open_work(years, *, on):
    """List the open years whose year-end report is soon due and not issued.

    One query, or none for years that come from `with_open_work`.
    """
    dues = deadlines_of(years)
    due = [year for year in years if on >= _due_on(year, dues[year.pk]) - AHEAD]
    issued = _issued(due)
    return [
        OpenWork(
            year,
            _("The year-end report of %(year)s is not issued") % {"year": year.year},
            "reports:year_end",
            (year.bloc.slug, year.year),
            due=dues[year.pk][REPORT].on if REPORT in dues[year.pk] else None,
            kind="reports.year_end",
        )
        for year in due
        if year.pk not in issued
    ]


def _issued(years):
    if all(hasattr(year, "has_report") for year in years):
        return {year.pk for year in years if year.has_report}
    papers = Paper.objects.filter(kind=PaperKind.YEAR_END, emulation_year__in=years)
    return set(papers.values_list("emulation_year", flat=True))


def _due_on(year, dues):
    """The day of the year-end report; where nobody has set one, the last day of the year."""
    due = dues.get(REPORT)
    return due.on if due else dt.date(year.year, 12, 31)
