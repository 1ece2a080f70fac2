"""What a member achieved in a movement: entered by the member, or in its stead."""

from functools import partial

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.permissions import require
from accounts.refusal import carried_out
from vietnamese.numbers import show_decimal

from ..forms.entering import RemovingForm
from ..forms.movements import ResultForm
from ..models import MovementResult
from ..permissions import can_report
from ..workflow import record_past_result, remove_result, save_result
from .entering import entered, signed, writing
from .finding_movements import find_member, find_movement


def result_edit(request, slug, year, pk, seat_pk):
    seat, movement = _find(request, slug, year, pk, seat_pk)
    way = writing(request.user, seat.emulation_year, seat)
    result = movement.results.with_figures().filter(seat=seat).first()
    figures = result.figure_lines if result else ()
    form = ResultForm(request.POST or None, writing=way, result=result, figures=figures)
    save = record_past_result if way.is_history else save_result
    verb = partial(save, movement, seat=seat, **signed(request))
    saved, stored = entered(form, verb)
    if saved:
        messages.success(request, _("The result of %(seat)s is saved.") % {"seat": seat})
        return redirect("pledges:movement_detail", slug, year, pk)
    context = {"year": seat.emulation_year, "movement": movement, "seat": seat, "way": way}
    context |= {"form": form, "result": result, "stored": _stored(stored)}
    return render(request, "pledges/result_form.html", context)


def result_remove(request, slug, year, pk, seat_pk):
    seat, movement = _find(request, slug, year, pk, seat_pk)
    if not seat.emulation_year.is_open:
        raise Http404
    result = get_object_or_404(
        MovementResult.objects.select_related("seat__organisation", "movement"),
        movement=movement,
        seat=seat,
    )
    way = writing(request.user, seat.emulation_year, seat)
    data = request.POST if request.method == "POST" else None
    form = RemovingForm(data, stands_in=way.stands_in)
    if carried_out(form, partial(_removed, result, **signed(request))):
        messages.success(request, _("The result of %(seat)s has been removed.") % {"seat": seat})
        return redirect("pledges:movement_detail", slug, year, pk)
    context = {"form": form, "way": way, "year": seat.emulation_year, **_removing(seat, movement)}
    return render(request, "pledges/movement_confirm.html", context)


def _find(request, slug, year, pk, seat_pk):
    seat = find_member(request, slug, year, seat_pk)
    require(can_report, request.user, seat)
    return seat, find_movement(request, slug, year, pk)


def _removed(result, **how):
    remove_result(result, **how)
    return True


def _removing(seat, movement):
    year = seat.emulation_year
    place = [year.bloc.slug, year.year, movement.pk]
    return {
        "title": _("Remove the result of %(seat)s?") % {"seat": seat},
        "sentences": [
            _("Only for an entry made by mistake: the member counts as not having reported."),
            _("The movement is “%(name)s”.") % {"name": movement.name},
        ],
        "submit": _("Remove the result"),
        "cancel_url": reverse("pledges:movement_detail", args=place),
    }


def _stored(result):
    """What somebody else has stored meanwhile, as lines of label and value."""
    if result is None:
        return []
    figures = [
        (figure.name, f"{show_decimal(figure.value)} {figure.unit}".strip())
        for figure in result.figures.all()
    ]
    return [(_("Results in words"), result.text), *figures]
