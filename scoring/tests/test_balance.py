"""What a set adds up to and what is wrong with it: arithmetic without database."""

from decimal import Decimal

import pytest
from django.utils import translation

from scoring.arithmetic import Rule, Tier
from scoring.balance import Problem, Totals, problems, totals
from scoring.kinds import Method
from scoring.samples import SAMPLES
from scoring.tests.make import node
from scoring.tree import Node


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def test_totals_are_kept_apart_by_kind():
    sections = (
        node("I", "600.25"),
        node("II", "200"),
        node("III", "50", kind="bonus"),
        node("IV", "100", kind="penalty"),
    )

    assert totals(sections) == Totals(Decimal("800.25"), Decimal(50), Decimal(100))
    assert totals(sections).highest == Decimal("850.25")
    assert totals(()) == Totals(Decimal(0), Decimal(0), Decimal(0))


def test_a_set_that_adds_up_on_every_level_has_no_problem():
    inner = node("I.2", "20", node("a", "12.5"), node("b", "7.5"))

    assert problems((node("I", "60", node("I.1", "40"), inner),)) == []


def test_every_sum_that_is_too_small_or_too_large_is_said_with_its_figures():
    inner = node("I.2", "1200.50", node("a", "1000"), node("b", "201.25"), pk=12)
    section = node("I", "1500", node("I.1", "40"), inner, pk=1)

    assert problems((section,)) == [
        Problem(
            "I has 1,500 points, but the parts below it add up to 1,240.5: 259.5 are missing.", 1
        ),
        Problem(
            "I.2 has 1,200.5 points, but the parts below it add up to 1,201.25: 0.75 too many.", 12
        ),
    ]


def test_figures_are_written_in_the_language_of_the_page():
    with translation.override("vi"):
        [problem] = problems((node("I", "1500", node("I.1", "1240.5")),))

    assert "1.500" in problem.sentence
    assert "1.240,5" in problem.sentence
    assert "259,5" in problem.sentence


def test_a_section_with_ordinary_points_needs_criteria_but_a_criterion_needs_no_parts():
    sections = (node("I", "60", pk=1), node("II", "40", node("II.1", "40")))

    assert problems(sections) == [Problem("Section I has no criteria yet. Add them.", 1)]


def test_bonus_and_penalty_sections_are_caps_and_need_no_criteria():
    ordinary = node("I", "60", node("I.1", "60"))
    parts = (node("II.1", "5", kind="bonus"), node("II.2", "4", kind="bonus"))
    bonus = node("II", "5", *parts, kind="bonus")
    penalty = node("III", "10", kind="penalty")

    assert problems((ordinary, bonus, penalty)) == []


def test_a_part_above_the_cap_over_it_is_said():
    ordinary = node("I", "60", node("I.1", "60"))
    penalty = node("II", "10", node("II.1", "10.5", kind="penalty", pk=5), kind="penalty")

    assert problems((ordinary, penalty)) == [
        Problem("II.1 allows 10.5 points, more than the 10 of II above it.", 5)
    ]


def test_a_set_without_ordinary_points_is_not_finished():
    missing = Problem("There is no section with ordinary points yet. Add one.")

    assert problems(()) == [missing]
    assert problems((node("I", "5", kind="bonus"),)) == [missing]


@pytest.mark.parametrize(
    ("key", "sections", "expected"),
    [
        ("a", "600 200 150 50 100", Totals(Decimal(950), Decimal(50), Decimal(100))),
        ("b", "60 20 15 5 10", Totals(Decimal(95), Decimal(5), Decimal(10))),
    ],
)
def test_the_samples_add_up_as_the_field_says(key, sections, expected):
    sample = SAMPLES[key].sections

    assert [section.maximum for section in sample] == [Decimal(each) for each in sections.split()]
    assert totals(sample) == expected
    assert problems(sample) == []


def test_the_samples_have_the_detail_of_the_field():
    def maxima(key):
        return [
            [int(child.maximum) for child in section.children] for section in SAMPLES[key].sections
        ]

    assert maxima("a") == [
        [100, 120, 120, 80, 80, 60, 40],
        [60, 50, 30, 30, 30],
        [30, 40, 30, 30, 20],
        [20, 20, 10],
        [10, 100, 100, 100, 100],
    ]
    assert maxima("b") == [[12, 12, 10, 8, 8, 6, 4], [6, 5, 3, 3, 3], [3, 4, 3, 3, 2], [], []]


def leaf(code, rule, kind="ordinary", pk=None):
    return Node(code, "…", kind, Decimal(10), (), pk, rule)


EARNS = Rule(Method.PRO_RATA, over=Decimal(1))
COUNTS = Rule(Method.OVER_FULFILMENT)


def test_what_may_not_apply_needs_a_policy():
    sections = (node("I", "10", leaf("I.1", Rule(may_not_apply=True), pk=4)),)

    [problem] = problems(sections)
    assert (problem.pk, problem.sentence[:17]) == (4, "I.1: It may not c")
    assert problems(sections, "full") == []


def test_a_rule_that_cannot_be_counted_is_a_problem_of_its_criterion():
    tiers = Rule(Method.TIERS, tiers=(Tier(Decimal(11), "tốt"),))
    sections = (node("I", "20", leaf("I.1", Rule(Method.TIERS)), leaf("I.2", tiers)),)

    assert [problem.sentence for problem in problems(sections)] == [
        "I.1: Tiers are missing: write at least one with its points.",
        "I.2: Tier tốt must have points from 0 to 10, not 11.",
    ]


def test_a_bonus_for_exceeded_targets_has_targets_and_one_criterion_that_counts_it():
    earning = node("I", "10", leaf("I.1", EARNS, pk=1))
    plain = node("I", "10", leaf("I.1", Rule(), pk=1))
    counting = leaf("II", COUNTS, "bonus", pk=2)
    second = leaf("III", COUNTS, "bonus", pk=3)

    assert problems((earning, counting)) == []
    assert [each.pk for each in problems((earning,))] == [1]
    assert [each.pk for each in problems((plain, counting))] == [2]
    assert [each.pk for each in problems((earning, counting, second))] == [3]
