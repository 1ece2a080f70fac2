"""The staff of the province verify what the bloc agreed upon, member by member, and publish it."""

from functools import partial

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.permissions import require
from accounts.refusal import Refused, carried_out

from ..columns import read_columns
from ..member_rows import lines, was
from ..models import SheetState, Stage
from ..row_forms import RowsForm
from ..score_forms import ActForm
from ..sheet_permissions import can_verify
from ..workflow import finish_verification, publish_scores, save_verification
from .finding_sheets import find_columns, find_sheet
from .self_scores import rows_answer, wants_json


def verify(request, slug, year, seat_pk):
    columns, seat = _verified_sheet(request, slug, year, seat_pk)
    pks = [node.pk for node in columns.leaves]
    form = RowsForm(request.POST or None, stands_in=False, pks=pks)
    how = {"by": request.user, "at": timezone.now()}
    saved = carried_out(form, partial(save_verification, seat, **how)) if request.POST else None
    if request.POST and wants_json(request):
        return _answer(request, columns, seat, form, saved)
    if saved is not None:
        messages.success(request, _("The verification is saved."))
        return redirect("scoring:verify", slug, columns.year.year, seat.pk)
    found = lines(columns, seat, Stage.VERIFIED, form=form, by_points=True)
    is_done = bool(seat.current) and seat.current.state in (
        SheetState.VERIFIED,
        SheetState.PUBLISHED,
    )
    context = {"year": columns.year, "columns": columns, "seat": seat, "form": form}
    context |= {"lines": found, "was": was(found, request.POST)}
    context |= {"total": columns.total_of(seat, Stage.VERIFIED)}
    context |= {"agreed_total": columns.total_of(seat, Stage.AGREED)}
    context |= {"is_open": columns.year.is_open and bool(columns.lock) and not is_done}
    return render(request, "scoring/verify.html", context)


@require_POST
def verify_finish(request, slug, year, seat_pk):
    columns, seat = _verified_sheet(request, slug, year, seat_pk)
    try:
        finish_verification(seat, by=request.user, at=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The sheet has been verified."))
    return redirect("scoring:verify", slug, columns.year.year, seat.pk)


def scores_publish(request, slug, year):
    columns = find_columns(request, slug, year)
    require(can_verify, request.user, columns.year)
    if not columns.procedure.uses(Stage.VERIFIED):
        raise Http404
    form = ActForm(request.POST if request.method == "POST" else None, stands_in=False)
    verb = partial(publish_scores, columns.year, by=request.user, at=timezone.now())
    if carried_out(form, verb):
        messages.success(request, _("The verified scores are official now."))
        return redirect("scoring:sheet_list", slug, columns.year.year)
    context = {
        "year": columns.year,
        "form": form,
        "title": _("Make the verified scores official?"),
        "sentences": [
            _("The verified points of all members become the official ones."),
            _("Afterwards they change only in a new version, with a reason."),
        ],
        "submit": _("Make them official"),
        "cancel_url": reverse("scoring:sheet_list", args=[slug, columns.year.year]),
        "harmless": True,
    }
    return render(request, "scoring/scores_confirm.html", context)


def _verified_sheet(request, slug, year, seat_pk):
    columns, seat = find_sheet(request, slug, year, seat_pk)
    require(can_verify, request.user, columns.year)
    if not columns.procedure.uses(Stage.VERIFIED):
        raise Http404
    return columns, seat


def _answer(request, columns, seat, form, saved):
    columns = read_columns(columns.year, request.user, more=True)
    own = next(each for each in columns.seats if each.pk == seat.pk)
    found = lines(columns, own, Stage.VERIFIED, by_points=True)
    return rows_answer(form, saved, found, columns.total_of(own, Stage.VERIFIED))
