"""What becomes of a nomination: its summary, findings overridden, withdrawn, declined."""

from functools import partial

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.permissions import require
from accounts.refusal import carried_out

from .. import workflow
from ..case import case_of
from ..findings import findings_of, is_listed, nominations_of
from ..forms.nominations import NominationReasonForm, OverrideForm, SummaryForm
from ..listing import next_for
from ..models import DECLINABLE
from ..permissions import can_decline, can_nominate, can_override
from .finding import find_case, find_nomination, nominating_case, standing_in


def nomination_edit(request, slug, year, pk):
    """The summary of achievements that the submission prints."""
    nomination = _waiting(request, slug, year, pk)
    require(can_nominate, request.user, nomination.emulation_year)
    form = SummaryForm(request.POST or None, initial={"summary": _first_summary(nomination)})
    verb = partial(workflow.save_summary, nomination, by=request.user, at=timezone.now())
    if carried_out(form, verb):
        messages.success(request, _("The summary is saved."))
        return redirect("awards:nomination_detail", slug, year, pk)
    context = _context(nomination, form) | {"title": _("Summary of achievements")}
    return render(request, "awards/nomination_form.html", context)


def _first_summary(nomination):
    """What stands there, else the beginning of the nominee's own report."""
    report = getattr(nomination, "report", None)
    return nomination.summary or (report.achievements[:1000] if report else "")


def nomination_withdraw(request, slug, year, pk):
    nomination = _waiting(request, slug, year, pk)
    require(can_nominate, request.user, nomination.emulation_year)
    year = find_case(request, slug, year)
    chair, stands_in = standing_in(request, year)
    form = NominationReasonForm(request.POST or None, stands_in=stands_in)
    verb = partial(workflow.withdraw_nomination, nomination, by=request.user, at=timezone.now())
    page = {
        "title": _("Withdraw the nomination of %(member)s?") % {"member": nomination.member_name},
        "sentences": [
            _("It stays on the page, struck through, with your reason."),
            *_next(year, nomination),
        ],
        "submit": _("Withdraw the nomination"),
        "said": _("The nomination is withdrawn."),
    }
    return _leaving(request, nomination, form, verb, page, chair, stands_in)


def nomination_decline(request, slug, year, pk):
    """The nominee declines, until the decision: what will happen is said, and who comes next."""
    nomination = find_nomination(request, slug, year, pk)
    if nomination.state not in DECLINABLE or nomination.seat_id is None:
        raise Http404
    require(can_decline, request.user, nomination)
    year = find_case(request, slug, year)
    form = NominationReasonForm(request.POST or None, stands_in=False)
    verb = partial(workflow.decline_nomination, nomination, by=request.user, at=timezone.now())
    award = {"award": nomination.kind.name}
    page = {
        "title": _("Decline “%(award)s” for your organisation?") % award,
        "sentences": [
            _("Your organisation is no longer nominated for “%(award)s” this year.") % award,
            _("The chair, all members and the province read your reason."),
            *(_next(year, nomination) if is_listed(nomination) else [_with_the_province()]),
        ],
        "submit": _("Decline"),
        "said": _("Your organisation has declined."),
    }
    return _leaving(request, nomination, form, verb, page, chair=year.holder, stands_in=False)


def _with_the_province():
    return _("The list is with the province: nobody takes this place unless it is sent back.")


def _next(year, nomination):
    names = next_for(nomination, case_of(year), list(nominations_of(year)))
    if len(names) > 1:
        text = _("By the ranking these are next, of equal rank, so that the bloc votes: %(names)s.")
        return [text % {"names": ", ".join(names)}]
    if names:
        text = _("By the ranking %(name)s is next; the chair nominates it, nothing does by itself.")
        return [text % {"name": names[0]}]
    return [_("By the ranking nobody else comes into question.")]


def _leaving(request, nomination, form, verb, page, chair, stands_in):
    year = nomination.emulation_year
    if carried_out(form, verb):
        messages.success(request, page["said"])
        return redirect("awards:prospect", year.bloc.slug, year.year)
    context = _context(nomination, form) | page | {"chair": chair, "stands_in": stands_in}
    return render(request, "awards/nomination_step.html", context)


def nomination_override(request, slug, year, pk):
    """Choose open findings and say why they do not stand in the way."""
    year = nominating_case(request, slug, year)
    nominations = list(nominations_of(year))
    nomination = next((each for each in nominations if each.pk == pk and is_listed(each)), None)
    if nomination is None:
        raise Http404
    nomination.emulation_year = year
    noted = findings_of(case_of(year), nominations).get(pk, ())
    mine = [each for each in noted if can_override(request.user, nomination, each)]
    chair, stands_in = standing_in(request, year)
    form = OverrideForm(request.POST or None, noted=mine, stands_in=stands_in)
    verb = partial(workflow.override_findings, nomination, by=request.user, at=timezone.now())
    if carried_out(form, lambda **_data: verb(**form.overriding())):
        messages.success(request, _("The reason is kept with the findings."))
        return redirect("awards:nomination_detail", slug, year.year, pk)
    context = _context(nomination, form) | {"chair": chair, "stands_in": stands_in}
    context |= {"title": _("Override findings"), "nothing": not mine}
    return render(request, "awards/nomination_form.html", context)


def _waiting(request, slug, year, pk):
    """A nomination of a known member that is on the list: of others these pages do not exist."""
    nomination = find_nomination(request, slug, year, pk)
    if not is_listed(nomination):
        raise Http404
    return nomination


def _context(nomination, form):
    year = nomination.emulation_year
    back = reverse("awards:nomination_detail", args=[year.bloc.slug, year.year, nomination.pk])
    return {"year": year, "nomination": nomination, "form": form, "cancel_url": back}
