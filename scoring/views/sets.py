"""The criteria of a year as a whole: read, begun, adopted, removed."""

from functools import partial

from django.contrib import messages
from django.forms.models import model_to_dict
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.refusal import Refused, carried_out
from blocs.views.finding import find_year

from ..balance import problems, totals
from ..forms import CriteriaSetForm
from ..models import DEEPEST_LEVEL, CriteriaSet, SetState
from ..origins import origins
from ..permissions import can_keep_criteria
from ..sheet import read_sheet
from ..table import lines
from ..tree import grow
from ..wording import with_sentences
from ..workflow import change_set, remove_set
from .finding import keep_set, keep_year


def criteria_detail(request, slug, year):
    year = find_year(request, slug, year)
    versions = _versions(year)
    may_change = year.is_open and can_keep_criteria(request.user, year)
    current = next((each for each in versions if each.state == SetState.CURRENT), None)
    if current is None:
        context = {"year": year, "origins": origins(year) if may_change else []}
        return render(request, "scoring/criteria_none.html", context)
    return _show(request, current, versions, may_change)


def criteria_version(request, slug, year, number):
    """An amendment being drafted, for who may keep it, or a version of the past with its scores."""
    year = find_year(request, slug, year)
    versions = _versions(year)
    shown = next((each for each in versions if each.number == number), None)
    may_keep = can_keep_criteria(request.user, year)
    if shown is None or (shown.is_draft and not may_keep):
        raise Http404
    return _show(request, shown, versions, year.is_open and may_keep)


def _versions(year):
    sets = CriteriaSet.objects.filter(emulation_year=year)
    versions = list(sets.select_related("copied_from__emulation_year", "in_force_by"))
    for each in versions:
        each.emulation_year = year  # the same object: its bloc is not read again
    return versions


def _show(request, criteria_set, versions, may_change):
    year = criteria_set.emulation_year
    sheet = read_sheet(year, number=criteria_set.number) if criteria_set.is_replaced else None
    sections = sheet.sections if sheet else grow(criteria_set.criteria.all())
    found = problems(sections, criteria_set.not_applicable)
    may_change = may_change and not criteria_set.is_replaced
    others = [each for each in versions if each.pk != criteria_set.pk]
    context = {
        "year": year,
        "criteria_set": criteria_set,
        "others": [each for each in others if may_change or not each.is_draft],
        "is_drafted": any(other.is_draft for other in others),
        "may_change": may_change,
        "may_edit": may_change and not criteria_set.scores.exists(),
        "lines": with_sentences(sections),
        "deepest": DEEPEST_LEVEL,
        "totals": totals(sections),
        "problems": found,
        "wrong": {problem.pk for problem in found},
        "sheet": sheet,
        "score_lines": lines(sheet) if sheet else [],
    }
    return render(request, "scoring/criteria_detail.html", context)


def criteria_start(request, slug, year):
    year = keep_year(request, slug, year)
    ways = {origin.key: origin for origin in origins(year)}
    origin = ways.get(request.GET.get("from"))
    if origin is None:
        messages.error(request, _("Choose how the criteria of this year are to begin."))
    elif origin.page:
        return redirect(origin.page, slug, year.year)
    elif request.method != "POST":
        return render(request, "scoring/criteria_start.html", {"year": year, "origin": origin})
    else:
        _begin(request, origin)
    return redirect("scoring:criteria_detail", slug, year.year)


def _begin(request, origin):
    try:
        origin.start(by=request.user, at=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The criteria have been begun. Check them now."))


def criteria_edit(request, slug, year):
    criteria_set = keep_set(request, slug, year)
    initial = model_to_dict(criteria_set, CriteriaSetForm.base_fields)
    form = CriteriaSetForm(request.POST or None, initial=initial)
    if carried_out(form, partial(change_set, criteria_set, by=request.user, at=timezone.now())):
        messages.success(request, _("The criteria have been saved."))
        return redirect(criteria_set)
    context = {"criteria_set": criteria_set, "year": criteria_set.emulation_year, "form": form}
    return render(request, "scoring/criteria_edit.html", context)


def criteria_remove(request, slug, year):
    criteria_set = keep_set(request, slug, year)
    if request.method == "POST":
        try:
            remove_set(criteria_set, by=request.user, at=timezone.now())
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("The criteria have been removed."))
        return redirect("scoring:criteria_detail", slug, year)
    context = {"criteria_set": criteria_set, "year": criteria_set.emulation_year}
    context["sections"] = grow(criteria_set.criteria.all())
    return render(request, "scoring/criteria_remove.html", context)
