"""Submissions that the province received: one of them, sending it back, asking other agencies."""

from functools import partial

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from blocs.permissions import can_keep_province
from files.exporting import answer

from ... import workflow
from ...appraising import findings_of, with_facts
from ...council_tables import submission_table
from ...forms.council import AskForm, SendBackForm
from ...models import AgencyOpinion
from .finding import find_submission, kept, province_of
from .pages import form_page, posted, site_of


def council_submission(request, pk):
    submission = find_submission(request, pk)
    year, today = submission.emulation_year, timezone.localdate()
    rows = list(with_facts(submission.nominations.order_by("kind__position", "position", "pk")))
    findings, opinions = findings_of(rows, today=today), {}
    for opinion in AgencyOpinion.objects.filter(nomination__in=rows).order_by("pk"):
        opinions.setdefault(opinion.nomination_id, []).append(opinion)
    context = {
        **_page(submission),
        "submission": submission,
        "lines": [(row, findings[row.pk], opinions.get(row.pk, [])) for row in rows],
        "today": today,
        "can_keep": can_keep_province(request.user, province_of(year)),
        "is_back": hasattr(submission, "returned"),
        "may_go_back": _may_go_back(submission, rows),
    }
    return answer(request, "awards/council_submission.html", context, submission_table)


def council_return(request, pk):
    submission = find_submission(request, pk)
    kept(request, submission, province_of(submission.emulation_year))
    page = {
        **_page(submission),
        "title": _("Send the submission back?"),
        "sentences": [
            _("The nominations are the bloc's again: it may change them and submit anew."),
            _("The people of the organisation that chairs the bloc are told, with your reason."),
        ],
        "submit": _("Send it back"),
    }
    verb = partial(workflow.send_submission_back, submission, site=site_of(request))
    return form_page(
        request,
        page,
        SendBackForm(posted(request)[0]),
        verb,
        said=_("The submission was sent back, and the bloc is told."),
        back=_address(submission),
        template="awards/council_confirm.html",
    )


def council_ask(request, pk):
    submission = find_submission(request, pk)
    kept(request, submission, province_of(submission.emulation_year))
    rows = submission.nominations.standing().select_related("kind", "seat__organisation")
    form = AskForm(posted(request)[0], nominations=list(rows))
    page = {
        **_page(submission),
        "title": _("Ask another agency for its opinion"),
        "submit": _("Record the question"),
    }
    return form_page(
        request,
        page,
        form,
        partial(workflow.ask_agency, submission),
        said=_("The question is recorded."),
        back=_address(submission),
    )


def _page(submission):
    year = submission.emulation_year
    return {
        "province": province_of(year),
        "year": year.year,
        "of": submission,
        "of_url": _address(submission),
        "of_label": _("Submission of %(bloc)s") % {"bloc": year.name},
    }


def _address(submission):
    return reverse("awards:council_submission", args=[submission.pk])


def _may_go_back(submission, rows):
    """As the verb says, from what was read: nothing of it is past the appraisal."""
    waiting = [row for row in rows if not row.is_given_up]
    return (
        bool(waiting)
        and submission.emulation_year.is_open
        and all(row.state in ("submitted", "appraised") for row in waiting)
    )
