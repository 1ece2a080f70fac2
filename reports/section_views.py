"""The text of a report: its editor, saved while typing where scripts run."""

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
from blocs.deadlines import due_of
from scoring.codes import roman
from scoring.recounting import read_kept_standing
from vietnamese.dates import short_time

from .contributing import contributions_to
from .kinds import year_end_figures
from .kinds.report import outline_of
from .models import Contribution, DataPart, ReportSection
from .permissions import can_write_report
from .report_forms import AddSectionForm, PartForm, SectionForm, TakeOverForm
from .report_kinds import REPORT_KINDS
from .report_views import find_report_year
from .workflow import (
    SectionChanged,
    add_section,
    begin_report,
    choose_part,
    leave_out_section,
    move_section,
    save_section,
    take_over,
)


def report_edit(request, slug, year, kind):
    return _editor(request, _written_year(request, slug, year, kind), kind)


@require_POST
def report_begin(request, slug, year, kind):
    year = _written_year(request, slug, year, kind)
    return _done(request, year, kind, begin_report, year, kind)


@require_POST
def section_save(request, slug, year, kind, pk):
    """Answer a script with the new version, or with what stands there; else the page."""
    section = _find_section(request, slug, year, kind, pk)
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
    return _editor(request, section.emulation_year, kind, form=(section.pk, form, changed))


@require_POST
def section_add(request, slug, year, kind):
    year = _written_year(request, slug, year, kind)
    form = AddSectionForm(request.POST)
    verb = partial(add_section, year, kind, by=request.user, at=timezone.now())
    if section := carried_out(form, verb):
        return redirect(_place_of(section))
    return _editor(request, year, kind, adding=form)


@require_POST
def section_move(request, slug, year, kind, pk):
    section = _find_section(request, slug, year, kind, pk)
    up = request.POST.get("way") == "up"
    return _done(request, section.emulation_year, kind, move_section, section, up=up)


@require_POST
def section_leave_out(request, slug, year, kind, pk):
    section = _find_section(request, slug, year, kind, pk)
    out = request.POST.get("put_back") != "yes"
    return _done(request, section.emulation_year, kind, leave_out_section, section, left_out=out)


@require_POST
def section_part(request, slug, year, kind, pk):
    """Let a section show other figures, or none; what is no choice changes nothing."""
    section = _find_section(request, slug, year, kind, pk)
    part = request.POST.get("part")
    if part not in DataPart.values:
        return redirect(_place_of(section))
    return _done(request, section.emulation_year, kind, choose_part, section, part=part)


@require_POST
def contribution_take(request, slug, year, kind, pk):
    """Put what a member wrote into a section of the report."""
    year = _written_year(request, slug, year, kind)
    given = get_object_or_404(Contribution, pk=pk, emulation_year=year, kind=kind)
    form = TakeOverForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose the section that the text goes into."))
        return redirect("reports:report_edit", slug, year.year, kind)
    section = _find_section(request, slug, year.year, kind, form.cleaned_data["section"])
    version = form.cleaned_data["version"]
    return _done(request, year, kind, take_over, given, section=section, version=version)


def _editor(request, year, kind, *, form=None, adding=None):
    sections = list(year.report_sections.filter(kind=kind).order_by("position"))
    sheet = read_kept_standing(year) if any(s.part == DataPart.RANKING for s in sections) else None
    given = {}
    for each in contributions_to(year, due_of(year, REPORT_KINDS[kind].deadline)):
        given.setdefault(each.section, []).append(each)
    context = {
        "year": year,
        "report": REPORT_KINDS[kind],
        "cards": _cards(sections, given, form),
        "outline": outline_of(year, kind),
        "adding": adding or AddSectionForm(),
        "sheet": sheet,
        "ranking": sheet and year_end_figures.ranking(sheet),
        "unplaced": given.get(None, []),
        "sections": [section for section in sections if not section.is_left_out],
    }
    return render(request, "reports/report_edit.html", context)


def _cards(sections, given, posted):
    """Each section with its numeral, its forms, what somebody else stored, and contributions."""
    cards, number, shown = [], 0, {section.part for section in sections}
    for section in sections:
        number += not section.is_left_out
        form, changed = SectionForm(section=section), None
        if posted and posted[0] == section.pk:
            _pk, form, changed = posted
        cards.append(
            {
                "numeral": roman(number),
                "section": section,
                "form": form,
                "changed": changed,
                "version": changed.version if changed else form["version"].value(),
                "part_form": PartForm(section=section, shown=shown),
                "contributions": given.get(section.pk, []),
            }
        )
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


def _done(request, year, kind, verb, *subject, **how):
    """Carry out a step of one button, and go back to the editor with the refusal, if any."""
    done = None
    try:
        done = verb(*subject, **how, by=request.user, at=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    if isinstance(done, ReportSection):
        return redirect(_place_of(done))
    return redirect("reports:report_edit", year.bloc.slug, year.year, kind)


def _place_of(section):
    year = section.emulation_year
    address = reverse("reports:report_edit", args=[year.bloc.slug, year.year, section.kind])
    return f"{address}#s{section.pk}"


def _written_year(request, slug, year, kind):
    year = find_report_year(request, slug, year, given_to=kind)
    require(can_write_report, request.user, year)
    return year


def _find_section(request, slug, year, kind, pk):
    year = _written_year(request, slug, year, kind)
    section = get_object_or_404(ReportSection, pk=pk, emulation_year=year, kind=kind)
    section.emulation_year = year  # the same object: what was read for it is not read again
    return section
