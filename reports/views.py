"""Papers on the screen: what was issued, a draft, issuing, and the filed bytes."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.permissions import require
from accounts.refusal import carried_out
from blocs.models import Handover, HandoverSide
from files.exporting import answer
from files.serving import disposition, serve

from .forms import MinutesIssueForm
from .kinds import handover_minutes as minutes
from .models import Paper
from .page_tables import paper_table
from .papers import TYPE_CODES, PaperKind
from .pdf import render_pdf
from .permissions import can_draft_minutes, can_issue_minutes
from .workflow import current_paper, issue_minutes, next_number
from .workflow.minutes import minutes_of


def handover_papers(request, pk):
    """The minutes of a handover: those issued, the draft, and what may be done."""
    handover = _find_handover(request, pk)
    context = {
        "handover": handover,
        "papers": handover.issued_papers.for_page(),
        "can_draft": can_draft_minutes(request.user, handover),
        "can_issue": can_issue_minutes(request.user, handover),
    }
    return answer(request, "reports/handover_papers.html", context, paper_table)


def handover_minutes(request, pk):
    """The draft as PDF."""
    handover = _find_handover(request, pk)
    require(can_draft_minutes, request.user, handover)
    return draft(minutes.sheet(handover))


def handover_minutes_issue(request, pk):
    handover = _find_handover(request, pk)
    require(can_issue_minutes, request.user, handover)
    current = current_paper(kind=PaperKind.HANDOVER_MINUTES, handover=handover)
    form = MinutesIssueForm(
        request.POST or None,
        initial=_proposed(handover),
        people=handover.people.all(),
        replaces=current,
    )
    if paper := carried_out(form, lambda **_data: _issue(request, handover, form)):
        messages.success(request, _("%(number)s is issued.") % {"number": paper.full_number})
        return redirect("reports:handover_papers", handover.pk)
    context = {"handover": handover, "form": form, "current": current}
    context["cancel_url"] = reverse("reports:handover_papers", args=[handover.pk])
    return render(request, "reports/handover_minutes_issue.html", context)


def paper_file(request, pk):
    """The filed bytes; nothing is rendered."""
    papers = Paper.objects.visible_to(request.user).select_related("file")
    return serve(get_object_or_404(papers, pk=pk).file)


def draft(sheet):
    """Answer with a paper that is rendered now and kept nowhere: no cache, no browser's viewer."""
    response = HttpResponse(
        render_pdf(sheet.template, {"sheet": sheet}), content_type="application/pdf"
    )
    response["Content-Disposition"] = disposition(sheet.file_name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    return response


def _find_handover(request, pk):
    handovers = minutes_of(Handover.objects.visible_to(request.user))
    return get_object_or_404(handovers, pk=pk)


def _issue(request, handover, form):
    return issue_minutes(handover, **form.issuing(), by=request.user, at=timezone.now())


def _proposed(handover):
    """What the form shows first: the draft's own entry, the next number, the day it was held."""
    entry = minutes.proposed_entry(handover)
    number = next_number(
        TYPE_CODES[PaperKind.HANDOVER_MINUTES],
        bloc=handover.bloc,
        issuer=handover.giver_term.seat.organisation,
        year=handover.held_on.year,
    )
    sides = {minutes.CAPACITIES[side]: side for side in HandoverSide.values}
    signers = {sides[each.capacity]: each.full_name for each in entry.signatures}
    fixed = {"symbol": entry.symbol, "place": entry.place, "dated": handover.held_on}
    return {"number": number, **fixed, **signers}
