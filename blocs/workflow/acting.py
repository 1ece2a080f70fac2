"""The chair's right, used: every verb that rests on it passes through here."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.refusal import Refused

from ..chairing import who_acts
from ..models import Capacity, ChairAct
from ..reach import Reach
from .locks import lock_open_year


class NotChair(PermissionDenied):
    """The person does not hold the chair's right at this moment: the pages answer 403."""


@transaction.atomic
def act_as_chair(year, *, right, what, by, at, reason=""):
    """Let a person act by the chair's right, and keep the act.

    The bloc is locked first, so that an act and a handover at the same instant have an order.
    Right and reach are then read from the tables for the local day of `at`. Staff of the province
    stand in for a chair, with a reason; for a bloc without chair they act without one.
    Raises NotChair for anyone else, Refused for a closed year or a missing reason.
    """
    year = lock_open_year(year.pk)
    on = timezone.localdate(at)
    acting, reach = who_acts(year, right, on=on), Reach.on(by, on)
    if acting and acting.organisation.pk in reach.represented:
        capacity, organisation, reason = acting.capacity, acting.organisation, ""
    elif reach.is_administrator or year.bloc.province_id in reach.kept:
        capacity, organisation = (Capacity.STAND_IN if acting else Capacity.VACANT), None
    else:
        raise NotChair(_("Only the chair of the bloc may do this today."))
    if capacity == Capacity.STAND_IN and not reason.strip():
        raise Refused(_("Say why you act in place of the chair."))
    return ChairAct.objects.create(
        emulation_year=year,
        term=acting and acting.term,
        organisation=organisation,
        right=right,
        capacity=capacity,
        what=what,
        reason=reason,
        by=by,
        at=at,
    )
