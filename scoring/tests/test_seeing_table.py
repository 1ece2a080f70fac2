"""The whole table of who sees what: each of the cast, each stage, before and after each last day.

Of the Front's sheet, which the chair checks, and of the chair's own, which the deputy checks. A
cell is what a person sees of the points: nothing (n), the total (t), every criterion (e); files,
words and figures behind the points are seen where every criterion of the self-score is.
"""

import datetime as dt

import pytest

from scoring.models import Shown, Stage
from scoring.procedure import Procedure, StageRule
from scoring.seeing import Seen, Sees, Viewer, sees
from scoring.tests.test_seeing import Due

SELF = dt.date(2026, 11, 15)
CHECK, MEETING = SELF + dt.timedelta(15), SELF + dt.timedelta(30)
FRONT, UNION, FARMERS, YOUTH = 1, 2, 3, 4
OVERSEES = Viewer(oversees=True)
CAST = {
    "administrator": OVERSEES,
    "staff": OVERSEES,
    "observer": OVERSEES,
    "chair": Viewer(own=frozenset({FARMERS}), checks=frozenset({FRONT, UNION, YOUTH})),
    "deputy": Viewer(own=frozenset({UNION}), checks=frozenset({FARMERS})),
    "coming_chair": Viewer(own=frozenset({YOUTH})),
    "member": Viewer(own=frozenset({FRONT})),
    "former_chair": Viewer(own=frozenset({FRONT})),
}
# The moments: the last day of the self-scores; the day after; that check finished; the last day of
# the checks; the day after; the last day of the meeting; long after it.
MOMENTS = (
    (SELF, False),
    (SELF + dt.timedelta(1), False),
    (SELF + dt.timedelta(1), True),
    (CHECK, True),
    (CHECK + dt.timedelta(1), False),
    (MEETING, True),
    (MEETING + dt.timedelta(99), True),
)
# Role; then of the Front's sheet the self-score and the check; of the chair's own the same.
TOTALS = """
administrator  neeeeee eeeeeee  neeeeee eeeeeee
staff          neeeeee eeeeeee  neeeeee eeeeeee
observer       neeeeee eeeeeee  neeeeee eeeeeee
chair          neeeeee eeeeeee  eeeeeee nneeeee
deputy         ntttttt nnnnttt  neeeeee eeeeeee
coming_chair   ntttttt nnnnttt  ntttttt nnnnttt
member         eeeeeee nneeeee  ntttttt nnnnttt
former_chair   eeeeeee nneeeee  ntttttt nnnnttt
"""
EVERYTHING = """
administrator  neeeeee eeeeeee  neeeeee eeeeeee
staff          neeeeee eeeeeee  neeeeee eeeeeee
observer       neeeeee eeeeeee  neeeeee eeeeeee
chair          neeeeee eeeeeee  eeeeeee nneeeee
deputy         neeeeee nnnneee  neeeeee eeeeeee
coming_chair   neeeeee nnnneee  neeeeee nnnneee
member         eeeeeee nneeeee  neeeeee nnnneee
former_chair   eeeeeee nneeeee  neeeeee nnnneee
"""
COLUMNS = [(seat, stage) for seat in (FRONT, FARMERS) for stage in (Stage.SELF, Stage.CHECKED)]
LETTERS = {Sees.NOTHING: "n", Sees.TOTAL: "t", Sees.EVERYTHING: "e"}


def procedure(on, shown):
    dues = {"self_score": Due(SELF), "cross_check": Due(CHECK), "meeting": Due(MEETING)}
    return Procedure(tuple(StageRule(stage, shown=shown) for stage in Stage), dues, on)


def cells(viewer, seat, stage, shown):
    return "".join(
        LETTERS[sees(viewer, Seen(seat, is_checked), stage, procedure(on, shown))]
        for on, is_checked in MOMENTS
    )


@pytest.mark.parametrize(
    ("shown", "table"), [(Shown.TOTALS, TOTALS), (Shown.EVERYTHING, EVERYTHING)]
)
def test_each_of_the_cast_sees_at_each_moment_what_the_table_says(shown, table):
    expected = {line.split()[0]: line.split()[1:] for line in table.strip().splitlines()}
    found = {
        who: [cells(viewer, seat, stage, shown) for seat, stage in COLUMNS]
        for who, viewer in CAST.items()
    }
    assert found == expected


@pytest.mark.parametrize("who", CAST)
@pytest.mark.parametrize("stage", [Stage.AGREED, Stage.VERIFIED, Stage.OFFICIAL])
def test_what_is_agreed_verified_or_official_is_open_to_all_at_once(who, stage):
    for shown in Shown:
        for seat in (FRONT, FARMERS):
            assert cells(CAST[who], seat, stage, shown) == "e" * len(MOMENTS)


def test_nobody_but_the_member_sees_a_self_score_on_its_last_day():
    """The whole table again, by the rule in words."""
    for who, viewer in CAST.items():
        for seat in (FRONT, UNION, FARMERS, YOUTH):
            for shown in Shown:
                on_the_day = sees(viewer, Seen(seat), Stage.SELF, procedure(SELF, shown))
                own = seat in viewer.own
                assert on_the_day == (Sees.EVERYTHING if own else Sees.NOTHING), who
