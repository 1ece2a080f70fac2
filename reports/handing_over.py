"""The issued papers that a chair hands over: lines of the inventory, in Vietnamese."""

from django.db.models import Q

from vietnamese.dates import clerical_date

from .models import Paper
from .papers import REPORTS, PaperKind

KINDS = [*REPORTS, PaperKind.COVENANT, PaperKind.CONFERENCE_MINUTES]


def issued_papers(years):
    """List (text, quantity) of the papers in force of these years, the oldest first: one query.

    Reports and covenants are of a year, minutes of a conference of its main year.
    """
    of_years = Q(emulation_year__in=years) | Q(conference__emulation_year__in=years)
    papers = Paper.objects.filter(of_years, kind__in=KINDS, replaced_by=None)
    return [(_line(paper), "01 tệp") for paper in papers.order_by("dated", "pk")]


def _line(paper):
    number = f"{paper.full_number}, " if paper.full_number else ""
    return f"{paper.title} ({number}ngày {clerical_date(paper.dated)})"
