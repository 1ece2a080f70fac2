"""Sample A with six members, from the copied set to the announced standing (docs/field.md §3.8).

What each comes to is worked out by hand in `full_years/six_members.py`. In this year the province
takes a point off one member, so that two totals are equal and the first section decides.
"""

import datetime as dt

import pytest

from scoring.models import Score, ScoreSheet, SheetEntry, Stage, Statement
from scoring.workflow import state_as_checker, state_as_member, take_usual_rules

from .full_years import playing
from .full_years.playing import day, entry
from .full_years.six_members import (
    CODES,
    FARMERS,
    FRONT,
    LINES,
    NAMES,
    ORDER,
    SECTIONS,
    TOTALS,
    UNION,
    WOMEN,
    YOUTH,
)
from .once import once

pytestmark = pytest.mark.django_db
BONUS = ("IV.1", "IV.2", "IV.3")
play = None


def a_year():
    global play
    play = playing.Play(NAMES, chair=UNION)
    play.open_set("a")
    take_usual_rules(play.criteria_set, by=play.chair, at=day(1, 22))
    for name in NAMES:
        mine = playing.entries(CODES, LINES[name]) | CLAIMED.get(name, {})
        play.score_itself(name, {c: e for c, e in mine.items() if c[:2] != "V."}, proven=BONUS)
    drawn = play.draw()
    for name in NAMES:
        play.check(name, CHECKED.get(name, {}), by=drawn if name == UNION else None)
    _explain()
    play.agree({(FRONT, "II.5"): "28"}, why="Hội nghị thống nhất giữ điểm đơn vị tự chấm")
    play.lock()
    play.verify({FARMERS: {"III.3": entry("29", "Tỷ lệ theo quyết định khen thưởng là 67,7%")}})
    play.announce(document="Thông báo số 12/TB-KTĐ")


# What members claimed beyond what was found, and what was found.
CLAIMED = {WOMEN: {"II.1": entry("58")}, FARMERS: {"III.5": entry("0")}}
CHECKED = {
    WOMEN: {
        "II.1": entry("54", "Hai chi hội chưa đăng ký học tập và làm theo Bác"),
        "V.2": entry("5", "Vắng họp khối ngày 20/6"),
    },
    FARMERS: {"III.5": entry("1", "Hồ sơ thiếu biên bản bình xét")},
    YOUTH: {"V.5": entry("1", "Công văn phê bình số 15")},
    FRONT: {"II.5": entry("26", "Chưa gửi báo cáo tiết kiệm")},
}


def _explain():
    about = {"criterion": play.criterion("II.1")}
    words = about | {"text": "Hai chi hội đã đăng ký từ tháng 9.", "at": day(11, 12)}
    state_as_member(play.seats[WOMEN], by=play.people[WOMEN], **words)
    words = about | {"text": "Đăng ký sau hạn nên không tính.", "at": day(11, 13)}
    state_as_checker(play.seats[WOMEN], by=play.chair, **words)


played = once(a_year)


def totals(stage):
    return {name: f"{each.total:.2f}" for name, each in play.standing(stage).items()}


def test_the_figures_come_to_the_sections_and_totals_of_the_field():
    agreed = play.standing(Stage.AGREED)

    assert {name: playing.sections(each) for name, each in agreed.items()} == SECTIONS
    assert totals(Stage.AGREED) == TOTALS
    assert list(agreed) == ORDER
    assert [each.rank for each in agreed.values()] == [1, 2, 3, 4, 5, 6]


def test_each_stage_keeps_its_own_figures():
    # Claimed: HND 4 more (III.5), LHPN 4 + 5 more (II.1, no penalty), Đoàn 10 more (no penalty).
    assert totals(Stage.SELF) == TOTALS | {
        FARMERS: "952.50", WOMEN: "946.25", YOUTH: "885.90",
    }  # fmt: skip
    # Checked: MTTQ 2 less, which the meeting gave back.
    assert totals(Stage.CHECKED) == TOTALS | {FRONT: "925.00"}
    kept = [play.points(WOMEN, "II.1", stage) for stage in Stage]
    assert kept == [58, 54, 54, 54, 54]
    assert [play.points(FARMERS, "III.3", stage) for stage in Stage] == [30, 30, 30, 29, 29]


def test_what_was_taken_off_leaves_a_tie_that_the_first_section_decides():
    official = play.standing()

    assert playing.order(official)[:3] == [
        (UNION, 1, "947.50"), (FARMERS, 2, "947.50"), (WOMEN, 3, "937.25"),
    ]  # fmt: skip
    step = official[UNION].ranked.decided_by
    assert [f"{value:.2f}" for _member, value in step.values] == ["572.50", "570.00"]
    assert step.tie_break.node == play.criterion("I").pk


def test_grades_follow_from_the_share_of_950_points():
    # LĐLĐ and HND: 947,50 − 45 = 902,50 of 950, which is 95 % exactly.
    assert playing.grades(play.standing()) == dict.fromkeys(ORDER, "Tốt") | {
        UNION: "Xuất sắc",
        FARMERS: "Xuất sắc",
    }


def test_the_announced_standing_is_the_official_one():
    [announced] = play.year.announcements.all()
    first, second = announced.standing["lines"][:2]

    assert (announced.number, announced.announced_on) == (1, dt.date(2026, 12, 22))
    assert (first["name"], first["rank"], first["total"]) == (UNION, 1, "947.50")
    assert (second["rank"], second["points"]["III"]) == (2, "140.00")
    assert first["remark"] == second["remark"] == "Bằng điểm, xếp theo: Điểm mục I cao hơn"


def test_every_step_of_every_sheet_is_on_record():
    sheets = ScoreSheet.objects.filter(emulation_year=play.year)
    steps = SheetEntry.objects.filter(sheet__in=sheets, sheet__seat=play.seats[WOMEN])

    assert {sheet.state for sheet in sheets} == {"published"}
    own = sheets.get(seat=play.seats[UNION])
    assert own.checker_id not in (None, play.seats[UNION].organisation_id)
    assert list(steps.values_list("step", flat=True)) == [
        "submitted", "taken_up", "checked", "locked", "verified", "published",
    ]  # fmt: skip
    assert [row.side for row in Statement.objects.order_by("pk")] == ["member", "checker"]
    official = Score.objects.filter(stage=Stage.OFFICIAL)
    assert official.count() == Score.objects.filter(stage=Stage.AGREED).count() == 6 * 20 + 2
