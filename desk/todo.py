"""Việc cần làm: what waits for a person, joined from all rooms, what is due first on top."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import (
    BooleanField,
    Exists,
    ExpressionWrapper,
    Max,
    OuterRef,
    Q,
    Subquery,
)
from django.utils.translation import gettext as _

import awards.open_work
import blocs.open_work
import pledges.open_work
import reports.open_work
import scoring.open_work
from awards.council_work import council_work, waits_for_the_council
from blocs.deadlines import SOON
from blocs.models import Bloc, EmulationYear, Seat, YearState
from blocs.open_work import OpenWork
from blocs.permissions import can_keep_bloc
from blocs.reach import reach_of

ROOMS = [blocs.open_work, pledges.open_work, scoring.open_work, awards.open_work, reports.open_work]
LONGEST = 60  # years that are looked at for one person; the page says where there are more


@dataclass(frozen=True)
class Waiting:
    """Open work as a list shows it: `left` days to its last day, None where none is set."""

    work: OpenWork
    left: int | None

    @property
    def over(self):
        return -self.left

    @property
    def is_soon(self):
        return 0 <= self.left <= SOON


def open_work(years, *, on):
    """Everything open in these years, room by room: a constant number of queries.

    In a closed year nothing is left to do but what the province decides after it.
    """
    opened = [year for year in years if year.is_open]
    closed = [year for year in years if not year.is_open]
    found = [work for room in ROOMS for work in room.open_work(opened, on=on)]
    return [*found, *council_work(closed, on=on)]


def open_years(*, on):
    """The open years with all that the rooms ask of them, in one query."""
    return with_open_work(EmulationYear.objects.filter(state=YearState.OPEN), on=on)


def with_open_work(years, *, on):
    """Annotate years with the same, for a page that reads them anyway."""
    years = blocs.open_work.with_open_work(years, on=on)
    years = awards.open_work.with_open_work(scoring.open_work.with_open_work(years, on=on))
    return reports.open_work.with_open_work(years)


def waiting_for(user, years, *, on):
    """What waits for the person in these `years_of`, each once, and the years to be opened.

    What is due first comes first, so what is overdue on top; what has no day comes last.
    """
    mine = [year for year in years if _works_in(user, year)]
    found = [work for work in open_work(mine, on=on) if concerns(user, work)]
    return in_order(_years_to_open(user, on) + found, on=on)


def years_of(user, *, on):
    """The open years that the person reads, with all that open work asks, and whether they sit.

    After these come the closed ones whose nominations wait for the person's province. One query;
    `LONGEST` years at most, those of the first blocs.
    """
    own = Seat.objects.filter(
        Q(left_on=None) | Q(left_on__gt=on),
        emulation_year=OuterRef("pk"),
        organisation__in=reach_of(user).represented,
    )
    years = EmulationYear.objects.filter(Q(state=YearState.OPEN) | _waits_at_the_province(user))
    years = with_open_work(years, on=on).visible_to(user).annotate(sits=Exists(own))
    is_closed = ExpressionWrapper(Q(state=YearState.CLOSED), BooleanField())
    return years.order_by(is_closed, "bloc__sort_key", "bloc_id", "-year")


def _waits_at_the_province(user):
    """Years, closed or not, in which something waits for who keeps their province."""
    return Q(bloc__in=_kept_blocs(user).values("pk")) & Q(waits_for_the_council())


def concerns(user, work):
    """Whether open work waits for this person: as keeper, as its member, or as the chair of today.

    Whoever completes a year holds its work in the place of the chair.
    """
    own = reach_of(user).represented
    if work.organisation is not None:
        return work.organisation in own
    if can_keep_bloc(user, work.year.bloc):
        return True
    return not work.keepers and work.year.holder in own


def in_order(works, *, on):
    """Return each of these as Waiting: by the last day, else in the order given."""
    dated = sorted(works, key=lambda work: work.due or dt.date.max)
    return [Waiting(work, (work.due - on).days if work.due else None) for work in dated]


def _works_in(user, year):
    return year.sits or can_keep_bloc(user, year.bloc) or year.holder in reach_of(user).represented


def _kept_blocs(user):
    reach = reach_of(user)
    if reach.is_administrator:
        return Bloc.objects.all()
    return Bloc.objects.filter(province__in=reach.kept)


def _years_to_open(user, on):
    """Blocs whose last year lies further back than the year before are records, not work."""
    if not (reach_of(user).is_administrator or reach_of(user).kept):
        return []
    newest = EmulationYear.objects.filter(bloc=OuterRef("pk")).values("bloc")
    newest = newest.annotate(newest=Max("year")).values("newest")
    blocs = _kept_blocs(user).annotate(newest=Subquery(newest))
    blocs = blocs.filter(Q(newest=None) | Q(newest__lt=on.year, newest__gte=on.year - 1))
    return [
        OpenWork(
            EmulationYear(bloc=bloc, year=on.year, name=bloc.name),
            _("Open the emulation year %(year)s") % {"year": on.year},
            "desk:year_open",
            (bloc.slug,),
            keepers=True,
        )
        for bloc in blocs.order_by("sort_key", "pk")[:LONGEST]
    ]
