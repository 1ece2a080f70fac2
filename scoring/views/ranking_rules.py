"""The rules of ranking and grades of a year's criteria: read, written, taken over as usual."""

from functools import partial

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.permissions import require
from accounts.refusal import Refused, carried_out
from blocs.views.finding import find_year
from files.exporting import answer

from ..kinds import CriterionKind, GradeBase
from ..permissions import can_keep_criteria
from ..ranking_forms import RankingRulesForm, initial_rules
from ..ranking_tables import ranking_rules_tables
from ..sheet import read_criteria
from ..tree import rows
from ..why import tie_break_words
from ..workflow import set_ranking_rules, take_usual_rules


def ranking_rules(request, slug, year):
    year = find_year(request, slug, year)
    sheet = _sheet(year)
    deciding = sheet.deciding
    may_change = year.is_open and can_keep_criteria(request.user, year)
    context = {"year": year, "sheet": sheet, "deciding": deciding}
    context["may_change"] = may_change and not deciding.is_announced
    context["base"] = GradeBase(deciding.grading.base).label
    context["ties"] = [(each, tie_break_words(each, sheet.nodes)) for each in deciding.tie_breaks]
    return answer(request, "scoring/ranking_rules.html", context, ranking_rules_tables)


def ranking_rules_edit(request, slug, year):
    sheet = _kept(request, slug, year)
    criteria_set = sheet.criteria_set
    nodes = [row.node for row in rows(sheet.sections) if row.node.kind != CriterionKind.PENALTY]
    form = RankingRulesForm(request.POST or None, nodes=nodes, initial=initial_rules(criteria_set))
    verb = partial(set_ranking_rules, criteria_set, by=request.user, at=timezone.now())
    if carried_out(form, verb):
        messages.success(request, _("The rules of ranking have been saved."))
        return redirect("scoring:ranking_rules", slug, year)
    context = {"year": sheet.year, "sheet": sheet, "form": form}
    return render(request, "scoring/ranking_rules_edit.html", context)


def ranking_rules_usual(request, slug, year):
    sheet = _kept(request, slug, year)
    if request.method == "POST":
        try:
            take_usual_rules(sheet.criteria_set, by=request.user, at=timezone.now())
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("The usual list stands there as a proposal. Check it now."))
        return redirect("scoring:ranking_rules", slug, year)
    context = {
        "year": sheet.year,
        "title": _("Take over the usual rules?"),
        "sentences": [
            _("Tie-breaks: section I, emulation work, fewer penalty points, then what is decided "
              "elsewhere: no flag the year before, 70 % women, a secret ballot."),
            _("Grades: excellent from 95 %, good from 85 %, fair from 70 %, else average."),
            _("They replace the rules that stand there, and are marked as a proposal until the "
              "bloc has adopted them."),
        ],
        "submit": _("Take over the usual rules"),
        "cancel_url": reverse("scoring:ranking_rules", args=[slug, year]),
        "harmless": True,
    }  # fmt: skip
    return render(request, "scoring/ranking_rules_confirm.html", context)


def _sheet(year):
    sheet = read_criteria(year)
    if sheet is None:
        raise Http404
    return sheet


def _kept(request, slug, year):
    year = find_year(request, slug, year)
    require(can_keep_criteria, request.user, year)
    return _sheet(year)
