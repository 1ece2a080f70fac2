"""Sample C with twelve members: days late, exceeded targets, a member that is not considered.

Everything is judged but II.2, which has a target and earns above it: for each per cent 2 % of its
10 points, so 0,20, and 3 points at most. Reports that came late cost 1, 2, 3 or 5 points from the
first, fifth, tenth and fifteenth day on. Worked out by hand: 90 less what is named, and so on.
"""

import datetime as dt
from decimal import Decimal

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from blocs.deadlines import due_of
from blocs.models import DeadlineKind
from blocs.workflow import extend_deadline
from scoring.arithmetic import Rule, Tier
from scoring.kinds import Effect, Fact, Method
from scoring.lateness import days_late
from scoring.models import Stage
from scoring.samples import SAMPLES
from scoring.tree import leaves
from scoring.workflow import disqualify, take_usual_rules

from .full_years import playing
from .full_years.playing import YEAR, day, entry
from .once import once

pytestmark = pytest.mark.django_db
BEST, SECOND, LATE_4, LATE_5, SHORT, LATE_14, LATE_15, TIED, LOW, EXTENDED, SMALL, LAST = NAMES = (
    "Hội Chữ thập đỏ", "Hội Luật gia", "Hội Nhà báo", "Hội Văn học Nghệ thuật", "Hội Đông y",
    "Hội Khuyến học", "Hội Người cao tuổi", "Hội Làm vườn", "Hội Sinh vật cảnh",
    "Hội Cựu giáo chức", "Hội Người mù", "Hội Kiến trúc sư",
)  # fmt: skip
# Of II.2 what was done and planned; of the rest what was judged below the maximum.
DONE = {
    BEST: "120/100",  # 20 % above: 4,00, capped at 3
    SECOND: "55/50",  # 10 % above: 2,00
    SHORT: "90/100",  # 9
    LATE_14: "105/100",  # 5 % above: 1,00
    TIED: "215/200",  # 7,5 % above: 1,50
    EXTENDED: "40/80",  # 5
}
LESS = {
    SECOND: {"I.1": "1,5"},
    LATE_4: {"II.1": "8,75"},
    LATE_5: {"III.1": "8"},
    SHORT: {"IV.1": "4,25"},
    LATE_15: {"V.3": "1"},
    TIED: {"III.1": "7,5", "IV.2": "4"},
    LOW: {"II.1": "5", "V.1": "3"},
    SMALL: {"I.8": "0,5", "II.3": "4", "V.3": "1"},
    LAST: {"II.1": "2", "III.1": "3", "IV.1": "0"},
}
CAME_ON = {
    LATE_4: (6, 24),
    LATE_5: (6, 25),
    LATE_14: (7, 4),
    LATE_15: (7, 5),
    EXTENDED: (6, 28),  # eight days after the others' last day, within its own
    LAST: (7, 20),
}
ORDER = [
    (SECOND, 1, "91.50"),  # 89,5 + 2
    (SHORT, 2, "88.25"),  # 90 − 1 − 0,75
    (TIED, 3, "88.00"),  # 86,5 + 1,5; no penalty
    (LATE_14, 4, "88.00"),  # 90 + 1 − 3
    (LATE_4, 5, "87.75"),  # 88,75 − 1
    (SMALL, 6, "87.50"),  # 90 − 0,5 − 1 − 1
    (LATE_5, 7, "86.00"),  # 88 − 2
    (EXTENDED, 8, "85.00"),  # 90 − 5
    (LATE_15, 9, "84.00"),  # 89 − 5
    (LOW, 10, "80.00"),  # 90 − 5 − 5
    (LAST, 11, "65.00"),  # 90 − 8 − 7 − 5 − 5
    (BEST, None, "93.00"),  # 90 + 3, and not considered
]
play = None


