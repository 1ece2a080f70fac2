"""What the province does with a submission it received: it sends it back to be completed."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.workflow.locks import lock_open_year, refusing

from ..models import GIVEN_UP, CouncilVote, NominationState, Submission, SubmissionReturn
from .moving import in_vietnamese, move, tell_chairs

BEFORE_THE_COUNCIL = (NominationState.SUBMITTED, NominationState.APPRAISED)


@transaction.atomic
def send_submission_back(submission, *, reason, by, at, site=""):
    """Send a submission back with a reason; the bloc changes its list and submits anew.

    What was not given up is nominated by the bloc again, in no submission. Raises Refused once the
    council has voted on any of it, in a closed year, or a second time.
    """
    if not reason.strip():
        raise Refused(_("Say why: the bloc reads the reason."))
    year = lock_open_year(submission.emulation_year_id)
    submission = Submission.objects.get(pk=submission.pk)
    if SubmissionReturn.objects.filter(submission=submission).exists():
        raise Refused(_("This submission was sent back already."))
    rows = list(submission.nominations.exclude(state__in=GIVEN_UP).order_by("pk"))
    voted = CouncilVote.objects.filter(nomination__in=rows).exists()
    if voted or any(row.state not in BEFORE_THE_COUNCIL for row in rows):
        raise Refused(_("The council has dealt with this list already: it stays as it is."))
    with because(by, reason), refusing():
        returned = SubmissionReturn.objects.create(
            submission=submission, reason=reason, by=by, at=at
        )
        for row in rows:
            move(row, NominationState.PROPOSED, by=by, at=at, why=reason, submission=None)
    with in_vietnamese():
        words = {"bloc": year.name, "year": str(year.year), "reason": reason}
        text = _("%(bloc)s: the submission of %(year)s was sent back. Reason: %(reason)s") % words
    path = reverse("awards:prospect", args=[year.bloc.slug, year.year])
    tell_chairs({year.pk: (text, path)}, item=f"returned:{submission.pk}", at=at, site=site)
    return returned
