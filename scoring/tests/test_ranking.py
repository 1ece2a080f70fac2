"""Tie-breaks, who has no rank, and what does not apply: without database."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.kinds import TieBreakKind
from scoring.ranking import Settled, TieBreak, rank
from scoring.standing import Rules, standings
from scoring.tests.make import node
from scoring.tests.test_standing import FIVE, HANDBOOK, SECTIONS, scored

POINTS, PENALTIES, ELSEWHERE = TieBreakKind.POINTS, TieBreakKind.PENALTIES, TieBreakKind.ELSEWHERE
USUAL = (
    TieBreak(POINTS, 1, pk=1),
    TieBreak(POINTS, 3, pk=2),
    TieBreak(PENALTIES, pk=3),
    TieBreak(ELSEWHERE, text="Không được Cờ năm trước", pk=4),
    TieBreak(ELSEWHERE, text="Bỏ phiếu kín", pk=5),
)
TIED = "570.00 192.50 140.00 45 0"
NAMES = [member for member, *_rest in HANDBOOK]


def handbook(rules=None, members=NAMES, **changed):
    points = {}
    for member, text, _total in HANDBOOK:
        points |= scored(member, dict(enumerate(changed.get(member, text).split(), start=1)))
    return standings(FIVE, members, points, rules=rules)


def ranks(results):
    return {each.member: each.rank for each in results}


def test_the_tie_of_the_handbook_is_decided_by_the_first_tie_break():
    results = handbook(Rules(USUAL), HND=TIED)

    first, second = results[:2]
    assert [(r.rank, r.member, str(r.total)) for r in (first, second)] == [
        (1, "LĐLĐ", "947.50"),
        (2, "HND", "947.50"),
    ]
    for each in (first, second):
        assert each.ranked.decided_by.tie_break == USUAL[0]
        assert dict(each.ranked.decided_by.values) == {
            "LĐLĐ": Decimal("572.50"),
            "HND": Decimal("570.00"),
        }
    assert results[2].ranked.decided_by is None
    assert ranks(results) == {"LĐLĐ": 1, "HND": 2, "LHPN": 3, "MTTQ": 4, "CCB": 5, "Tỉnh đoàn": 6}


def test_a_member_of_the_handbook_whose_matter_is_postponed_keeps_its_points_without_rank():
    results = handbook(Rules(USUAL, barred=frozenset({"HND"})))

    last = results[-1]
    assert (last.member, last.rank, str(last.total), last.barred) == ("HND", None, "948.50", True)
    assert (results[0].member, results[0].rank) == ("LĐLĐ", 1)
    assert [r.rank for r in results] == [1, 2, 3, 4, 5, None]


def test_an_excluded_member_never_decides_a_tie():
    results = handbook(Rules(USUAL, barred=frozenset({"HND"})), HND=TIED)

    assert results[0].member == "LĐLĐ"
    assert (results[0].rank, results[0].ranked.steps) == (1, ())


def test_fewer_penalty_points_decide_where_sections_do_not():
    rules = Rules((TieBreak(POINTS, 1, pk=1), TieBreak(PENALTIES, pk=3)))
    results = handbook(rules, HND="572.50 191.00 140.00 45 1", members=["HND", "LĐLĐ"])

    assert ranks(results) == {"LĐLĐ": 1, "HND": 2}
    steps = results[0].ranked.steps
    assert [step.decides_for("LĐLĐ") for step in steps] == [False, True]
    assert results[0].ranked.decided_by.value_of("HND") == 1


def test_what_is_decided_elsewhere_is_waited_for_and_what_stands_behind_it_is_not_asked():
    rules = Rules((USUAL[3], USUAL[0]))
    results = handbook(rules, HND=TIED)

    assert [(r.rank, r.ranked.waits_for, r.ranked.steps) for r in results[:3]] == [
        (1, USUAL[3], ()),
        (1, USUAL[3], ()),
        (3, None, ()),
    ]
    assert results[0].ranked.equals == ("HND",)


def test_an_order_from_elsewhere_decides_and_the_newest_counts():
    by_vote = Settled(4, {"LĐLĐ": 2, "HND": 1}, "phiếu")
    earlier = Settled(4, {"LĐLĐ": 1, "HND": 2}, "nhầm")
    results = handbook(Rules((USUAL[3],), (by_vote, earlier)), HND=TIED)

    assert [(r.rank, r.member) for r in results[:2]] == [(1, "HND"), (2, "LĐLĐ")]
    assert results[0].ranked.decided_by.settled.matter == "phiếu"


def test_an_order_between_other_members_decides_nothing():
    """Points were corrected after the vote: who was voted on is no longer who is equal."""
    stale = Settled(4, {"LĐLĐ": 2, "HND": 1, "MTTQ": 3})
    results = handbook(Rules((USUAL[3],), (stale,)), HND=TIED)

    assert [r.rank for r in results[:2]] == [1, 1]


def test_members_left_equal_by_one_tie_break_go_on_to_the_next():
    totals = [("a", Decimal(9)), ("b", Decimal(9)), ("c", Decimal(9))]
    flag = Settled(4, {"a": 1, "b": 1, "c": 2})
    vote = Settled(5, {"a": 2, "b": 1})
    found = rank(totals, USUAL[3:], settled=(vote, flag))

    assert [(r.rank, r.member) for r in found] == [(1, "b"), (2, "a"), (3, "c")]
    assert [len(r.steps) for r in found] == [2, 2, 1]


def test_three_who_are_equal_in_everything_share_the_rank_and_two_are_skipped():
    same = dict.fromkeys(("HND", "MTTQ", "LĐLĐ"), TIED)
    results = handbook(Rules(USUAL[:3]), **same)

    assert [r.rank for r in results] == [1, 1, 1, 4, 5, 6]
    assert results[0].ranked.waits_for is None
    assert {len(r.ranked.equals) for r in results[:3]} == {2}


FEW = st.sampled_from([Decimal(value) for value in ("0", "1", "2.5")])
LINES = st.dictionaries(st.sampled_from("abcdefg"), st.tuples(*[FEW] * 5), min_size=1)


def of_lines(lines, members, **rules):
    points = {}
    for member, values in lines.items():
        points |= {(member, pk): value for pk, value in enumerate(values, start=1)}
    return standings(FIVE, members, points, rules=Rules(USUAL[:3], **rules))


@given(LINES, st.randoms())
def test_the_order_of_entry_never_matters(lines, random):
    members = sorted(lines)
    shuffled = random.sample(members, len(members))
    assert ranks(of_lines(lines, members)) == ranks(of_lines(lines, shuffled))


@given(LINES)
def test_who_is_equal_in_total_and_tie_breaks_shares_the_rank_and_nobody_else(lines):
    results = {r.member: r for r in of_lines(lines, sorted(lines))}
    keys = {m: (r.total, lines[m][0], lines[m][2], -lines[m][4]) for m, r in results.items()}
    for member, result in results.items():
        assert result.rank == 1 + sum(key > keys[member] for key in keys.values())
        assert set(result.ranked.equals) == {
            other for other in keys if other != member and keys[other] == keys[member]
        }


@given(LINES, st.sampled_from([0, 1, 2, 3]))
def test_more_points_never_lower_a_rank(lines, place):
    member = min(lines)
    before = ranks(of_lines(lines, sorted(lines)))[member]
    more = list(lines[member])
    more[place] += 1
    assert ranks(of_lines({**lines, member: more}, sorted(lines)))[member] <= before


@given(LINES, st.sets(st.sampled_from("abcdefg")))
def test_the_others_are_ranked_as_if_the_excluded_were_not_there(lines, barred):
    with_them = ranks(of_lines(lines, sorted(lines), barred=frozenset(barred)))
    without = ranks(of_lines(lines, sorted(lines.keys() - barred)))
    assert with_them == {**without, **dict.fromkeys(barred & lines.keys())}


def test_what_does_not_concern_a_member_is_left_out_and_the_rest_counted_up():
    """Ordinary points × maximum ÷ (maximum − left out), once, half up: 45 × 60 ÷ 48 = 56,25."""
    points = scored("x", {1: "38", 3: "7", 4: "4", 6: "2.5"})
    [result] = standings(SECTIONS, ["x"], points, left_out={("x", 2)})

    assert (result.missing, result.sum.ordinary, result.sum.left_out) == ((), 45, 12)
    assert result.sum.counted == Decimal("56.25")
    assert result.total == Decimal("56.25") + 4 - Decimal("2.5")
    assert [f.is_left_out for f in result.figures] == [False, False, False]


def test_the_rest_is_rounded_once_half_up():
    sections = (node("I", "10", node("a", "7", pk=1), node("b", "3", pk=2)),)
    [result] = standings(sections, ["x"], scored("x", {1: "5"}), left_out={("x", 2)})

    assert result.total == Decimal("7.14")


def test_a_member_whom_nothing_concerns_is_not_ranked():
    [result] = standings(SECTIONS, ["x"], {}, left_out={("x", 1), ("x", 2), ("x", 3)})

    assert (result.rank, result.missing) == (None, ("I.1", "a", "b"))
    assert result.figures[0].is_left_out


@pytest.mark.parametrize("points", [{1: "40", 3: "8"}, {1: "0", 3: "0"}])
def test_all_or_nothing_of_what_applies_is_all_or_nothing_of_the_total(points):
    [result] = standings(SECTIONS, ["x"], scored("x", points), left_out={("x", 2)})

    assert result.total == (60 if points[1] == "40" else 0)
