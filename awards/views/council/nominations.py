"""A nomination before the province: what is known of it, opinions, findings, its appraisal."""

from functools import partial

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from blocs.permissions import can_keep_province

from ... import workflow
from ...details import opinions_of, shown_steps
from ...findings import WITH_THE_PROVINCE, past_overrides
from ...forms.council import AppraisalForm, OpinionForm
from ...forms.nominations import OverrideForm
from ...permissions import can_override
from ...thresholds import percent
from .finding import find_nomination, find_opinion, kept, province_of
from .pages import file_of, form_page, page_of, posted


def council_nomination(request, pk):
    nomination, noted = find_nomination(request, pk)
    context = {
        **_page(nomination),
        "nomination": nomination,
        "percent": percent(nomination.agree, nomination.eligible) if nomination.eligible else None,
        "noted": noted,
        "past": past_overrides(nomination, noted),
        "opinions": opinions_of(nomination),
        "votes": nomination.council_votes.select_related("session"),
        "steps": shown_steps(nomination),
        "today": timezone.localdate(),
        "can_keep": can_keep_province(request.user, province_of(nomination.emulation_year)),
        "is_open": nomination.state in WITH_THE_PROVINCE,
        "appraisal": getattr(nomination, "appraisal", None),
        "report": getattr(nomination, "report", None),
        "may_override": any(can_override(request.user, nomination, each) for each in noted),
    }
    return render(request, "awards/council_nomination.html", context)


def council_appraise(request, pk):
    nomination, noted = _kept(request, pk)
    initial = {"appraised_on": timezone.localdate()}
    if appraisal := getattr(nomination, "appraisal", None):
        initial |= {
            "is_favourable": "yes" if appraisal.is_favourable else "no",
            "conclusion": appraisal.conclusion,
        }
    page = {
        **_page(nomination),
        "title": _("Appraisal: %(nomination)s") % {"nomination": nomination},
        "submit": _("Save the appraisal"),
        "noted": noted,
        "past": past_overrides(nomination, noted),
    }
    return form_page(
        request,
        page,
        AppraisalForm(posted(request)[0], initial=initial),
        partial(workflow.appraise, nomination),
        said=_("The appraisal is saved."),
        back=reverse("awards:council_submission", args=[nomination.submission_id]),
    )


def council_override(request, pk):
    nomination, noted = _kept(request, pk)
    form = OverrideForm(
        posted(request)[0],
        noted=[each for each in noted if can_override(request.user, nomination, each)],
        is_submitted=True,
        stands_in=False,
    )
    page = {
        **_page(nomination),
        "title": _("Override findings: %(nomination)s") % {"nomination": nomination},
        "submit": _("Override findings"),
    }
    verb = workflow.override_findings
    return form_page(
        request,
        page,
        form,
        lambda by, at, **_data: verb(nomination, **form.overriding(), by=by, at=at),
        said=_("The reason is kept with the findings."),
    )


def council_opinion(request, pk):
    """What an agency answered; recorded, or corrected until the council has voted."""
    opinion = find_opinion(request, pk)
    nomination = opinion.nomination
    kept(request, opinion, province_of(nomination.emulation_year))
    data, files = posted(request)
    names = ("answered_on", "verdict", "text", "document")
    form = OpinionForm(data, files, initial={name: getattr(opinion, name) for name in names})
    page = {
        **_page(nomination),
        "title": _("Opinion of %(agency)s") % {"agency": opinion.agency},
        "submit": _("Save the opinion"),
    }
    return form_page(
        request,
        page,
        form,
        partial(workflow.record_opinion, opinion),
        said=_("The opinion is saved."),
    )


def council_opinion_file(request, pk):
    return file_of(find_opinion(request, pk))


def _kept(request, pk):
    nomination, noted = find_nomination(request, pk)
    return kept(request, nomination, province_of(nomination.emulation_year)), noted


def _page(nomination):
    year = nomination.emulation_year
    page = page_of(
        nomination,
        name="council_nomination",
        label=str(nomination),
        province=province_of(year),
        year=year.year,
    )
    above = _("Submission of %(bloc)s") % {"bloc": year.name}
    return page | {"above": nomination.submission_id, "above_label": above}
