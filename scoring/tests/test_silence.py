"""Silence at the end of each stage: whom it meets, once, on whichever way it is looked at."""

import datetime as dt
from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils import timezone

from blocs.models import Deadline
from scoring.models import (
    Score,
    ScoreSheet,
    SheetEntry,
    SheetState,
    SheetStep,
    Silence,
    Stage,
)  # fmt: skip
from scoring.procedure import Procedure, StageRule
from scoring.silence import STEPS, SheetNow, due_at, is_due, met_at, silent_answers
from scoring.tests.scene import score
from scoring.tests.stage_scene import DAY, earlier, last_days, scored, staged
from scoring.tests.test_seeing import Due
from scoring.workflow import close_stages, lock
from scoring.workflow.closing import VERIFIED

NOW = timezone.now
LAST = dt.date(2026, 11, 15)
MEANINGS = {
    Stage.SELF: Silence.SUBMITTED,
    Stage.CHECKED: Silence.ACCEPTED,
    Stage.AGREED: Silence.ACCEPTED,
    Stage.VERIFIED: Silence.ACCEPTED,
}
KINDS = ("self_score", "cross_check", "meeting", "dossier")


def procedure(on, meanings=MEANINGS, **longer):
    """Each stage ends ten days after the one before it."""
    dues = {kind: Due(LAST + 10 * n * DAY, **longer) for n, kind in enumerate(KINDS)}
    return Procedure(tuple(StageRule(s, meanings[s]) for s in STEPS), dues, on)


def sheet(**fields):
    return SheetNow(1, **{"has_self": True, "is_agreeable": True, "is_agreed": True, **fields})


DRAFT, CHECKED = sheet(), sheet(state=SheetState.IN_CHECK, is_checked=True)


@pytest.mark.parametrize(
    ("stage", "now", "day", "is_locked", "expected"),
    [
        (Stage.SELF, DRAFT, 0, False, []),  # the last day itself
        (Stage.SELF, DRAFT, 1, False, [1]),
        (Stage.SELF, sheet(has_self=False), 1, False, []),
        (Stage.SELF, sheet(state=SheetState.SENT_BACK), 1, False, []),
        (Stage.SELF, DRAFT, 1, True, []),
        (Stage.CHECKED, DRAFT, 10, False, []),
        (Stage.CHECKED, sheet(state=SheetState.SUBMITTED), 11, False, [1]),
        (Stage.CHECKED, CHECKED, 11, False, []),
        (Stage.AGREED, CHECKED, 20, False, []),
        (Stage.AGREED, CHECKED, 21, False, [1]),
        (Stage.AGREED, sheet(is_agreeable=False), 21, False, []),
        (Stage.AGREED, sheet(state=SheetState.AGREED), 21, False, []),
        (Stage.VERIFIED, sheet(state=SheetState.LOCKED), 30, True, []),
        (Stage.VERIFIED, sheet(state=SheetState.LOCKED), 31, True, [1]),
        (Stage.VERIFIED, sheet(state=SheetState.LOCKED), 31, False, []),
        (Stage.VERIFIED, sheet(state=SheetState.LOCKED, is_agreed=False), 31, True, []),
        (Stage.VERIFIED, sheet(state=SheetState.VERIFIED), 31, True, []),
    ],
)
def test_it_is_due_after_the_last_day_where_something_waits(stage, now, day, is_locked, expected):
    on = procedure(LAST + day * DAY)
    assert due_at(stage, on, [now], is_locked=is_locked) == expected
    empty = procedure(LAST + day * DAY, dict.fromkeys(STEPS, Silence.EMPTY))
    assert not is_due(empty, [now], is_locked=is_locked)


def test_a_members_own_days_count():
    longer = procedure(LAST + DAY, s1=LAST + 3 * DAY)
    assert due_at(Stage.SELF, longer, [DRAFT], is_locked=False) == []


def seat(pk, state=None, steps=(), *, is_checked=False, **more):
    current = state and SimpleNamespace(state=state, is_checked=is_checked)
    fields = {"left_on": None, "has_answered": False, **more}
    return SimpleNamespace(pk=pk, current=current, silent_steps=list(steps), **fields)


