"""The bloc-year page and the opening of a year."""

from django.contrib import messages
from django.db.models import Exists, OuterRef, Subquery
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.permissions import require
from accounts.refusal import Refused
from awards.permissions import reads_province_of
from blocs.activities import activities_of, plan_of, with_activities
from blocs.chairing import completion_in_force
from blocs.deadlines import coming, deadlines_of, with_deadlines
from blocs.models import Bloc, Conference, EmulationYear, Term, TermRole
from blocs.permissions import can_keep_bloc
from blocs.reach import reach_of
from pledges.models import CovenantState, CovenantVersion
from pledges.overview import with_movements
from scoring.models import CriteriaSet
from scoring.stage_now import stage_of, with_stage_now

from ..forms import OpenYearForm
from ..opening import open_with_criteria, proposal

NEWEST_PAPERS = 5
SHOWN_CONFERENCES = 8


def year_detail(request, slug, year):
    has_criteria = Exists(CriteriaSet.objects.current().filter(emulation_year=OuterRef("pk")))
    years = EmulationYear.objects.visible_to(request.user).filter(bloc__slug=slug)
    years = years.select_related("bloc__province", "source").annotate(
        has_criteria=has_criteria, covenant_state=_covenant_state()
    )
    years = with_stage_now(with_movements(with_deadlines(with_activities(years, year))))
    years = {each.year: each for each in years.order_by("-year")}
    if year not in years:
        raise Http404
    year = years.pop(year)
    today = timezone.localdate()
    completion = completion_in_force(year, on=today)
    context = {
        "year": year,
        "bloc": year.bloc,
        "others": list(years.values()),
        "completion": completion,
        "notices": list(year.notices.select_related("published")[:NEWEST_PAPERS]),
        "conferences": _conferences(year),
        "coming": coming(deadlines_of([year])[year.pk], today),
        "stage_now": stage_of(year, on=today),
        "plan": plan_of(activities_of(year), year.year, today=today),
        "can_keep": can_keep_bloc(request.user, year.bloc),
        "reads_province": reads_province_of(request.user, year.bloc),
        **_offices(request, year, years, today),
    }
    context |= _rights(request, year, context)
    return render(request, "desk/year_detail.html", context)


def _rights(request, year, known):
    """What the chair's rights offer, as `blocs.permissions` says, from what was read already."""
    completion, does_work = known["completion"], known["is_chair"]
    if completion:
        giver = completion.handover.giver_term.seat.organisation_id
        does_work = giver in reach_of(request.user).represented
    return {
        "can_write_notice": year.is_open and (known["can_keep"] or known["is_chair"]),
        "can_record_conference": year.is_open and (known["can_keep"] or does_work),
    }


def _conferences(year):
    """The newest conferences of the year, in the order of time."""
    conferences = Conference.objects.serving([year]).valid().with_purposes().latest_first()
    return list(conferences.select_related("bloc", "emulation_year")[:SHOWN_CONFERENCES])[::-1]


def _covenant_state():
    """The state of the newest version of a year's covenant that every member sees."""
    versions = CovenantVersion.objects.filter(covenant__emulation_year=OuterRef("pk"))
    versions = versions.exclude(state=CovenantState.DRAFT).order_by("-number")
    return Subquery(versions.values("state")[:1])


def _offices(request, year, others, today):
    """The members in protocol order with their offices, and the chair, from two queries.

    Whoever chairs today for a year that the person may not read is not named.
    """
    terms = Term.objects.valid().filter(bloc=year.bloc)
    terms = list(terms.select_related("seat__organisation", "seat__emulation_year"))
    chair = next((t for t in terms if t.role == TermRole.CHAIR and t.is_in_force_on(today)), None)
    reads_chair = chair is None or chair.seat.emulation_year.year in {year.year, *others}
    seats = year.seats.select_related("organisation")
    for term in terms:
        term.state = _state(term, today)
    return {
        "seats": [(seat, [term for term in terms if term.seat_id == seat.pk]) for seat in seats],
        "chair": chair if reads_chair else None,
        "chaired": [t for t in terms if t.role == TermRole.CHAIR and _is_of(t, year)],
        "reads_chair": reads_chair,
        "is_chair": bool(chair)
        and year.is_open
        and chair.seat.organisation_id in reach_of(request.user).represented,
    }


def _is_of(term, year):
    return term.seat.emulation_year_id == year.pk


def _state(term, today):
    """The tag of an office: in force, or not (past, to come, or without days)."""
    if not term.is_in_force_on(today):
        return "wait"
    return "done" if term.role == TermRole.CHAIR else "now"


def year_open(request, slug):
    bloc = get_object_or_404(
        Bloc.objects.visible_to(request.user).select_related("province"), slug=slug
    )
    require(can_keep_bloc, request.user, bloc)
    proposed = proposal(bloc, on=timezone.localdate())
    form = OpenYearForm(request.POST or None, proposed=proposed)
    if request.method == "POST" and form.is_valid():
        try:
            year = open_with_criteria(
                bloc, proposed, **form.opening(), by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            text = _("The emulation year %(year)s is open.") % {"year": year.year}
            messages.success(request, text)
            return redirect(year)
    return render(
        request, "desk/year_open.html", {"bloc": bloc, "form": form, "last": proposed.last}
    )
