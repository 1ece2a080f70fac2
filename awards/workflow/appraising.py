"""Before the council: other agencies are asked, nominations appraised."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.workflow.locks import SENTENCES, refusing
from files.storing import store

from ..findings import WITH_THE_PROVINCE, findings_of, nominations_of
from ..models import (
    AgencyOpinion,
    Appraisal,
    CouncilVote,
    NominationState,
    Submission,
)
from .moving import held, held_nominations, move
from .nominating import read_case

SENTENCES |= {
    "agency_is_asked_once_about_a_nomination": lambda: _(
        "This agency was asked about one of these nominations already."
    ),
    "answered_opinion_has_day_and_verdict": lambda: _(
        "An answer has a day, on or after the day of the question, and an opinion."
    ),
    "opinion_is_due_after_it_is_asked": lambda: _(
        "The answer cannot be expected before the question is asked."
    ),
    "objection_says_why": lambda: _("An agency that objects says why: write what it says."),
}


@transaction.atomic
def ask_agency(submission, *, nominations, agency, asked_on, due_on=None, by, at):
    """Record that an agency was asked about nominations (keys) of a submission; return opinions."""
    submission = Submission.objects.get(pk=submission.pk)
    rows = held_nominations(nominations)
    if not rows or any(row.submission_id != submission.pk for row in rows):
        raise Refused(_("Choose nominations of this submission, one at least."))
    if any(row.state not in WITH_THE_PROVINCE for row in rows):
        raise Refused(_("The council has dealt with one of these nominations already."))
    if asked_on > timezone.localdate(at):
        raise Refused(_("The day of the question lies in the future."))
    with because(by), refusing():
        return [
            AgencyOpinion.objects.create(
                nomination=row, agency=agency, asked_on=asked_on, due_on=due_on
            )
            for row in rows
        ]


@transaction.atomic
def record_opinion(opinion, *, answered_on, verdict, text="", document="", upload=None, by, at):
    """Record what an agency answered, with its paper; a later correction keeps the file."""
    row = held(opinion.nomination)
    opinion = AgencyOpinion.objects.get(pk=opinion.pk)
    if row.state not in WITH_THE_PROVINCE:
        raise Refused(_("The council has dealt with this nomination already."))
    if answered_on > timezone.localdate(at):
        raise Refused(_("The day of the answer lies in the future."))
    opinion.answered_on, opinion.verdict = answered_on, verdict
    opinion.text, opinion.document = text, document
    with because(by), refusing():
        if upload:
            opinion.file = store(upload, by=by, at=at)
        opinion.save()
    return opinion


@transaction.atomic
def appraise(nomination, *, is_favourable, conclusion, appraised_on, by, at):
    """Record what the emulation office concluded; the nomination goes to the council.

    A second appraisal before the council takes the place of the first, which stays in the evidence.
    Raises Refused while a limit of the law stands against a favourable one, with the list; what
    the law limits for the province as a whole stops the council (`finish_session`).
    """
    row = held(nomination)
    if row.state not in WITH_THE_PROVINCE or CouncilVote.objects.filter(nomination=row).exists():
        raise Refused(_("Only what was submitted and the council has not dealt with is appraised."))
    if appraised_on > timezone.localdate(at):
        raise Refused(_("The day of the appraisal lies in the future."))
    stopping = [each for each in _findings(row, at) if each.stops] if is_favourable else []
    if stopping:
        found = " ".join(each.shown.sentence for each in stopping)
        raise Refused(_("A limit of the law stands against it: %(found)s") % {"found": found})
    words = {"is_favourable": is_favourable, "conclusion": conclusion}
    with because(by, conclusion), refusing():
        appraisal, _new = Appraisal.objects.update_or_create(
            nomination=row, defaults={**words, "appraised_on": appraised_on, "by": by, "at": at}
        )
        if row.state == NominationState.SUBMITTED:
            move(row, NominationState.APPRAISED, by=by, at=at)
    return appraisal


def _findings(row, at):
    case = read_case(row.emulation_year, at)
    return findings_of(case, list(nominations_of(case.year)))[row.pk]
