"""Who came before whom, from plain identifiers."""

import pytest

from blocs.succession import with_predecessors


@pytest.mark.parametrize(
    ("start", "successions", "expected"),
    [
        ([], [(1, 2)], set()),
        ([2], [], {2}),
        ([2], [(1, 2)], {1, 2}),
        ([1], [(1, 2)], {1}),  # never forward
        ([4], [(1, 2), (2, 3), (3, 4)], {1, 2, 3, 4}),
        ([4], [(3, 4), (2, 3), (1, 2)], {1, 2, 3, 4}),  # in whatever order the rows come
        ([3], [(1, 3), (2, 3)], {1, 2, 3}),  # a merger
        ([2], [(1, 2), (1, 3)], {1, 2}),  # a split: not the sister
        ([2, 3], [(1, 2), (1, 3), (8, 9)], {1, 2, 3}),
        ([1], [(1, None)], {1}),  # a dissolution
        ([1], [(1, 2), (2, 1)], {1, 2}),  # a circle
        ([1], [(1, 1)], {1}),
    ],
)
def test_what_led_to_it_is_found_and_nothing_else(start, successions, expected):
    assert with_predecessors(start, successions) == expected
