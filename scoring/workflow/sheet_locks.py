"""What every verb of a member's sheet begins with: the lock, the day, whose right it is."""

import datetime as dt
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.models import User
from accounts.refusal import Refused
from blocs.models import ChairAct, Conference, EmulationYear, Seat
from blocs.reach import Reach
from blocs.workflow.locks import SENTENCES, lock_open_year
from vietnamese.dates import short_date

from ..models import ScoreSheet, SheetState, Stage
from ..procedure import Procedure, procedure_of
from .locked import refuse_if_locked

SENTENCES |= {
    "nobody_checks_its_own_sheet": lambda: _("No organisation checks its own sheet."),
    "checker_is_drawn_once": lambda: _("The checker of this sheet has been drawn already."),
    "stage_is_kept_once_scored": lambda: _("This stage has scores already, so it stays as it is."),
}


class NotTheirs(PermissionDenied):
    """The sheet is not the person's to write, check or sign at this moment: the pages say 403."""


@dataclass(frozen=True)
class Hand:
    """Who does something and when, on a locked year; `act` where the chair's right is used.

    `agreed_on` and `conference`: when and where the bloc agreed, of that step alone.
    """

    year: EmulationYear
    seat: Seat
    procedure: Procedure
    by: User
    at: dt.datetime
    act: ChairAct | None = None
    agreed_on: dt.date | None = None
    conference: Conference | None = None


def take_seat(seat, *, by, at):
    """Lock the year of a seat and return the Hand of a person on it; raises Refused if closed."""
    year = lock_open_year(seat.emulation_year_id)
    refuse_if_locked(year)
    seat = Seat.objects.select_related("organisation").get(pk=seat.pk)
    return Hand(year, seat, procedure_of(year, on=timezone.localdate(at)), by, at)


def take_own_seat(seat, *, by, at, signing=False):
    """The same for a member's own: any representative, to submit only who signs for it."""
    hand = take_seat(seat, by=by, at=at)
    reach = Reach.on(by, timezone.localdate(at))
    if hand.seat.organisation_id not in (reach.signed_for if signing else reach.represented):
        raise NotTheirs(_("Only the member itself scores itself."))
    if not hand.procedure.uses(Stage.SELF):
        raise Refused(_("The members do not score themselves this year."))
    if hand.seat.left_on is not None:
        raise Refused(_("This member has left the bloc."))
    return hand


def current_sheet(hand):
    """Return the member's sheet that counts, begun where there is none yet."""
    sheet = ScoreSheet.objects.filter(seat=hand.seat, is_current=True).first()
    if sheet is None:
        with because(hand.by):
            sheet = ScoreSheet.objects.create(emulation_year=hand.year, seat=hand.seat)
    return sheet


def refuse_unless_drafting(sheet, hand):
    """Raise Refused, with what to do, where the member may not change its self-score now."""
    if sheet.state == SheetState.SENT_BACK:
        return
    if sheet.state != SheetState.DRAFT:
        raise Refused(
            _("The self-score has been submitted. It changes only when it is sent back to you.")
        )
    if hand.procedure.is_over(Stage.SELF, hand.seat.pk):
        last = hand.procedure.last_day(Stage.SELF, hand.seat.pk)
        raise Refused(
            _("The last day to score yourselves was %(day)s. It changes only when it is sent back.")
            % {"day": short_date(last)}
        )