def a_year():
    global play
    play = playing.Play(NAMES, chair=LOW)
    play.open_set("c")
    _change_the_sample()
    extend_deadline(
        play.year, kind=DeadlineKind.HALF_YEAR_REPORT, seat=play.seats[EXTENDED],
        until=dt.date(YEAR, 6, 30), why="Đại hội nhiệm kỳ", by=play.chair, at=day(6, 1),
    )  # fmt: skip
    maxima = {node.code: str(node.maximum) for node in leaves(SAMPLES["c"].sections)}
    for name in NAMES:
        mine = maxima | {"II.2": DONE.get(name, "100/100")} | LESS.get(name, {})
        play.score_itself(name, {code: entry(text) for code, text in mine.items()})
    drawn = play.draw()
    for name in NAMES:
        play.check(name, _late(name), by=drawn if name == LOW else None)
    play.agree()
    disqualify(
        play.year, seat=play.seats[BEST], fact=Fact.UNDER_INSPECTION, effect=Effect.POSTPONED,
        facts="Đang thanh tra việc sử dụng quỹ", document="QĐ 15/QĐ-TTr",
        period=DateRange(dt.date(YEAR, 10, 1), None), by=play.chair, at=day(12, 4),
    )  # fmt: skip
    play.lock()
    play.verify()
    play.announce()


def _change_the_sample():
    play.rule(
        "II.2", Rule(Method.PRO_RATA, unit="triệu đồng", over=Decimal(2), over_cap=Decimal(3))
    )
    play.add("VI", "Vượt chỉ tiêu", 5, kind="bonus", rule=Rule(Method.OVER_FULFILMENT))
    tiers = [Tier(Decimal(p), at_least=Decimal(d)) for d, p in ((1, 1), (5, 2), (10, 3), (15, 5))]
    late = Rule(Method.DAYS_LATE, tiers=tuple(tiers))
    play.add("VII", "Báo cáo sơ kết gửi chậm", 5, kind="penalty", rule=late)
    take_usual_rules(play.criteria_set, by=play.chair, at=day(1, 22))


def _late(name):
    """How many days after the member's own last day its report came."""
    due = due_of(play.year, DeadlineKind.HALF_YEAR_REPORT)
    if name not in CAME_ON:
        return {}
    days = days_late(due, dt.date(YEAR, *CAME_ON[name]), play.seats[name].pk)
    return {"VII": entry(str(days), "Theo ngày báo cáo đến")} if days else {}


played = once(a_year)


def test_totals_and_ranks_are_those_worked_out_by_hand():
    assert playing.order(play.standing()) == ORDER


def test_days_late_cost_by_tiers_and_an_extension_counts():
    found = {name: str(each.sum.penalty) for name, each in play.standing().items()}

    assert {name: points for name, points in found.items() if points != "0"} == {
        LATE_4: "1.00", LATE_5: "2.00", LATE_14: "3.00", LATE_15: "5.00", LAST: "5.00",
    }  # fmt: skip
    assert _late(EXTENDED) == {}
    assert _late(LATE_14)["VII"].value == 14


def test_exceeded_targets_earn_up_to_the_cap_though_nobody_entered_them():
    earned = {name: play.standing()[name].sum.bonus for name in (BEST, SECOND, LATE_14, TIED, LOW)}

    assert [str(points) for points in earned.values()] == ["3.00", "2.00", "1.00", "1.50", "0"]
    assert play.points(BEST, "II.2", Stage.OFFICIAL) == 10
    assert play.points(EXTENDED, "II.2", Stage.OFFICIAL) == 5


def test_equal_totals_are_told_apart_by_fewer_penalty_points():
    step = play.standing()[TIED].ranked.decided_by

    assert step.tie_break.kind == "penalties"
    assert [value for _seat, value in step.values] == [3, 0]


def test_who_is_not_considered_keeps_its_points_without_a_rank():
    results = play.standing()
    [announced] = play.year.announcements.all()
    last = announced.standing["lines"][-1]

    assert list(results)[-1] == BEST
    assert (results[BEST].barred, results[BEST].rank) == (True, None)
    assert (last["name"], last["rank"], last["total"]) == (BEST, None, "93.00")
    assert "C8" in last["remark"]
    assert results[SECOND].rank == 1


def test_grades_are_shares_of_ninety():
    # Without the bonus: 94,4 % (85,00), 93,3 % (84,00), 88,9 % (80,00), 72,2 % (65,00); the next is
    # Văn học Nghệ thuật with 86 of 90, 95,6 %.
    assert playing.grades(play.standing()) == dict.fromkeys(NAMES, "Xuất sắc") | {
        EXTENDED: "Tốt", LATE_15: "Tốt", LOW: "Tốt", LAST: "Khá",
    }  # fmt: skip
