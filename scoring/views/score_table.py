"""Scores typed on the page: one cell at once where scripts run, else the whole table."""

import json

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.refusal import Refused
from blocs.permissions import capacity
from vietnamese.numbers import show_decimal

from ..recounting import read_kept_sheet
from ..score_forms import PREFIX, CellsForm
from ..sheet import read_sheet
from ..table import lines, typed
from ..workflow import save_scores
from .finding import enter_sheet


def score_table(request, slug, year):
    sheet = enter_sheet(request, slug, year, read=read_kept_sheet)
    chair, stands_in = capacity(request.user, sheet.year)
    form = CellsForm(request.POST or None, stands_in=stands_in)
    saved = _saved(request, sheet.year, form) if request.method == "POST" else None
    if request.headers.get("Accept") == "application/json" and request.method == "POST":
        return _answer(sheet.year, form, saved)
    if saved is not None:
        text = ngettext("%(count)d score saved.", "%(count)d scores saved.", len(saved))
        messages.success(request, text % {"count": len(saved)})
        return redirect("scoring:score_table", slug, sheet.year.year)
    context = {"sheet": sheet, "year": sheet.year, "form": form, "chair": chair}
    context |= {"stands_in": stands_in, "lines": _lines(sheet, request.POST, form)}
    context |= {"was": _was(sheet, request.POST), "results": sheet.in_protocol_order}
    return render(request, "scoring/score_table.html", context)


def _saved(request, year, form):
    if not form.is_valid():
        return None
    try:
        return save_scores(year, **form.cleaned_data, by=request.user, at=timezone.now())
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return None


def _answer(year, form, saved):
    """For the script: the cells as they stand, what they add up to, or what is wrong."""
    if saved is None:
        problems = [error for errors in form.errors.values() for error in errors]
        return JsonResponse({"problem": " ".join(problems)}, status=409)
    sheet = read_sheet(year)
    totals = {result.member.pk: show_decimal(result.total, places=2) for result in sheet.standings}
    cells = {change.key: typed(change.new) for change in saved}
    answer = {"cells": cells, "totals": totals, "sections": _sections(sheet, saved)}
    return JsonResponse({**answer, "text": _("saved")})


def _sections(sheet, saved):
    """{key of a cell: its HTML} for whatever is a sum, of the members whose points were changed."""
    changed = {change.place[0] for change in saved}
    return {
        cell.key: render_to_string("scoring/_section_points.html", {"figure": cell.figure}).strip()
        for row, cells in lines(sheet)
        if row.node.children
        for cell in cells
        if cell.seat.pk in changed
    }


def _lines(sheet, posted, form):
    """The table with what was typed, where it could not be saved."""
    return [
        (
            row,
            [
                (cell, posted.get(PREFIX + cell.key, cell.typed), cell.key in form.wrong)
                for cell in cells
            ],
        )
        for row, cells in lines(sheet)
    ]


def _was(sheet, posted):
    shown = {f"{seat}-{pk}": typed(points) for (seat, pk), points in sheet.points.items()}
    return posted.get("was") or json.dumps(shown, separators=(",", ":"))
