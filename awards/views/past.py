"""Nominations of past years, as old papers tell them: kept by the staff of the province."""

from functools import partial

from django.contrib import messages
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.permissions import require
from accounts.refusal import carried_out
from blocs.permissions import can_keep_bloc
from blocs.views.finding import find_bloc, find_year
from files.exporting import answer

from .. import workflow
from ..ballot_tables import past_nominations_table
from ..forms.past import PastNominationForm
from ..forms.registry import WhyForm
from ..law import newest_of_collectives
from ..models import Nomination


def past_nomination_list(request, slug):
    """Every year of the bloc with what is recorded of its nominations. Two queries."""
    bloc = find_bloc(request, slug)
    require(can_keep_bloc, request.user, bloc)
    past = Nomination.objects.past().select_related("kind", "seat__organisation", "source")
    past = past.order_by("kind__position", "position", "pk")
    years = bloc.years.order_by("-year").prefetch_related(
        Prefetch("nominations", past, to_attr="past_nominations")
    )
    context = {"bloc": bloc, "years": years}
    return answer(request, "awards/past_nomination_list.html", context, past_nominations_table)


def past_nomination_add(request, slug, year):
    year = find_year(request, slug, year)
    require(can_keep_bloc, request.user, year.bloc)
    form = _form(request, year)
    verb = partial(workflow.record_past_nomination, year, by=request.user)
    if carried_out(form, verb):
        messages.success(request, _("The nomination of the past is recorded."))
        return redirect("awards:past_nomination_list", slug)
    page = {"title": _("Record a nomination of the past"), "submit": _("Put on record")}
    return _page(request, year, form, page)


def past_nomination_edit(request, slug, year, pk):
    nomination = _kept(request, slug, year, pk)
    names = ("seat", "member_stated", "source", "inferred")
    initial = {name: getattr(nomination, name) for name in names}
    kinds = _with(nomination.kind)
    form = _form(
        request,
        nomination.emulation_year,
        kinds=kinds,
        initial=initial | {"kind": nomination.kind_id},
        corrects=True,
    )
    verb = partial(workflow.correct_past_nomination, nomination, by=request.user)
    if carried_out(form, verb):
        messages.success(request, _("The nomination of the past is corrected."))
        return redirect("awards:past_nomination_list", slug)
    page = {"title": _("Correct a nomination of the past"), "submit": _("Save the correction")}
    page["remove_url"] = reverse("awards:past_nomination_remove", args=[slug, year, pk])
    return _page(request, nomination.emulation_year, form, page)


def past_nomination_remove(request, slug, year, pk):
    nomination = _kept(request, slug, year, pk)
    form = WhyForm(request.POST or None)
    verb = partial(_removed, nomination, by=request.user)
    if carried_out(form, verb):
        messages.success(request, _("The nomination of the past is taken out."))
        return redirect("awards:past_nomination_list", slug)
    page = {
        "title": _("Take out: %(nomination)s?") % {"nomination": nomination},
        "sentences": [
            _("Only for what was entered by mistake. The audit log keeps it, with your reason.")
        ],
        "submit": _("Take out the record"),
    }
    template = "awards/past_nomination_remove.html"
    return _page(request, nomination.emulation_year, form, page, template)


def _removed(nomination, **how):
    workflow.remove_past_nomination(nomination, **how)
    return True


def _kept(request, slug, year, pk):
    """The record of the past, for who keeps the bloc: 403 for others who see it."""
    past = Nomination.objects.visible_to(request.user).past()
    past = past.select_related("emulation_year__bloc__province", "kind", "seat__organisation")
    found = get_object_or_404(
        past, emulation_year__bloc__slug=slug, emulation_year__year=year, pk=pk
    )
    require(can_keep_bloc, request.user, found.emulation_year.bloc)
    return found


def _with(kind):
    """The kinds that may be chosen; the row that is recorded stands for its own code."""
    return [kind if each.code == kind.code else each for each in newest_of_collectives()]


def _form(request, year, *, kinds=None, **how):
    seats = year.seats.select_related("organisation", "emulation_year").order_by("position")
    kinds = newest_of_collectives() if kinds is None else kinds
    return PastNominationForm(request.POST or None, kinds=kinds, seats=seats, **how)


def _page(request, year, form, page, template="awards/past_nomination_form.html"):
    cancel_url = reverse("awards:past_nomination_list", args=[year.bloc.slug])
    context = {"year": year, "bloc": year.bloc, "form": form, "cancel_url": cancel_url, **page}
    return render(request, template, context)
