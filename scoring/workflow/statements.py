"""A member answers a check, criterion by criterion, and who checks answers: both stay."""

import dataclasses
import datetime as dt

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.refusal import Refused
from blocs.models import ChairRight
from blocs.reach import Reach
from blocs.workflow import act_as_chair

from ..checkers import Manner, checkers_on
from ..models import SheetEntry, SheetState, SheetStep, Side, Stage, Statement
from ..sheet import read_sheet
from .sheet_locks import NotTheirs, current_sheet, take_seat


@transaction.atomic
def state_as_member(seat, *, criterion, text, by, at):
    """Answer the check of a criterion for its member: an explanation, or that it is contested.

    Within the days that the set gives, from the day on which the check was finished; any
    representative. Raises NotTheirs, or Refused: not finished yet, too late, nothing said.
    """
    hand = take_seat(seat, by=by, at=at)
    reach = Reach.on(by, timezone.localdate(at))
    if hand.seat.organisation_id not in reach.represented:
        raise NotTheirs(_("Only the member itself answers the check of its sheet."))
    sheet = current_sheet(hand)
    last = answer_until(hand.procedure, sheet, finished_at(sheet))
    if sheet.is_checked and sheet.state != SheetState.IN_CHECK:
        raise Refused(_("The bloc has agreed upon this sheet: the check stands."))
    if not sheet.is_checked or last is None:
        raise Refused(_("A check is answered once it is finished, where the year asks for it."))
    if timezone.localdate(at) > last:
        raise Refused(_("The days to answer the check have passed."))
    return _say(hand, sheet, criterion, Side.MEMBER, text)


@transaction.atomic
def state_as_checker(seat, *, criterion, text, by, at, reason=""):
    """Answer what a member said of a criterion, for who checks it; staff stand in with a reason.

    Raises NotTheirs, or Refused where the member said nothing of it, or nothing is said now.
    """
    hand = take_seat(seat, by=by, at=at)
    on = timezone.localdate(at)
    reach, checker = Reach.on(by, on), checkers_on(hand.year, on=on).of(hand.seat)
    is_checker = checker is not None and checker.organisation.pk in reach.represented
    is_staff = reach.is_administrator or hand.year.bloc.province_id in reach.kept
    is_own = hand.seat.organisation_id in reach.represented
    if is_own or not (is_checker or is_staff):
        raise NotTheirs(_("Another organisation checks this sheet."))
    if not is_checker or checker.manner == Manner.CHAIR:
        what = f"Trả lời giải trình của {hand.seat}"[:300]
        right = ChairRight.YEAR_WORK
        act = act_as_chair(hand.year, right=right, what=what, by=by, at=at, reason=reason)
        hand = dataclasses.replace(hand, act=act)
    sheet = current_sheet(hand)
    if not sheet.statements.filter(criterion=criterion, side=Side.MEMBER).exists():
        raise Refused(_("The member has said nothing of this criterion."))
    return _say(hand, sheet, criterion, Side.CHECKER, text)


def finished_at(sheet):
    """When the check of a sheet was last finished, or None."""
    steps = SheetEntry.objects.filter(sheet=sheet, step=SheetStep.CHECKED)
    return steps.order_by("-pk").values_list("at", flat=True).first()


def answer_until(procedure, sheet, finished):
    """The last day on which a member answers, or None where it does not."""
    rule = procedure.rule(Stage.CHECKED)
    if rule is None or rule.answer_days is None or finished is None or not sheet.is_checked:
        return None
    return timezone.localdate(finished) + dt.timedelta(days=rule.answer_days)


def _say(hand, sheet, criterion, side, text):
    if not text.strip():
        raise Refused(_("Write the explanation."))
    if criterion.pk not in {node.pk for node in read_sheet(hand.year, Stage.CHECKED).leaves}:
        raise Refused(_("A member or criterion has been removed meanwhile. Load the page again."))
    return Statement.objects.create(
        sheet=sheet,
        criterion=criterion,
        side=side,
        text=text,
        by=hand.by,
        at=hand.at,
        act=hand.act,
    )
