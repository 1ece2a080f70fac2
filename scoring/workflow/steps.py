"""Steps of sheets: each is kept with who, when and why; locks and new versions of all at once."""

from decimal import Decimal

from django.db.models import Q

from accounts.evidence import because

from ..entries import EMPTY, Entry
from ..kinds import Method
from ..models import Score, ScoreSheet, SheetEntry, SheetState, SheetStep, Stage

STATES = {
    SheetStep.SUBMITTED: SheetState.SUBMITTED,
    SheetStep.TAKEN_UP: SheetState.IN_CHECK,
    SheetStep.CHECKED: SheetState.IN_CHECK,
    SheetStep.SENT_BACK: SheetState.SENT_BACK,
    SheetStep.AGREED: SheetState.AGREED,
    SheetStep.LOCKED: SheetState.LOCKED,
    SheetStep.REOPENED: SheetState.AGREED,
    SheetStep.VERIFIED: SheetState.VERIFIED,
    SheetStep.PUBLISHED: SheetState.PUBLISHED,
}


LOCKABLE = [
    SheetState.DRAFT,
    SheetState.SUBMITTED,
    SheetState.IN_CHECK,
    SheetState.SENT_BACK,
    SheetState.AGREED,
]
# What rests on the bloc's agreement, and counts no more once that is opened again.
AFTER_AGREEMENT = [Stage.VERIFIED, Stage.OFFICIAL]


def step(sheet, what, hand, why="", **changes):
    """Keep a step of a sheet with who, when and why, and bring the sheet to its state."""
    sheet.state = STATES[what]
    for column, value in changes.items():
        setattr(sheet, column, value)
    with because(hand.by, why):
        sheet.save()
    agreed = {"agreed_on": hand.agreed_on, "conference": hand.conference}
    keep_step(sheet, what, by=hand.by, at=hand.at, why=why, act=hand.act, **agreed)
    return sheet


def keep_step(sheet, what, *, by, at, why="", **more):
    return SheetEntry.objects.create(sheet=sheet, step=what, by=by, at=at, why=why[:300], **more)


def lock_sheets(year, *, by, at, why):
    """Lock the sheets of a year with its scores; the caller stands in a `because`."""
    for sheet in ScoreSheet.objects.filter(
        emulation_year=year, is_current=True, state__in=LOCKABLE
    ):
        sheet.state = SheetState.LOCKED
        sheet.save()
        keep_step(sheet, SheetStep.LOCKED, by=by, at=at, why=why)


def new_versions(year, *, by, at, why):
    """Begin a new version of every locked sheet of a year; the caller stands in a `because`.

    What was verified and made official of the old one is kept with it, and no longer stands over
    what the bloc agrees upon from now on.
    """
    later = Score.objects.current().filter(emulation_year=year, stage__in=AFTER_AGREEMENT)
    begun = Q(seat__in=set(later.values_list("seat", flat=True)))
    sheets = ScoreSheet.objects.filter(emulation_year=year, is_current=True)
    for old in sheets.filter(~Q(state__in=LOCKABLE) | begun):
        new = new_version(old, state=SheetState.AGREED, why=why)
        keep_step(new, SheetStep.REOPENED, by=by, at=at, why=why)
    later.delete()


def new_version(old, *, state, why):
    """Begin a new version of a sheet, with the reason, and return it.

    The old one keeps the scores of all stages as they were. The caller stands in a `because`.
    """
    old.is_current, old.kept = False, _scores_of(old.seat_id)
    old.save()
    return ScoreSheet.objects.create(
        emulation_year_id=old.emulation_year_id,
        seat_id=old.seat_id,
        number=old.number + 1,
        state=state,
        is_checked=old.is_checked,
        checker_id=old.checker_id,
        reason=why[:300],
    )


def _scores_of(seat):
    """The scores of a member at all stages as plain values, with who, when and why."""
    scores = (
        Score.objects.current()
        .filter(seat=seat)
        .select_related("criterion", "by")
        .order_by("stage", "pk")
    )
    return [
        {
            "code": each.criterion.code,
            "stage": each.stage,
            "points": f"{each.points:.2f}",
            "figure": None if each.figure is None else f"{each.figure:.2f}",
            "target": None if each.target is None else f"{each.target:.2f}",
            "applies": each.applies,
            "by": each.by_id,
            "name": each.by.full_name if each.by else "",
            "at": each.at.isoformat(),
            "reason": each.reason,
        }
        for each in scores
    ]


def kept_entry(node, line):
    """The Entry in a line of `ScoreSheet.kept`; of None an empty one."""
    if line is None:
        return EMPTY
    value = line["points"] if node.rule.method == Method.JUDGED else line["figure"]
    number = {"value": value if line["applies"] else None, "target": line["target"]}
    number = {name: None if text is None else Decimal(text) for name, text in number.items()}
    return Entry(**number, applies=line["applies"], reason=line["reason"])
