"""What silence does at the end of each stage, and whom it met. Pure: values in, values out.

The command, the pages and the lock all ask `due_at`, so that they agree; what was done is due no
more, so that twice is once.
"""

from dataclasses import dataclass

from .entries import must_be_entered
from .models import SheetState, SheetStep, Silence, Stage

IN_CHECK = (SheetState.DRAFT, SheetState.SUBMITTED, SheetState.IN_CHECK, SheetState.SENT_BACK)
VERIFIED = (SheetState.VERIFIED, SheetState.PUBLISHED)
# By which step nobody does what silence means.
STEPS = {
    Stage.SELF: SheetStep.SUBMITTED,
    Stage.CHECKED: SheetStep.CHECKED,
    Stage.AGREED: SheetStep.AGREED,
    Stage.VERIFIED: SheetStep.VERIFIED,
}


@dataclass(frozen=True)
class SheetNow:
    """How far the sheet of a member has come, as far as silence asks.

    `is_agreeable`: each criterion that is never left empty has points agreed upon, or of the stage
    before; `is_agreed` says it of the agreed points alone.
    """

    seat: int
    state: str = SheetState.DRAFT
    is_checked: bool = False
    has_self: bool = False
    is_agreeable: bool = False
    is_agreed: bool = False


def sheets_now(seats, scores, leaves, procedure):
    """Return a SheetNow for each of these seats that has not left.

    `scores` are {(stage, pk of the seat): {pk of a criterion: Score}}.
    """
    needed = {node.pk for node in leaves if must_be_entered(node)}
    before = procedure.before(Stage.AGREED)
    return [_now(seat, scores, needed, before) for seat in seats if seat.left_on is None]


def due_at(stage, procedure, sheets, *, is_locked):
    """Return the keys of the seats for which silence at the end of this stage is still to be done.

    Where the year uses no such stage, its last day has not passed, or its silence leaves things
    empty, nobody's.
    """
    rule = procedure.rule(stage)
    if rule is None or rule.silence == Silence.EMPTY or is_locked != (stage == Stage.VERIFIED):
        return []
    return [
        sheet.seat
        for sheet in sheets
        if procedure.is_over(stage, sheet.seat) and _WAITS[stage](sheet)
    ]


def is_due(procedure, sheets, *, is_locked):
    """Whether the silence of any stage is to be done."""
    return any(due_at(stage, procedure, sheets, is_locked=is_locked) for stage in STEPS)


def met_at(rule, procedure, seats):
    """Return those of the seats, of `columns.read_columns`, whom the end of a stage met.

    Who did nothing until then, and for whom nobody then did what silence means.
    """
    step = STEPS.get(rule.stage)
    if step is None:
        return []
    return [
        seat
        for seat in seats
        if seat.left_on is None
        and procedure.is_over(rule.stage, seat.pk)
        and (step in seat.silent_steps or _UNDONE[rule.stage](seat.current))
    ]


def silent_answers(procedure, seats, answer_until):
    """Return the seats that let the days to answer their check pass: they agree with it."""
    return [
        seat
        for seat in seats
        if seat.left_on is None
        and not seat.has_answered
        and (last := answer_until(seat)) is not None
        and procedure.on > last
    ]


def _now(seat, scores, needed, before):
    sheet = seat.current
    agreed = scores.get((Stage.AGREED, seat.pk), {}).keys()
    known = agreed | scores.get((before, seat.pk), {}).keys()
    return SheetNow(
        seat=seat.pk,
        state=sheet.state if sheet else SheetState.DRAFT,
        is_checked=bool(sheet) and sheet.is_checked,
        has_self=bool(scores.get((Stage.SELF, seat.pk))),
        is_agreeable=before is not None and needed <= known,
        is_agreed=needed <= agreed,
    )


_WAITS = {
    Stage.SELF: lambda sheet: sheet.state == SheetState.DRAFT and sheet.has_self,
    Stage.CHECKED: lambda sheet: (
        sheet.state in IN_CHECK and not sheet.is_checked and sheet.has_self
    ),
    Stage.AGREED: lambda sheet: sheet.state in IN_CHECK and sheet.is_agreeable,
    Stage.VERIFIED: lambda sheet: sheet.state == SheetState.LOCKED and sheet.is_agreed,
}
# Of the sheet that counts, or None: whether nothing was done until the end of a stage.
_UNDONE = {
    Stage.SELF: lambda sheet: sheet is None or sheet.state == SheetState.DRAFT,
    Stage.CHECKED: lambda sheet: sheet is None or not sheet.is_checked,
    Stage.AGREED: lambda sheet: sheet is None or sheet.state in IN_CHECK,
    Stage.VERIFIED: lambda sheet: sheet is None or sheet.state not in VERIFIED,
}
