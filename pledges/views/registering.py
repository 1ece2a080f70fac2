"""For which awards the members register; and the covenants of years that are over."""

from functools import partial

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.permissions import require
from accounts.refusal import Refused, carried_out
from blocs.reach import reach_of
from blocs.views.finding import find_year
from files.exporting import answer

from .. import workflow
from ..covenant_permissions import can_record_past_covenant, can_register, can_write_covenant
from ..entry_tables import registration_table
from ..forms.drafting import PastCovenantForm, RegistrationForm
from ..models import Covenant, CovenantState, Registration


def registration_list(request, slug, year):
    """What every member registers for; each enters its own, the chair anybody's."""
    year, covenant = _found(request, slug, year)
    seats = _own_seats(request.user, year) if _may_change(covenant) else []
    data = request.POST if request.method == "POST" and seats else None
    form = RegistrationForm(data, seats=seats)
    verb = partial(workflow.register_award, covenant, by=request.user, at=timezone.now())
    if carried_out(form, verb):
        messages.success(request, _("The registration is entered."))
        return redirect("pledges:registration_list", slug, year.year)
    rows = covenant.registrations.select_related("seat__organisation")
    context = {"year": year, "rows": rows, "form": form, "own": {seat.pk for seat in seats}}
    return answer(request, "pledges/registration_list.html", context, registration_table)


@require_POST
def registration_remove(request, slug, year, pk):
    year, covenant = _found(request, slug, year)
    rows = Registration.objects.select_related("seat", "covenant")
    registration = get_object_or_404(rows, pk=pk, covenant=covenant)
    registration.seat.emulation_year = year
    require(can_register, request.user, registration.seat)
    try:
        workflow.remove_registration(registration, by=request.user, at=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("pledges:registration_list", slug, year.year)


def covenant_record_past(request, slug, year):
    """Enter the covenant of a closed year as history."""
    year = find_year(request, slug, year)
    require(can_record_past_covenant, request.user, year)
    seats = list(year.seats.select_related("organisation").order_by("position"))
    form = PastCovenantForm(request.POST or None, seats=seats)
    verb = partial(
        workflow.record_past_covenant, year, source=year.source, by=request.user, at=timezone.now()
    )
    if carried_out(form, lambda **_data: verb(**form.entering())):
        messages.success(request, _("The covenant is entered as history."))
        return redirect("pledges:covenant_detail", slug, year.year)
    context = {"year": year, "form": form}
    context["cancel_url"] = reverse("pledges:covenant_detail", args=[slug, year.year])
    return render(request, "pledges/covenant_record_past.html", context)


def _found(request, slug, year):
    year = find_year(request, slug, year)
    covenant = Covenant.objects.filter(emulation_year=year).first()
    if covenant is None:
        raise Http404
    covenant.emulation_year = year
    return year, covenant


def _may_change(covenant):
    newest = covenant.versions.order_by("number").last()
    return covenant.emulation_year.is_open and newest.state != CovenantState.CLOSED


def _own_seats(user, year):
    """The seats for which the person enters registrations."""
    seats = list(year.seats.select_related("organisation").order_by("position"))
    if can_write_covenant(user, year):
        return seats
    return [seat for seat in seats if seat.organisation_id in reach_of(user).represented]
