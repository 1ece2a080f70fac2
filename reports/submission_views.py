"""The submission of a year's nominations, the nominees' reports, and the dossier as one ZIP."""

from django.contrib import messages
from django.http import Http404, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.permissions import require
from accounts.refusal import carried_out
from awards.case import case_of
from awards.findings import is_listed
from awards.permissions import can_nominate, can_read_achievements, can_take_dossier
from awards.rules import bases_in_force
from awards.views.finding import find_case, find_nomination, nominating_case, standing_in
from awards.workflow.submitting import obstacles
from blocs.models import LegalBasis, Organisation
from files.exporting import answer
from files.serving import disposition
from vietnamese.text import slug as plain

from . import dossier
from .kinds import submission as kind
from .kinds.dossier_papers import achievements_sheet
from .page_tables import submission_tables
from .papers import TYPE_CODES, PaperKind
from .submission_forms import SubmissionIssueForm
from .views import draft
from .workflow import issue_submission, next_number
from .workflow.submission import gather, listed


def submission(request, slug, year):
    """The submissions issued, what is missing for the next one, and what the dossier holds."""
    year = find_case(request, slug, year)
    case, may_take = case_of(year), can_take_dossier(request.user, year)
    context = {"year": year, "case": case, "may_take": may_take}
    if may_take:
        nominations = list(listed(year))
        gathered = gather(case, nominations)
        waiting = [each for each in nominations if is_listed(each)]
        context |= {
            "papers": [p for p in gathered.papers if p.kind == PaperKind.SUBMISSION],
            "items": dossier.lines_of(gathered.items),
            "obstacles": obstacles(case, waiting) if year.is_open else [],
            "can_issue": can_nominate(request.user, year) and case.submission is None,
            "can_draft": bool(gathered.nominations),
        }
    else:
        papers = year.issued_papers.filter(kind=PaperKind.SUBMISSION)
        context["papers"] = list(papers.for_page())
    return answer(request, "reports/submission_page.html", context, submission_tables)


def submission_draft(request, slug, year):
    """The submission as it would be issued today, or as it was: rendered now, kept nowhere."""
    year = find_case(request, slug, year)
    require(can_take_dossier, request.user, year)
    gathered = gather(case_of(year))
    if not gathered.nominations:
        raise Http404
    return draft(gathered.sheet(issuer=_issuer(year)))


def submission_issue(request, slug, year):
    year = nominating_case(request, slug, year)
    case = case_of(year)
    chair, stands_in = standing_in(request, year)
    form = SubmissionIssueForm(
        request.POST or None, initial=_proposed(year), replaces=None, stands_in=stands_in
    )
    cancel_url = reverse("reports:submission", args=[slug, year.year])
    if paper := carried_out(form, lambda **_data: _issue(request, year, form)):
        messages.success(request, _("%(number)s is issued.") % {"number": paper.full_number})
        return redirect(cancel_url)
    context = {"year": year, "case": case, "form": form, "chair": chair, "stands_in": stands_in}
    context |= {"cancel_url": cancel_url, "left_out": _not_cited(year)}
    return render(request, "reports/submission_issue.html", context)


def dossier_zip(request, slug, year):
    """Everything that goes with it, made while it is sent; for chair and staff alone."""
    year = find_case(request, slug, year)
    require(can_take_dossier, request.user, year)
    case = case_of(year)
    gathered = gather(case)
    response = StreamingHttpResponse(
        dossier.stream(case, gathered.items), content_type="application/zip"
    )
    name = f"ho-so-khen-thuong-{plain(year.bloc.slug)}-{year.year}.zip"
    response["Content-Disposition"] = disposition(name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    return response


def achievement_draft(request, slug, year, pk):
    """A nominee's report as a PDF to sign; it has no number and is kept nowhere."""
    nomination = find_nomination(request, slug, year, pk)
    require(can_read_achievements, request.user, nomination)
    if getattr(nomination, "report", None) is None:
        raise Http404
    return draft(achievements_sheet(nomination))


def _issue(request, year, form):
    return issue_submission(year, **form.issuing(), by=request.user, at=timezone.now())


def _issuer(year):
    """The organisation that holds the year's work today, or None."""
    return Organisation.objects.filter(pk=year.holder).first() if year.holder else None


def _proposed(year):
    """What the form shows first: the draft's own entry, the next number, today."""
    issuer, today = _issuer(year), timezone.localdate()
    entry = kind.proposed_entry(year, has_chair=issuer is not None)
    register = {"bloc": year.bloc, "issuer": issuer, "year": today.year}
    return {
        "number": next_number(TYPE_CODES[PaperKind.SUBMISSION], **register),
        "symbol": entry.symbol,
        "place": entry.place,
        "dated": today,
        "capacity": entry.signatures[0].capacity,
    }


def _not_cited(year):
    """What papers usually cite and may not today (R8): the submission leaves it out."""
    usual = LegalBasis.objects.of(year.bloc.province).filter(is_usual=True)
    return bases_in_force(usual, timezone.localdate())
