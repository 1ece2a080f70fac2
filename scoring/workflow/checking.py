"""Cross-check: another organisation looks at a member's self-score (docs/field.md §3.1)."""

import dataclasses
import secrets

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.models import Capacity, ChairRight
from blocs.reach import Reach
from blocs.workflow import act_as_chair
from blocs.workflow.locks import refusing

from ..checkers import Manner, checkers_on
from ..drawing import drawn
from ..entries import entry_of
from ..missing import missing_of_check
from ..models import CheckerDraw, EvidenceFile, Score, SheetState, SheetStep, Side, Stage
from ..sheet import read_sheet
from .entering import changed_entries, check_entries, write_entries
from .sheet_locks import NotTheirs, current_sheet, take_seat
from .steps import new_version, step


@transaction.atomic
def save_check(seat, *, rows, by, at, reason=""):
    """Store typed rows {pk of a criterion: (shown Entry, new Entry)} of the check of a member.

    What differs from the self-score needs a reason. Returns the entries that were stored. Once the
    check is finished it changes only where its member has contested it, with a reason, until the
    bloc agrees. Raises NotTheirs for anybody but who checks this sheet and the staff, who stand in
    with a `reason`; Refused where the check has not begun, is finished or over.
    """
    hand = take_check(seat, by=by, at=at, reason=reason, answers=True)
    sheet, before = read_sheet(hand.year, Stage.CHECKED), self_scores(hand.year)
    entries = changed_entries(sheet, hand.seat, rows)
    if current_sheet(hand).is_checked:
        _refuse_uncontested(hand, sheet, entries)
    return _save(hand, sheet, before, entries)


@transaction.atomic
def accept_rest(seat, *, by, at, reason=""):
    """Take over what the member scored wherever it is not checked yet; raises as `save_check`."""
    hand = take_check(seat, by=by, at=at, reason=reason)
    sheet, before = read_sheet(hand.year, Stage.CHECKED), self_scores(hand.year)
    entries = unchecked_entries(sheet, before, hand.seat)
    return _save(hand, sheet, before, entries)


@transaction.atomic
def finish_check(seat, *, by, at, reason=""):
    """Say that the check of a member is finished: it may now answer. Raises as `save_check`.

    Refused too where something is not checked yet.
    """
    hand = take_check(seat, by=by, at=at, reason=reason)
    sheet = read_sheet(hand.year, Stage.CHECKED)
    own = {pk: score for (seat_pk, pk), score in sheet.scores.items() if seat_pk == hand.seat.pk}
    if missing := missing_of_check(sheet.leaves, own):
        codes = ", ".join(each.node.code for each in missing)
        raise Refused(_("Something is still missing: %(codes)s.") % {"codes": codes})
    return step(current_sheet(hand), SheetStep.CHECKED, hand, is_checked=True)


@transaction.atomic
def send_back(seat, *, why, by, at, reason=""):
    """Send a sheet back to its member, with the reason: until it submits again it may change.

    What it said so far is kept as its earlier version. Raises as `save_check`, and Refused without
    a reason.
    """
    hand = take_check(seat, by=by, at=at, reason=reason)
    if not why.strip():
        raise Refused(_("Say why the sheet is sent back."))
    with because(by, why):
        new = new_version(current_sheet(hand), state=SheetState.SENT_BACK, why=why)
    return step(new, SheetStep.SENT_BACK, hand, why, is_checked=False)


@transaction.atomic
def refuse_evidence(file, *, refuse_reason, by, at, reason=""):
    """Refuse a file as evidence: it stays, and the member brings another once it is sent back.

    Raises as `save_check`, and Refused without a reason or for a file that no longer counts.
    """
    take_check(file.seat, by=by, at=at, reason=reason)
    file = EvidenceFile.objects.get(pk=file.pk)
    if not file.counts:
        raise Refused(_("This file no longer counts."))
    if not refuse_reason.strip():
        raise Refused(_("Say why the file is refused."))
    file.refused_by, file.refused_at, file.refuse_reason = by, at, refuse_reason
    with because(by, refuse_reason):
        file.save()
    return file


@transaction.atomic
def draw_checker(seat, *, by, at, reason=""):
    """Draw who checks the chair's own sheet, where there is no deputy, and keep how.

    The chair may press, or who stands in for it: the record shows that nobody chose. Raises
    NotChair, or Refused where there is no need, or nobody to draw from.
    """
    hand = take_seat(seat, by=by, at=at)
    what = f"Bốc thăm đơn vị kiểm tra phiếu điểm của {hand.seat}"
    right = ChairRight.YEAR_WORK
    act_as_chair(hand.year, right=right, what=what[:300], by=by, at=at, reason=reason)
    checkers = checkers_on(hand.year, on=timezone.localdate(at))
    if not hand.procedure.uses(Stage.CHECKED) or not checkers.needs_draw(hand.seat):
        raise Refused(_("Nobody has to be drawn for this sheet."))
    others = hand.year.seats.filter(left_on=None).exclude(organisation=hand.seat.organisation)
    candidates = list(others.order_by("position").values_list("organisation", flat=True))
    if not candidates:
        raise Refused(_("There is no other member to draw from."))
    seed = secrets.token_hex(16)
    with because(by, what), refusing():
        return CheckerDraw.objects.create(
            emulation_year=hand.year,
            seat=hand.seat,
            organisation_id=drawn(candidates, seed),
            candidates=candidates,
            seed=seed,
            by=by,
            at=at,
        )


