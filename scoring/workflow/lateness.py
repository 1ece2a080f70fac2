"""Penalties for lateness are filled in by nobody, from deadlines and days of receipt."""

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from accounts.evidence import because
from blocs.models import EmulationYear, YearState
from blocs.workflow.locks import lock_bloc

from ..automatic import countings
from ..kinds import Method
from ..models import Criterion, Score, SetState, Stage
from ..sheet import read_sheet


def fill_all_lateness(*, at, dry_run=False):
    """Fill them in in every open year whose criteria ask for it; return [(year, seat, why)]."""
    asking = Criterion.objects.filter(
        criteria_set__emulation_year=OuterRef("pk"),
        criteria_set__state=SetState.CURRENT,
        method=Method.DAYS_LATE,
    ).exclude(deadline="")
    years = EmulationYear.objects.filter(Exists(asking), state=YearState.OPEN).order_by("pk")
    done = []
    for year in years.select_related("bloc"):
        with transaction.atomic():
            done += fill_lateness(year, at=at)
            if dry_run:
                transaction.set_rollback(True)
    return done


@transaction.atomic
def fill_lateness(year, *, at):
    """Bring the agreed penalties for lateness to what the days say; return [(year, seat, why)].

    What a person has entered stands; so do locked scores and closed years. Twice is once.
    """
    lock_bloc(year.bloc_id)
    year = EmulationYear.objects.select_related("bloc").get(pk=year.pk)
    sheet = read_sheet(year)
    if sheet is None:
        return []
    seats, done = {seat.pk: seat for seat in sheet.members}, []
    for each in countings(sheet, on=timezone.localdate(at)):
        with because(None, each.why):
            _write(sheet, each, at)
        done.append((year, seats[each.place[0]], each.why))
    return done


def _write(sheet, counting, at):
    seat, criterion = counting.place
    if not counting.points:
        sheet.scores[counting.place].delete()
        return
    Score.objects.update_or_create(
        seat_id=seat,
        criterion_id=criterion,
        stage=Stage.AGREED,
        defaults={
            "emulation_year": sheet.year,
            "criteria_set": sheet.criteria_set,
            "points": counting.points,
            "figure": counting.figure,
            "target": None,
            "applies": True,
            "by": None,
            "at": at,
            "reason": counting.why,
        },
    )
