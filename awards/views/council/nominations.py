"""A nomination before the province: what is known of it, opinions, findings, its appraisal."""

from functools import partial

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from blocs.permissions import can_keep_province
from files.serving import serve

from ... import workflow
from ...appraising import findings_of
from ...forms.council import AppraisalForm, OpinionForm, OverrideForm
from ...thresholds import percent
from .finding import find_nomination, find_opinion, kept, province_of
from .pages import form_page, posted

OPEN = ("submitted", "appraised")


def council_nomination(request, pk):
    nomination = find_nomination(request, pk)
    today = timezone.localdate()
    steps = nomination.steps.select_related("by").order_by("pk")
    context = {
        **_page(nomination),
        "nomination": nomination,
        "percent": percent(nomination.agree, nomination.eligible) if nomination.eligible else None,
        "findings": findings_of([nomination], today=today)[nomination.pk],
        "opinions": nomination.opinions.select_related("file"),
        "votes": nomination.council_votes.select_related("session"),
        "steps": steps,
        "today": today,
        "can_keep": can_keep_province(request.user, province_of(nomination.emulation_year)),
        "is_open": nomination.state in OPEN,
    }
    context["appraisal"] = getattr(nomination, "appraisal", None)
    context["report"] = getattr(nomination, "report", None)
    context["may_override"] = context["is_open"] and any(
        each.override is None for each in context["findings"]
    )
    return render(request, "awards/council_nomination.html", context)


def council_appraise(request, pk):
    nomination = _kept_open(request, pk)
    found = findings_of([nomination], today=timezone.localdate())[nomination.pk]
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
        "findings": found,
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
    nomination = _kept_open(request, pk)
    found = findings_of([nomination], today=timezone.localdate())[nomination.pk]
    form = OverrideForm(
        posted(request)[0], findings=[each for each in found if each.override is None]
    )
    page = {
        **_page(nomination),
        "title": _("Override a finding: %(nomination)s") % {"nomination": nomination},
        "submit": _("Override the finding"),
    }
    return form_page(
        request,
        page,
        form,
        partial(workflow.override_finding, nomination),
        said=_("The finding is overridden, with your reason."),
        back=_address(nomination),
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
        back=_address(nomination),
    )


def council_opinion_file(request, pk):
    opinion = find_opinion(request, pk)
    if opinion.file is None:
        raise Http404
    return serve(opinion.file)


def _kept_open(request, pk):
    nomination = find_nomination(request, pk)
    return kept(request, nomination, province_of(nomination.emulation_year))


def _page(nomination):
    year = nomination.emulation_year
    return {
        "province": province_of(year),
        "year": year.year,
        "of": nomination,
        "of_url": _address(nomination),
        "of_label": str(nomination),
        "above": nomination.submission_id,
        "above_label": _("Submission of %(bloc)s") % {"bloc": year.name},
    }


def _address(nomination):
    return reverse("awards:council_nomination", args=[nomination.pk])
