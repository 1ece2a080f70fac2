"""The year-end report on the screen: what was issued, the draft, and issuing it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.permissions import require
from accounts.refusal import carried_out
from blocs.models import EmulationYear
from blocs.permissions import capacity
from scoring.permissions import year_work_today

from .kinds import year_end as kind
from .papers import TYPE_CODES, PaperKind
from .permissions import can_read_draft, can_write_report, with_deputy
from .views import draft
from .workflow import current_paper, issue_year_end, next_number
from .year_end_forms import YearEndIssueForm


def year_end(request, slug, year):
    """The issued reports, for everybody who sees the year; the way on for those who write."""
    year = find_report_year(request, slug, year)
    papers = year.issued_papers.filter(kind=PaperKind.YEAR_END)
    context = {
        "year": year,
        "papers": papers.for_page(),
        "can_write": can_write_report(request.user, year),
        "can_read_draft": can_read_draft(request.user, year),
    }
    return render(request, "reports/year_end_papers.html", context)


def year_end_draft(request, slug, year):
    """The draft as PDF."""
    year = find_report_year(request, slug, year)
    require(can_read_draft, request.user, year)
    return draft(kind.sheet(year, issuer=issuer_of(year)))


def year_end_issue(request, slug, year):
    year = find_report_year(request, slug, year)
    require(can_write_report, request.user, year)
    current = current_paper(kind=PaperKind.YEAR_END, emulation_year=year)
    chair, stands_in = capacity(request.user, year)
    form = YearEndIssueForm(
        request.POST or None, initial=_proposed(year), stands_in=stands_in, replaces=current
    )
    if paper := carried_out(form, lambda **_data: _issue(request, year, form)):
        messages.success(request, _("%(number)s is issued.") % {"number": paper.full_number})
        return redirect("reports:year_end", slug, year.year)
    context = {"year": year, "form": form, "current": current, "chair": chair}
    context["stands_in"] = stands_in
    context["cancel_url"] = reverse("reports:year_end", args=[slug, year.year])
    return render(request, "reports/year_end_issue.html", context)


def find_report_year(request, slug, year):
    """Return the year that the person sees, knowing whether the reader is deputy; else 404."""
    years = with_deputy(EmulationYear.objects.visible_to(request.user), request.user)
    years = years.select_related("bloc__province")
    return get_object_or_404(years, bloc__slug=slug, year=year)


def issuer_of(year):
    """Return the organisation on whose paper the report stands today, or None."""
    acting = year_work_today(year)
    return acting and acting.organisation


def _issue(request, year, form):
    return issue_year_end(year, **form.issuing(), by=request.user, at=timezone.now())


def _proposed(year):
    """What the form shows first: the draft's own entry, the next number, today."""
    issuer, today = issuer_of(year), timezone.localdate()
    entry = kind.proposed_entry(year, issuer=issuer)
    register = {"bloc": year.bloc, "issuer": issuer, "year": today.year}
    return {
        "number": next_number(TYPE_CODES[PaperKind.YEAR_END], **register),
        "symbol": entry.symbol,
        "place": entry.place,
        "dated": today,
        "capacity": entry.signatures[0].capacity,
    }
