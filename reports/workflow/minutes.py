"""Issuing the minutes of a handover: by its keepers, as the handover itself is recorded."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.refusal import Refused
from blocs.models import Handover
from blocs.workflow.locks import lock_bloc
from vietnamese.dates import short_date

from ..kinds import handover_minutes
from .issuing import issue


@transaction.atomic
def issue_minutes(handover, *, entry, copies, replace_reason="", by, at):
    """Issue the minutes on the giver's paper, or replace those in force, and return the paper.

    `entry` holds what the register and the signing say, `copies` how many were signed.
    Raises Refused for a revoked handover, a day before it was held, and as `issue` does.
    """
    bloc = lock_bloc(handover.bloc_id)
    handover = minutes_of(Handover.objects.all()).get(pk=handover.pk)
    if handover.revoked_at:
        raise Refused(_("This handover was revoked: no minutes of it are issued."))
    if entry.dated < handover.held_on:
        raise Refused(
            _("The minutes cannot be dated before the handover was held (%(day)s).")
            % {"day": short_date(handover.held_on)}
        )
    return issue(
        handover_minutes.sheet(handover, entry=entry, copies=copies),
        bloc=bloc,
        handover=handover,
        issuer=handover.giver_term.seat.organisation,
        replace_reason=replace_reason,
        by=by,
        at=at,
    )


def minutes_of(handovers):
    """With whatever the minutes name, so that gathering them costs no query a row."""
    sides = [
        f"{side}_term__seat__{part}"
        for side in ("giver", "receiver")
        for part in ("organisation", "emulation_year")
    ]
    return handovers.select_related("bloc__province", *sides)
