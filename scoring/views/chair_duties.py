"""Duties that the chair missed and the province did: what could be deducted, and the decision."""

from functools import partial

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.permissions import require
from accounts.refusal import Refused
from blocs.permissions import can_keep_year

from ..chair_duties import duties_of
from ..permissions import can_enter_scores
from ..workflow import deduct_for_missed, refuse_deduction
from .finding_sheets import find_columns


def missed_duties(request, slug, year):
    columns = find_columns(request, slug, year)
    if request.method == "POST":
        require(can_enter_scores, request.user, columns.year)
        return _decided(request, columns.year)
    context = {
        "year": columns.year,
        "columns": columns,
        "missed": duties_of(columns),
        "may_deduct": columns.is_open and can_enter_scores(request.user, columns.year),
        "may_refuse": columns.year.is_open and can_keep_year(request.user, columns.year),
    }
    return render(request, "scoring/missed_duties.html", context)


def _decided(request, year):
    """Do what was pressed, and say so, or why not."""
    data = request.POST
    about = {"seat_pk": _number(data.get("seat")), "duty": data.get("duty", "")}
    if criterion := _number(data.get("criterion")):
        verb = partial(deduct_for_missed, year, criterion_pk=criterion, **about)
        sentence = _("The points have been deducted.")
    else:
        require(can_keep_year, request.user, year)
        verb = partial(refuse_deduction, year, why=data.get("why", ""), **about)
        sentence = _("It is recorded that nothing is deducted.")
    try:
        verb(by=request.user, at=timezone.now())
        messages.success(request, sentence)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("scoring:missed_duties", year.bloc.slug, year.year)


def _number(text):
    text = text or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else None
