"""The last day of a stage has passed: what silence means is done, once, and by nobody.

`manage.py close_stages`, the pages of the sheets and the lock of the scores do the same; what is
due says `scoring.silence`.
"""

from dataclasses import replace

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from accounts.evidence import because
from blocs.models import EmulationYear, YearState
from blocs.workflow.locks import lock_bloc

from ..columns import scores_of_year, seats_of_year
from ..models import Score, SetStage, SheetStep, Stage
from ..procedure import procedure_of
from ..sheet import read_criteria, read_sheet
from ..silence import STEPS, due_at, sheets_now
from .checking import unchecked_entries
from .entering import write_entries
from .locked import lock_of
from .sheet_locks import Hand, current_sheet
from .steps import step
from .verifying import verify_as_agreed

SUBMITTED = "Hết hạn tự chấm: phần đã nhập coi như đã nộp"
ACCEPTED = "Hết hạn kiểm tra: coi như đồng ý với điểm tự chấm"
AGREED = "Hết hạn thống nhất: coi như đồng ý với điểm của bước trước"
VERIFIED = "Hết hạn thẩm định: coi như đồng ý với điểm khối thống nhất"


def close_stages(*, at, dry_run=False):
    """Do what silence means in every open year; return [(year, seat, what was done)].

    May run as often as one likes: what is done is not done again.
    """
    staged = SetStage.objects.current().filter(criteria_set__emulation_year=OuterRef("pk"))
    years = EmulationYear.objects.filter(Exists(staged), state=YearState.OPEN).order_by("pk")
    done = []
    for year in years.select_related("bloc"):
        with transaction.atomic():
            done += close_year(year, at=at)
            if dry_run:
                transaction.set_rollback(True)
    return done


@transaction.atomic
def close_year(year, *, at):
    """Do the same in one year; nothing in a year that was closed. Returns what was done."""
    lock_bloc(year.bloc_id)
    year = EmulationYear.objects.select_related("bloc").get(pk=year.pk)
    if not year.is_open or read_criteria(year) is None:
        return []
    return [(year, seat, what) for stage in STEPS for seat, what in _close(year, stage, at)]


def _close(year, stage, at):
    """What is done at the end of one stage: read anew, for the one before may have done more."""
    on = timezone.localdate(at)
    procedure = procedure_of(year, on=on)
    seats = {seat.pk: seat for seat in seats_of_year(year, on)}
    leaves = read_criteria(year).leaves
    sheets = sheets_now(seats.values(), scores_of_year(year), leaves, procedure)
    due = due_at(stage, procedure, sheets, is_locked=lock_of(year) is not None)
    return [
        (seats[pk], _DO[stage](Hand(year, seats[pk], procedure, None, at)))
        for pk in seats
        if pk in due
    ]


def _submit(hand):
    step(current_sheet(hand), SheetStep.SUBMITTED, hand, SUBMITTED)
    return SUBMITTED


def _accept(hand):
    """Take over what a member scored and nobody checked, and finish the check."""
    before, sheet = _scores(hand.year, Stage.SELF), read_sheet(hand.year, Stage.CHECKED)
    if entries := unchecked_entries(sheet, before, hand.seat):
        write_entries(sheet, Stage.CHECKED, hand.seat, entries, by=None, at=hand.at, before=before)
    step(current_sheet(hand), SheetStep.CHECKED, hand, ACCEPTED, is_checked=True)
    return ACCEPTED


def _agree(hand):
    """Take over the points of the stage before wherever the bloc has agreed upon none."""
    before = hand.procedure.before(Stage.AGREED)
    scores = Score.objects.current().filter(seat=hand.seat)
    agreed = set(scores.filter(stage=Stage.AGREED).values_list("criterion", flat=True))
    with because(None, AGREED):
        for score in scores.filter(stage=before).exclude(criterion__in=agreed):
            score.pk, score.stage, score.by, score.at = None, Stage.AGREED, None, hand.at
            score.reason = AGREED
            score.save(force_insert=True)
    last = hand.procedure.last_day(Stage.AGREED, hand.seat.pk)
    step(current_sheet(hand), SheetStep.AGREED, replace(hand, agreed_on=last), AGREED)
    return AGREED


def _verify(hand):
    verify_as_agreed(hand, VERIFIED)
    return VERIFIED


def _scores(year, stage):
    scores = Score.objects.current().filter(emulation_year=year, stage=stage)
    return {(score.seat_id, score.criterion_id): score for score in scores}


_DO = {
    Stage.SELF: _submit,
    Stage.CHECKED: _accept,
    Stage.AGREED: _agree,
    Stage.VERIFIED: _verify,
}
