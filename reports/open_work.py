"""What of the papers is still open: for the to-do lists and the inventory of a handover."""

import datetime as dt

from django.utils.translation import gettext as _

from blocs.open_work import OpenWork

from .models import Paper
from .papers import PaperKind

REVIEW_BEGINS = (11, 15)  # month and day of the first year-end reviews (docs/field.md §2.2)


def open_work(years, *, on):
    """List the open years whose year-end report is due and not issued: one query."""
    due = [year for year in years if on >= dt.date(year.year, *REVIEW_BEGINS)]
    papers = Paper.objects.filter(kind=PaperKind.YEAR_END, emulation_year__in=due)
    issued = set(papers.values_list("emulation_year", flat=True))
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
