"""Sample B with eight members: a criterion that concerns not all, one against the best, a tie.

Points are rounded to a quarter. Worked out by hand, with the best of I.4 at 12 projects:

    I.4   12 → 8   11 → 7,33 → 7,25   10 → 6,67 → 6,75   9 → 6   8 → 5,33 → 5,25   7 → 4,67 → 4,75
    I.1   98 % of 12 = 11,76 → 11,75; 95 % → 11,5; 96 % → 11,52 → 11,5; 90 % → 10,75; 92 % → 11;
          97 % → 11,64 → 11,75; 85 % → 10,25
    I.6   3 late of 2 allowed: 6 × 2/3 = 4; 6 of 5: 5; 4 of 2: 3; 1 of 2: 6; 8 of 2: 1,5

Without I.7 (4 points) the ordinary 83,75 count as 83,75 × 95 / 91 = 87,43, and 80,5 as 84,04.
"""

import datetime as dt
from decimal import Decimal

import pytest

from accounts.refusal import Refused
from scoring.arithmetic import Rule
from scoring.grading import Band
from scoring.kinds import GradeBase, Method, NotApplicable, TieBreakKind
from scoring.models import Stage
from scoring.workflow import change_set, set_ranking_rules, settle_tie

from .full_years import playing
from .full_years.playing import day, entry
from .once import once

pytestmark = pytest.mark.django_db
CODES = "I.1 I.2 I.3 I.4 I.5 I.6 I.7 II.1 II.2 II.3 II.4 II.5 III.1 III.2 III.3 III.4 III.5 IV V"
FINANCE, TRADE, BUILDING, FARMING, HEALTH, SCHOOLS, SCIENCE, JUSTICE = NAMES = (
    "Sở Tài chính", "Sở Công Thương", "Sở Xây dựng", "Sở Nông nghiệp và Môi trường", "Sở Y tế",
    "Sở Giáo dục và Đào tạo", "Sở Khoa học và Công nghệ", "Sở Tư pháp",
)  # fmt: skip
LINES = {
    FINANCE: "98 0 100 13 1 0/2 1 5,5 1 1 3 2,5 3 8 70 0 0 3 .",
    TRADE: "95 1 96 10 1 3/2 – 5 1 1 3 2,5 3 7 70 0 0 2 .",
    BUILDING: "100 2 95 9 2 0/2 1 5 2 1 3 2 3 6 70 1 0 2 1",
    FARMING: "96 1 100 9 2 6/5 1 5,5 2 1 2 2 3 8 70 0 2 2 1",
    HEALTH: "90 2 92 8 2 4/2 1 5 2 2 3 2 3 6 63 0 0 1 .",
    SCHOOLS: "92 0 98 11 1 1/2 1 5,5 1 1 3 2,5 3 8 70 1 0 4 2",
    SCIENCE: "97 1 100 7 2 0/2 – 5 2 1 3 2,5 3 5 70 0 0 . .",
    JUSTICE: "85 3 90 6 3 8/2 0 4,5 3 2 2 2 2 4 56 2 3 . 3",
}
SECTIONS = {
    FINANCE: ["59.75", "19.00", "15.00", "3.00", "0.00"],
    TRADE: ["50.75", "18.50", "14.50", "2.00", "0.00"],
    BUILDING: ["53.50", "17.00", "13.50", "2.00", "1.00"],
    FARMING: ["53.50", "16.50", "14.00", "2.00", "1.00"],
    HEALTH: ["48.25", "16.00", "13.75", "1.00", "0.00"],
    SCHOOLS: ["58.00", "19.00", "14.50", "4.00", "2.00"],
    SCIENCE: ["49.50", "17.50", "13.50", "0.00", "0.00"],
    JUSTICE: ["37.75", "12.50", "9.00", "0.00", "3.00"],
}
ORDER = [
    (FINANCE, 1, "96.75"),
    (SCHOOLS, 2, "93.50"),
    (TRADE, 3, "89.43"),
    (BUILDING, 4, "85.00"),
    (FARMING, 4, "85.00"),
    (SCIENCE, 6, "84.04"),
    (HEALTH, 7, "79.00"),
    (JUSTICE, 8, "56.25"),
]
BANDS = [Band("Xuất sắc", 90, 70), Band("Tốt", 80, 50), Band("Khá", 70), Band("Trung bình", 0)]
VOTE = "Bỏ phiếu kín"
play = None


def a_year():
    global play
    play = playing.Play(NAMES, chair=TRADE)
    play.open_set("b")
    _change_the_sample()
    for name in NAMES:
        mine = playing.entries(CODES, LINES[name])
        proven = ("IV",) if "IV" in mine else ()
        play.score_itself(name, {c: e for c, e in mine.items() if c != "V"}, proven=proven)
    drawn = play.draw()
    for name in NAMES:
        found = {c: e for c, e in playing.entries(CODES, LINES[name]).items() if c == "V"}
        if name == FINANCE:
            found |= {"I.4": entry("12", "Một đề án trình sau năm")}
        play.check(name, found, by=drawn if name == TRADE else None)
    play.agree()
    play.lock()
    play.verify()


