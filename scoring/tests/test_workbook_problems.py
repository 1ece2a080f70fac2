"""What is wrong with a filled-in score workbook, each with its cell. No database."""

import datetime as dt
import io
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from scoring.tests.books import (
    MEMBERS,
    book,
    edited,
    filled,
    with_part,
)
from scoring.workbook.issue import issue
from scoring.workbook.layout import Member
from scoring.workbook.read import read

SHEET = "xl/worksheets/sheet1.xml"
POINTS = {
    (11, 1): Decimal("38.25"),
    (11, 4): Decimal(4),
    (11, 5): Decimal(3),
    (12, 6): Decimal("2.5"),
}


def opened(content, **options):
    return load_workbook(io.BytesIO(content), **options)


def said(reading):
    return [(problem.cell, problem.sentence) for problem in reading.problems]


@pytest.mark.parametrize(
    ("value", "part"),
    [
        (40.01, "is more than the 40 points"),
        (-1, "is negative"),
        ("-1", "is negative"),
        (9.125, "too many decimals"),
        ("9,125", "two ways"),
        ("9,1250", "too many decimals"),
        ("mười", "is not a number"),
        ("1.234", "two ways"),
        (True, "no number"),
        ("=D10+1", "no stored value"),
        ("x" * 3000, "too long"),
        (1e300, "not a number of points"),
    ],
)
def test_a_wrong_cell_is_named_with_what_to_do(value, part):
    [(cell, sentence)] = said(read(filled({"D9": value}), book()))

    assert cell == "D9"
    assert sentence.startswith("I.1: ")
    assert part in sentence


@pytest.mark.parametrize(
    ("inside", "part"),
    [
        (b"<f>1/0</f><v>#DIV/0!</v>", "#DIV/0!"),
        (b"<f>D10</f>", "no stored value"),
        (b"<f>D10</f><v></v>", "no stored value"),
    ],
)
def test_formulas_that_give_no_number_are_named(inside, part):
    kind = b' t="e"' if b"DIV" in inside else b""
    content = with_part(issue(book()), SHEET, lambda xml: _valued(xml, b"D9", kind, inside))

    [(cell, sentence)] = said(read(content, book()))
    assert (cell, part in sentence) == ("D9", True)


def test_a_date_is_no_number():
    [(cell, sentence)] = said(read(filled({"D9": dt.date(2026, 5, 9)}), book()))
    assert (cell, "no number" in sentence) == ("D9", True)


def _valued(xml, address, kind, inside):
    """Give an empty cell a content."""
    start = xml.index(b'r="' + address + b'"')
    end = xml.index(b"/>", start)
    return xml[:end] + kind + b">" + inside + b"</c>" + xml[end + 2 :]


def test_all_problems_are_listed_at_once_in_order():
    cells = {"D9": -1, "E9": 41, "A11": "zz", "A12": "I.1", "D14": "x"}
    found = said(read(filled(cells), book()))

    assert [cell for cell, _sentence in found] == ["D9", "E9", "A11", "A12", "D14", "", ""]
    assert "zz" in found[2][1]
    assert "row 9" in found[3][1]
    assert ["criterion a " in found[5][1], "criterion b " in found[6][1]] == [True, True]


@pytest.mark.parametrize(
    ("mine", "part"),
    [
        ({"slug": "khoi-so-2"}, "another bloc"),
        ({"year": 2027}, "issued for 2026, not for 2027"),
        ({"version": "ffffffff"}, "criteria have changed"),
        ({"stage": "other"}, "another stage"),
    ],
)
def test_a_workbook_of_something_else_is_refused(mine, part):
    [(cell, sentence)] = said(read(filled({"D9": 1}), book(**mine)))

    assert (cell, part in sentence) == ("", True)


def test_a_workbook_that_was_not_issued_here_is_refused():
    def forget(workbook):
        del workbook["_khoi"]

    [(_cell, sentence)] = said(read(edited(issue(book()), forget), book()))
    assert "not a score workbook of this site" in sentence


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"A6": "x"}, [("", "heading")]),
        ({"D7": None, "D6": "Hội X"}, [("D6", "no member"), ("", "Hội Nông dân")]),
        ({"E7": "don-vi:11"}, [("E6", "two columns"), ("", "Liên đoàn")]),
        ({"G6": "Ghi chú"}, [("G6", "no member")]),
        ({"G9": "xem lại"}, [("G9", "no heading")]),
        ({"D25": 5}, [("A25", "no code")]),
    ],
)
def test_headings_and_columns_are_checked(cells, expected):
    found = said(read(filled(cells), book()))

    assert [cell for cell, _sentence in found] == [cell for cell, _part in expected]
    assert all(part in sentence for (_, sentence), (_, part) in zip(found, expected, strict=True))


def test_a_member_that_the_workbook_does_not_know_is_missing():
    mine = book(members=(*MEMBERS, Member(14, "Hội mới")))
    [(_cell, sentence)] = said(read(filled({}), mine))
    assert "Hội mới" in sentence


@pytest.mark.parametrize("address", ["A601", "EA9"])
def test_too_many_rows_or_columns_are_refused(address):
    [(_cell, sentence)] = said(read(filled({address: "x"}), book()))
    assert "more than 600 rows or 130 columns" in sentence
