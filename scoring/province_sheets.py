"""The score sheets of all blocs of a province in a year, read together."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from blocs.aliases import other_names
from blocs.models import EmulationYear, Seat, YearState

from .models import CriteriaSet, Criterion, Score, ScoresLock, SetState, Stage
from .sheet import Sheet
from .tree import grow


@dataclass(frozen=True)
class BlocYear:
    """A bloc's year on the province's page: whether it has criteria, and whether it is locked."""

    year: EmulationYear
    is_scored: bool
    is_locked: bool


def open_years_of(province, year):
    """Return the blocs of the province whose year is open, by name, as `BlocYear`; one query."""
    sets = CriteriaSet.objects.filter(emulation_year=OuterRef("pk"), state=SetState.CURRENT)
    locks = ScoresLock.objects.filter(emulation_year=OuterRef("pk"), reopened_at=None)
    years = EmulationYear.objects.filter(bloc__province=province, year=year, state=YearState.OPEN)
    years = years.select_related("bloc__province").order_by("bloc__sort_key", "pk")
    years = years.annotate(is_scored=Exists(sets), is_locked=Exists(locks))
    return [BlocYear(each, each.is_scored, each.is_locked) for each in years]


def read_sheets(years):
    """Return the `Sheet` of each of the years that has criteria in force; three queries."""
    criteria, scores, seats = (defaultdict(list) for _ in range(3))
    rows = Criterion.objects.filter(
        criteria_set__emulation_year__in=years, criteria_set__state=SetState.CURRENT
    )
    for row in rows.select_related("criteria_set"):
        criteria[row.criteria_set.emulation_year_id].append(row)
    sets = {year: found[0].criteria_set for year, found in criteria.items()}
    agreed = Score.objects.filter(criteria_set__in=sets.values(), stage=Stage.AGREED)
    for row in agreed:
        scores[row.emulation_year_id].append(row)
    members = Seat.objects.filter(emulation_year__in=years, left_on=None)
    members = members.select_related("organisation").order_by("position")
    for row in members.annotate(aliases=other_names(OuterRef("organisation"))):
        seats[row.emulation_year_id].append(row)
    return [
        Sheet(
            year,
            sets[year.pk],
            grow(criteria[year.pk]),
            tuple(seats[year.pk]),
            {(each.seat_id, each.criterion_id): each for each in scores[year.pk]},
        )
        for year in years
        if year.pk in sets
    ]
