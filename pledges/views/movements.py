"""The movements of a year: listed by launcher, shown with results, entered by the chair."""

from functools import partial

from django.contrib import messages
from django.db.models import Count, Q
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.permissions import require
from accounts.refusal import carried_out
from blocs.models import EmulationYear
from blocs.reach import reach_of
from blocs.views.finding import find_year
from files.exporting import answer
from vietnamese.numbers import show_decimal

from ..forms.entering import RemovingForm, WithdrawMovementForm
from ..forms.movements import FACTS, MovementForm
from ..models import Launcher, Movement
from ..page_tables import movement_table, result_table
from ..permissions import can_change_movements, can_write_movements
from ..workflow import (
    add_movement,
    change_movement,
    record_past_movement,
    remove_movement,
    withdraw_movement,
)
from ..workflow.movements import is_rested_on
from .entering import entered, signed, stored_lines, writing
from .finding_movements import find_movement


def movement_list(request, slug, year):
    year = find_year(request, slug, year)
    movements = year.movements.annotate(result_count=Count("results")).order_by("pk")
    movements = list(movements)
    groups = [(each.label, [m for m in movements if m.launcher == each]) for each in Launcher]
    context = {
        "year": year,
        "groups": [(label, rows) for label, rows in groups if rows],
        "member_count": year.seats.count(),
        "may_write": can_write_movements(request.user, year),
    }
    return answer(request, "pledges/movement_list.html", context, movement_table)


def movement_create(request, slug, year):
    year = find_year(request, slug, year)
    require(can_write_movements, request.user, year)
    way = writing(request.user, year)
    uppers = _uppers(request.user, year)
    form = MovementForm(request.POST or None, uppers=uppers, writing=way)
    add = record_past_movement if way.is_history else add_movement
    movement, _stored = entered(form, partial(add, year, **signed(request)))
    if movement:
        messages.success(request, _("The movement has been entered."))
        return redirect("pledges:movement_detail", slug, year.year, movement.pk)
    context = {"year": year, "form": form, "way": way, "title": _("Enter a movement")}
    return render(request, "pledges/movement_form.html", context)


def movement_detail(request, slug, year, pk):
    movement = find_movement(request, slug, year, pk)
    year = movement.emulation_year
    seats = list(year.seats.select_related("organisation").order_by("position"))
    results = movement.results.with_figures().select_related("act__organisation", "entered_by")
    may_write = can_write_movements(request.user, year)
    lines = _lines(request.user, movement, seats, list(results), may_write)
    context = {
        "movement": movement,
        "year": year,
        "lines": lines,
        "reported": sum(1 for line in lines if line["result"]),
        "exemplars": list(movement.exemplars.select_related("seat__organisation")),
        "may_change": may_write and year.is_open and not movement.withdrawn_id,
    }
    return answer(request, "pledges/movement_detail.html", context, result_table)


def movement_edit(request, slug, year, pk):
    movement = find_movement(request, slug, year, pk)
    year = movement.emulation_year
    require(can_change_movements, request.user, year)
    way = writing(request.user, year)
    uppers = _uppers(request.user, year, movement)
    form = MovementForm(request.POST or None, uppers=uppers, movement=movement, writing=way)
    changed, stored = entered(form, partial(change_movement, movement, **signed(request)))
    if changed:
        messages.success(request, _("The movement has been changed."))
        return redirect("pledges:movement_detail", slug, year.year, movement.pk)
    context = {"year": year, "form": form, "way": way, "title": _("Edit the movement")}
    context |= {"movement": movement, "stored": stored_lines(stored, FACTS)}
    return render(request, "pledges/movement_form.html", context)


def movement_withdraw(request, slug, year, pk):
    movement = find_movement(request, slug, year, pk)
    require(can_change_movements, request.user, movement.emulation_year)
    way = writing(request.user, movement.emulation_year)
    form = WithdrawMovementForm(request.POST or None, stands_in=way.stands_in)
    if carried_out(form, partial(withdraw_movement, movement, **signed(request))):
        messages.success(request, _("The movement has been withdrawn."))
        return redirect("pledges:movement_detail", slug, year, pk)
    context = {"form": form, "way": way, **_withdrawing(movement)}
    return render(request, "pledges/movement_confirm.html", context)


def movement_remove(request, slug, year, pk):
    movement = find_movement(request, slug, year, pk)
    require(can_change_movements, request.user, movement.emulation_year)
    way = writing(request.user, movement.emulation_year)
    form = RemovingForm(request.POST if request.method == "POST" else None, stands_in=way.stands_in)
    if carried_out(form, partial(_removed, movement, **signed(request))):
        messages.success(request, _("The movement has been removed."))
        return redirect("pledges:movement_list", slug, year)
    context = {"form": form, "way": way, **_removing(movement)}
    return render(request, "pledges/movement_confirm.html", context)


def _uppers(user, year, movement=None):
    """What a movement of this year may answer: those of the bloc up to it that the person reads."""
    known = Movement.objects.filter(
        bloc=year.bloc_id,
        emulation_year__in=EmulationYear.objects.visible_to(user),
        emulation_year__year__lte=year.year,
    )
    if movement is None:
        known = known.filter(withdrawn=None)
    else:
        known = known.filter(Q(withdrawn=None) | Q(pk=movement.answers_id))
        known = known.exclude(pk=movement.pk)
    return known.select_related("emulation_year").order_by("-emulation_year__year", "pk")


def _removed(movement, **how):
    remove_movement(movement, **how)
    return True


def _lines(user, movement, seats, results, may_write):
    """One line for each member, in protocol order: its result, and whether to offer the form."""
    year, found = movement.emulation_year, {result.seat_id: result for result in results}
    own = reach_of(user).represented if year.is_open else frozenset()
    return [
        {
            "seat": seat,
            "result": (result := found.get(seat.pk)),
            "figures": [
                (name, unit, show_decimal(value))
                for name, unit, value in (result.figure_lines if result else ())
            ],
            "may_report": not movement.withdrawn_id and (may_write or seat.organisation_id in own),
        }
        for seat in seats
    ]


def _withdrawing(movement):
    return {
        "title": _("Withdraw “%(name)s”?") % {"name": movement.name},
        "sentences": [
            _(
                "The movement stays readable with its results, marked as withdrawn, with your "
                "reason."
            ),
            _("No further results are entered in it."),
        ],
        "submit": _("Withdraw the movement"),
        **_about(movement),
    }


def _removing(movement):
    rested = is_rested_on(movement)
    sentence = (
        _("Something already rests on this movement. Withdraw it with a reason.")
        if rested
        else _("Nothing rests on it yet: no result, no exemplar, no answering movement.")
    )
    return {
        "title": _("Remove “%(name)s”?") % {"name": movement.name},
        "sentences": [
            _("Only for an entry made by mistake: the movement disappears from the year."),
            sentence,
        ],
        "submit": _("Remove the movement"),
        **_about(movement),
    }


def _about(movement):
    year = movement.emulation_year
    place = [year.bloc.slug, year.year, movement.pk]
    return {"year": year, "cancel_url": reverse("pledges:movement_detail", args=place)}
