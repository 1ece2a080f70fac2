"""The nominee's report on its achievements, and the files of its dossier."""

from functools import partial

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.permissions import require
from accounts.refusal import carried_out
from blocs.permissions import capacity
from files.serving import serve

from .. import workflow
from ..forms.nominations import AchievementForm, NominationFileForm, NominationReasonForm
from ..models import NominationState
from ..permissions import can_read_achievements, can_write_achievements, is_nominee
from .finding import find_nomination, find_nomination_file

PARTS = ("situation", "achievements", "earlier_awards")


def achievement_edit(request, slug, year, pk):
    """The report in three parts; the chair may write it in the nominee's place."""
    nomination = find_nomination(request, slug, year, pk)
    require(can_write_achievements, request.user, nomination)
    chair, stands_in = _place(request, nomination)
    report = getattr(nomination, "report", None)
    initial = {part: getattr(report, part) for part in PARTS} if report else {}
    form = AchievementForm(request.POST or None, initial=initial, stands_in=stands_in)
    verb = partial(workflow.save_achievements, nomination, by=request.user, at=timezone.now())
    if carried_out(form, verb):
        messages.success(request, _("The achievement report is saved."))
        return redirect("awards:nomination_detail", slug, year, pk)
    context = _context(nomination, form, chair, stands_in) | {"title": _("Achievement report")}
    return render(request, "awards/nomination_form.html", context)


def nomination_file_add(request, slug, year, pk):
    nomination = find_nomination(request, slug, year, pk)
    require(can_write_achievements, request.user, nomination)
    chair, stands_in = _place(request, nomination)
    form = NominationFileForm(request.POST or None, request.FILES or None, stands_in=stands_in)
    verb = partial(workflow.add_nomination_files, nomination, by=request.user, at=timezone.now())
    if carried_out(form, verb):
        messages.success(request, _("The files are in the dossier."))
        return redirect("awards:nomination_detail", slug, year, pk)
    context = _context(nomination, form, chair, stands_in) | {
        "title": _("Add files to the dossier")
    }
    return render(request, "awards/nomination_form.html", context)


def nomination_file(request, slug, year, pk, file_pk):
    """The file, for who may read the dossier of the nominee; a withdrawn one too."""
    found = find_nomination_file(request, slug, year, pk, file_pk)
    require(can_read_achievements, request.user, found.nomination)
    return serve(found.file)


def nomination_file_withdraw(request, slug, year, pk, file_pk):
    found = find_nomination_file(request, slug, year, pk, file_pk)
    require(can_write_achievements, request.user, found.nomination)
    if found.withdrawn_why:
        raise Http404
    chair, stands_in = _place(request, found.nomination)
    form = NominationReasonForm(request.POST or None, stands_in=stands_in)
    verb = partial(workflow.withdraw_nomination_file, found, by=request.user, at=timezone.now())
    if carried_out(form, verb):
        messages.success(request, _("The file is withdrawn."))
        return redirect("awards:nomination_detail", slug, year, pk)
    context = _context(found.nomination, form, chair, stands_in) | {
        "title": _("Withdraw the file “%(name)s”?") % {"name": found.file.name},
        "sentences": [
            _("It stays on record with your reason, and is shown as withdrawn."),
            _("It goes into no dossier any more."),
        ],
        "submit": _("Withdraw the file"),
    }
    return render(request, "awards/nomination_step.html", context)


def _place(request, nomination):
    """Who holds the year's work, and whether the person stands in; the nominee's people do not."""
    if nomination.state != NominationState.PROPOSED:
        raise Http404
    if is_nominee(request.user, nomination):
        return True, False
    return capacity(request.user, nomination.emulation_year)


def _context(nomination, form, chair, stands_in):
    year = nomination.emulation_year
    back = reverse("awards:nomination_detail", args=[year.bloc.slug, year.year, nomination.pk])
    return {
        "year": year,
        "nomination": nomination,
        "form": form,
        "chair": chair,
        "stands_in": stands_in,
        "cancel_url": back,
    }
