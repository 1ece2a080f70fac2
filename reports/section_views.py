"""The text of the year-end report: its editor, saved while typing where scripts run."""

from functools import partial

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.permissions import require
from accounts.refusal import Refused, carried_out
from scoring.sheet import read_sheet
from vietnamese.dates import short_time

from .kinds import year_end_figures
from .models import ReportSection
from .outline import roman, usual_outline
from .papers import PaperKind
from .permissions import can_write_report
from .workflow import (
    SectionChanged,
    add_section,
    begin_report,
    leave_out_section,
    move_section,
    save_section,
)
from .year_end_forms import AddSectionForm, SectionForm
from .year_end_views import find_report_year


def year_end_edit(request, slug, year):
    return _editor(request, _written_year(request, slug, year))


@require_POST
def year_end_begin(request, slug, year):
    year = _written_year(request, slug, year)
    return _done(request, year, begin_report, year)


@require_POST
def section_save(request, slug, year, pk):
    """Answer a script with the new version, or with what stands there; else the page."""
    section = _find_section(request, slug, year, pk)
    form = SectionForm(request.POST, section=section)
    changed = None
    try:
        verb = partial(save_section, section, by=request.user, at=timezone.now())
        saved = verb(**form.cleaned_data) if form.is_valid() else None
    except SectionChanged as refusal:
        saved, changed = None, refusal.section
        form.add_error(None, str(refusal))
    except Refused as refusal:
        saved = None
        form.add_error(None, str(refusal))
    if request.headers.get("Accept") == "application/json":
        return _answer(form, saved, changed)
    if saved:
        messages.success(request, _("Section “%(heading)s” is saved.") % {"heading": saved.heading})
        return redirect(_place_of(saved))
    return _editor(request, section.emulation_year, form=(section.pk, form, changed))


@require_POST
def section_add(request, slug, year):
    year = _written_year(request, slug, year)
    form = AddSectionForm(request.POST)
    verb = partial(add_section, year, by=request.user, at=timezone.now())
    if section := carried_out(form, verb):
        return redirect(_place_of(section))
    return _editor(request, year, adding=form)


@require_POST
def section_move(request, slug, year, pk):
    section = _find_section(request, slug, year, pk)
    up = request.POST.get("way") == "up"
    return _done(request, section.emulation_year, move_section, section, up=up)


@require_POST
def section_leave_out(request, slug, year, pk):
    section = _find_section(request, slug, year, pk)
    out = request.POST.get("put_back") != "yes"
    return _done(request, section.emulation_year, leave_out_section, section, left_out=out)


def _editor(request, year, *, form=None, adding=None):
    sections = year.report_sections.filter(kind=PaperKind.YEAR_END).order_by("position")
    sheet = read_sheet(year)
    context = {
        "year": year,
        "cards": _cards(list(sections), form),
        "outline": usual_outline(year.year, year.bloc.get_word_display()),
        "adding": adding or AddSectionForm(),
        "sheet": sheet,
        "ranking": sheet and year_end_figures.ranking(sheet),
    }
    return render(request, "reports/year_end_edit.html", context)


def _cards(sections, posted):
    """Each section with its numeral, its form, and what somebody else has stored meanwhile."""
    cards, number = [], 0
    for section in sections:
        number += not section.is_left_out
        form, changed = SectionForm(section=section), None
        if posted and posted[0] == section.pk:
            _pk, form, changed = posted
        version = changed.version if changed else form["version"].value()
        cards.append((roman(number), section, form, changed, version))
    return cards


def _answer(form, saved, changed):
    if saved:
        at = _("saved at %(time)s") % {"time": short_time(timezone.now())}
        return JsonResponse({"version": saved.version, "text": at})
    problems = [error for errors in form.errors.values() for error in errors]
    answer = {"problem": " ".join(problems)}
    if changed:
        stored = {"heading": changed.heading, "body": changed.body, "version": changed.version}
        answer["stored"] = stored
    return JsonResponse(answer, status=409)


def _done(request, year, verb, *subject, **how):
    """Carry out a step of one button, and go back to the editor with the refusal, if any."""
    done = None
    try:
        done = verb(*subject, **how, by=request.user, at=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    if isinstance(done, ReportSection):
        return redirect(_place_of(done))
    return redirect("reports:year_end_edit", year.bloc.slug, year.year)


def _place_of(section):
    year = section.emulation_year
    return f"{reverse('reports:year_end_edit', args=[year.bloc.slug, year.year])}#s{section.pk}"


def _written_year(request, slug, year):
    year = find_report_year(request, slug, year)
    require(can_write_report, request.user, year)
    return year


def _find_section(request, slug, year, pk):
    year = _written_year(request, slug, year)
    section = get_object_or_404(ReportSection, pk=pk, emulation_year=year, kind=PaperKind.YEAR_END)
    section.emulation_year = year  # the same object: what was read for it is not read again
    return section
