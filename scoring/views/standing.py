"""The ranking of a year, its workbook, and opening locked scores again."""

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.permissions import require
from accounts.refusal import carried_out
from blocs.views.finding import find_year
from files.kinds import CONTENT_TYPES, Kind
from files.serving import disposition

from ..books import book_of, file_name
from ..chart import colours
from ..permissions import can_enter_scores, can_reopen_scores
from ..recounting import read_kept_sheet, read_kept_standing
from ..score_forms import ReopenForm
from ..table import lines, ranking
from ..workbook.issue import issue
from ..workflow import reopen
from .finding import enter_sheet, find_scored_year


def standing(request, slug, year):
    year = find_scored_year(request, slug, year)
    sheet = read_kept_standing(year)
    context = {"year": year, "sheet": sheet, "may_enter": can_enter_scores(request.user, year)}
    if sheet is None:
        return render(request, "scoring/standing_none.html", context)
    colour = colours(sheet.sections)
    context |= {
        "ranking": ranking(sheet),
        "lines": lines(sheet),
        "key": [(colour.get(section.pk, ""), section) for section in sheet.sections],
        "may_settle": year.is_open and context["may_enter"],
        "may_reopen": bool(sheet.lock) and can_reopen_scores(request.user, year),
    }
    return render(request, "scoring/standing.html", context)


def workbook(request, slug, year):
    sheet = enter_sheet(request, slug, year, read=read_kept_sheet)
    response = HttpResponse(issue(book_of(sheet)), content_type=CONTENT_TYPES[Kind.EXCEL])
    response["Content-Disposition"] = disposition(file_name(sheet.year))
    response["Cache-Control"] = "private, no-store"
    return response


def scores_reopen(request, slug, year):
    year = find_year(request, slug, year)
    require(can_reopen_scores, request.user, year)
    form = ReopenForm(request.POST or None)
    if carried_out(form, partial(reopen, year, by=request.user, at=timezone.now())):
        messages.success(request, _("The scores can be changed again."))
        return redirect("scoring:standing", slug, year.year)
    context = {
        "year": year,
        "form": form,
        "title": _("Open the scores of %(year)s again?") % {"year": year.year},
        "sentences": [
            _("The chair can change scores again; every change is kept."),
            _("Papers that were issued stay as they are."),
        ],
        "submit": _("Open the scores again"),
        "cancel_url": reverse("scoring:standing", args=[slug, year.year]),
    }
    return render(request, "scoring/scores_confirm.html", context)
