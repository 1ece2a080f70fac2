"""The list goes to the province.

The paper that brings it is issued by the room of papers, which calls this verb first.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.models import ChairRight
from blocs.workflow import act_as_chair
from blocs.workflow.locks import refusing
from vietnamese.dates import short_date

from ..findings import findings_of, is_listed, nominations_of
from ..models import NominationState, Submission
from .moving import move
from .nominating import read_case


@transaction.atomic
def record_submission(year, *, what="", note="", by, at, reason=""):
    """Submit all nominations of known members to the province, and return the Submission.

    Points and ranks are brought to the announced standing. A line without a known member is never
    in a submission. `what` names the act, with the number of the paper; `note` is what the bloc
    says of its year. Raises NotChair, or Refused with everything that is missing.
    """
    act = act_as_chair(
        year,
        right=ChairRight.YEAR_WORK,
        what=(what or f"Trình đề nghị khen thưởng năm {year.year}")[:300],
        by=by,
        at=at,
        reason=reason,
    )
    case = read_case(act.emulation_year, at)
    nominations = [each for each in nominations_of(case.year) if is_listed(each)]
    if problems := obstacles(case, nominations):
        raise Refused(" ".join(problems))
    with because(by, act.what), refusing():
        submission = Submission.objects.create(
            emulation_year=case.year,
            number=len(case.submissions) + 1,
            note=note,
            submitted_at=at,
            act=act,
        )
        for each in nominations:
            place = case.announced.by_seat.get(each.seat_id)
            each.points, each.rank = (place.points, place.rank) if place else (None, None)
            each.submission = submission
            move(each, NominationState.SUBMITTED, by=by, at=at, act=act)
    return submission


def obstacles(case, nominations):
    """Everything for which these nominations cannot be submitted yet, a sentence each; else [].

    `nominations` are those that are on the list. With findings four queries, see `findings_of`.
    """
    found = list(_of_the_year(case, nominations))
    if case.announced and nominations:
        found += _of_the_ballots(case, nominations)
        found += _of_the_lines(nominations, findings_of(case, nominations))
    return found


def _of_the_year(case, nominations):
    if case.submission:
        day = short_date(timezone.localdate(case.submission.at))
        yield _("The list was submitted on %(day)s and is with the province.") % {"day": day}
    if case.announced is None:
        yield _("The standing of the year is not announced yet.")
    if not nominations:
        yield _("Nobody is nominated yet.")


def _of_the_ballots(case, nominations):
    used = {each.ballot_id for each in nominations}
    for vote in case.votes:
        if vote.pk in used and not vote.minuted:
            text = _("The counting minutes of “%(title)s” are not issued.")
            yield text % {"title": vote.title}


def _of_the_lines(nominations, noted):
    missing = [str(each) for each in nominations if not each.summary.strip()]
    if missing:
        text = _("A summary of achievements is missing for: %(names)s.")
        yield text % {"names": "; ".join(missing)}
    for each in nominations:
        for finding in noted.get(each.pk, ()):
            if finding.holds_the_list:
                values = {"rule": finding.shown.rule, "sentence": finding.shown.sentence}
                yield _("Not overridden, %(rule)s: %(sentence)s") % values
