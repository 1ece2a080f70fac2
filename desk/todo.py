"""Việc cần làm: what waits for a person, joined from all rooms."""

from django.db.models import Max, OuterRef, Q, Subquery
from django.utils.translation import gettext as _

import blocs.open_work
import pledges.open_work
import reports.open_work
import scoring.open_work
from blocs.models import Bloc, EmulationYear
from blocs.open_work import OpenWork, open_years
from blocs.reach import reach_of

ROOMS = [blocs.open_work, pledges.open_work, scoring.open_work, reports.open_work]
LONGEST = 30


def open_work(years, *, on):
    """Everything open in these years, room by room: a constant number of queries."""
    return [work for room in ROOMS for work in room.open_work(years, on=on)]


def of_no_member(work):
    """What waits for the chair or the keepers, without each member's own part of it."""
    return [each for each in work if each.organisation is None]


def waiting_for(user, *, on):
    """What waits for the person on the day: as keeper of blocs, or as their chair.

    Blocs whose last year lies further back than the year before are records, not work.
    """
    kept = kept_blocs(user)
    years = open_years(on=on).filter(bloc__in=kept).order_by("bloc__sort_key", "year")
    years = list(years[:LONGEST])
    return _years_to_open(kept, on) + of_no_member(open_work(years, on=on))


def kept_blocs(user):
    """The blocs whose records the person keeps."""
    reach = reach_of(user)
    if reach.is_administrator:
        return Bloc.objects.all()
    return Bloc.objects.filter(province__in=reach.kept)


def _years_to_open(blocs, on):
    newest = EmulationYear.objects.filter(bloc=OuterRef("pk")).values("bloc")
    newest = newest.annotate(newest=Max("year")).values("newest")
    waiting = blocs.annotate(newest=Subquery(newest))
    waiting = waiting.filter(Q(newest=None) | Q(newest__lt=on.year, newest__gte=on.year - 1))
    return [
        OpenWork(
            EmulationYear(bloc=bloc, year=on.year, name=bloc.name),
            _("Open the emulation year %(year)s") % {"year": on.year},
            "desk:year_open",
            (bloc.slug,),
        )
        for bloc in waiting[:LONGEST]
    ]