def _change_the_sample():
    chair = {"by": play.chair, "at": day(1, 21)}
    play.rule("I.4", Rule(Method.RELATIVE, unit="đề án"))
    play.rule("I.7", Rule(Method.YES_NO, may_not_apply=True))
    change_set(
        play.criteria_set,
        title="Tiêu chí chấm điểm thi đua năm 2026",
        note="",
        is_sample=False,
        not_applicable=NotApplicable.RESCALE,
        **chair,
    )
    ties = [
        (TieBreakKind.POINTS, play.criterion("I").pk, ""),
        (TieBreakKind.PENALTIES, None, ""),
        (TieBreakKind.ELSEWHERE, None, VOTE),
    ]
    rules = {"tie_breaks": ties, "bands": BANDS, "grade_base": GradeBase.WITHOUT_BONUS}
    set_ranking_rules(play.criteria_set, **rules, **chair)


played = once(a_year)


def test_sections_and_totals_are_those_worked_out_by_hand():
    official = play.standing()

    assert {name: playing.sections(each) for name, each in official.items()} == SECTIONS
    assert sorted(playing.order(official)) == sorted(ORDER)


def test_what_concerns_not_all_is_left_out_and_the_rest_counted_up():
    left_out = play.standing()[TRADE].sum

    assert (left_out.ordinary, left_out.left_out) == (Decimal("83.75"), 4)
    assert (left_out.counted, left_out.points) == (Decimal("87.43"), Decimal("89.43"))
    assert play.standing()[SCIENCE].total == Decimal("84.04")


def test_against_the_best_everybody_is_counted_anew_when_the_best_is_corrected():
    # Of 13 they were 10/13 × 8 = 6,15 → 6,25 and 11/13 × 8 = 6,77 → 6,75; of 12 they are more.
    places = [(TRADE, Stage.SELF), (TRADE, Stage.CHECKED), (SCHOOLS, Stage.SELF)]
    found = [play.points(name, "I.4", stage) for name, stage in places]

    assert found == [Decimal("6.25"), Decimal("6.75"), Decimal("6.75")]
    assert play.points(SCHOOLS, "I.4", Stage.OFFICIAL) == Decimal("7.25")
    assert play.points(FINANCE, "I.4", Stage.OFFICIAL) == 8


def test_grades_have_a_floor_for_each_criterion():
    # Of 95: Tài chính 98,7 %, Giáo dục 94,2 %, Công Thương 92,0 % but I.6 only 66,7 % of its 6.
    official = play.standing()

    assert playing.grades(official) == {
        FINANCE: "Xuất sắc", SCHOOLS: "Xuất sắc", TRADE: "Tốt", BUILDING: "Tốt", FARMING: "Tốt",
        SCIENCE: "Tốt", HEALTH: "Tốt", JUSTICE: "Trung bình",
    }  # fmt: skip
    [missed] = official[TRADE].grade.below
    assert (missed.band.name, missed.node.code) == ("Xuất sắc", "I.6")


def test_a_tie_that_nothing_decides_shares_the_rank_until_the_vote_is_recorded():
    official = play.standing()
    tied, vote = official[BUILDING].ranked, play.criteria_set.tie_breaks.get(text=VOTE)

    assert playing.order(official) == ORDER
    assert [each.organisation.name for each in tied.equals] == [FARMING]
    assert (tied.waits_for.pk, tied.decided_by) == (vote.pk, None)
    first = play.announce()
    assert [line["rank"] for line in first.standing["lines"]] == [1, 2, 3, 4, 4, 6, 7, 8]
    assert first.standing["lines"][3]["remark"] == f"Đồng hạng, chờ: {VOTE}"

    places = {play.seats[BUILDING].pk: 2, play.seats[FARMING].pk: 1}
    how = {"tie_break": vote.pk, "by": play.chair, "at": day(12, 27)}
    with pytest.raises(Refused, match="no longer equal"):
        settle_tie(play.year, places={play.seats[TRADE].pk: 1, **places}, why="Phiếu", **how)
    settle_tie(play.year, places=places, why="5/8 phiếu tại hội nghị ngày 26/12", **how)

    settled = play.standing()
    assert [(settled[n].rank, settled[n].total) for n in (FARMING, BUILDING)] == [(4, 85), (5, 85)]
    assert settled[BUILDING].ranked.waits_for is None
    with pytest.raises(Refused, match="Say why"):
        play.announce()
    second = play.announce(replace_reason="Đã bỏ phiếu phân định")
    assert [line["rank"] for line in second.standing["lines"]] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert (second.number, second.replaces, first.announced_on) == (2, first, dt.date(2026, 12, 22))
