"""Totals and ranks: arithmetic without database."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.ranking import rank
from scoring.standing import figure, standings
from scoring.tests.make import node
from scoring.tree import leaves, version

POINTS = st.decimals(0, 40, places=2)
# I (60 = 40 + 20, the latter 12 + 8), II bonus up to 5, III penalties up to 9,5
SECTIONS = (
    node(
        "I",
        "60",
        node("I.1", "40", pk=1),
        node("I.2", "20", node("a", "12", pk=2), node("b", "8", pk=3)),
    ),
    node(
        "II",
        "5",
        node("II.1", "4", kind="bonus", pk=4),
        node("II.2", "3", kind="bonus", pk=5),
        kind="bonus",
    ),
    node("III", "9.5", kind="penalty", pk=6),
)
ALL = {1: "38.25", 2: "12", 3: "0", 4: "4", 5: "3", 6: "2.5"}


def scored(member, points):
    return {(member, pk): Decimal(value) for pk, value in points.items()}


def one(points):
    [result] = standings(SECTIONS, ["x"], scored("x", points))
    return result


def test_sections_add_up_bonus_ends_at_its_cap_and_penalties_are_subtracted():
    result = one(ALL)

    assert [(f.node.code, f.sum, f.points) for f in result.figures] == [
        ("I", Decimal("50.25"), Decimal("50.25")),
        ("II", Decimal(7), Decimal(5)),
        ("III", Decimal("2.5"), Decimal("2.5")),
    ]
    assert [f.is_capped for f in result.figures] == [False, True, False]
    assert (result.total, result.rank, result.missing) == (Decimal("52.75"), 1, ())


def test_fifty_four_of_fifty_is_shown_with_both_figures():
    parts = [node(f"IV.{n}", "20", kind="bonus", pk=n) for n in (1, 2, 3)]
    found = figure(node("IV", "50", *parts, kind="bonus"), dict.fromkeys((1, 2, 3), Decimal(18)))

    assert (found.sum, found.points, found.is_capped) == (54, 50, True)


def test_an_empty_ordinary_criterion_is_missing_and_the_member_not_ranked():
    result = one({pk: value for pk, value in ALL.items() if pk not in (2, 3)})

    assert (result.rank, result.missing, result.total) == (None, ("a", "b"), Decimal("40.75"))


def test_zero_is_a_score_and_an_empty_bonus_or_penalty_is_none():
    result = one({1: "0", 2: "0", 3: "0"})

    assert (result.rank, result.missing, result.total) == (1, (), Decimal(0))
    assert [figure.scored for figure in result.figures] == [True, False, False]


def test_a_total_may_be_below_zero():
    assert one({1: "0", 2: "0", 3: "0", 6: "9.5"}).total == Decimal("-9.5")


def test_points_with_more_decimals_are_rounded_half_up_for_each_item():
    assert figure(node("I", "5", pk=1), {1: Decimal("2.675")}).points == Decimal("2.68")
    assert figure(node("I", "5", pk=1), {1: Decimal("0.125")}).points == Decimal("0.13")


def test_equal_totals_share_a_rank_in_protocol_order_and_the_next_is_skipped():
    totals = [
        ("a", Decimal(7)),
        ("b", Decimal("8.0")),
        ("c", None),
        ("d", Decimal(9)),
        ("e", Decimal("8.00")),
        ("f", None),
    ]

    ranks = [(each.rank, each.member) for each in rank(totals)]
    assert ranks == [(1, "d"), (2, "b"), (2, "e"), (4, "a"), (None, "c"), (None, "f")]
    assert [each.equals for each in rank(totals)] == [(), ("e",), ("b",), (), (), ()]
    assert rank([]) == []


HANDBOOK = [
    ("MTTQ", "560.00 185.00 142.00 40 0", "927.00"),
    ("LĐLĐ", "572.50 190.00 140.00 45 0", "947.50"),
    ("HND", "570.00 192.50 141.00 45 0", "948.50"),
    ("LHPN", "565.25 188.00 139.00 50 5", "937.25"),
    ("CCB", "553.75 186.00 138.00 35 0", "912.75"),
    ("Tỉnh đoàn", "540.90 180.00 135.00 30 10", "875.90"),
]
FIVE = (
    node("I", "600", node("I.1", "600", pk=1)),
    node("II", "200", node("II.1", "200", pk=2)),
    node("III", "150", node("III.1", "150", pk=3)),
    node("IV", "50", kind="bonus", pk=4),
    node("V", "100", kind="penalty", pk=5),
)


def handbook(**changed):
    points = {}
    for member, text, _total in HANDBOOK:
        points |= scored(member, dict(enumerate(changed.get(member, text).split(), start=1)))
    return standings(FIVE, [member for member, *_rest in HANDBOOK], points)


def test_the_totals_of_the_handbook():
    results = handbook()

    assert {r.member: str(r.total) for r in results} == {m: total for m, _text, total in HANDBOOK}
    assert [r.member for r in results] == ["HND", "LĐLĐ", "LHPN", "MTTQ", "CCB", "Tỉnh đoàn"]
    assert [r.rank for r in results] == [1, 2, 3, 4, 5, 6]


def test_a_tie_of_the_handbook_stays_a_tie():
    results = handbook(HND="570.00 192.50 140.00 45 0")

    assert [(r.rank, r.member) for r in results[:3]] == [(1, "LĐLĐ"), (1, "HND"), (3, "LHPN")]


@given(st.dictionaries(st.sampled_from([1, 2, 3, 4, 5, 6]), POINTS))
def test_no_section_exceeds_its_maximum_whatever_is_scored(points):
    for found in one(points).figures:
        assert 0 <= found.points <= max(found.node.maximum, found.sum)
        assert found.node.kind == "ordinary" or found.points <= found.node.maximum


@given(
    st.dictionaries(st.sampled_from([1, 2, 3, 4, 5, 6]), POINTS),
    st.sampled_from([1, 2, 3, 4, 5]),
    POINTS,
)
def test_more_points_never_lower_a_total(points, pk, more):
    higher = {**points, pk: points.get(pk, Decimal(0)) + more}

    assert one(higher).total >= one(points).total


@given(st.lists(st.none() | POINTS, max_size=12))
def test_ranks_count_those_who_are_better(values):
    totals = list(enumerate(values))
    places = [(each.rank, each.member) for each in rank(totals)]

    assert sorted(member for _rank, member in places) == [member for member, _value in totals]
    for place, member in places:
        better = [
            v for v in values if v is not None and values[member] is not None and v > values[member]
        ]
        assert place == (None if values[member] is None else len(better) + 1)


@given(st.permutations(range(6)))
def test_the_protocol_order_changes_no_rank(order):
    members = [HANDBOOK[n][0] for n in order]
    points = {}
    for member, text, _total in HANDBOOK:
        points |= scored(member, dict(enumerate(text.split(), start=1)))

    ranks = {r.member: r.rank for r in standings(FIVE, members, points)}
    assert ranks == {r.member: r.rank for r in handbook()}


@pytest.mark.parametrize(
    "other",
    [
        node("I", "60", node("I.1", "60")),
        node("I", "60", node("I.1", "40"), node("I.3", "20")),
        node("I", "60", node("I.1", "40"), node("I.2", "20"), kind="bonus"),
        node("I", "60", node("I.2", "20"), node("I.1", "40")),
    ],
)
def test_other_criteria_have_another_version(other):
    mine = node("I", "60", node("I.1", "40"), node("I.2", "20"))

    assert version((mine,)) != version((other,))
    assert version((mine,)) == version((node("I", "60.00", *mine.children, pk=7),))


def test_leaves_are_what_has_nothing_below():
    assert [each.code for each in leaves(SECTIONS)] == ["I.1", "a", "b", "II.1", "II.2", "III"]
