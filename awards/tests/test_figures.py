"""Money, quotas and chains: every figure of the field, and what always holds."""

from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awards.chains import chain
from awards.money import amount
from awards.quotas import Line, Quota, most_nominees, put_forward

OLD, NEW = 2_340_000, 2_530_000  # in force from 1/7/2024 and 1/7/2026, docs/field.md §1.8


@pytest.mark.parametrize(
    ("multiple", "old", "new"),
    [
        ("12.0", 28_080_000, 30_360_000),
        ("8.0", 18_720_000, 20_240_000),
        ("1.5", 3_510_000, 3_800_000),
        ("0.8", 1_880_000, 2_030_000),
        ("4.5", 10_530_000, 11_390_000),
        ("3.0", 7_020_000, 7_590_000),
        ("1.0", 2_340_000, 2_530_000),
        ("0.3", 710_000, 760_000),
    ],
)
def test_money_is_rounded_up_to_ten_thousand(multiple, old, new):
    assert (amount(D(multiple), OLD), amount(D(multiple), NEW)) == (old, new)


@pytest.mark.parametrize(
    ("leaders", "most"), [(5, 1), (10, 2), (16, 3), (18, 3), (25, 5), (30, 6), (54, 10), (57, 11)]
)
def test_a_fifth_of_the_leaders_rounded_down(leaders, most):
    assert most_nominees(leaders) == most


def ranked(*ranks):
    return [(f"m{place}", rank) for place, rank in enumerate(ranks, start=1)]


def test_six_members_as_in_bac_ninh_one_nominee_two_flags_three_certificates():
    lines = put_forward(ranked(1, 2, 3, 4, 5, 6), Quota(1, 2, 3))
    assert [line.members for line in lines] == [("m1",), ("m2", "m3"), ("m4", "m5", "m6")]


def test_a_nominee_within_the_flags_takes_one_of_them():
    lines = put_forward(ranked(1, 2, 3, 4), Quota(1, 2, 1, nominee_within=True))
    assert [line.members for line in lines] == [("m1",), ("m2",), ("m3",)]


def test_who_is_not_ranked_is_put_forward_for_nothing():
    lines = put_forward(ranked(1, None, 3), Quota(1, 1, 1))
    assert [line.members for line in lines] == [("m1",), ("m3",), ()]


def test_a_tie_that_crosses_the_line_is_for_a_vote():
    nominee, flags, certificates = put_forward(ranked(1, 2, 2, 4), Quota(1, 1, 1))
    assert nominee == Line("nominee", ("m1",))
    assert flags == Line("flag", (), ("m2", "m3"), 1)
    assert certificates == Line("certificate", (), ("m2", "m3", "m4"), 1)


def test_a_tie_within_the_line_needs_none():
    _nominee, flags, certificates = put_forward(ranked(1, 2, 2, 4), Quota(1, 2, 1))
    assert (flags.members, flags.undecided) == (("m2", "m3"), ())
    assert certificates.members == ("m4",)


@given(st.lists(st.integers(1, 6) | st.none(), max_size=12), *(st.integers(0, 4),) * 3)
def test_nobody_is_put_forward_twice_or_beyond_the_quota(ranks, nominees, flags, certificates):
    order = sorted(ranks, key=lambda rank: (rank is None, rank))
    quota = Quota(nominees, flags, certificates)
    lines = put_forward(ranked(*order), quota)
    sure = [member for line in lines for member in line.members]
    assert len(sure) == len(set(sure))
    for line, places in zip(lines, (nominees, flags, certificates), strict=True):
        assert len(line.members) + line.open_places <= places
        assert not set(line.members) & set(line.undecided)
        assert line.open_places <= len(line.undecided)


@pytest.mark.parametrize(
    ("years", "until", "length"),
    [
        ({2023, 2024, 2025}, 2025, 3),
        ({2022, 2024, 2025}, 2025, 2),
        ({2024}, 2025, 0),
        ((), 2025, 0),
    ],
)
def test_a_gap_begins_a_chain_anew(years, until, length):
    assert chain(years, until=until) == length
