"""Issuing the counting minutes of a closed ballot: an act of the chair."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.refusal import Refused
from awards.models import Ballot
from blocs.models import ChairRight
from blocs.workflow import act_as_chair
from blocs.workflow.locks import lock_bloc
from vietnamese.dates import short_date

from ..kinds import counting_minutes
from .issuing import issue


@transaction.atomic
def issue_counting_minutes(ballot, *, entry, replace_reason="", by, at, reason=""):
    """Issue the minutes of a ballot, or replace those in force, and return the paper.

    Raises NotChair, or Refused: a ballot that is not closed, a closed year, a day before voting
    ended, and as `issue` does.
    """
    bloc = lock_bloc(ballot.emulation_year.bloc_id)
    ballot = Ballot.objects.select_related("emulation_year__bloc__province").get(pk=ballot.pk)
    if not ballot.is_closed:
        raise Refused(_("Minutes are issued once the ballot is closed."))
    ended = timezone.localdate(ballot.closes_at)
    if entry.dated and entry.dated < ended:
        raise Refused(
            _("The minutes cannot be dated before voting ended (%(day)s).")
            % {"day": short_date(ended)}
        )
    year = ballot.emulation_year
    what = f"Ban hành Biên bản kiểm phiếu “{ballot.title[:200]}”, số {entry.full_number}"
    act = act_as_chair(
        year, right=ChairRight.YEAR_WORK, what=what[:300], by=by, at=at, reason=reason
    )
    issuer = act.term and act.term.seat.organisation
    return issue(
        counting_minutes.sheet(ballot, issuer=issuer, entry=entry),
        bloc=bloc,
        emulation_year=year,
        ballot=ballot,
        issuer=issuer,
        act=act,
        replace_reason=replace_reason,
        by=by,
        at=at,
    )
