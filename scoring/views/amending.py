"""Amending criteria after the first score: begun on minutes, previewed, put in force."""

from functools import partial

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.refusal import Refused, carried_out

from ..amending import amendment_of
from ..balance import problems
from ..forms import AmendmentForm
from ..models import current_set
from ..workflow import put_criteria_in_force, start_amendment
from .finding import keep_draft, keep_year


def criteria_amend(request, slug, year):
    year = keep_year(request, slug, year)
    current = current_set(year)
    if current is None:
        raise Http404
    form = AmendmentForm(request.POST or None)
    verb = partial(start_amendment, year, by=request.user, at=timezone.now())
    if draft := carried_out(form, verb):
        messages.success(
            request, _("Version %(number)s has been begun.") % {"number": draft.number}
        )
        return redirect(draft)
    context = {"year": year, "criteria_set": current, "form": form}
    return render(request, "scoring/criteria_amend.html", context)


def criteria_put_in_force(request, slug, year):
    draft = keep_draft(request, slug, year)
    year = draft.emulation_year
    if request.method == "POST":
        seen = request.POST.get("seen", "")
        try:
            put_criteria_in_force(draft, seen=seen, by=request.user, at=timezone.now())
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect("scoring:criteria_put_in_force", slug, year.year)
        text = _("Version %(number)s is in force.") % {"number": draft.number}
        messages.success(request, text)
        return redirect("scoring:criteria_detail", slug, year.year)
    change = amendment_of(year, draft)
    context = {"year": year, "criteria_set": draft, "change": change}
    context["problems"] = problems(change.sections, draft.not_applicable)
    return render(request, "scoring/criteria_put_in_force.html", context)
