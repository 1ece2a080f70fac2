"""One nomination, and how one comes on the list: by the quota, from a ballot, by hand."""

from functools import partial

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.refusal import carried_out
from blocs.permissions import can_keep_year

from .. import workflow
from ..case import case_of
from ..details import detailed, shown_steps
from ..findings import findings_of, is_listed, nominations_of, past_overrides, quota_of
from ..forms.nominations import BallotNominationForm, NominationForm, QuotaForm
from ..law import kinds_of_collectives
from ..listing import line_of
from ..permissions import (
    can_decline,
    can_nominate,
    can_override,
    can_read_achievements,
    can_write_achievements,
)
from ..proposing import due_by_quota
from ..results import result_of
from .finding import find_ballot, find_case, nominating_case, standing_in


def nomination_detail(request, slug, year, pk):
    """A nomination with its findings, and, for who may read them, report and files."""
    year = find_case(request, slug, year)
    case, nominations = case_of(year), list(detailed(nominations_of(year)))
    nomination = _own(nominations, pk)
    nomination.emulation_year = year
    noted = findings_of(case, nominations).get(nomination.pk, ())
    user = request.user
    can_keep = is_listed(nomination) and can_nominate(user, year)
    steps = shown_steps(nomination)
    is_past = not steps and not nomination.submission_id
    context = {
        "year": year,
        "case": case,
        "nomination": nomination,
        "line": line_of(nomination, case, noted),
        "report": getattr(nomination, "report", None),
        "steps": steps,
        "files": nomination.file_rows,
        "can_keep": can_keep,
        "can_correct": is_past and can_keep_year(user, year),
        "can_decline": can_decline(user, nomination),
        "past": past_overrides(nomination, noted),
        "can_override": is_listed(nomination)
        and any(can_override(user, nomination, each) for each in noted),
        "can_read": can_read_achievements(user, nomination),
        "can_write": can_write_achievements(user, nomination),
    }
    return render(request, "awards/nomination_detail.html", context)


def _own(nominations, pk):
    for each in nominations:
        if each.pk == pk:
            return each
    raise Http404


def nomination_by_quota(request, slug, year):
    """Show whom the quota adds, and add them: at one press where the chair presses."""
    year = nominating_case(request, slug, year)
    case, nominations = case_of(year), list(nominations_of(year))
    chair, stands_in = standing_in(request, year)
    form = QuotaForm(request.POST if request.method == "POST" else None, stands_in=stands_in)
    verb = partial(workflow.nominate_by_quota, year, by=request.user, at=timezone.now())
    if added := carried_out(form, lambda **data: verb(reason=data.get("reason", ""))):
        _say_how_many(request, added)
        return redirect("awards:prospect", slug, year.year)
    context = _context(year, form, chair, stands_in)
    context |= {
        "title": _("Nominate by the quota?"),
        "sentences": _by_quota(case, nominations),
        "submit": _("Nominate"),
        "harmless": True,
    }
    return render(request, "awards/nomination_step.html", context)


def _by_quota(case, nominations):
    """A sentence for each nomination that would come on the list."""
    answer = quota_of(case) if case.announced else None
    if not answer or not answer.is_known:
        return [_("First the standing is announced and a quota recorded.")]
    names = {kind.code: kind.name for kind in kinds_of_collectives(timezone.localdate())}
    by_seat = case.announced.by_seat
    found = [
        _("%(member)s: %(award)s (rank %(rank)s)")
        % {"member": by_seat[seat].name, "award": names.get(code, code), "rank": by_seat[seat].rank}
        for code, seat in due_by_quota(case, nominations, answer.quota)
    ]
    return found or [_("Nothing is to be added: the lists follow the quota, or a vote decides.")]


def nomination_from_ballot(request, slug, year, pk):
    """Whom a closed ballot has chosen comes on the list of the award that it was about."""
    year = nominating_case(request, slug, year)
    ballot = find_ballot(request, slug, year.year, pk)
    chair, stands_in = standing_in(request, year)
    kinds = list(kinds_of_collectives(timezone.localdate()))
    form = BallotNominationForm(
        request.POST or None, kinds=kinds, initial=_kind_in(ballot, kinds), stands_in=stands_in
    )
    verb = partial(workflow.nominate_from_ballot, ballot, by=request.user, at=timezone.now())
    if added := carried_out(form, verb):
        _say_how_many(request, added)
        return redirect("awards:prospect", slug, year.year)
    context = _context(year, form, chair, stands_in)
    context |= {"ballot": ballot, "title": _("Nominate whom the ballot has chosen?")}
    context |= {"sentences": _of_ballot(ballot), "submit": _("Nominate"), "harmless": True}
    return render(request, "awards/nomination_step.html", context)


def _kind_in(ballot, kinds):
    """The award whose exact name stands in the title of the ballot, to begin with."""
    named = [kind for kind in kinds if kind.name in ballot.title]
    return {"kind": named[0].pk} if named else {}


def _of_ballot(ballot):
    if not ballot.is_closed:
        return [_("This ballot is not closed yet: nothing follows from it.")]
    result = result_of(ballot)
    found = [
        _("%(member)s: %(agree)s of %(eligible)s votes")
        % {
            "member": line.nominee,
            "agree": line.line.agree,
            "eligible": result.eligible,
        }
        for line in result.lines
        if line.nominee.pk in result.outcome.chosen
    ]
    return found or [_("This ballot has chosen nobody.")]


def nomination_add(request, slug, year):
    year = nominating_case(request, slug, year)
    chair, stands_in = standing_in(request, year)
    form = NominationForm(
        request.POST or None,
        seats=year.seats.filter(left_on=None).select_related("organisation"),
        kinds=kinds_of_collectives(timezone.localdate()),
        stands_in=stands_in,
    )
    verb = partial(workflow.nominate, year, by=request.user, at=timezone.now())
    if nomination := carried_out(form, verb):
        _say_how_many(request, [nomination])
        return redirect("awards:nomination_detail", slug, year.year, nomination.pk)
    context = _context(year, form, chair, stands_in) | {"title": _("Nominate a member")}
    return render(request, "awards/nomination_form.html", context)


def _say_how_many(request, added):
    text = ngettext(
        "%(count)d nomination is on the list.", "%(count)d nominations are on the list.", len(added)
    )
    messages.success(request, text % {"count": len(added)})


def _context(year, form, chair, stands_in):
    return {
        "year": year,
        "nomination": None,
        "form": form,
        "chair": chair,
        "stands_in": stands_in,
        "cancel_url": reverse("awards:prospect", args=[year.bloc.slug, year.year]),
    }
