"""The table of docs/field.md §4, and what holds for every size."""

from decimal import Decimal

import pytest

from awards.thresholds import SHARES, Threshold, is_reached, needed, percent

SIZES = (5, 6, 7, 8, 9, 10, 12, 14)
TABLE = {
    Threshold.HALF: (3, 4, 4, 5, 5, 6, 7, 8),
    Threshold.TWO_THIRDS: (4, 4, 5, 6, 6, 7, 8, 10),
    Threshold.EIGHTY: (4, 5, 6, 7, 8, 8, 10, 12),
    Threshold.NINETY: (5, 6, 7, 8, 9, 9, 11, 13),
}


def test_the_table_has_every_threshold():
    assert set(TABLE) == set(Threshold) == set(SHARES)


@pytest.mark.parametrize("threshold", TABLE)
def test_the_votes_needed_are_those_of_the_table(threshold):
    assert tuple(needed(threshold, size) for size in SIZES) == TABLE[threshold]


@pytest.mark.parametrize("threshold", list(Threshold))
def test_needed_is_the_smallest_number_that_reaches_it(threshold):
    for eligible in range(1, 500):
        need = needed(threshold, eligible)
        assert is_reached(threshold, need, eligible)
        assert not is_reached(threshold, need - 1, eligible)
        assert need <= eligible


def test_half_is_exceeded_and_the_others_are_reached():
    assert not is_reached("half", 3, 6)
    assert is_reached("two_thirds", 4, 6)
    assert is_reached("eighty", 8, 10)
    assert is_reached("ninety", 9, 10)


def test_of_nobody_nothing_is_reached():
    assert not any(is_reached(threshold, 0, 0) for threshold in Threshold)


def test_a_share_is_read_in_per_cent_of_all():
    assert percent(5, 6) == Decimal("83.33")
    assert percent(2, 3) == Decimal("66.67")
    assert percent(0, 0) == 0
