"""How much of the movements a year has, for pages that list years."""

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce

from .models import CommendationReport, Exemplar, Movement


def with_movements(years):
    """Say of each year how many movements, exemplars and reports on commendations it has.

    As `movement_count` (withdrawn ones left out), `exemplar_count` and `commendation_count`, with
    the query that reads the years.
    """
    return years.annotate(
        movement_count=_number(Movement.objects.filter(withdrawn=None)),
        exemplar_count=_number(Exemplar.objects),
        commendation_count=_number(CommendationReport.objects),
    )


def _number(rows):
    of_year = rows.filter(emulation_year=OuterRef("pk")).order_by().values("emulation_year")
    return Coalesce(Subquery(of_year.annotate(number=Count("pk")).values("number")), 0)
