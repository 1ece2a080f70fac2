"""The covenant as a paper on the screen: what was issued, the draft, and issuing it."""

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.permissions import require
from accounts.refusal import carried_out
from blocs.forms.notices import StandInMixin
from blocs.permissions import capacity
from files.exporting import answer
from pledges.covenant_permissions import can_read_draft, can_write_covenant
from pledges.views.finding import find_covenant
from vietnamese.forms import CharField, DateField

from .kinds import covenant as kind
from .page_tables import paper_table
from .papers import Entry, PaperKind
from .views import draft
from .workflow import current_paper, issue_covenant


class CovenantIssueForm(StandInMixin, forms.Form):
    """Day and place of the paper; a covenant has no number."""

    dated = DateField(label=gettext_lazy("Dated"))
    place = CharField(label=gettext_lazy("Place of issue"), max_length=60)
    replace_reason = CharField(label=gettext_lazy("Why the new paper replaces it"), max_length=300)

    field_order = ["dated", "place", "replace_reason", "reason"]

    def __init__(self, *args, replaces, **kwargs):
        super().__init__(*args, **kwargs)
        if not replaces:
            del self.fields["replace_reason"]

    def issuing(self):
        """What `issue_covenant` takes, from the cleaned fields."""
        data = self.cleaned_data
        return {
            "entry": Entry("", dated=data["dated"], place=data["place"], is_unnumbered=True),
            "replace_reason": data.get("replace_reason", ""),
            "reason": data.get("reason", ""),
        }


def covenant_papers(request, slug, year, number):
    """The papers of a version, for everybody who reads it."""
    found, version = _find(request, slug, year, number)
    context = {
        "year": found.year,
        "version": version,
        "papers": version.row.issued_papers.for_page(),
        "can_read_draft": can_read_draft(request.user, found.year),
        "can_issue": found.can_write and found.year.is_open and not version.is_draft,
    }
    return answer(request, "reports/covenant_papers.html", context, paper_table)


def covenant_draft(request, slug, year, number):
    """The draft as PDF."""
    found, version = _find(request, slug, year, number)
    require(can_read_draft, request.user, found.year)
    return draft(kind.sheet(found.versions, version))


def covenant_issue(request, slug, year, number):
    found, version = _find(request, slug, year, number)
    require(can_write_covenant, request.user, found.year)
    about = {"emulation_year": found.year, "covenant_version": version.row}
    current = current_paper(kind=PaperKind.COVENANT, **about)
    chair, stands_in = capacity(request.user, found.year)
    today = timezone.localdate()
    proposed = kind.proposed_entry(version)
    form = CovenantIssueForm(
        request.POST or None,
        initial={"dated": proposed.dated or today, "place": proposed.place},
        stands_in=stands_in,
        replaces=current,
    )
    if carried_out(form, lambda **_data: _issue(request, version, form)):
        messages.success(request, _("The covenant is issued."))
        return redirect("reports:covenant_papers", slug, year, number)
    context = {"year": found.year, "version": version, "form": form, "current": current}
    context |= {"chair": chair, "stands_in": stands_in}
    context["expired"] = kind.expired_bases(version, proposed.dated or today)
    context["cancel_url"] = reverse("reports:covenant_papers", args=[slug, year, number])
    return render(request, "reports/covenant_issue.html", context)


def _issue(request, version, form):
    return issue_covenant(version.row, **form.issuing(), by=request.user, at=timezone.now())


def _find(request, slug, year, number):
    found = find_covenant(request, slug, year)
    version = next((each for each in found.versions if each.number == number), None)
    if version is None:
        raise Http404
    return found, version
