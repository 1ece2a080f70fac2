"""What each method asks for, and what is wrong with a rule; and the rule in one sentence."""

from decimal import Decimal as D

import pytest
from django.utils import translation

from scoring.arithmetic import Rule, Tier
from scoring.asking import NEEDED, faults, kept, methods_of
from scoring.kinds import CriterionKind, Method
from scoring.tests.make import node
from scoring.wording import in_vietnamese, rule_sentence, with_sentences

ORDINARY, BONUS, PENALTY = CriterionKind.ORDINARY, CriterionKind.BONUS, CriterionKind.PENALTY
FULL = Rule(
    Method.PRO_RATA,
    unit="nhà",
    target=D(10),
    floor=D(50),
    each=D(2),
    meets=D(50),
    over=D(1),
    over_cap=D(3),
    tiers=(Tier(D(5), "tốt"),),
    may_not_apply=True,
    deadline="self_score",
)


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def test_every_method_says_what_it_needs_and_is_put_into_words():
    assert set(NEEDED) == set(Method)
    for method in Method:
        sentence = rule_sentence(Rule(method, each=D(2), meets=D(50)), D(40))
        assert sentence
        assert in_vietnamese(Rule(method, each=D(2), meets=D(50)), D(40)) != sentence


@pytest.mark.parametrize("method", list(Method))
def test_what_a_method_does_not_use_is_left_out(method):
    rule = kept(Rule(**{**vars(FULL), "method": method}))

    for name, value in vars(FULL).items():
        stays = name in {*NEEDED[method], "may_not_apply"}
        if name != "method":
            assert getattr(rule, name) == (value if stays else getattr(Rule(), name)), name


def test_tiers_stand_from_the_highest_beginning_down_but_named_ones_as_written():
    begun = Tier(D(20), "", D(90)), Tier(D(0), "còn lại"), Tier(D(40), "", D(100))
    named = Tier(D(20), "khá"), Tier(D(40), "tốt")

    assert [tier.points for tier in kept(Rule(Method.TIERS, tiers=begun)).tiers] == [40, 20, 0]
    assert kept(Rule(Method.TIERS, tiers=named)).tiers == named


def test_lateness_is_a_penalty_and_exceeding_a_bonus():
    assert Method.DAYS_LATE not in {*methods_of(ORDINARY), *methods_of(BONUS)}
    assert Method.OVER_FULFILMENT in methods_of(BONUS)
    assert Method.JUDGED in methods_of(PENALTY)


TIERS = Rule(Method.TIERS, tiers=(Tier(D(40), "tốt"), Tier(D(20), "khá")))


def with_tiers(*tiers, method=Method.TIERS):
    return Rule(method, tiers=tiers)


@pytest.mark.parametrize(
    ("rule", "kind", "field", "part"),
    [
        (Rule(Method.STEPS_DOWN), ORDINARY, "each", "above 0"),
        (Rule(Method.PER_OCCURRENCE, each=D(0)), BONUS, "each", "above 0"),
        (Rule(Method.LEADER, meets=D(100)), ORDINARY, "meets", "below 100"),
        (Rule(Method.PRO_RATA, target=D(0)), ORDINARY, "target", "above 0"),
        (Rule(Method.PRO_RATA, floor=D(101)), ORDINARY, "floor", "0 to 100"),
        (Rule(Method.PRO_RATA, over=D(0)), ORDINARY, "over", "above 0"),
        (Rule(Method.PRO_RATA, over_cap=D(3)), ORDINARY, "over_cap", "Write first"),
        (Rule(Method.TIERS), ORDINARY, "tiers", "are missing"),
        (with_tiers(Tier(D(41), "tốt")), ORDINARY, "tiers", "tốt must have points from 0 to 40"),
        (with_tiers(Tier(D(4), "", D(-1))), ORDINARY, "tiers", "0 or above"),
        (with_tiers(Tier(D(4))), ORDINARY, "tiers", "a name or a figure"),
        (with_tiers(Tier(D(4), "", D(9)), Tier(D(3), "", D(9))), ORDINARY, "tiers", "begin at 9"),
        (
            with_tiers(Tier(D(4), "", D(9)), Tier(D(3), "a"), Tier(D(2), "b")),
            ORDINARY,
            "tiers",
            "Only one tier",
        ),
        (
            with_tiers(Tier(D(4), "", D("1.5")), method=Method.DAYS_LATE),
            PENALTY,
            "tiers",
            "whole number of days",
        ),
        (
            with_tiers(Tier(D(4), "", D(1)), method=Method.DAYS_LATE),
            ORDINARY,
            "method",
            "penalty points only",
        ),
        (Rule(Method.OVER_FULFILMENT), ORDINARY, "method", "bonus points only"),
        (Rule(may_not_apply=True), PENALTY, "may_not_apply", "stay empty"),
    ],
)
def test_a_fault_names_its_field_and_says_how_to_mend_it(rule, kind, field, part):
    [fault] = faults(rule, D(40), kind)

    assert fault.field == field
    assert part in fault.sentence


@pytest.mark.parametrize(
    ("rule", "kind"),
    [
        (Rule(), ORDINARY),
        (Rule(Method.LOWER_IS_BETTER, target=D(0)), ORDINARY),
        (TIERS, ORDINARY),
        (kept(FULL), ORDINARY),
        (Rule(Method.STEPS_DOWN, each=D("0.25"), may_not_apply=True), ORDINARY),
        (with_tiers(Tier(D(4), "", D(1)), method=Method.DAYS_LATE), PENALTY),
        (Rule(Method.OVER_FULFILMENT), BONUS),
    ],
)
def test_a_whole_rule_has_no_fault(rule, kind):
    assert faults(rule, D(40), kind) == []


def test_a_rule_reads_as_one_vietnamese_sentence():
    rule = Rule(Method.PRO_RATA, unit="nhà", target=D(1200), floor=D(50))

    assert in_vietnamese(rule, D(40)) == (
        "Định lượng: 40 × thực hiện ÷ kế hoạch, tối đa 40 điểm; kế hoạch 1.200 nhà nếu đơn vị "
        "không có kế hoạch riêng; dưới 50 % kế hoạch: 0 điểm"
    )
    assert in_vietnamese(TIERS, D(40)) == "Theo bậc (điểm): tốt: 40; khá: 20"
    late = with_tiers(Tier(D(5), "", D(6)), Tier(D(2), "", D(1)), method=Method.DAYS_LATE)
    assert in_vietnamese(late, D(10), PENALTY) == (
        "Trừ theo số ngày chậm (điểm trừ): ≥ 6 ngày: 5; ≥ 1 ngày: 2"
    )


def test_what_is_divided_has_no_sentence_of_its_own():
    section = node("I", "40", node("I.1", "40"))

    assert [bool(line.sentence) for line in with_sentences((section,))] == [False, True]