def take_check(seat, *, by, at, reason="", answers=False):
    """Lock a seat for who checks it, and return the Hand; the chair's and the staff's is an act.

    Nobody who acts for the member takes it, in whichever capacity. It `answers`: a finished check
    whose member has contested something may be taken again.
    """
    hand = take_seat(seat, by=by, at=at)
    manner = _manner(hand, answers=answers)
    if manner in (Manner.DEPUTY, Manner.DRAWN):
        return hand
    what = f"Kiểm tra phiếu điểm của {hand.seat}"
    right = ChairRight.YEAR_WORK
    act = act_as_chair(hand.year, right=right, what=what[:300], by=by, at=at, reason=reason)
    return dataclasses.replace(hand, act=act)


def look_at_check(seat, *, by, at):
    """The same without doing anything yet: the Hand, no act; raises as `take_check`."""
    hand = take_seat(seat, by=by, at=at)
    _manner(hand)
    return hand


def _manner(hand, *, answers=False):
    """How the person comes to check a seat, None for the staff; or raise NotTheirs, Refused."""
    on = timezone.localdate(hand.at)
    reach, checker = Reach.on(hand.by, on), checkers_on(hand.year, on=on).of(hand.seat)
    if hand.seat.organisation_id in reach.represented:
        raise NotTheirs(_("No organisation checks its own sheet."))
    is_checker = checker is not None and checker.organisation.pk in reach.represented
    is_staff = reach.is_administrator or hand.year.bloc.province_id in reach.kept
    if not is_checker and not is_staff:
        raise NotTheirs(_("Another organisation checks this sheet."))
    if not (answers and _is_contested(hand)):
        _refuse_out_of_time(hand, is_staff)
    return checker.manner if is_checker else None


def unchecked_entries(sheet, before, seat):
    """{pk: Entry} of what a member scored and nobody has checked: taken over as it is."""
    leaves = {node.pk: node for node in sheet.leaves}
    return {
        pk: dataclasses.replace(entry_of(leaves[pk], score), reason="")
        for (seat_pk, pk), score in before.items()
        if seat_pk == seat.pk and pk in leaves and (seat_pk, pk) not in sheet.scores
        if not entry_of(leaves[pk], score).is_empty
    }


def _save(hand, sheet, before, entries):
    check_entries(sheet, entries)
    _refuse_without_reason(sheet, before, hand.seat, entries)
    _refuse_changes_of_the_late(hand, sheet, entries)
    if not entries:
        return entries
    mine = current_sheet(hand)
    checker = checkers_on(hand.year, on=timezone.localdate(hand.at)).of(hand.seat)
    stands_in = hand.act is not None and hand.act.capacity in (
        Capacity.STAND_IN,
        Capacity.VACANT,
    )
    organisation = mine.checker if stands_in or checker is None else checker.organisation
    if mine.state != SheetState.IN_CHECK or mine.checker != organisation:
        with refusing():
            step(mine, SheetStep.TAKEN_UP, hand, checker=organisation)
    write_entries(sheet, Stage.CHECKED, hand.seat, entries, by=hand.by, at=hand.at, before=before)
    return entries


def _contested(sheet):
    """The criteria of which a member has said something."""
    return set(sheet.statements.filter(side=Side.MEMBER).values_list("criterion", flat=True))


def _is_contested(hand):
    mine = current_sheet(hand)
    is_finished = mine.is_checked and mine.state == SheetState.IN_CHECK
    return is_finished and bool(_contested(mine))


def _refuse_uncontested(hand, sheet, entries):
    contested, leaves = _contested(current_sheet(hand)), {n.pk: n for n in sheet.leaves}
    if others := [leaves[pk].code for pk in entries if pk not in contested]:
        raise Refused(
            _(
                "The check is finished. It changes only where the member contested it; not in "
                "%(codes)s."
            )
            % {"codes": ", ".join(others)}
        )
    if silent := [leaves[pk].code for pk, entry in entries.items() if not entry.reason.strip()]:
        raise Refused(_("%(codes)s: say why the check changes.") % {"codes": ", ".join(silent)})


def _refuse_without_reason(sheet, before, seat, entries):
    leaves = {node.pk: node for node in sheet.leaves}
    silent = [
        leaves[pk].code
        for pk, entry in entries.items()
        if not entry.is_empty and not entry.reason.strip()
        if (own := before.get((seat.pk, pk))) and entry.content != entry_of(leaves[pk], own).content
    ]
    if silent:
        raise Refused(
            _("%(codes)s: say why it differs from the stage before.") % {"codes": ", ".join(silent)}
        )


def _refuse_out_of_time(hand, is_staff):
    """The check lasts from the members' last day to its own; then staff add what is missing."""
    if not hand.procedure.uses(Stage.CHECKED):
        raise Refused(_("The sheets are not cross-checked this year."))
    if hand.procedure.uses(Stage.SELF) and not hand.procedure.is_over(Stage.SELF, hand.seat.pk):
        raise Refused(_("The check begins after the last day on which the member scores itself."))
    if hand.procedure.is_over(Stage.CHECKED) and not is_staff:
        raise Refused(_("The last day to check has passed: no check moves any more."))
    mine = current_sheet(hand)
    if mine.is_checked:
        raise Refused(_("The check of this sheet is finished."))
    if mine.state == SheetState.SENT_BACK:
        raise Refused(_("The sheet has been sent back: the member has to submit it first."))
    if mine.state not in (SheetState.DRAFT, SheetState.SUBMITTED, SheetState.IN_CHECK):
        raise Refused(_("The check of this sheet is finished."))


def _refuse_changes_of_the_late(hand, sheet, entries):
    if not hand.procedure.is_over(Stage.CHECKED) or current_sheet(hand).is_checked:
        return
    if any((hand.seat.pk, pk) in sheet.scores for pk in entries):
        raise Refused(_("The last day to check has passed: no check moves any more."))


def self_scores(year):
    scores = Score.objects.current().filter(emulation_year=year, stage=Stage.SELF)
    return {(score.seat_id, score.criterion_id): score for score in scores}
