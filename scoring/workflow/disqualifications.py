"""Facts for which a member is not considered: entered and revoked by the right to the year's work.

The staff of the province stand in for the chair, with a reason, or act where there is none.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.models import ChairRight
from blocs.workflow import act_as_chair, lock_as_chair

from ..models import Disqualification

RIGHT = ChairRight.YEAR_WORK


@transaction.atomic
def disqualify(year, *, seat, fact, facts, document, period, effect, by, at, reason=""):
    """Record a fact for which a member is not considered, and what follows (docs/field.md §3.5).

    `reason` is for staff who stand in. Raises NotChair, or Refused for a member that is not of the
    year or has left.
    """
    member = lock_as_chair(year, right=RIGHT, by=by, at=at).year.seats.filter(pk=seat.pk).first()
    if member is None or member.left_on is not None:
        raise Refused(_("This member has left meanwhile. Load the page again."))
    what = f"Ghi nhận trường hợp không xét thi đua: {member.organisation.name} ({fact})"
    act = act_as_chair(year, right=RIGHT, what=what[:300], by=by, at=at, reason=reason)
    with because(by, facts[:300]):
        return Disqualification.objects.create(
            emulation_year=act.emulation_year,
            seat=member,
            fact=fact,
            facts=facts,
            document=document,
            period=period,
            effect=effect,
            entered=act,
        )


@transaction.atomic
def revoke_disqualification(disqualification, *, revoke_reason, by, at, reason=""):
    """Revoke it with a reason, because the matter is concluded or was entered wrongly.

    It stays readable. Raises NotChair, or Refused if it was revoked before or without a reason.
    """
    year = disqualification.emulation_year
    lock_as_chair(year, right=RIGHT, by=by, at=at)
    found = Disqualification.objects.select_related("seat__organisation").get(
        pk=disqualification.pk
    )
    if found.revoked_id:
        raise Refused(_("This was already revoked."))
    if not revoke_reason.strip():
        raise Refused(_("Say why it is revoked."))
    what = f"Hủy trường hợp không xét thi đua: {found.seat.organisation.name} ({found.fact})"
    act = act_as_chair(year, right=RIGHT, what=what[:300], by=by, at=at, reason=reason)
    with because(by, revoke_reason):
        found.revoked, found.revoke_reason = act, revoke_reason
        found.save()
    return found
