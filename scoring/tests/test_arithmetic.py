"""The rules by which points follow from figures: vectors of the field, and what always holds."""

from decimal import Decimal as D
from fractions import Fraction

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from scoring.arithmetic import (
    CENT,
    Bloc,
    Given,
    Rule,
    Tier,
    WrongFigure,
    exact_points,
    over_points,
    rounded,
)
from scoring.kinds import Method

PRO_RATA, LOWER = Rule(Method.PRO_RATA), Rule(Method.LOWER_IS_BETTER)
SHARES = Rule(
    Method.TIERS,
    target=D(100),
    tiers=(Tier(D(10), at_least=D(100)), Tier(D(8), at_least=D(95)), Tier(D(6), at_least=D(90))),
)
CELL = Rule(Method.TIERS, tiers=tuple(Tier(D(p), n) for p, n in ((50, "XS"), (40, "T"), (0, "K"))))
LATE = Rule(Method.DAYS_LATE, tiers=(Tier(D(1), at_least=D(1)), Tier(D(3), at_least=D(6))))
LEADER = Rule(Method.LEADER, target=D(100), meets=D(50))


def points(rule, maximum, figure, target=None, best=None, step=CENT):
    given = Given(D(figure), None if target is None else D(target))
    return rounded(exact_points(rule, D(maximum), given, Bloc(best and D(best))), step)


@pytest.mark.parametrize(
    ("rule", "maximum", "figure", "target", "expected"),
    [
        # docs/field.md §3.11, digit for digit
        (PRO_RATA, 40, 1083, 1200, "36.10"),
        (PRO_RATA, 120, 5, 7, "85.71"),
        (PRO_RATA, 100, 875, 1000, "87.50"),
        (PRO_RATA, 100, 1300, 1000, "100.00"),
        (Rule(Method.STEPS_DOWN, each=D(4)), 20, 6, None, "0.00"),
        (Rule(Method.PER_OCCURRENCE, each=D(20)), 60, 4, None, "60.00"),
        # half up, where binary floats give 2,67 and 0,12
        (PRO_RATA, 1, "2.675", 1000, "0.00"),
        (PRO_RATA, 10, "2.675", 10, "2.68"),
        (PRO_RATA, 1, "0.125", 1, "0.13"),
        (Rule(Method.PRO_RATA, floor=D(50)), 100, "499.99", 1000, "0.00"),
        (Rule(Method.PRO_RATA, floor=D(50)), 100, 500, 1000, "50.00"),
        (LOWER, 6, 3, 3, "6.00"),
        (LOWER, 6, 4, 3, "4.50"),
        (LOWER, 6, 1, 0, "0.00"),
        (LOWER, 6, 0, 0, "6.00"),
        (SHARES, 10, 100, None, "10.00"),
        (SHARES, 10, "99.99", None, "8.00"),
        (SHARES, 10, "89.9", None, "0.00"),
        (SHARES, 10, 190, 200, "8.00"),
        (CELL, 50, 2, None, "40.00"),
        (CELL, 50, 3, None, "0.00"),
        (LATE, 10, 0, None, "0.00"),
        (LATE, 10, 5, None, "1.00"),
        (LATE, 10, 6, None, "3.00"),
        (Rule(Method.YES_NO), 10, 1, None, "10.00"),
        (Rule(Method.YES_NO), 10, 0, None, "0.00"),
    ],
)
def test_vectors(rule, maximum, figure, target, expected):
    assert f"{points(rule, maximum, figure, target):.2f}" == expected


@pytest.mark.parametrize(
    ("figure", "best", "expected"),
    [(50, 200, 5), (100, 200, 10), (150, 200, 15), (200, 200, 20), (100, 100, 20), (0, 0, 0)],
)
def test_part_for_the_target_all_for_the_best_and_a_line_between(figure, best, expected):
    assert points(LEADER, 20, figure, best=best) == expected


def test_in_proportion_to_the_best_of_the_bloc():
    rule = Rule(Method.RELATIVE)
    assert points(rule, 30, 15, best=20) == D("22.50")
    assert points(rule, 30, 0, best=20) == 0
    assert exact_points(rule, D(30), Given(D(1)), Bloc()) is None


