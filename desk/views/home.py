"""The first page: one's blocs, and what waits for one; and the whole of what waits."""

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.shortcuts import render
from django.utils import timezone

from blocs.models import Seat, Term
from blocs.permissions import can_keep_records, is_administrator
from blocs.reach import reach_of

from ..forms.todo import TodoFilter
from ..todo import LONGEST, waiting_for, years_of

NEWEST = 12  # blocs on the first page
FIRST = 8  # lines of the to-do list on it


def home(request):
    today = timezone.localdate()
    years = list(_with_chair(request.user, years_of(request.user, on=today), today)[:LONGEST])
    keeps = can_keep_records(request.user)
    todo = waiting_for(request.user, years, on=today)
    opened = [year for year in years if year.is_open]
    own = reach_of(request.user).represented
    context = {
        "cards": [_card(year, own) for year in opened[:NEWEST]],
        "todo": todo[:FIRST],
        "more": len(todo) - FIRST,
        "keeps_records": keeps,
        "first_steps": keeps and not opened and not todo,
        "is_administrator": is_administrator(request.user),
        "today": today,
    }
    return render(request, "desk/home.html", context)


def todo_list(request):
    today = timezone.localdate()
    years = list(years_of(request.user, on=today)[:LONGEST])
    todo = waiting_for(request.user, years, on=today)
    narrowing = TodoFilter(request.GET, todo=todo)
    context = {
        "filter": narrowing,
        "todo": narrowing.narrow(todo),
        "any": bool(todo),
        "is_sample": any(each.work.year.bloc.is_sample for each in todo),
        "today": today,
        "longest": LONGEST if len(years) == LONGEST else None,
    }
    return render(request, "desk/todo_list.html", context)


def _with_chair(user, years, today):
    """With the number of members, and who chairs today: not where it does so for another year
    that the person may not read.
    """
    terms = Term.objects.visible_to(user).chairs().in_force_on(today).order_by()
    terms = terms.filter(bloc=OuterRef("bloc"))
    seats = Seat.objects.filter(emulation_year=OuterRef("pk")).order_by().values("emulation_year")
    return years.annotate(
        members=Coalesce(Subquery(seats.annotate(count=Count("pk")).values("count")), 0),
        chair=Subquery(terms.values("seat__organisation")[:1]),
        chair_name=Subquery(terms.values("seat__organisation__name")[:1]),
    )


def _card(year, own):
    return {"year": year, "chair": year.chair_name, "is_own": year.chair in own}
