"""The minutes of a conference: what was issued, the draft, issuing."""

from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.permissions import require
from accounts.refusal import carried_out
from blocs.models import Conference, EmulationYear
from blocs.views.conferences import capacity
from files.exporting import answer

from .conference_forms import ConferenceMinutesIssueForm
from .kinds import conference_minutes as kind
from .page_tables import paper_table
from .papers import TYPE_CODES, PaperKind
from .permissions import can_draft_conference_minutes, can_issue_conference_minutes
from .views import draft
from .workflow import current_paper, issue_conference_minutes, next_number
from .workflow.conference_minutes import conference_minutes_of


def conference_papers(request, slug, pk):
    """The minutes: those issued, the draft, and what may be done."""
    conference = _find_conference(request, slug, pk)
    context = {
        "conference": conference,
        "papers": conference.issued_papers.for_page(),
        "can_draft": can_draft_conference_minutes(request.user, conference),
        "is_open": conference.is_past or conference.emulation_year.is_open,
    }
    return answer(request, "reports/conference_papers.html", context, paper_table)


def conference_minutes(request, slug, pk):
    """The draft as PDF."""
    conference = _find_conference(request, slug, pk)
    require(can_draft_conference_minutes, request.user, conference)
    shown = capacity(request.user, conference.emulation_year, conference)
    return draft(kind.sheet(conference, issuer=_issuer(shown)))


def conference_minutes_issue(request, slug, pk):
    conference = _find_conference(request, slug, pk)
    require(can_issue_conference_minutes, request.user, conference)
    shown = capacity(request.user, conference.emulation_year, conference)
    current = current_paper(kind=PaperKind.CONFERENCE_MINUTES, conference=conference)
    form = ConferenceMinutesIssueForm(
        request.POST or None,
        initial=_proposed(conference, _issuer(shown)),
        people=conference.people.all(),
        replaces=current,
        stands_in=shown["stands_in"],
    )
    cancel_url = reverse("reports:conference_papers", args=[slug, conference.pk])
    if paper := carried_out(form, lambda **_data: _issue(request, conference, form)):
        messages.success(request, _("%(number)s is issued.") % {"number": paper.full_number})
        return redirect(cancel_url)
    context = {"conference": conference, "form": form, "current": current, **shown}
    context["cancel_url"] = cancel_url
    return render(request, "reports/conference_minutes_issue.html", context)


def _find_conference(request, slug, pk):
    read = EmulationYear.objects.visible_to(request.user).filter(pk=OuterRef("emulation_year"))
    conferences = Conference.objects.visible_to(request.user).annotate(year_is_read=Exists(read))
    return get_object_or_404(conference_minutes_of(conferences), bloc__slug=slug, pk=pk)


def _issuer(shown):
    return shown["chair"] and shown["chair"].organisation


def _issue(request, conference, form):
    return issue_conference_minutes(
        conference, **form.issuing(), by=request.user, at=timezone.now()
    )


def _proposed(conference, issuer):
    """What the form shows first: the draft's own entry, the next number, the day it was held."""
    entry, day = kind.proposed_entry(conference), conference.held_on or timezone.localdate()
    secretary, presiding = entry.signatures
    type_code = TYPE_CODES[PaperKind.CONFERENCE_MINUTES]
    return {
        "number": next_number(type_code, bloc=conference.bloc, issuer=issuer, year=day.year),
        "symbol": entry.symbol,
        "place": entry.place,
        "dated": day,
        "secretary": secretary.full_name,
        "presiding": presiding.full_name,
    }
