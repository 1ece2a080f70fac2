"""Issuing the year-end summary: an act of the chair, which locks the year's scores."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.refusal import Refused
from blocs.models import ChairRight
from blocs.workflow import act_as_chair
from scoring.workflow import lock

from ..kinds import year_end
from .issuing import issue


@transaction.atomic
def issue_year_end(year, *, entry, replace_reason="", by, at, reason=""):
    """Issue the report of a year, or replace the one in force, and return the paper.

    It stands on the paper of who holds the year's work; for a bloc without chair the province's
    staff issue it for the bloc. The scores are locked first, so that what is printed stands.
    Raises NotChair, or Refused: a closed year, an empty section, no reason, and as `issue` does.
    """
    what = f"Ban hành Báo cáo tổng kết năm {year.year}, số {entry.full_number}"
    act = act_as_chair(
        year, right=ChairRight.YEAR_WORK, what=what[:300], by=by, at=at, reason=reason
    )
    year = act.emulation_year
    _check_day(year, entry)
    _check_sections(year)
    lock(year, by=by, at=at, why=what[:300])
    issuer = act.term and act.term.seat.organisation
    return issue(
        year_end.sheet(year, issuer=issuer, entry=entry),
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


def _check_sections(year):
    if empty := [each.heading for each in year_end.sections_of(year) if year_end.is_empty(each)]:
        raise Refused(
            _("Nothing is written yet in: %(headings)s. Write these sections, or leave them out.")
            % {"headings": "; ".join(empty)}
        )
