"""The members of a bloc in a year, in protocol order."""

from functools import partial

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.permissions import require
from accounts.refusal import carried_out
from files.exporting import answer

from ..forms.seats import LeaveForm, MoveForm, RemoveForm, SeatForm
from ..lineage import Lineage
from ..models import Term
from ..page_tables import seat_table
from ..permissions import can_keep_year
from ..workflow import add_seat, leave_seat, move_seat, remove_seat
from .finding import find_seat, find_year


def seat_list(request, slug, year):
    year, today = find_year(request, slug, year), timezone.localdate()
    lineage = Lineage(on=today)
    offices = {term.seat_id: term for term in _in_office(year, today)}
    seats = year.seats.select_related("organisation", "source").order_by("position")
    rows = [
        {
            "seat": seat,
            "names_today": lineage.names_today(seat.organisation_id),
            "term": offices.get(seat.pk),
            "has_left": seat.has_left_by(today),
        }
        for seat in seats
    ]
    may_change = year.is_open and can_keep_year(request.user, year)
    context = {"year": year, "rows": rows, "may_change": may_change}
    return answer(request, "blocs/seat_list.html", context, seat_table)


def seat_add(request, slug, year):
    year = find_year(request, slug, year)
    require(can_keep_year, request.user, year)
    form = SeatForm(request.POST or None, user=request.user, year=year, today=timezone.localdate())
    if seat := carried_out(form, partial(add_seat, year, by=request.user)):
        messages.success(request, _("%(organisation)s is a member now.") % {"organisation": seat})
        return _back_to_list(year)
    return render(request, "blocs/seat_add.html", {"year": year, "form": form})


def seat_leave(request, pk):
    seat = find_seat(request, pk)
    require(can_keep_year, request.user, seat.emulation_year)
    form = LeaveForm(request.POST or None)
    if carried_out(form, partial(leave_seat, seat, by=request.user)):
        messages.success(request, _("It is recorded that %(seat)s left.") % {"seat": seat})
        return _back_to_list(seat.emulation_year)
    context = {"form": form, **_about(seat), **_leaving(seat)}
    return render(request, "blocs/year_confirm.html", context)


@require_POST
def seat_move(request, pk):
    seat = find_seat(request, pk)
    require(can_keep_year, request.user, seat.emulation_year)
    form = MoveForm(request.POST)
    if not carried_out(form, partial(move_seat, seat, by=request.user)):
        for problem in form.non_field_errors() or [_("Say to which place the member is moved.")]:
            messages.error(request, problem)
    return _back_to_list(seat.emulation_year)


def seat_remove(request, pk):
    seat = find_seat(request, pk)
    require(can_keep_year, request.user, seat.emulation_year)
    form = RemoveForm(request.POST or None)
    if carried_out(form, partial(_remove, seat, by=request.user)):
        messages.success(request, _("The entry of %(seat)s has been removed.") % {"seat": seat})
        return _back_to_list(seat.emulation_year)
    context = {"form": form, **_about(seat), **_removing(seat)}
    return render(request, "blocs/year_confirm.html", context)


def _remove(seat, **how):
    remove_seat(seat, **how)
    return True


def _about(seat):
    year = seat.emulation_year
    return {
        "year": year,
        "cancel_url": reverse("blocs:seat_list", args=[year.bloc.slug, year.year]),
    }


def _leaving(seat):
    what = {"seat": seat, "year": seat.emulation_year.year}
    return {
        "title": _("%(seat)s leaves in the middle of %(year)s?") % what,
        "sentences": [
            _("It is a member until the day before; the seat stays on record."),
            _("It still reads this year, and not the later ones."),
            _("A chair hands over first; a deputy's term must have ended by then."),
        ],
        "submit": _("Record that it left"),
    }


def _removing(seat):
    what = {"seat": seat, "year": seat.emulation_year.year}
    return {
        "title": _("Remove %(seat)s from %(year)s?") % what,
        "sentences": [
            _("Only for an entry made by mistake: the seat disappears as if it had never been."),
            _("A member that really left is recorded with “Left” instead."),
            _("What already rests on the seat, such as a term, keeps it from being removed."),
        ],
        "submit": _("Remove the entry"),
    }


def _in_office(year, today):
    return Term.objects.in_force_on(today).filter(seat__emulation_year=year)


def _back_to_list(year):
    return redirect("blocs:seat_list", year.bloc.slug, year.year)
