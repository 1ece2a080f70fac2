"""Papers of a ballot: blank ballot papers to print, and the counting minutes."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.permissions import require
from accounts.refusal import carried_out
from awards.permissions import can_keep_ballots
from awards.views.finding import find_ballot, led_ballot
from blocs.permissions import can_do_year_work, capacity
from files.exporting import answer
from files.serving import disposition

from .ballot_forms import CountingMinutesIssueForm
from .kinds import ballot_blank as blank_kind
from .kinds import counting_minutes as kind
from .page_tables import paper_table
from .papers import TYPE_CODES, PaperKind
from .pdf import render_pdf
from .views import draft
from .workflow import current_paper, issue_counting_minutes, next_number


def ballot_blank(request, slug, year, pk):
    """Ballot papers for whoever votes on paper, rendered now and kept nowhere."""
    ballot = led_ballot(request, slug, year, pk)
    chair, _stands_in = capacity(request.user, ballot.emulation_year)
    paper = blank_kind.blank(ballot, issuer=chair and chair.organisation)
    if not ballot.is_open or not paper.copies:
        raise Http404
    response = HttpResponse(
        render_pdf(blank_kind.TEMPLATE, {"paper": paper}), content_type="application/pdf"
    )
    response["Content-Disposition"] = disposition(f"{paper.file_title}.pdf")
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    return response


def ballot_minutes(request, slug, year, pk):
    """The minutes: those issued, the draft, and what may be done."""
    ballot = _closed_ballot(request, slug, year, pk)
    context = {
        "year": ballot.emulation_year,
        "ballot": ballot,
        "papers": ballot.issued_papers.for_page(),
        "can_draft": can_do_year_work(request.user, ballot.emulation_year),
    }
    return answer(request, "reports/ballot_minutes.html", context, paper_table)


def ballot_minutes_draft(request, slug, year, pk):
    ballot = _closed_ballot(request, slug, year, pk)
    require(can_do_year_work, request.user, ballot.emulation_year)
    chair, _stands_in = capacity(request.user, ballot.emulation_year)
    return draft(kind.sheet(ballot, issuer=chair and chair.organisation))


def ballot_minutes_issue(request, slug, year, pk):
    ballot = _closed_ballot(request, slug, year, pk)
    require(can_keep_ballots, request.user, ballot.emulation_year)
    chair, stands_in = capacity(request.user, ballot.emulation_year)
    about = {"emulation_year": ballot.emulation_year, "ballot": ballot}
    current = current_paper(kind=PaperKind.COUNTING_MINUTES, **about)
    form = CountingMinutesIssueForm(
        request.POST or None,
        initial=_proposed(ballot, chair and chair.organisation),
        replaces=current,
        stands_in=stands_in,
    )
    cancel_url = reverse("reports:ballot_minutes", args=[slug, year, pk])
    if paper := carried_out(form, lambda **_data: _issue(request, ballot, form)):
        messages.success(request, _("%(number)s is issued.") % {"number": paper.full_number})
        return redirect(cancel_url)
    context = {"year": ballot.emulation_year, "ballot": ballot, "form": form, "chair": chair}
    context |= {"stands_in": stands_in, "current": current, "cancel_url": cancel_url}
    return render(request, "reports/ballot_minutes_issue.html", context)


def _closed_ballot(request, slug, year, pk):
    ballot = find_ballot(request, slug, year, pk)
    if not ballot.is_closed:
        raise Http404
    return ballot


def _issue(request, ballot, form):
    return issue_counting_minutes(ballot, **form.issuing(), by=request.user, at=timezone.now())


def _proposed(ballot, issuer):
    """What the form shows first: usual symbol and place, the next number, today."""
    entry, today = kind.proposed_entry(ballot), timezone.localdate()
    type_code = TYPE_CODES[PaperKind.COUNTING_MINUTES]
    bloc = ballot.emulation_year.bloc
    number = next_number(type_code, bloc=bloc, issuer=issuer, year=today.year)
    return {"number": number, "symbol": entry.symbol, "place": entry.place, "dated": today}
