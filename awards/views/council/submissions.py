"""Submissions that the province received: one of them, sending it back, asking other agencies."""

from functools import partial

from django.utils import timezone
from django.utils.translation import gettext as _

from blocs.permissions import can_keep_province
from files.exporting import answer

from ... import workflow
from ...council_tables import submission_table
from ...details import opinions_of
from ...findings import WITH_THE_PROVINCE, notes_of
from ...forms.council import AskForm, SendBackForm
from .finding import case_of_submission, find_submission, judged, kept, province_of
from .pages import form_page, page_of, posted, reason_page, site_of


def council_submission(request, pk):
    submission = find_submission(request, pk)
    nominations, noted = judged(case_of_submission(submission))
    rows = [row for row in nominations if row.submission_id == submission.pk]
    context = {
        **_page(submission),
        "submission": submission,
        "lines": [(row, noted.get(row.pk, ()), opinions_of(row)) for row in rows],
        "notes": notes_of(noted),
        "today": timezone.localdate(),
        "can_keep": can_keep_province(request.user, province_of(submission.emulation_year)),
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
    said = _("The submission was sent back, and the bloc is told.")
    return reason_page(request, page, verb, said=said, form=SendBackForm(posted(request)[0]))


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
    )


def _page(submission):
    year = submission.emulation_year
    return page_of(
        submission,
        name="council_submission",
        label=_("Submission of %(bloc)s") % {"bloc": year.name},
        province=province_of(year),
        year=year.year,
    )


def _may_go_back(submission, rows):
    """As the verb says, from what was read: nothing of it is past the appraisal."""
    waiting = [row for row in rows if not row.is_given_up]
    return (
        bool(waiting)
        and submission.emulation_year.is_open
        and all(row.state in WITH_THE_PROVINCE for row in waiting)
    )
