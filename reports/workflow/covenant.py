"""Issuing a covenant as a paper: an act of the chair, for a version whose text stands."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.refusal import Refused
from blocs.models import ChairRight
from blocs.workflow import act_as_chair
from pledges.models import CovenantState
from pledges.reading import versions_of

from ..kinds import covenant
from .issuing import issue


@transaction.atomic
def issue_covenant(version, *, entry, replace_reason="", by, at, reason=""):
    """Issue a version of the covenant, or replace the paper in force, and return the paper.

    It has no number and no issuer; an earlier version's paper stays as it is. Issued while it is
    being signed it is what goes round for hands and seals; issued again it shows who has signed.
    Raises NotChair, or Refused: a draft, no reason, and as `issue` does.
    """
    year = version.covenant.emulation_year
    what = f"Ban hành Bản giao ước thi đua năm {year.year} (bản {version.number})"
    act = act_as_chair(
        year, right=ChairRight.YEAR_WORK, what=what[:300], by=by, at=at, reason=reason
    )
    year = act.emulation_year
    versions = versions_of(year)
    read = next((each for each in versions if each.row.pk == version.pk), None)
    if read is None or read.state == CovenantState.DRAFT:
        raise Refused(_("A draft is not issued: open it for signing first."))
    return issue(
        covenant.sheet(versions, read, entry=entry, on=timezone.localdate(at)),
        bloc=year.bloc,
        emulation_year=year,
        covenant_version=read.row,
        act=act,
        replace_reason=replace_reason,
        by=by,
        at=at,
    )
