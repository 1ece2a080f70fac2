"""The last day of a stage has passed: what silence means is done, once, and by nobody."""

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from blocs.models import EmulationYear, YearState
from blocs.workflow.locks import lock_bloc

from ..models import Score, ScoreSheet, SetStage, SheetState, SheetStep, Silence, Stage
from ..procedure import procedure_of
from ..sheet import read_sheet
from .checking import unchecked_entries
from .entering import write_entries
from .locking import lock_of
from .sheet_locks import Hand, current_sheet
from .steps import step

SUBMITTED = "Hết hạn tự chấm: phần đã nhập coi như đã nộp"
ACCEPTED = "Hết hạn kiểm tra: coi như đồng ý với điểm tự chấm"


def close_stages(*, at, dry_run=False):
    """Do what silence means in every open year; return [(year, seat, what was done)].

    May run as often as one likes: what is done is not done again.
    """
    staged = SetStage.objects.current().filter(criteria_set__emulation_year=OuterRef("pk"))
    years = EmulationYear.objects.filter(Exists(staged), state=YearState.OPEN).order_by("pk")
    done = []
    for year in years.select_related("bloc"):
        with transaction.atomic():
            lock_bloc(year.bloc_id)
            if lock_of(year) is None:
                done += _close(year, at)
            if dry_run:
                transaction.set_rollback(True)
    return done


def _close(year, at):
    procedure, found = procedure_of(year, on=timezone.localdate(at)), []
    seats = year.seats.filter(left_on=None).select_related("organisation").order_by("position")
    for seat in seats:
        hand = Hand(year, seat, procedure, None, at)
        if _submits(hand) and _has_entered(seat):
            step(current_sheet(hand), SheetStep.SUBMITTED, hand, SUBMITTED)
            found.append((year, seat, SUBMITTED))
        if _accepts(hand):
            found.append((year, seat, ACCEPTED))
    return found


def _submits(hand):
    rule = hand.procedure.rule(Stage.SELF)
    if rule is None or rule.silence != Silence.SUBMITTED:
        return False
    is_draft = not ScoreSheet.objects.filter(seat=hand.seat, is_current=True).exclude(
        state=SheetState.DRAFT
    )
    return bool(is_draft) and hand.procedure.is_over(Stage.SELF, hand.seat.pk)


def _has_entered(seat):
    return Score.objects.current().filter(seat=seat, stage=Stage.SELF).exists()


def _accepts(hand):
    """Take over what a member scored and nobody checked, and finish the check."""
    rule = hand.procedure.rule(Stage.CHECKED)
    if rule is None or rule.silence != Silence.ACCEPTED or not _has_entered(hand.seat):
        return False
    if not hand.procedure.is_over(Stage.CHECKED):
        return False
    mine = current_sheet(hand)
    in_check = (SheetState.DRAFT, SheetState.SUBMITTED, SheetState.IN_CHECK, SheetState.SENT_BACK)
    if mine.is_checked or mine.state not in in_check:
        return False
    scores = Score.objects.current().filter(emulation_year=hand.year, stage=Stage.SELF)
    before = {(score.seat_id, score.criterion_id): score for score in scores}
    sheet = read_sheet(hand.year, Stage.CHECKED)
    entries = unchecked_entries(sheet, before, hand.seat)
    if entries:
        write_entries(sheet, Stage.CHECKED, hand.seat, entries, by=None, at=hand.at, before=before)
    step(mine, SheetStep.CHECKED, hand, ACCEPTED, is_checked=True)
    return True