def test_what_exceeds_a_target_earns_so_much_for_each_per_cent_up_to_a_cap():
    rule = Rule(Method.PRO_RATA, target=D(200), over=D(1), over_cap=D(5))
    assert over_points(rule, D(40), Given(D(200))) == 0
    assert over_points(rule, D(40), Given(D(205))) == 1  # 2,5 % over, 1 % of 40 for each
    assert over_points(rule, D(40), Given(D(400))) == 5
    assert over_points(rule, D(40), Given(D(400), applies=False)) == 0


@pytest.mark.parametrize(
    ("exact", "step", "expected"),
    [("9.37", "0.25", "9.25"), ("9.375", "0.25", "9.5"), ("9.25", "0.5", "9.5"), ("2.5", "1", "3")],
)
def test_a_step_rounds_half_up(exact, step, expected):
    assert rounded(Fraction(exact), D(step)) == D(expected)


@pytest.mark.parametrize(
    ("rule", "given", "code"),
    [
        (PRO_RATA, Given(D(-1), D(5)), "negative"),
        (PRO_RATA, Given(D(1)), "no_target"),
        (PRO_RATA, Given(D(1), D(0)), "target_not_positive"),
        (SHARES, Given(D(1), D(0)), "target_not_positive"),
        (Rule(Method.PER_OCCURRENCE, each=D(1)), Given(D("1.5")), "not_whole"),
        (Rule(Method.YES_NO), Given(D(2)), "not_yes_or_no"),
        (CELL, Given(D(4)), "no_such_tier"),
        (CELL, Given(D(0)), "no_such_tier"),
    ],
)
def test_a_figure_without_answer_says_why(rule, given, code):
    with pytest.raises(WrongFigure) as wrong:
        exact_points(rule, D(10), given)
    assert wrong.value.code == code


def test_nothing_given_is_not_scored_and_what_is_judged_has_no_rule():
    assert exact_points(PRO_RATA, D(10), Given()) is None
    assert exact_points(Rule(), D(10), Given(D(3))) is None


amounts = st.decimals(0, 99_999, places=2)
maxima = st.decimals(D("0.01"), 1000, places=2)
rules = st.sampled_from(
    [
        Rule(Method.PRO_RATA, target=D(80), floor=D(40)), Rule(Method.RELATIVE), LEADER, SHARES,
        Rule(Method.PRO_RATA, target=D("0.01")), Rule(Method.LOWER_IS_BETTER, target=D(7)),
    ]
)  # fmt: skip
counted = st.sampled_from(
    [Rule(Method.STEPS_DOWN, each=D("0.5")), Rule(Method.PER_OCCURRENCE, each=D(7)), LATE]
)


@drawn(rules | counted, maxima, amounts, amounts)
def test_points_stay_between_nothing_and_the_maximum(rule, maximum, figure, best):
    figure = figure if rule not in counted.elements else figure.to_integral_value()
    found = exact_points(rule, maximum, Given(figure), Bloc(max(best, figure)))
    assert 0 <= found <= maximum
    assert 0 <= rounded(found) <= maximum


@drawn(rules, maxima, amounts, amounts, amounts)
def test_more_never_earns_less_and_less_never_more(rule, maximum, one, other, best):
    low, high = sorted((one, other))
    bloc = Bloc(max(best, high))
    less, more = (exact_points(rule, maximum, Given(each), bloc) for each in (low, high))
    assert less >= more if rule.method == Method.LOWER_IS_BETTER else less <= more


@drawn(maxima, amounts, st.sampled_from([D("0.01"), D("0.25"), D("0.5"), D(1)]))
def test_rounding_is_to_the_nearest_step(maximum, figure, step):
    exact = exact_points(Rule(Method.PRO_RATA, target=D(97)), maximum, Given(figure))
    assert abs(Fraction(rounded(exact, step)) - exact) <= Fraction(step) / 2
    assert rounded(exact, step) % step == 0
