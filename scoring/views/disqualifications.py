"""Facts for which members are not considered, and ties that were settled elsewhere."""

from functools import partial

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.permissions import require
from accounts.refusal import carried_out
from blocs.permissions import capacity
from blocs.views.finding import find_year
from files.exporting import answer

from ..models import Disqualification
from ..page_tables import disqualification_table
from ..permissions import can_enter_scores
from ..ranking_forms import DisqualificationForm, RevokeForm, SettlementForm
from ..why import tie_break_words
from ..workflow import disqualify, revoke_disqualification, settle_tie
from ..workflow.settlements import open_or_settled
from .finding import enter_scores, rank_sheet

ACTS = ("entered__by", "entered__organisation", "revoked__by", "revoked__organisation")


def disqualification_list(request, slug, year):
    year = find_year(request, slug, year)
    found = year.disqualifications.select_related("seat__organisation", *ACTS)
    context = {"year": year, "disqualifications": found, "today": timezone.localdate()}
    context["may_enter"] = year.is_open and can_enter_scores(request.user, year)
    return answer(request, "scoring/disqualification_list.html", context, disqualification_table)


def disqualification_create(request, slug, year):
    year = enter_scores(request, slug, year)
    chair, stands_in = capacity(request.user, year)
    seats = year.seats.filter(left_on=None).select_related("organisation").order_by("position")
    form = DisqualificationForm(request.POST or None, seats=seats, stands_in=stands_in)
    if carried_out(form, partial(disqualify, year, by=request.user, at=timezone.now())):
        messages.success(request, _("The fact has been recorded. The points of the member stay."))
        return redirect("scoring:disqualification_list", slug, year.year)
    context = {"year": year, "form": form, "chair": chair, "stands_in": stands_in}
    return render(request, "scoring/disqualification_form.html", context)


def disqualification_revoke(request, slug, year, pk):
    year = find_year(request, slug, year)
    rows = Disqualification.objects.select_related("seat__organisation")
    found = get_object_or_404(rows, pk=pk, emulation_year=year)
    require(can_enter_scores, request.user, year)
    chair, stands_in = capacity(request.user, year)
    form = RevokeForm(request.POST or None, stands_in=stands_in)
    if carried_out(
        form, partial(revoke_disqualification, found, by=request.user, at=timezone.now())
    ):
        messages.success(request, _("It has been revoked and stays readable."))
        return redirect("scoring:disqualification_list", slug, year.year)
    context = {"form": form, "chair": chair, "stands_in": stands_in, "year": year}
    return render(request, "scoring/disqualification_revoke.html", context | _revoking(found))


def tie_settle(request, slug, year, seat_pk):
    sheet = rank_sheet(request, slug, year)
    if seat_pk not in {seat.pk for seat in sheet.members}:
        raise Http404
    tie_break, seats = _tie_of(sheet, seat_pk)
    chair, stands_in = capacity(request.user, sheet.year)
    form = SettlementForm(request.POST or None, seats=seats, stands_in=stands_in)
    verb = partial(settle_tie, sheet.year, tie_break=tie_break, by=request.user, at=timezone.now())
    if tie_break and carried_out(form, verb):
        messages.success(request, _("The order has been recorded."))
        return redirect("scoring:standing", slug, sheet.year.year)
    context = {"sheet": sheet, "year": sheet.year, "form": form, "seats": seats}
    context |= {"chair": chair, "stands_in": stands_in, "words": _words(sheet, tie_break)}
    return render(request, "scoring/tie_settle.html", context)


def _tie_of(sheet, seat_pk):
    """The tie a member stands in, still open before settled ones; None and nobody without."""
    groups = [
        (key, list(seats)) for (key, pks), seats in open_or_settled(sheet).items() if seat_pk in pks
    ]
    result = next(r for r in sheet.standings if r.member.pk == seat_pk)
    waits_for = result.ranked.waits_for
    for key, seats in groups:
        if waits_for and key == waits_for.pk:
            return key, seats
    return groups[-1] if groups else (None, [])


def _words(sheet, pk):
    found = [each for each in sheet.deciding.tie_breaks if each.pk == pk]
    return tie_break_words(found[0], sheet.nodes) if pk and found else ""


def _revoking(found):
    name = found.seat.organisation.name
    return {
        "disqualification": found,
        "title": _("Revoke what bars %(member)s?") % {"member": name},
        "sentences": [
            _("The member is ranked again by its points, unless something else bars it."),
            _("What was recorded stays readable, marked as revoked, with your reason."),
        ],
        "submit": _("Revoke"),
        "cancel_url": reverse(
            "scoring:disqualification_list",
            args=[found.emulation_year.bloc.slug, found.emulation_year.year],
        ),
    }
