"""Counting ballots: the sums, the order of votes and points, and ties at the quota."""

import random
from dataclasses import replace
from decimal import Decimal

import pytest

from awards.counting import Count, Line, Verdict, count_marks, outcome, problems
from awards.thresholds import Threshold, is_reached

NOMINEES = ("A", "B", "C")


def judged(agrees, *, eligible=6, threshold="half", quota=1, points=None):
    lines = [Line(name, agree, eligible - agree) for name, agree in agrees.items()]
    return outcome(lines, eligible=eligible, threshold=threshold, quota=quota, points=points)


def counted(**changes):
    lines = (Line("A", 3, 1, 1), Line("B", 2, 2, 1))
    return replace(Count(issued=6, returned=6, valid=5, invalid=1, lines=lines), **changes)


def test_marks_are_counted_line_by_line():
    count = count_marks([({"A"}, {"B"}), ({"A", "C"}, set()), (set(), set())], NOMINEES)
    assert count.lines == (Line("A", 2, 0, 1), Line("B", 0, 1, 2), Line("C", 1, 0, 2))
    assert (count.issued, count.returned, count.valid, count.invalid) == (3, 3, 3, 0)


def test_two_parts_of_a_ballot_add_up():
    online = count_marks([({"A"}, {"B"}), (set(), set())], ("A", "B"))
    whole = online + counted()
    assert whole.lines == (Line("A", 4, 1, 2), Line("B", 2, 3, 2))
    assert (whole.issued, whole.returned, whole.valid, whole.invalid) == (8, 8, 7, 1)


def test_a_count_that_fits_has_no_problem():
    assert problems(counted(), eligible=6, quota=1) == []


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"issued": 7}, "7 ballots were given out, but only 6 may vote on paper."),
        ({"issued": 5}, "6 ballots were taken in, but only 5 given out."),
        ({"invalid": 2}, "Valid and invalid ballots are 7 together, but 6 were taken in."),
        (
            {"lines": (Line("A", 3, 1, 0), Line("B", 2, 2, 1))},
            "The line of A adds up to 4, but 5 ballots are valid.",
        ),
        (
            {"lines": (Line("A", 5), Line("B", 5))},
            "10 marks agree, but 5 valid ballots allow 5 at most.",
        ),
    ],
)
def test_every_sum_that_does_not_fit_is_said(changes, sentence):
    assert problems(counted(**changes), eligible=6, quota=1) == [sentence]


def test_several_problems_are_said_at_once():
    assert len(problems(counted(issued=9, valid=4, lines=()), eligible=6, quota=1)) == 2


def test_enough_votes_of_all_who_may_vote_choose():
    found = judged({"A": 4, "B": 2})
    assert (found.needed, found.chosen, found.second_round) == (4, ("A",), ())
    assert found.verdicts == {"A": Verdict.CHOSEN, "B": Verdict.SHORT}
    assert judged({"A": 3, "B": 2}).chosen == ()  # half is not more than half


def test_more_than_the_quota_goes_by_votes():
    found = judged({"A": 4, "B": 6, "C": 5}, quota=2)
    assert found.verdicts == {
        "A": Verdict.OVER_QUOTA,
        "B": Verdict.CHOSEN,
        "C": Verdict.CHOSEN,
    }


def test_equal_votes_go_by_points():
    points = {"A": Decimal("948.50"), "B": Decimal("947.50")}
    assert judged({"A": 5, "B": 5}, points=points).chosen == ("A",)


def test_what_is_equal_at_the_edge_goes_into_a_second_round():
    found = judged({"A": 6, "B": 5, "C": 5}, quota=2)
    assert (found.chosen, found.second_round, found.left) == (("A",), ("B", "C"), 1)
    assert found.verdicts["B"] == found.verdicts["C"] == Verdict.TIED


def test_equals_that_all_fit_are_chosen():
    assert judged({"A": 5, "B": 5, "C": 4}, quota=2).chosen == ("A", "B")


def test_nobody_with_enough_votes_sends_the_first_two_into_a_second_round():
    found = judged({"A": 3, "B": 2, "C": 1})
    assert (found.chosen, found.second_round, found.left) == ((), ("A", "B"), 1)
    assert judged({"A": 3, "B": 2, "C": 2}).second_round == ("A", "B", "C")


def test_without_a_single_vote_nobody_goes_on():
    assert judged({"A": 0, "B": 0}).second_round == ()


def test_ten_thousand_random_ballots_keep_every_promise():
    dice = random.Random(4)
    for _time in range(10_000):
        eligible, quota = dice.randint(1, 14), dice.randint(1, 3)
        papers = []
        for _paper in range(dice.randint(0, eligible)):
            agreed = set(dice.sample(NOMINEES, dice.randint(0, min(quota, 3))))
            papers.append(
                (agreed, {n for n in NOMINEES if n not in agreed and dice.random() < 0.5})
            )
        threshold = dice.choice(list(Threshold))
        count = count_marks(papers, NOMINEES)
        assert problems(count, eligible=eligible, quota=quota) == []
        found = outcome(count.lines, eligible=eligible, threshold=threshold, quota=quota)
        agrees = {line.nominee: line.agree for line in count.lines}
        assert len(found.chosen) <= quota
        for nominee, verdict in found.verdicts.items():
            reached = is_reached(threshold, agrees[nominee], eligible)
            assert reached == (agrees[nominee] >= found.needed) == (verdict != Verdict.SHORT)
        rest = [agrees[n] for n in NOMINEES if n not in found.chosen and agrees[n] >= found.needed]
        assert all(agrees[n] >= most for n in found.chosen for most in rest)
        if found.second_round:
            assert len(found.chosen) + found.left == quota or not found.chosen
