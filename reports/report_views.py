"""The reports of a year on the screen: what was issued, the draft, and issuing it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.permissions import require
from accounts.refusal import carried_out
from blocs.deadlines import with_deadlines
from blocs.models import EmulationYear
from blocs.permissions import capacity
from files.exporting import answer
from scoring.permissions import year_work_today

from .contributing import with_contributions
from .kinds import report as paper_kind
from .page_tables import paper_table
from .papers import TYPE_CODES
from .permissions import can_contribute, can_read_draft, can_write_report, with_deputy
from .report_forms import ReportIssueForm
from .report_kinds import REPORT_KINDS
from .views import draft
from .workflow import current_paper, issue_report, next_number


def report(request, slug, year, kind):
    """The issued reports, for everybody who sees the year; the way on for those who write."""
    year = find_report_year(request, slug, year)
    papers = year.issued_papers.filter(kind=kind)
    context = {
        "year": year,
        "report": REPORT_KINDS[kind],
        "papers": papers.for_page(),
        "can_write": can_write_report(request.user, year),
        "can_read_draft": can_read_draft(request.user, year),
        "can_contribute": can_contribute(request.user, year),
    }
    return answer(request, "reports/report_papers.html", context, paper_table)


def report_draft(request, slug, year, kind):
    """The draft as PDF."""
    year = find_report_year(request, slug, year)
    require(can_read_draft, request.user, year)
    return draft(paper_kind.sheet(year, kind, issuer=issuer_of(year)))


def report_issue(request, slug, year, kind):
    year = find_report_year(request, slug, year)
    require(can_write_report, request.user, year)
    current = current_paper(kind=kind, emulation_year=year)
    chair, stands_in = capacity(request.user, year)
    form = ReportIssueForm(
        request.POST or None, initial=_proposed(year, kind), stands_in=stands_in, replaces=current
    )
    if paper := carried_out(form, lambda **_data: _issue(request, year, kind, form)):
        messages.success(request, _("%(number)s is issued.") % {"number": paper.full_number})
        return redirect("reports:report", slug, year.year, kind)
    context = {"year": year, "report": REPORT_KINDS[kind], "form": form, "current": current}
    context |= {"chair": chair, "stands_in": stands_in}
    context["cancel_url"] = reverse("reports:report", args=[slug, year.year, kind])
    return render(request, "reports/report_issue.html", context)


def find_report_year(request, slug, year, *, given_to=None):
    """Return the year that the person sees, with deadlines, and whether it is deputy; else 404.

    `given_to` is a kind of report: then the year has the contributions to it at hand.
    """
    years = with_deputy(EmulationYear.objects.visible_to(request.user), request.user)
    years = with_deadlines(years).select_related("bloc__province")
    if given_to:
        years = with_contributions(years, given_to)
    return get_object_or_404(years, bloc__slug=slug, year=year)


def issuer_of(year):
    """Return the organisation on whose paper the report stands today, or None."""
    acting = year_work_today(year)
    return acting and acting.organisation


def _issue(request, year, kind, form):
    return issue_report(year, kind, **form.issuing(), by=request.user, at=timezone.now())


def _proposed(year, kind):
    """What the form shows first: the draft's own entry, the next number, today."""
    issuer, today = issuer_of(year), timezone.localdate()
    entry = paper_kind.proposed_entry(year, kind, issuer=issuer)
    register = {"bloc": year.bloc, "issuer": issuer, "year": today.year}
    return {
        "number": next_number(TYPE_CODES[kind], **register),
        "symbol": entry.symbol,
        "place": entry.place,
        "dated": today,
        "capacity": entry.signatures[0].capacity,
    }
