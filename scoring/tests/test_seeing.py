"""Who sees which points: the table of role, stage and field, before and after each last day."""

import datetime as dt

import pytest

from scoring.models import Shown, Stage
from scoring.procedure import Procedure, StageRule
from scoring.seeing import Seen, Sees, Viewer, sees

DAY = dt.date(2026, 11, 15)
ME, CHAIR, OTHER = 1, 2, 3
VIEWERS = {
    "member": Viewer(own=frozenset({ME})),
    "chair": Viewer(own=frozenset({CHAIR}), checks=frozenset({ME, OTHER})),
    "deputy": Viewer(own=frozenset({OTHER}), checks=frozenset({CHAIR})),
    "province": Viewer(oversees=True),
    "reader": Viewer(),
}
N, T, E = Sees.NOTHING, Sees.TOTAL, Sees.EVERYTHING
# Of the sheet of ME: role, then self-score before its last day, after it, after the checks' too.
OF_ME_SELF = {
    "member": (E, E, E),
    "chair": (N, E, E),
    "deputy": (N, T, T),
    "province": (N, E, E),
    "reader": (N, T, T),
}
# The check of ME while it is made, finished, and after its last day.
OF_ME_CHECKED = {
    "member": (N, E, E),
    "chair": (E, E, E),
    "deputy": (N, N, T),
    "province": (E, E, E),
    "reader": (N, N, T),
}


class Due:
    """A last day, and the longer one of a member."""

    def __init__(self, on, **longer):
        self.on, self.longer = on, longer

    def for_seat(self, seat):
        return self.longer.get(f"s{seat}", self.on)


def procedure(on, *, shown=Shown.TOTALS, longer=None):
    dues = {"self_score": Due(DAY, **(longer or {})), "cross_check": Due(DAY + dt.timedelta(15))}
    rules = tuple(StageRule(stage, shown=shown) for stage in Stage)
    return Procedure(rules, dues, on)


def on(days):
    return DAY + dt.timedelta(days)


@pytest.mark.parametrize("role", VIEWERS)
def test_self_scores_of_another(role):
    found = tuple(
        sees(VIEWERS[role], Seen(ME), Stage.SELF, procedure(on(days))) for days in (0, 1, 16)
    )
    assert found == OF_ME_SELF[role]


@pytest.mark.parametrize("role", VIEWERS)
def test_checks(role):
    made = sees(VIEWERS[role], Seen(ME), Stage.CHECKED, procedure(on(1)))
    finished = sees(VIEWERS[role], Seen(ME, is_checked=True), Stage.CHECKED, procedure(on(1)))
    over = sees(VIEWERS[role], Seen(ME), Stage.CHECKED, procedure(on(16)))
    assert (made, finished, over) == OF_ME_CHECKED[role]


@pytest.mark.parametrize("role", VIEWERS)
@pytest.mark.parametrize("stage", [Stage.AGREED, Stage.VERIFIED, Stage.OFFICIAL])
def test_what_the_bloc_and_the_province_agree_upon_is_open(role, stage):
    assert sees(VIEWERS[role], Seen(ME), stage, procedure(on(0))) == E


@pytest.mark.parametrize("stage", [Stage.SELF, Stage.CHECKED])
def test_the_rule_of_the_set_opens_everything_to_other_members_afterwards(stage):
    after = procedure(on(16), shown=Shown.EVERYTHING)
    before = procedure(on(0), shown=Shown.EVERYTHING)
    assert sees(VIEWERS["reader"], Seen(ME), stage, after) == E
    assert sees(VIEWERS["reader"], Seen(ME), stage, before) == N


def test_the_chair_does_not_see_the_check_of_its_own_sheet_being_made():
    assert sees(VIEWERS["chair"], Seen(CHAIR), Stage.CHECKED, procedure(on(1))) == N
    assert sees(VIEWERS["chair"], Seen(CHAIR), Stage.SELF, procedure(on(0))) == E


def test_who_has_more_days_is_neither_seen_nor_sees_before_they_end():
    longer = procedure(on(1), longer={f"s{ME}": on(3)})
    assert sees(VIEWERS["chair"], Seen(ME), Stage.SELF, longer) == N
    assert sees(VIEWERS["chair"], Seen(OTHER), Stage.SELF, longer) == E
    assert sees(VIEWERS["member"], Seen(OTHER), Stage.SELF, longer) == N
    assert sees(VIEWERS["province"], Seen(ME), Stage.SELF, longer) == N


def test_without_a_last_day_self_scores_stay_with_their_members():
    rules = (StageRule(Stage.SELF), StageRule(Stage.AGREED))
    assert sees(VIEWERS["province"], Seen(ME), Stage.SELF, Procedure(rules, {}, on(99))) == N
    closed = Procedure(rules, {}, on(0), is_year_open=False)
    assert sees(VIEWERS["province"], Seen(ME), Stage.SELF, closed) == E
