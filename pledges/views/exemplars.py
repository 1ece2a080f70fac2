"""Models and exemplars of a year's members."""

from functools import partial

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.permissions import require
from accounts.refusal import carried_out
from blocs.reach import reach_of
from blocs.views.finding import find_year
from files.exporting import answer, page_of

from ..entry_tables import exemplar_table
from ..forms.entering import RemovingForm
from ..forms.movements import ExemplarForm
from ..permissions import can_change_exemplar, can_enter_exemplars, can_write_movements
from ..workflow import add_exemplar, change_exemplar, record_past_exemplar, remove_exemplar
from .entering import entered, signed, stored_lines, writing
from .finding_movements import find_exemplar

PAGE = 30
FACTS = ("kind", "name", "position", "description")


def exemplar_list(request, slug, year):
    year = find_year(request, slug, year)
    exemplars = year.exemplars.select_related(
        "seat__organisation", "movement", "act__organisation", "entered_by", "source"
    ).order_by("seat__position", "pk")
    page = page_of(request, exemplars, PAGE)
    may_write = can_write_movements(request.user, year)
    own = reach_of(request.user).represented if year.is_open else frozenset()
    context = {
        "year": year,
        "page": page,
        "rows": [
            (each, year.is_open and (may_write or each.seat.organisation_id in own))
            for each in page
        ],
        "may_add": may_write or can_enter_exemplars(request.user, year),
    }
    return answer(request, "pledges/exemplar_list.html", context, exemplar_table)


def exemplar_create(request, slug, year):
    year = find_year(request, slug, year)
    require(can_enter_exemplars, request.user, year)
    seats = _seats(request.user, year)
    way = writing(request.user, year, None if len(seats) > 1 else seats[0])
    movements = year.movements.filter(withdrawn=None).order_by("pk")
    form = ExemplarForm(request.POST or None, writing=way, seats=seats, movements=movements)
    add = record_past_exemplar if way.is_history else add_exemplar
    if entered(form, partial(_added, add, **signed(request)))[0]:
        messages.success(request, _("The entry has been added."))
        return redirect("pledges:exemplar_list", slug, year.year)
    context = {"year": year, "form": form, "way": way, "title": _("Add a model or exemplar")}
    return render(request, "pledges/exemplar_form.html", context)


def exemplar_edit(request, slug, year, pk):
    exemplar = find_exemplar(request, slug, year, pk)
    require(can_change_exemplar, request.user, exemplar)
    year = exemplar.emulation_year
    way = writing(request.user, year, exemplar.seat)
    standing = Q(withdrawn=None) | Q(pk=exemplar.movement_id)
    movements = year.movements.filter(standing).order_by("pk")
    form = ExemplarForm(
        request.POST or None, writing=way, seats=(), movements=movements, exemplar=exemplar
    )
    changed, stored = entered(form, partial(change_exemplar, exemplar, **signed(request)))
    if changed:
        messages.success(request, _("The entry has been changed."))
        return redirect("pledges:exemplar_list", slug, year.year)
    context = {"year": year, "form": form, "way": way, "title": _("Edit the model or exemplar")}
    context |= {"exemplar": exemplar, "stored": stored_lines(stored, FACTS)}
    return render(request, "pledges/exemplar_form.html", context)


def exemplar_remove(request, slug, year, pk):
    exemplar = find_exemplar(request, slug, year, pk)
    require(can_change_exemplar, request.user, exemplar)
    way = writing(request.user, exemplar.emulation_year, exemplar.seat)
    data = request.POST if request.method == "POST" else None
    form = RemovingForm(data, stands_in=way.stands_in)
    if carried_out(form, partial(_removed, exemplar, **signed(request))):
        messages.success(request, _("The entry has been removed."))
        return redirect("pledges:exemplar_list", slug, year)
    context = {
        "form": form,
        "way": way,
        "year": exemplar.emulation_year,
        "title": _("Remove “%(name)s”?") % {"name": exemplar.name},
        "sentences": [_("Only for an entry made by mistake: it disappears from the year.")],
        "submit": _("Remove the entry"),
        "cancel_url": reverse("pledges:exemplar_list", args=[slug, year]),
    }
    return render(request, "pledges/movement_confirm.html", context)


def _seats(user, year):
    """The members for which the person may enter, in protocol order."""
    seats = list(year.seats.select_related("organisation").order_by("position"))
    if can_write_movements(user, year):
        return seats
    return [seat for seat in seats if seat.organisation_id in reach_of(user).represented]


def _added(add, *, seat, **how):
    return add(seat, **how)


def _removed(exemplar, **how):
    remove_exemplar(exemplar, **how)
    return True
