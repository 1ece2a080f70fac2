"""Grades: bands, floors and what they are measured by, without database."""

from decimal import Decimal as D
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.grading import Band, Grading
from scoring.kinds import GradeBase
from scoring.standing import Rules, standings
from scoring.tests.test_ranking import handbook
from scoring.tests.test_standing import SECTIONS, scored

USUAL = (
    Band("Xuất sắc", D(95)),
    Band("Tốt", D(85)),
    Band("Khá", D(70)),
    Band("Trung bình", D(0)),
)
NGHE_AN = (
    Band("Hoàn thành xuất sắc", D(90), D(85)),
    Band("Tốt", D(80), D(80)),
    Band("Hoàn thành", D(70), D(70)),
    Band("Không hoàn thành", D(0)),
)


def graded(points, bands=NGHE_AN, base=GradeBase.WITHOUT_BONUS, left_out=frozenset()):
    rules = Rules(grading=Grading(bands, base))
    [result] = standings(SECTIONS, ["x"], scored("x", points), left_out=left_out, rules=rules)
    return result.grade


def test_the_members_of_the_handbook_are_graded_without_their_bonus():
    rules = Rules(grading=Grading(USUAL))
    grades = {r.member: (r.grade.band.name, r.grade.points) for r in handbook(rules)}

    assert grades == {
        "HND": ("Xuất sắc", D("903.50")),  # of 950: 95,105… %
        "LĐLĐ": ("Xuất sắc", D("902.50")),  # exactly 95 %
        "LHPN": ("Tốt", D("887.25")),
        "MTTQ": ("Tốt", D("887.00")),
        "CCB": ("Tốt", D("877.75")),
        "Tỉnh đoàn": ("Tốt", D("845.90")),
    }


@pytest.mark.parametrize(
    ("base", "points", "maximum"),
    [
        (GradeBase.WITHOUT_BONUS, D("903.50"), 950),
        (GradeBase.WITH_BONUS, D("948.50"), 1000),
        (GradeBase.ON_TOP, D("948.50"), 950),
    ],
)
def test_a_grade_is_measured_as_the_set_says(base, points, maximum):
    first = handbook(Rules(grading=Grading(USUAL, base)))[0].grade

    assert (first.points, first.maximum) == (points, maximum)
    assert first.share == Fraction(points) * 100 / maximum


def test_a_criterion_below_the_floor_costs_the_grade_and_is_named():
    """57 of 60 are 95 %, but 5 of 8 are 62,5 %: below 85, 80 and 70."""
    found = graded({1: "40", 2: "12", 3: "5"})

    assert found.band.name == "Không hoàn thành"
    assert [(b.band.name, b.node.code, b.points) for b in found.below] == [
        ("Hoàn thành xuất sắc", "b", 5),
        ("Tốt", "b", 5),
        ("Hoàn thành", "b", 5),
    ]
    assert found.below[0].share == Fraction(125, 2)


def test_the_floor_itself_is_reached():
    assert graded({1: "34", 2: "12", 3: "8"}).band.name == "Hoàn thành xuất sắc"
    assert graded({1: "33.99", 2: "12", 3: "8"}).band.name == "Tốt"


def test_bonus_and_penalty_criteria_and_what_does_not_apply_have_no_floor():
    found = graded({1: "40", 3: "8", 4: "0", 6: "0"}, left_out={("x", 2)})

    assert (found.band.name, found.below) == ("Hoàn thành xuất sắc", ())


def test_shares_are_compared_before_they_are_rounded():
    """56,99 of 60 are 94,98… %, which prints as 95 with one decimal."""
    assert graded({1: "40", 2: "12", 3: "4.99"}, USUAL).band.name == "Tốt"
    assert graded({1: "40", 2: "12", 3: "5"}, USUAL).band.name == "Xuất sắc"


def test_no_grade_before_everything_is_scored_and_none_without_bands():
    assert graded({1: "40"}) is None
    assert graded({1: "40", 2: "12", 3: "8"}, bands=()) is None


def test_below_the_lowest_band_there_is_none():
    found = graded({1: "1", 2: "0", 3: "0"}, USUAL[:2])
    assert found.band is None
    assert found.below == ()


@given(*[st.decimals(0, most, places=2) for most in (40, 12, 8)], st.sampled_from([1, 2, 3]))
def test_more_points_never_lower_a_grade(first, second, third, place):
    points = {1: first, 2: second, 3: third}
    most = {1: 40, 2: 12, 3: 8}[place]
    higher = {**points, place: min(points[place] + 1, D(most))}
    order = [band.name for band in NGHE_AN]

    assert order.index(graded(higher).band.name) <= order.index(graded(points).band.name)
