"""The first page: one's blocs, and what waits for one."""

from django.db.models import Count
from django.shortcuts import render
from django.utils import timezone

from blocs.models import EmulationYear, Term, YearState
from blocs.permissions import can_keep_records, is_administrator
from blocs.reach import reach_of

from ..todo import waiting_for

NEWEST = 12


def home(request):
    today = timezone.localdate()
    years = EmulationYear.objects.visible_to(request.user).filter(state=YearState.OPEN)
    years = years.select_related("bloc__province").annotate(members=Count("seats"))
    years = list(years.order_by("bloc__sort_key", "-year")[:NEWEST])
    terms = (
        Term.objects.visible_to(request.user)
        .chairs()
        .in_force_on(today)
        .filter(bloc__in=[y.bloc_id for y in years])
    )
    chairs = {term.bloc_id: term for term in terms.select_related("seat__organisation")}
    own = reach_of(request.user).represented
    cards = [_card(year, chairs.get(year.bloc_id), own) for year in years]
    keeps = can_keep_records(request.user)
    todo = waiting_for(request.user, on=today) if keeps else []
    context = {
        "cards": cards,
        "todo": todo,
        "keeps_records": keeps,
        "first_steps": keeps and not cards and not todo,
        "is_administrator": is_administrator(request.user),
        "today": today,
    }
    return render(request, "desk/home.html", context)


def _card(year, chair, own):
    is_own = bool(chair) and chair.seat.organisation_id in own
    return {"year": year, "chair": chair, "is_own": is_own}
