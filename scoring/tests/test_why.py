"""“Vì sao?”: what the sentences say is what is computed, to the last digit."""

import re
from decimal import Decimal as D
from fractions import Fraction

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from scoring.arithmetic import Bloc as BlocFigures
from scoring.arithmetic import Given, Rule, Tier, exact_points
from scoring.counting import count
from scoring.formulas import formula, number, over_formula, per_cent
from scoring.grading import Band, Grading
from scoring.kinds import CriterionKind, Method, NotApplicable
from scoring.standing import Rules, standings
from scoring.tests.test_grading import NGHE_AN
from scoring.tests.test_ranking import TIED, USUAL, handbook
from scoring.tests.test_standing import FIVE, SECTIONS, scored
from scoring.tree import Node
from scoring.why import why_criterion, why_grade, why_rank, why_section, why_total

NODES = {each.pk: each for section in FIVE for each in (section, *section.children)}
TIERS = (Tier(D(100), "", D(100)), Tier(D(80), "", D(95)), Tier(D(60), "", D(90)))


@pytest.fixture(autouse=True)
def in_vietnamese():
    with translation.override("vi"):
        yield


def leaf(rule, maximum, code="I.1", kind=CriterionKind.ORDINARY):
    return Node(code, "Phát triển hội viên", kind, D(maximum), (), 1, rule)


def told(rule, maximum, own, *, stored=None, step=D("0.01"), policy="", others=()):
    """{name: text} of the explanation of one criterion."""
    node = leaf(rule, maximum)
    figures = {("a", 1): own, **{(n, 1): each for n, each in enumerate(others)}}
    counted = count((node,), figures, step=step, not_applicable=policy).get(("a", 1))
    stored = counted.points if stored is None and counted else stored
    lines = why_criterion(node, counted, stored, step=step, policy=policy)
    return {line.name: line.text for line in lines}


def test_in_proportion_with_all_numbers_of_the_handbook():
    rule = Rule(Method.PRO_RATA, unit="hội viên", target=D(1200))
    lines = told(rule, 40, Given(D(1083)))

    assert lines["Số thực hiện"] == "1.083 hội viên"
    assert lines["Chỉ tiêu"] == "1.200 hội viên"
    assert lines["Cách tính"] == "40 × 1.083 ÷ 1.200 = 36,1"
    assert lines["Làm tròn"].startswith("36,1 → 36,10 ")
    assert "Mức trần" not in lines
    assert lines["Quy tắc"] == ("Điểm tối đa × số thực hiện ÷ chỉ tiêu, không quá điểm tối đa.")


@pytest.mark.parametrize(
    ("rule", "maximum", "own", "calculation", "end"),
    [
        (Rule(Method.PRO_RATA, target=D(7)), 120, Given(D(5)),
         "120 × 5 ÷ 7 ≈ 85,7142 (600/7)", "≈ 85,7142 (600/7) → 85,71"),
        (Rule(Method.PRO_RATA), 100, Given(D(875), D(1000)), "100 × 875 ÷ 1.000 = 87,5", "→ 87,50"),
        (Rule(Method.PRO_RATA, target=D(1000)), 100, Given(D(1300)),
         "100 × 1.300 ÷ 1.000 = 130", "100 → 100,00"),
        (Rule(Method.PRO_RATA, target=D(100), floor=D(50)), 40, Given(D(41)),
         "41 ÷ 100 = 41% < 50% → 0", "0 → 0,00"),
        (Rule(Method.STEPS_DOWN, each=D(4)), 20, Given(D(6)), "20 − 6 × 4 = −4", "0 → 0,00"),
        (Rule(Method.PER_OCCURRENCE, each=D(20)), 60, Given(D(4)), "4 × 20 = 80", "60 → 60,00"),
        (Rule(Method.LOWER_IS_BETTER, target=D(5)), 6, Given(D(3)), "3 ≤ 5 → 6", "6 → 6,00"),
        (Rule(Method.LOWER_IS_BETTER, target=D(5)), 6, Given(D(8)), "6 × 5 ÷ 8 = 3,75", "→ 3,75"),
        (Rule(Method.YES_NO), 4, Given(D(1)), "có → 4", "→ 4,00"),
        (Rule(Method.TIERS, target=D(100), tiers=TIERS), 100, Given(D(96)),
         "96 ÷ 100 = 96% → từ 95%: 80 điểm", "80 → 80,00"),
        (Rule(Method.TIERS, tiers=(Tier(D(50), "HTXSNV"), Tier(D(40), "HTTNV"))), 50, Given(D(2)),
         "HTTNV → 40", "40 → 40,00"),
    ],
)  # fmt: skip
def test_each_rule_with_its_numbers(rule, maximum, own, calculation, end):
    lines = told(rule, maximum, own)
    assert lines["Cách tính"] == calculation
    assert end in lines["Làm tròn"]


