"""Criteria as a workbook: downloaded by who sees the year, imported to begin a year."""

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.refusal import carried_out
from blocs.views.finding import find_year
from files.kinds import CONTENT_TYPES, Kind
from files.serving import disposition
from vietnamese.text import slug as slug_of

from ..forms import CriteriaBookForm
from ..models import current_set
from ..set_book.issue import issue
from ..set_book.layout import SetContent
from ..set_book.read import read
from ..tree import grow
from ..workflow import import_set
from .finding import keep_year


def criteria_workbook(request, slug, year):
    year = find_year(request, slug, year)
    criteria_set = current_set(year)
    if criteria_set is None:
        raise Http404
    names = ("title", "note", "rounding_step", "not_applicable", "is_sample")
    content = SetContent(
        sections=grow(criteria_set.criteria.all()),
        **{name: getattr(criteria_set, name) for name in names},
    )
    response = HttpResponse(issue(content), content_type=CONTENT_TYPES[Kind.EXCEL])
    name = f"tieu-chi-{slug_of(year.bloc.slug)}-{year.year}.xlsx"
    response["Content-Disposition"] = disposition(name)
    response["Cache-Control"] = "private, no-store"
    return response


def criteria_import(request, slug, year):
    year = keep_year(request, slug, year)
    form = CriteriaBookForm(request.POST or None, request.FILES or None)
    context = {"year": year, "form": form, "problems": []}
    if form.is_valid():
        content, context["problems"] = read(form.cleaned_data["workbook"].content)
        if not context["problems"]:
            form.cleaned_data = {"content": content}
            verb = partial(import_set, year, by=request.user, at=timezone.now())
            if made := carried_out(form, verb):
                messages.success(request, _("The criteria have been imported. Check them now."))
                return redirect(made)
    return render(request, "scoring/criteria_import.html", context)
