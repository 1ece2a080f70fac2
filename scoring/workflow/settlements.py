"""Ties settled from elsewhere: an order with its reason; a wrong one is followed by a new one."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.refusal import Refused
from blocs.models import ChairRight
from blocs.workflow import act_as_chair

from ..models import SettledPlace, Settlement
from ..sheet import read_standing


@transaction.atomic
def settle_tie(year, *, tie_break, places, why, by, at, reason=""):
    """Record the order that a tie-break decided elsewhere gave: {pk of a seat: place from 1 on}.

    The members have to be exactly those that are equal before this tie-break, as the scores stand
    now. `tie_break` is its key. Raises NotChair, or Refused.
    """
    act = act_as_chair(
        year, right=ChairRight.YEAR_WORK, what=_what(year), by=by, at=at, reason=reason
    )
    sheet = read_standing(act.emulation_year)
    groups = {} if sheet is None else open_or_settled(sheet)
    if (tie_break, frozenset(places)) not in groups:
        raise Refused(
            _("These members are no longer equal before this tie-break. Load the page again.")
        )
    if not why.strip():
        raise Refused(_("Say by what the tie was settled."))
    if sorted(places.values())[0] != 1:
        raise Refused(_("Places begin at 1."))
    settlement = Settlement.objects.create(
        emulation_year=act.emulation_year,
        criteria_set=sheet.criteria_set,
        tie_break_id=tie_break,
        why=why,
        act=act,
    )
    for seat, place in places.items():
        SettledPlace.objects.create(
            settlement=settlement, emulation_year=act.emulation_year, seat_id=seat, place=place
        )
    return settlement


def open_or_settled(sheet):
    """Return {(key of a tie-break, keys of the seats): members} of ties to settle, or settled.

    Members stand in protocol order.
    """
    found = {}
    for result in sheet.standings:
        ranked = result.ranked
        if ranked.waits_for:
            members = [result.member, *ranked.equals]
            found[ranked.waits_for.pk, frozenset(each.pk for each in members)] = members
        for step in ranked.steps:
            if step.settled:
                members = [member for member, _place in step.values]
                found[step.tie_break.pk, frozenset(each.pk for each in members)] = members
    place = {member: n for n, member in enumerate(sheet.members)}
    return {key: sorted(members, key=place.get) for key, members in found.items()}


def _what(year):
    return f"Ghi kết quả phân định các đơn vị bằng điểm năm {year.year}"
