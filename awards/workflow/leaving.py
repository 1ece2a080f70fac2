"""A nomination is given up: withdrawn by the bloc before it is submitted, or declined.

Who is nominated may decline until the decision: nobody is commended against its will.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.models import ChairRight
from blocs.reach import Reach
from blocs.workflow import NotChair, act_as_chair
from blocs.workflow.locks import lock_open_year, refusing

from ..models import DECLINABLE, Nomination, NominationState
from .moving import held, move


class NotNominee(NotChair):
    """The person does not sign for the nominee: the pages answer 403."""


@transaction.atomic
def withdraw_nomination(nomination, *, why, by, at, reason=""):
    """Take a nomination off the list, for a reason that stays with it. Raises NotChair, Refused."""
    what = f"Rút đề nghị {nomination.member_name}: {nomination.kind.name}"
    year = nomination.emulation_year
    act = act_as_chair(
        year, right=ChairRight.YEAR_WORK, what=what[:300], by=by, at=at, reason=reason
    )
    found = waiting(nomination)
    _say_why(why)
    with because(by, why), refusing():
        return move(found, NominationState.WITHDRAWN, by=by, at=at, why=why, act=act)


@transaction.atomic
def decline_nomination(nomination, *, why, by, at):
    """Let a nominee decline until the decision, by who signs for it, for a reason that is kept.

    It counts no longer among those of the province; a session of the council that goes on passes it
    over. Raises NotNominee, or Refused.
    """
    found = held(nomination)
    if found.state == NominationState.PROPOSED or found.is_given_up:
        lock_open_year(found.emulation_year_id)
        found = waiting(found)
    elif found.state not in DECLINABLE:
        raise Refused(_("The province has answered on this nomination: it is too late to decline."))
    if found.seat.organisation_id not in Reach.on(by, timezone.localdate(at)).signed_for:
        raise NotNominee(_("Only who signs for the nominee may decline."))
    _say_why(why)
    with because(by, why), refusing():
        return move(found, NominationState.DECLINED, by=by, at=at, why=why)


def waiting(nomination):
    """Read a nomination anew that can still change: of a known member, and not submitted."""
    rows = Nomination.objects.select_related("kind__basis", "seat__organisation", "ballot")
    found = rows.select_related("emulation_year__bloc__province").get(pk=nomination.pk)
    if found.is_given_up:
        raise Refused(_("This nomination has left the list already."))
    if found.seat_id is None:
        raise Refused(_("Of this nomination no member is known: it is a record of the past."))
    if found.state != NominationState.PROPOSED:
        raise Refused(
            _("The list is with the province: it can change once the province sends it back.")
        )
    return found


def _say_why(why):
    if not why.strip():
        raise Refused(_("Say why: the reason stays with the nomination."))
