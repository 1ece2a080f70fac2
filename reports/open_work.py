"""What of the papers is still open: for the to-do lists and the inventory of a handover."""

import datetime as dt

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from blocs.open_work import OpenWork

from .models import Paper
from .papers import PaperKind

REVIEW_BEGINS = (11, 15)  # month and day of the first year-end reviews (docs/field.md §2.2)


def with_issued(years):
    """Let a queryset of years bring along whether the report is issued: `open_work` asks it."""
    papers = Paper.objects.filter(kind=PaperKind.YEAR_END, emulation_year=OuterRef("pk"))
    return years.annotate(year_end_is_issued=Exists(papers))


def open_work(years, *, on):
    """List the open years whose year-end report is due and not issued: one query at most."""
    due = [year for year in years if on >= dt.date(year.year, *REVIEW_BEGINS)]
    issued = _issued(due)
    return [
        OpenWork(
            year,
            _("The year-end report of %(year)s is not issued") % {"year": year.year},
            "reports:year_end",
            (year.bloc.slug, year.year),
        )
        for year in due
        if year.pk not in issued
    ]


def _issued(years):
    if all(hasattr(year, "year_end_is_issued") for year in years):
        return {year.pk for year in years if year.year_end_is_issued}
    papers = Paper.objects.filter(kind=PaperKind.YEAR_END, emulation_year__in=years)
    return set(papers.values_list("emulation_year", flat=True))
