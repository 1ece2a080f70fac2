"""Announced standings: their versions, what each changed, and announcing the present one."""

from functools import partial

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.refusal import carried_out
from blocs.permissions import capacity
from blocs.views.finding import find_year
from files.exporting import answer

from ..announcing import differences, lines, stored
from ..page_tables import announcement_table
from ..permissions import can_enter_scores
from ..ranking_forms import AnnouncementForm
from ..ranking_tables import announcement_tables
from ..recounting import read_kept_standing
from ..workflow import announce
from .finding import find_scored_year, rank_sheet

ACT = ("act__by", "act__organisation")


def announcement_list(request, slug, year):
    year = find_scored_year(request, slug, year)
    sheet = read_kept_standing(year)
    if sheet is None:
        raise Http404
    announcements = list(year.announcements.select_related(*ACT).order_by("-number"))
    context = {"year": year, "sheet": sheet, "announcements": announcements}
    context["may_announce"] = year.is_open and can_enter_scores(request.user, year)
    if announcements:
        context["since"] = differences(announcements[0].standing, stored(sheet))
    return answer(request, "scoring/announcement_list.html", context, announcement_tables)


def announcement_create(request, slug, year):
    sheet = rank_sheet(request, slug, year)
    last = sheet.year.announcements.order_by("-number").first()
    chair, stands_in = capacity(request.user, sheet.year)
    form = AnnouncementForm(
        request.POST or None,
        stands_in=stands_in,
        replaces=last,
        initial={"announced_on": timezone.localdate()},
    )
    verb = partial(announce, sheet.year, by=request.user, at=timezone.now())
    if made := carried_out(form, verb):
        messages.success(request, _("The standing has been announced."))
        return redirect("scoring:announcement_detail", slug, sheet.year.year, made.number)
    context = {"sheet": sheet, "year": sheet.year, "form": form, "last": last}
    context |= {"chair": chair, "stands_in": stands_in}
    context["since"] = differences(last.standing, stored(sheet)) if last else []
    context["open_ties"] = any(result.ranked.waits_for for result in sheet.standings)
    return render(request, "scoring/announcement_form.html", context)


def announcement_detail(request, slug, year, number):
    year = find_year(request, slug, year)
    rows = year.announcements.select_related("replaces", "replaced_by", "criteria_set", *ACT)
    found = get_object_or_404(rows, number=number)
    context = {"year": year, "announcement": found, "lines": lines(found.standing)}
    context["replaced_by"] = getattr(found, "replaced_by", None)
    context["sections"] = [each for each in found.standing["rows"] if each["level"] == 1]
    if found.replaces:
        context["changed"] = differences(found.replaces.standing, found.standing)
    return answer(request, "scoring/announcement_detail.html", context, announcement_table)
