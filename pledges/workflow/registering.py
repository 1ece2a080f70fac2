"""For which titles and awards a member registers. Since 1/1/2024 no basis of an award."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.reach import Reach
from blocs.workflow.locks import lock_open_year, refusing

from ..models import Covenant, CovenantState, Registration
from .locks import lock_writing


@transaction.atomic
def register_award(covenant, *, seat, text, note="", by, at):
    """Enter a title or award for which the member registers: the member itself, or the chair.

    Raises PermissionDenied for anybody else; Refused for a closed covenant, a second time, no text.
    """
    _lock(covenant, seat, by, at)
    if not text.strip():
        raise Refused(_("Say for which title or award the member registers."))
    with because(by), refusing():
        return Registration.objects.create(covenant=covenant, seat=seat, text=text, note=note)


@transaction.atomic
def remove_registration(registration, *, by, at):
    """Take a registration back. Raises as `register_award` does."""
    _lock(registration.covenant, registration.seat, by, at)
    with because(by, "Rút đăng ký"):
        Registration.objects.filter(pk=registration.pk).delete()


def _lock(covenant, seat, by, at):
    lock_open_year(covenant.emulation_year_id)
    reach = Reach.on(by, timezone.localdate(at))
    if seat.organisation_id not in reach.represented:
        lock_writing(covenant.emulation_year_id, by=by, at=at)
    elif not covenant.emulation_year.seats.filter(pk=seat.pk).exists():
        raise PermissionDenied
    covenant = Covenant.objects.get(pk=covenant.pk)
    newest = covenant.versions.order_by("number").last()
    if newest.state == CovenantState.CLOSED:
        raise Refused(_("The covenant is closed: registrations are not changed any more."))
