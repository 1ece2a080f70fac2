"""Who is chair and deputy: the roster, appointing, recording the past, correcting, revoking."""

from functools import partial

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.permissions import require
from accounts.refusal import carried_out
from files.exporting import answer

from ..chairing import chair_in_force
from ..forms.terms import AppointForm, DayForm, PastTermForm, RevokeForm, TermChangeForm
from ..models import EmulationYear, YearState
from ..page_tables import term_table
from ..permissions import can_keep_bloc
from ..roster import Roster
from ..workflow import appoint, change_term, record_past_term, revoke_term
from .finding import find_bloc, find_term


def term_list(request, slug):
    bloc, today = find_bloc(request, slug), timezone.localdate()
    roster = Roster(bloc, request.user, today=today)
    form = DayForm(request.GET or None)
    day = form.is_valid() and form.cleaned_data["ngay"]
    context = {
        "bloc": bloc,
        "form": form,
        "day": day or today,
        "is_asked": bool(day),
        "chair": roster.chair_on(day or today),
        "deputies": roster.deputies_on(day or today),
        "years": roster.by_year(),
        "stretches": roster.stretches(),
        "today": today,
        "can_keep": can_keep_bloc(request.user, bloc),
    }
    return answer(request, "blocs/term_list.html", context, term_table)


def term_appoint(request, slug):
    bloc, today = find_bloc(request, slug), timezone.localdate()
    require(can_keep_bloc, request.user, bloc)
    years = EmulationYear.objects.filter(bloc=bloc, state=YearState.OPEN)
    form = AppointForm(request.POST or None, years=years, today=today)
    if carried_out(form, partial(appoint, by=request.user)):
        messages.success(request, _("The term has been recorded."))
        return redirect("blocs:term_list", bloc.slug)
    context = {"bloc": bloc, "form": form, "in_force": chair_in_force(bloc.pk, on=today)}
    return render(request, "blocs/term_appoint.html", context)


def term_record_past(request, slug):
    bloc = find_bloc(request, slug)
    require(can_keep_bloc, request.user, bloc)
    form = PastTermForm(request.POST or None, years=EmulationYear.objects.filter(bloc=bloc))
    if carried_out(form, partial(record_past_term, by=request.user)):
        messages.success(request, _("The term has been recorded."))
        return redirect("blocs:term_list", bloc.slug)
    return render(request, "blocs/term_record_past.html", {"bloc": bloc, "form": form})


def term_edit(request, pk):
    term = find_term(request, pk)
    require(can_keep_bloc, request.user, term.bloc)
    form = TermChangeForm(request.POST or None, term=term)
    if carried_out(form, partial(change_term, term, by=request.user)):
        messages.success(request, _("The term has been corrected."))
        return redirect("blocs:term_list", term.bloc.slug)
    return render(request, "blocs/term_edit.html", {"term": term, "form": form})


def term_revoke(request, pk):
    term = find_term(request, pk)
    require(can_keep_bloc, request.user, term.bloc)
    form = RevokeForm(request.POST or None)
    if carried_out(form, partial(revoke_term, term, by=request.user, at=timezone.now())):
        messages.success(request, _("The term has been revoked."))
        return redirect("blocs:term_list", term.bloc.slug)
    return render(request, "blocs/bloc_confirm.html", {"form": form, **_revoking(term)})


def _revoking(term):
    what = {"organisation": term.seat, "year": term.seat.emulation_year.year}
    return {
        "bloc": term.bloc,
        "title": _("Revoke the term of %(organisation)s for %(year)s?") % what,
        "sentences": [
            _("Only for a term entered by mistake: it stays on the list, struck through."),
            _("It gives no right from this moment on, and its days are free for another."),
            _("A term whose right was used, or on which a handover rests, cannot be revoked."),
        ],
        "submit": _("Revoke the term"),
        "cancel_url": reverse("blocs:term_list", args=[term.bloc.slug]),
    }
