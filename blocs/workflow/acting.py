"""The chair's right, used: every verb that rests on it passes through here."""

from typing import NamedTuple

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.refusal import Refused

from ..chairing import Acting, who_acts
from ..models import Capacity, ChairAct, EmulationYear
from ..reach import Reach
from .locks import lock_open_year


class NotChair(PermissionDenied):
    """The person does not hold the chair's right at this moment: the pages answer 403."""


class Holding(NamedTuple):
    """A locked year, in which capacity the person may act for it, and who holds the right."""

    year: EmulationYear
    capacity: Capacity
    acting: Acting | None


@transaction.atomic
def lock_as_chair(year, *, right, by, at):
    """Lock the bloc and return the `Holding` of a person who may act by the chair's right.

    The bloc is locked first, so that what is done and a handover at the same instant have an order.
    Right and reach are then read from the tables for the local day of `at`. No act is kept: for
    verbs that look at a state before they act, and for steps that are no act of the chair.
    Raises NotChair for anyone else, Refused for a closed year.
    """
    year = lock_open_year(year.pk)
    on = timezone.localdate(at)
    acting, reach = who_acts(year, right, on=on), Reach.on(by, on)
    if acting and acting.organisation.pk in reach.represented:
        return Holding(year, acting.capacity, acting)
    if reach.is_administrator or year.bloc.province_id in reach.kept:
        return Holding(year, Capacity.STAND_IN if acting else Capacity.VACANT, acting)
    raise NotChair(_("Only the chair of the bloc may do this today."))


@transaction.atomic
def act_as_chair(year, *, right, what, by, at, reason="", deadline=""):
    """Let a person act by the chair's right, as `lock_as_chair` finds it, and keep the act.

    `deadline` is the kind of that which the act was due by, where it does a duty of the year.

    Staff of the province stand in for a chair, with a reason; for a bloc without chair they act
    without one. Raises NotChair for anyone else, Refused for a closed year or a missing reason.
    """
    year, capacity, acting = lock_as_chair(year, right=right, by=by, at=at)
    for_staff = capacity in (Capacity.STAND_IN, Capacity.VACANT)
    if capacity == Capacity.STAND_IN and not reason.strip():
        raise Refused(_("Say why you act in place of the chair."))
    return ChairAct.objects.create(
        emulation_year=year,
        term=acting and acting.term,
        organisation=None if for_staff else acting.organisation,
        right=right,
        capacity=capacity,
        what=what,
        deadline=deadline,
        reason=reason if for_staff else "",
        by=by,
        at=at,
    )