def test_caps_are_named():
    assert told(Rule(Method.STEPS_DOWN, each=D(4)), 20, Given(D(6)))["Mức trần"] == (
        "−4 → 0 (không dưới 0)"
    )
    assert told(Rule(Method.PER_OCCURRENCE, each=D(20)), 60, Given(D(4)))["Mức trần"] == (
        "80 → 60 (không quá điểm tối đa)"
    )


def test_the_leader_and_those_between_it_and_the_target():
    rule = Rule(Method.LEADER, target=D(100), meets=D(50))
    assert told(rule, 40, Given(D(200)))["Cách tính"] == "cao nhất khối → 40"
    assert told(rule, 40, Given(D(50)), others=[Given(D(200))])["Cách tính"] == (
        "40 × 50% × 50 ÷ 100 = 10"
    )
    between = told(rule, 40, Given(D(150)), others=[Given(D(200))])
    assert between["Cách tính"] == (
        "40 × 50% = 20; 20 + (40 − 20) × (150 − 100) ÷ (200 − 100) = 30"
    )
    assert between["Số cao nhất khối"] == "200"


def test_exceeded_targets_are_added_up():
    rule = Rule(Method.PRO_RATA, target=D(100), over=D(1), over_cap=D(3))
    parts = [(leaf(rule, 10, "I.1"), Given(D(110))), (leaf(rule, 40, "I.2"), Given(D(120)))]
    found = over_formula(parts)
    assert found.text == "I.1: 10 × 1% × 10 = 1; I.2: 40 × 1% × 20 = 8 → 3; cộng 4"
    assert found.value == 4
    odd = Rule(Method.PRO_RATA, target=D(7), over=D(1), over_cap=D(30))
    told = over_formula([(leaf(odd, 10, "I.1"), Given(D(8)))]).text
    assert told == "I.1: 10 × 1% × (100/7) ≈ 1,4285 (10/7)"


def test_points_given_directly_missing_or_set_against_the_rule_say_so():
    assert told(Rule(), 40, Given(), stored=D("38.5"))["Điểm"] == "38,50, cho điểm trực tiếp"
    rule = Rule(Method.PRO_RATA, target=D(1200))
    assert told(rule, 40, Given())["Điểm"] == "chưa chấm, không phải là 0"
    assert told(rule, 40, Given(D(1083)), stored=D("36"))["Lưu ý"] == (
        "Theo quy tắc là 36,10; người nhập ghi 36,00."
    )


def test_a_bonus_or_penalty_without_points_is_none_and_not_missing():
    for kind in (CriterionKind.BONUS, CriterionKind.PENALTY):
        lines = why_criterion(leaf(Rule(), 5, kind=kind), None, None, step=D("0.01"), policy="")
        assert lines[-1].text == "không có"


def test_what_does_not_apply_says_what_becomes_of_it():
    rule, none = Rule(Method.PRO_RATA, target=D(5)), Given(applies=False)
    full = told(rule, 40, none, policy=NotApplicable.FULL)["Không áp dụng"]
    assert "hưởng đủ 40,00 điểm" in full
    assert "quy đổi" in told(rule, 40, none, policy=NotApplicable.RESCALE)["Không áp dụng"]


RULES = st.sampled_from([
    Rule(Method.PRO_RATA, target=D(7), floor=D(50)),
    Rule(Method.PRO_RATA, target=D("12.5")),
    Rule(Method.LOWER_IS_BETTER, target=D(3)),
    Rule(Method.STEPS_DOWN, each=D("1.5")),
    Rule(Method.PER_OCCURRENCE, each=D("2.25")),
    Rule(Method.RELATIVE),
    Rule(Method.LEADER, target=D(4), meets=D(30)),
    Rule(Method.TIERS, target=D(10), tiers=TIERS),
    Rule(Method.TIERS, tiers=TIERS),
])  # fmt: skip


@given(RULES, st.integers(0, 30), st.integers(0, 30))
def test_the_formula_told_is_the_formula_counted(rule, figure, best):
    node, own, best = leaf(rule, "60"), Given(D(figure)), D(max(figure, best))
    worked = formula(node, own, best)
    counted = exact_points(rule, node.maximum, own, BlocFigures(best))
    assert min(max(worked.value, Fraction(0)), node.maximum) == counted


@given(RULES, st.integers(0, 30), st.integers(0, 30))
def test_what_is_printed_can_be_followed_with_a_calculator(rule, figure, best):
    """Every “a = b” is exact, worked out from the text alone; so is the fraction of “a ≈ b (c)”."""
    text = formula(leaf(rule, "60"), Given(D(figure)), D(max(figure, best))).text
    for part in re.split(r"; | < | → ", text):
        if " = " in part:
            left, right = part.rsplit(" = ", 1)
            assert worked_out(left) == worked_out(right)
        elif " ≈ " in part:
            left, right = part.rsplit(" ≈ ", 1)
            begun, exact = right.removesuffix(")").split(" (")
            assert worked_out(left) == worked_out(exact)
            assert 0 <= worked_out(exact) - worked_out(begun) < Fraction(1, 10**4)


