"""Trees and codes: rows become values in their order."""

from decimal import Decimal
from types import SimpleNamespace

import pytest

from scoring.arithmetic import JUDGED
from scoring.codes import next_code, roman
from scoring.tests.make import node
from scoring.tree import Row, below, grow, rows


def stored(pk, parent_id, position, code):
    return SimpleNamespace(
        pk=pk,
        parent_id=parent_id,
        position=position,
        code=code,
        text=f"Tiêu chí {code}",
        kind="ordinary",
        maximum=Decimal(10),
        rule=JUDGED,
        examples=(),
    )


STORED = [
    stored(7, 3, 1, "II.1"),
    stored(3, None, 2, "II"),
    stored(1, None, 1, "I"),
    stored(4, 1, 2, "I.2"),
    stored(9, 4, 1, "I.2.a"),
    stored(5, 1, 1, "I.10"),
]
LEAF = node("I.2.a", 10, pk=9)
FIRST = node("I", 10, node("I.10", 10, pk=5), node("I.2", 10, LEAF, pk=4), pk=1)
SECOND = node("II", 10, node("II.1", 10, pk=7), pk=3)


def test_a_tree_grows_from_rows_in_any_order_by_position_not_by_code():
    assert grow(STORED) == (FIRST, SECOND)
    assert grow([]) == ()


def test_what_stands_below_a_criterion_is_found_with_all_below_it():
    assert below(STORED, 1) == FIRST.children
    assert below(STORED, 9) == ()


def test_rows_follow_the_tree_and_know_the_places_next_to_them():
    tenth, second = FIRST.children

    assert rows((FIRST, SECOND)) == [
        Row(FIRST, 1, 0, 2),
        Row(tenth, 2, 0, 2),
        Row(second, 2, 1, 0),
        Row(LEAF, 3, 0, 0),
        Row(SECOND, 1, 1, 0),
        Row(SECOND.children[0], 2, 0, 0),
    ]


def test_a_node_sums_what_stands_directly_below_it():
    assert node("I", 60, node("I.1", "40.25"), node("I.2", 20, node("a", 12))).sum == Decimal(
        "60.25"
    )
    assert node("I", 60).sum == 0


@pytest.mark.parametrize(
    ("number", "written"),
    [(1, "I"), (3, "III"), (4, "IV"), (9, "IX"), (14, "XIV"), (19, "XIX"), (38, "XXXVIII")],
)
def test_sections_are_numbered_in_roman_numerals(number, written):
    assert roman(number) == written


@pytest.mark.parametrize(
    ("taken", "parent", "code"),
    [
        (set(), "", "I"),
        ({"I", "III"}, "", "II"),
        ({"I", "I.1", "I.2"}, "I", "I.3"),
        ({"II", "I.1"}, "II", "II.1"),
    ],
)
def test_the_first_free_code_is_proposed(taken, parent, code):
    assert next_code(taken, parent) == code