def test_whom_it_met_is_who_did_nothing_and_for_whom_nobody_did_it():
    seats = [
        seat(1),
        seat(2, SheetState.SUBMITTED),
        seat(3, SheetState.SUBMITTED, [SheetStep.SUBMITTED]),
        seat(4, left_on=LAST),
        seat(5, SheetState.AGREED, is_checked=True),
        seat(6, SheetState.AGREED, [SheetStep.CHECKED, SheetStep.AGREED], is_checked=True),
        seat(7, SheetState.VERIFIED, [SheetStep.VERIFIED], is_checked=True),
    ]
    over = procedure(LAST + 99 * DAY)
    met = {r.stage: [s.pk for s in met_at(r, over, seats)] for r in over.stages}
    assert met == {
        Stage.SELF: [1, 3], Stage.CHECKED: [1, 2, 3, 6], Stage.AGREED: [1, 2, 3, 6],
        Stage.VERIFIED: [1, 2, 3, 5, 6, 7],
    }  # fmt: skip
    assert not met_at(StageRule(Stage.OFFICIAL), over, seats)
    assert not any(met_at(rule, procedure(LAST), seats) for rule in over.stages)


def test_who_lets_the_days_to_answer_pass_agrees_with_the_check():
    seats = [seat(1), seat(2, has_answered=True), seat(3), seat(4, left_on=LAST)]
    until = {1: LAST, 2: LAST, 3: None, 4: LAST}
    for day, found in ((0, []), (1, [1])):
        silent = silent_answers(procedure(LAST + day * DAY), seats, lambda s: until[s.pk])
        assert [each.pk for each in silent] == found


def all_over(cast, **days):
    last_days(cast.year, cast.today - 4 * DAY, cast.today - 3 * DAY)
    for kind, day in {"meeting": cast.today - 2 * DAY, "dossier": cast.today + DAY, **days}.items():
        fields = {"emulation_year": cast.year, "kind": kind}
        Deadline.objects.update_or_create(**fields, defaults={"due_on": day})


@pytest.fixture
def silent(cast):
    """Every stage means something, the Front alone has entered, all days but the last are over."""
    criteria = staged(
        cast.year, today=cast.today, silence=Silence.SUBMITTED, check_silence=Silence.ACCEPTED,
        meanings=MEANINGS,
    )  # fmt: skip
    scored(criteria, cast.seats["front"], cast.member, at=earlier())
    all_over(cast)
    return criteria


def steps(seat):
    return list(SheetEntry.objects.filter(sheet__seat=seat).values_list("step", "by"))


def points(seat, stage):
    scores = Score.objects.filter(seat=seat, stage=stage)
    return dict(scores.values_list("criterion__code", "points"))


def test_one_run_goes_through_all_stages_and_a_second_changes_nothing(cast, silent):
    front = cast.seats["front"]
    assert [seat for _year, seat, _what in close_stages(at=NOW())] == [front] * 3
    assert steps(front) == [("submitted", None), ("checked", None), ("agreed", None)]
    assert SheetEntry.objects.get(step="agreed").agreed_on == cast.today - 2 * DAY
    assert points(front, "agreed") == points(front, "self")
    assert set(Score.objects.filter(stage="agreed").values_list("by", flat=True)) == {None}
    assert close_stages(at=NOW()) == []

    for seat in cast.seats.values():
        for code in () if seat == front else ("I.1", "I.2", "II.1", "II.2"):
            score(cast.year, seat, code, "9")
    lock(cast.year, by=cast.chair, at=NOW(), why="Báo cáo số 1")
    assert close_stages(at=NOW()) == []
    all_over(cast, dossier=cast.today - DAY)
    assert [what for *_of, what in close_stages(at=NOW())] == [VERIFIED] * 4
    assert ScoreSheet.objects.get(seat=front).state == SheetState.VERIFIED
    assert points(front, "verified") == points(front, "agreed")
    assert close_stages(at=NOW()) == []


def test_the_page_does_what_the_command_has_not_come_to_and_says_whom_it_met(client, cast, silent):
    client.force_login(cast.member)
    url = reverse("scoring:sheet_list", args=[cast.year.bloc.slug, cast.year.year])
    page = client.get(url)
    assert steps(cast.seats["front"])[-1] == ("agreed", None)
    met = [[seat.pk for seat in stage["met"]] for stage in page.context["stages"]]
    everybody = [seat.pk for seat in cast.seats.values()]
    assert met == [everybody, everybody, [], everybody, []]
    client.get(url)
    assert SheetEntry.objects.count() == 3
    assert close_stages(at=NOW()) == []


def test_the_lock_does_it_first(cast, silent):
    lock(cast.year, by=cast.chair, at=NOW(), why="Báo cáo số 1")
    assert [step for step, _by in steps(cast.seats["front"])] == [
        "submitted", "checked", "agreed", "locked",
    ]  # fmt: skip