def worked_out(text):
    """The value of a printed calculation, worked out from the letters alone."""
    text = text.replace(".", "").replace(",", ".")
    text = re.sub(r"(\d+(?:\.\d+)?)%", r"(Fraction('\1')/100)", text)
    text = re.sub(r"(?<!['\d.])(\d+(?:\.\d+)?)(?!['\d.])", r"Fraction('\1')", text)
    text = text.replace("×", "*").replace("÷", "/").replace("−", "-")
    return eval(text, {"Fraction": Fraction})  # noqa: S307


def test_numbers_are_written_exactly_or_begun_beside_their_fraction():
    assert number(Fraction(361, 10)) == "36,1"
    assert number(Fraction(600, 7)) == "≈ 85,7142 (600/7)"
    assert number(Fraction(-600, 7)) == "≈ −85,7142 (−600/7)"
    assert number(Fraction(84999999, 10**6)) == "84,999999"
    assert number(Fraction(254999999, 3 * 10**6)) == "≈ 84,9999 (254.999.999/3.000.000)"
    assert per_cent(Fraction(1806, 19)) == "≈ 95,0526% (903/950)"
    assert per_cent(Fraction(95)) == "95%"
    assert number(Fraction(-4)) == "−4"
    assert number(D("1083.00")) == "1.083"


def test_a_section_and_a_total_are_added_up_as_the_handbook_does():
    first = handbook()[2]
    [line, rounding] = why_total(first)
    assert line.text == "565,25 + 188,00 + 139,00 + 50,00 − 5,00 = 937,25"
    assert rounding.name == "Làm tròn"
    [section] = why_section(first.figures[0])
    assert section.text == "565,25"


def test_a_capped_section_shows_both_figures():
    [result] = standings(SECTIONS, ["x"], scored("x", {1: "1", 4: "4", 5: "3"}))
    lines = {line.name: line.text for line in why_section(result.figures[1])}
    assert lines == {
        "Cách tính": "4,00 + 3,00 = 7,00",
        "Mức trần": "7,00 → 5,00 (không quá điểm tối đa)",
    }
    assert why_total(result)[-1].text == "a, b"


def test_a_total_that_was_counted_up_shows_how():
    points = scored("x", {1: "38", 3: "7", 4: "4", 6: "2.5"})
    [result] = standings(SECTIONS, ["x"], points, left_out={("x", 2)})
    lines = {line.name: line.text for line in why_total(result)}
    assert lines["Quy đổi"] == "45,00 × 60 ÷ (60 − 12) = 56,25"
    assert lines["Tổng điểm"] == "56,25 + 4,00 − 2,50 = 57,75"


def test_a_rank_shows_every_tie_break_that_was_asked():
    results = handbook(Rules(USUAL), HND=TIED)
    lines = why_rank(results[1], NODES, str)
    assert [(line.name, line.text) for line in lines] == [
        ("Điểm mục I.1 cao hơn", "LĐLĐ: 572,50; HND: 570,00 (phân định)"),
        ("Hạng", "2"),
    ]
    alone = why_rank(results[2], NODES, str)
    assert alone[0].text == "tổng điểm, không đơn vị nào bằng"


def test_a_tie_that_stays_says_what_it_waits_for_and_with_whom():
    lines = {e.name: e.text for e in why_rank(handbook(Rules(USUAL[3:]), HND=TIED)[0], NODES, str)}
    assert lines["Chờ kết quả"] == "Không được Cờ năm trước"
    assert (lines["Bằng với"], lines["Hạng"]) == ("HND", "1")


def test_no_rank_says_why():
    barred = handbook(Rules(barred=frozenset({"HND"})))[-1]
    assert "không được xét" in why_rank(barred, NODES, str)[0].text


def test_a_grade_shows_its_share_and_the_floor_that_cost_a_higher_one():
    rules = Rules(grading=Grading((*NGHE_AN[:1], Band("Tốt", D(80)))))
    points = scored("x", {1: "40", 2: "12", 3: "5"})
    [result] = standings(SECTIONS, ["x"], points, rules=rules)
    lines = {line.name: line.text for line in why_grade(result.grade, "without")}
    assert lines["Tỷ lệ"] == "57,00 ÷ 60,00 = 95%"
    assert lines["Không đạt Hoàn thành xuất sắc"] == ("b được 5,00/8 = 62,5%, dưới mức sàn 85%.")
    assert lines["Xếp loại"] == "Tốt, từ 80% trở lên"
    assert why_grade(None, "without") == []
