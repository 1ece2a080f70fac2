"""Issuing a report: an act of the chair. The year-end summary locks the year's scores."""

from dataclasses import replace

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.refusal import Refused
from blocs.models import ChairRight
from blocs.workflow import act_as_chair
from scoring.workflow import lock

from ..kinds import report as paper
from ..report_kinds import REPORT_KINDS
from .issuing import issue


@transaction.atomic
def issue_report(year, kind, *, entry, is_sample=False, replace_reason="", by, at, reason=""):
    """Issue a report of a year, or replace the one in force, and return the paper.

    `kind` is one of REPORT_KINDS. It stands on the paper of who holds the year's work; for a bloc
    without chair the province's staff issue it for the bloc. The year-end summary locks the scores
    first, so that what is printed stands; the six-month review has none. `is_sample` marks a paper
    of the demonstration whose bloc and scores are not marked already.
    Raises NotChair, or Refused: a closed year, an empty section, no reason, and as `issue` does.
    """
    report = REPORT_KINDS[kind]
    what = f"Ban hành {report.named(year.year)}, số {entry.full_number}"[:300]
    act = act_as_chair(
        year,
        right=ChairRight.YEAR_WORK,
        what=what,
        by=by,
        at=at,
        reason=reason,
        deadline=report.deadline,
    )
    year = act.emulation_year
    _check_day(year, entry)
    _check_sections(year, kind)
    if report.locks_scores:
        lock(year, by=by, at=at, why=what)
    issuer = act.term and act.term.seat.organisation
    sheet = paper.sheet(year, kind, issuer=issuer, entry=entry)
    return issue(
        replace(sheet, is_sample=sheet.is_sample or is_sample),
        bloc=year.bloc,
        emulation_year=year,
        issuer=issuer,
        act=act,
        replace_reason=replace_reason,
        by=by,
        at=at,
    )


def _check_day(year, entry):
    if entry.dated and entry.dated.year < year.year:
        raise Refused(
            _("The report on %(year)s cannot be dated before that year.") % {"year": year.year}
        )


def _check_sections(year, kind):
    if empty := [each.heading for each in paper.sections_of(year, kind) if paper.is_empty(each)]:
        raise Refused(
            _("Nothing is written yet in: %(headings)s. Write these sections, or leave them out.")
            % {"headings": "; ".join(empty)}
        )
