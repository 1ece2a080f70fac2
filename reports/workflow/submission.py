"""Issuing the submission: the paper and what it brings go to the province in one transaction."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.refusal import Refused
from awards.findings import nominations_of
from awards.workflow import record_submission
from awards.workflow.nominating import read_case
from blocs.workflow.locks import lock_bloc
from vietnamese.dates import short_date

from .. import dossier
from ..kinds import submission as kind
from ..papers import PaperKind
from .issuing import issue


@dataclass(frozen=True)
class Gathered:
    """What a submission brings: the Case of its year, the lines, papers, and the dossier."""

    case: object
    nominations: list
    papers: list
    items: list

    @property
    def minutes(self):
        used = {each.ballot_id for each in self.nominations}
        found = dossier.in_force(self.papers, PaperKind.COUNTING_MINUTES)
        return [paper for paper in found if paper.ballot_id in used]

    def sheet(self, **said):
        """The submission on a sheet, with what is attached to it."""
        attachments = dossier.titles(self.items)
        return kind.sheet(
            self.case, self.nominations, minutes=self.minutes, attachments=attachments, **said
        )


def gather(case, nominations=None):
    """Return what a submission of a Case brings: that with the province, else the list as it is.

    Lines without a known member are never in it. One query, one more without `nominations`, which
    come `with_files`.
    """
    rows = listed(case.year) if nominations is None else nominations
    current = case.submission
    lines = [each for each in rows if _belongs(each, current)]
    for each in lines:
        each.emulation_year = case.year
    papers = dossier.papers_of(case.year)
    return Gathered(case, lines, papers, dossier.items(case, lines, papers))


def listed(year):
    """The nominations of a year with the files of their dossiers: one query."""
    return dossier.with_files(nominations_of(year))


def _belongs(nomination, current):
    if nomination.seat_id is None or nomination.is_given_up:
        return False
    return nomination.submission_id == (current.pk if current else None)


@transaction.atomic
def issue_submission(year, *, entry, note="", by, at, reason=""):
    """Submit the nominations of a year to the province with a numbered paper, and return it.

    The awards' own verb decides whether anything is missing. The paper of a submission that was
    sent back is replaced, for the province's reason. Raises NotChair, or Refused.
    """
    bloc = lock_bloc(year.bloc_id)
    before = read_case(year, at)
    if before.announced and entry.dated and entry.dated < before.announced.on:
        text = _("The submission cannot be dated before the standing was announced (%(day)s).")
        raise Refused(text % {"day": short_date(before.announced.on)})
    what = f"Trình đề nghị khen thưởng năm {year.year}, Tờ trình số {entry.full_number}"
    submission = record_submission(year, what=what, note=note, by=by, at=at, reason=reason)
    case = read_case(year, at)
    act = submission.act
    issuer = act.term and act.term.seat.organisation
    returned = before.submissions[-1].returned if before.submissions else ""
    return issue(
        gather(case).sheet(issuer=issuer, entry=entry, note=note),
        bloc=bloc,
        emulation_year=case.year,
        submission=submission,
        issuer=issuer,
        act=act,
        replace_reason=f"Trình lại sau khi được trả lại: {returned}"[:300] if returned else "",
        by=by,
        at=at,
    )
