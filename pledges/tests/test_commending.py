"""Adding up commendations, and the share of people who work directly at the grass roots."""

from decimal import Decimal

import pytest

from pledges.commending import Count, Share, direct_share, total


def count(recipients, number, member=1, level="province", direction="given"):
    return Count(member, direction, level, recipients, number)


def test_where_nothing_is_recorded_the_total_is_unknown_and_not_nought():
    assert total([]) is None
    assert total([count("direct", 4)], level="state") is None
    assert total([count("direct", 0)]) == 0


def test_the_total_is_of_what_has_the_attributes():
    counts = [count("direct", 4), count("direct", 3, level="state"), count("collective", 9)]
    assert total(counts, recipients="direct") == 7
    assert total(counts, recipients="direct", level="state") == 3
    assert total(counts) == 16


def test_the_share_is_of_individuals_and_collectives_do_not_count():
    counts = [count("direct", 25), count("other_leader", 15), count("collective", 100)]
    assert direct_share(counts) == Share(25, 40)
    assert direct_share(counts).percent == Decimal("62.50")


@pytest.mark.parametrize(
    "counts",
    [
        [],
        [count("collective", 5)],
        [count("other_leader", 5)],
        [count("direct", 0)],
        [count("direct", 0), count("other_leader", 0)],
    ],
    ids=["nothing", "collectives alone", "direct empty", "nought alone", "noughts"],
)
def test_of_nothing_there_is_no_share(counts):
    assert direct_share(counts) is None


def test_a_recorded_nought_is_a_share_of_nought():
    assert direct_share([count("direct", 0), count("top_leader", 3)]) == Share(0, 3)


def test_a_member_that_left_the_direct_ones_empty_is_left_out():
    counts = [count("direct", 3), count("other_leader", 1), count("other_leader", 96, member=2)]
    assert direct_share(counts) == Share(3, 4)


@pytest.mark.parametrize(
    ("direct", "individuals", "percent"),
    [(1, 3, "33.33"), (2, 3, "66.67"), (1, 800, "0.13"), (7, 7, "100.00"), (1, 200_000, "0.00")],
)
def test_the_percentage_is_rounded_half_up_for_showing_only(direct, individuals, percent):
    share = Share(direct, individuals)
    assert share.percent == Decimal(percent)
    assert (share.direct, share.individuals) == (direct, individuals)
