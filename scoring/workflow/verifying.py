"""The standing body verifies what the bloc agreed upon, and makes it official."""

from dataclasses import replace

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.models import Seat
from blocs.reach import Reach
from blocs.workflow.locks import lock_open_year
from vietnamese.numbers import show_decimal

from ..entries import EMPTY, Entry, must_be_entered
from ..models import Score, ScoreSheet, SheetState, SheetStep, Stage
from ..procedure import procedure_of
from ..sheet import read_sheet
from .locked import lock_of
from .sheet_locks import Hand, NotTheirs, current_sheet
from .steps import keep_step, step


@transaction.atomic
def save_verification(seat, *, rows, by, at):
    """Store typed rows {pk of a criterion: (shown Entry, new Entry)} whose values are points.

    By the staff of the bloc's province, once the scores are locked; what differs from what the bloc
    agreed upon needs a reason. Returns what was stored. Raises NotTheirs, or Refused.
    """
    hand = _take(seat, by=by, at=at)
    sheet, agreed = read_sheet(hand.year, Stage.VERIFIED), _agreed(hand.seat)
    known = {pk: points_entry(score) for (of, pk), score in sheet.scores.items() if of == seat.pk}
    entries = {pk: new for pk, (shown, new) in rows.items() if new != known.get(pk, EMPTY)}
    if any(rows[pk][0] != known.get(pk, EMPTY) for pk in entries):
        raise Refused(_("Somebody else has changed this sheet meanwhile. Load the page again."))
    _check(sheet, agreed, entries)
    for pk, entry in entries.items():
        with because(by, entry.reason):
            _write(hand, sheet, pk, entry, agreed.get(pk))
    return entries


@transaction.atomic
def finish_verification(seat, *, by, at):
    """Verify a member: what was not changed stands as the bloc agreed. Raises as the above."""
    hand = _take(seat, by=by, at=at)
    sheet, agreed = read_sheet(hand.year, Stage.VERIFIED), _agreed(hand.seat)
    own = {pk for of, pk in sheet.scores if of == seat.pk}
    missing = [
        n.code for n in sheet.leaves if must_be_entered(n) and n.pk not in own | agreed.keys()
    ]
    if missing:
        raise Refused(_("Something is still missing: %(codes)s.") % {"codes": ", ".join(missing)})
    return verify_as_agreed(hand)


def verify_as_agreed(hand, why=""):
    """Let what was not verified stand as the bloc agreed, and keep the step; return the sheet."""
    sheet, agreed = read_sheet(hand.year, Stage.VERIFIED), _agreed(hand.seat)
    own = {pk for of, pk in sheet.scores if of == hand.seat.pk}
    with because(hand.by, why or "Thẩm định theo điểm khối thống nhất"):
        for pk in agreed.keys() - own:
            _write(hand, sheet, pk, replace(points_entry(agreed[pk]), reason=""), agreed[pk])
    return step(current_sheet(hand), SheetStep.VERIFIED, hand, why)


@transaction.atomic
def publish_scores(year, *, by, at):
    """Make what was verified official, for all members at once; return how many cells.

    Raises NotTheirs, or Refused where a member is not verified yet.
    """
    year = lock_open_year(year.pk)
    _require_keeper(year, by, at)
    procedure = procedure_of(year, on=timezone.localdate(at))
    members = year.seats.filter(left_on=None)
    sheets = ScoreSheet.objects.filter(seat__in=members, is_current=True)
    verified = sheets.filter(state=SheetState.VERIFIED)
    if not procedure.uses(Stage.VERIFIED) or verified.count() != members.count():
        raise Refused(_("Not every member has been verified yet."))
    why = "Công bố điểm chính thức"
    scores = Score.objects.current().filter(emulation_year=year, stage=Stage.VERIFIED)
    with because(by, why):
        Score.objects.current().filter(emulation_year=year, stage=Stage.OFFICIAL).delete()
        official = [_official(score, by, at) for score in scores]
        for sheet in verified:
            sheet.state = SheetState.PUBLISHED
            sheet.save()
            keep_step(sheet, SheetStep.PUBLISHED, by=by, at=at)
    return len(official)


def _official(score, by, at):
    score.pk, score.stage, score.by, score.at = None, Stage.OFFICIAL, by, at
    score.save(force_insert=True)
    return score


def _take(seat, *, by, at):
    year = lock_open_year(seat.emulation_year_id)
    _require_keeper(year, by, at)
    seat = Seat.objects.select_related("organisation").get(pk=seat.pk)
    if seat.organisation_id in Reach.on(by, timezone.localdate(at)).represented:
        raise NotTheirs(_("No organisation checks its own sheet."))
    hand = Hand(year, seat, procedure_of(year, on=timezone.localdate(at)), by, at)
    if not hand.procedure.uses(Stage.VERIFIED):
        raise Refused(_("The scores are not verified this year."))
    if lock_of(year) is None:
        raise Refused(_("The scores are verified once they are locked, with the year-end report."))
    if current_sheet(hand).state in (SheetState.VERIFIED, SheetState.PUBLISHED):
        raise Refused(_("This sheet has been verified already."))
    return hand


def _require_keeper(year, by, at):
    reach = Reach.on(by, timezone.localdate(at))
    if not reach.is_administrator and year.bloc.province_id not in reach.kept:
        raise NotTheirs(_("The staff of the province verify."))


def points_entry(score):
    """An Entry whose value is the points, whatever they followed from; of None an empty one."""
    return EMPTY if score is None else Entry(score.points, reason=score.reason)


def _check(sheet, agreed, entries):
    leaves = {node.pk: node for node in sheet.leaves}
    if entries.keys() - leaves.keys():
        raise Refused(_("A member or criterion has been removed meanwhile. Load the page again."))
    for pk, entry in entries.items():
        if entry.value is not None and not 0 <= entry.value <= leaves[pk].maximum:
            values = {"cell": leaves[pk].code, "most": show_decimal(leaves[pk].maximum)}
            raise Refused(_("%(cell)s: write points from 0 to %(most)s.") % values)
    silent = [
        leaves[pk].code
        for pk, entry in entries.items()
        if pk in agreed and entry.value != agreed[pk].points and not entry.reason.strip()
    ]
    if silent:
        raise Refused(
            _("%(codes)s: say why it differs from the stage before.") % {"codes": ", ".join(silent)}
        )


def _write(hand, sheet, pk, entry, agreed):
    """Store points; the figure comes along where they are those that the bloc agreed upon."""
    place = {"seat": hand.seat, "criterion_id": pk, "stage": Stage.VERIFIED}
    if entry.value is None:
        for score in Score.objects.filter(**place):
            score.delete()
        return
    same = agreed is not None and agreed.points == entry.value
    fields = {
        "emulation_year": hand.year,
        "criteria_set": sheet.criteria_set,
        "points": entry.value,
        "figure": agreed.figure if same else None,
        "target": agreed.target if same else None,
        "applies": agreed.applies if same else True,
        "by": hand.by,
        "at": hand.at,
        "reason": entry.reason,
    }
    Score.objects.update_or_create(**place, defaults=fields)


def _agreed(seat):
    scores = Score.objects.current().filter(seat=seat, stage=Stage.AGREED)
    return {score.criterion_id: score for score in scores}
