"""Whose turn it is: a suggestion that leaves nobody out."""

import pytest

from blocs.rotation import Turn, turns


@pytest.mark.parametrize(
    ("chaired", "expected"),
    [
        ([], [1, 2, 3]),  # nothing recorded: the protocol order
        ([(1, 2020)], [2, 3, 1]),
        ([(1, 2022), (2, 2020), (3, 2021)], [2, 3, 1]),
        ([(1, 2018), (1, 2023), (2, 2022), (3, 2019)], [3, 2, 1]),  # the last time counts
        ([(1, 2023), (1, 2018), (2, 2022), (3, 2019)], [3, 2, 1]),  # in whatever order it comes
        ([(3, 2020), (1, 2020)], [2, 1, 3]),  # equals as the protocol lists them
        ([(9, 1990)], [1, 2, 3]),  # whoever sits no longer is not asked
    ],
)
def test_longest_since_comes_first(chaired, expected):
    assert [turn.member for turn in turns([1, 2, 3], chaired)] == expected


def test_each_turn_names_the_last_year_or_none():
    assert turns(["a", "b"], [("a", 2019), ("a", 2021)]) == [Turn("b", None), Turn("a", 2021)]


def test_a_bloc_without_members_has_no_turns():
    assert turns([], [(1, 2020)]) == []


def test_what_it_was_given_is_left_as_it_was():
    members = [1, 2, 3]
    turns(members, [(1, 2020)])
    assert members == [1, 2, 3]
