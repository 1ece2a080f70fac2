"""What is wrong in a foreign file, by its cell; and the copy of the file that shows it."""

import io

import pytest
from openpyxl import load_workbook

from scoring.foreign.grids import Unreadable, open_grids
from scoring.foreign.marking import marked
from scoring.tests.books import book as issued_book
from scoring.tests.foreign.corpus import changed
from scoring.tests.foreign.tables import HEAD, csv_of, lines, proposed, reading, xlsx
from scoring.workbook.heads import Problem
from scoring.workbook.issue import issue


def transposed(rows):
    return [[row[place] for row in rows] for place in range(len(rows[0]))]


@pytest.mark.parametrize(
    ("value", "part"),
    [
        (41, "more than the 40 points"),
        (-1, "is negative"),
        (9.125, "too many decimals"),
        ("khá", "is not a number"),
        ("=1+1", "no stored value"),
        (True, "no number"),
    ],
)
def test_a_wrong_cell_is_named(value, part):
    [problem] = reading(xlsx(changed(3, 4, value))).problems
    assert (problem.cell, part in problem.sentence) == ("D3", True)
    assert problem.sentence.startswith("I.1: ")


def test_a_percentage_is_no_number_of_points():
    def style(sheet):
        sheet["D3"].number_format = "0.00%"

    [problem] = reading(xlsx(changed(3, 4, 0.95), change=style)).problems
    assert (problem.cell, "percentage" in problem.sentence) == ("D3", True)


def test_a_cell_merged_over_members_is_nobodys():
    rows = changed(3, 5, "")
    problems = reading(xlsx(rows, change=lambda s: s.merge_cells("D3:E3"))).problems
    assert [problem.cell for problem in problems] == ["D3", "E3"]
    assert "merged over several members" in problems[0].sentence


def test_of_a_turned_sheet_the_files_own_cell_is_named():
    [problem] = reading(xlsx(transposed(changed(3, 4, 41)))).problems
    assert problem.cell == "C4"


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (xlsx([]), "no cells"),
        (xlsx([["®¬n vÞ", "Héi N«ng d©n", "§iÓm ®¹t"]] * 9), "old Vietnamese font"),
        ("a".encode("utf-16"), "UTF-8"),
        (b"PK\x03\x04" + bytes(50), "not a workbook"),
        (xlsx([[1]] * 700), "far more rows"),
        (csv_of([["x"]] * 700), "more than 600 rows"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(content, part):
    with pytest.raises(Unreadable, match=part):
        open_grids(content)


def test_a_table_of_something_else_is_no_proposal():
    assert proposed(xlsx([["Họ tên", "Ngày sinh"], ["An", "1/1"]]))[1] is None


# --- the marked copy


def marks(content):
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    return {
        cell.coordinate: (cell.comment.text, cell.fill.start_color.rgb[2:])
        for row in sheet.iter_rows()
        for cell in row
        if getattr(cell, "comment", None)
    }


def test_the_copy_is_the_file_itself_with_the_cells_coloured_and_commented():
    content = xlsx(changed(3, 4, 41, [HEAD, *lines()]), change=lambda s: s.merge_cells("A10:B10"))
    problems = [Problem("D3", "I.1: 41"), Problem("D3", "zwei"), Problem("", "whole"),
                Problem("B10", "merged")]  # fmt: skip
    copy = marked(content, open_grids(content), "Sheet1", problems)

    assert marks(copy) == {
        "A1": ("whole", "FFC7CE"),
        "D3": ("I.1: 41\nzwei", "FFC7CE"),
        "A10": ("merged", "FFC7CE"),
    }
    page = load_workbook(io.BytesIO(copy)).active
    assert (page["D3"].value, str(page.merged_cells)) == (41, "A10:B10")


def test_what_is_only_asked_is_yellow():
    content = xlsx([HEAD, *lines()])
    copy = marked(content, open_grids(content), "Sheet1", [Problem("D1", "?")], wrong=False)
    assert marks(copy)["D1"] == ("?", "FFEB9C")


def test_no_text_becomes_a_formula_in_the_copy():
    rows = [HEAD, *lines(), ["=1+1", '=HYPERLINK("x")', "", "@SUM(1)"]]
    content = csv_of(rows)
    copy = load_workbook(
        io.BytesIO(marked(content, open_grids(content), "CSV", [Problem("D3", "=1+1")]))
    ).active
    found = [copy.cell(10, column) for column in (1, 2, 4)]
    assert [(cell.value[0], cell.data_type) for cell in found] == [
        ("=", "s"),
        ("=", "s"),
        ("@", "s"),
    ]
    assert copy["D3"].comment.text == "=1+1"

    issued = issue(issued_book())
    page = load_workbook(io.BytesIO(marked(issued, (), "Chấm điểm", []))).worksheets[0]
    assert (page["F6"].value, page["F6"].data_type) == ("=Tỉnh đoàn", "s")


def test_a_sheet_merged_all_over_is_copied_by_its_values():
    content = xlsx([HEAD, *lines()], change=lambda s: s.merge_cells("H20:CZ9000"))
    copy = marked(content, open_grids(content), "Sheet1", [Problem("D3", "x")])
    assert marks(copy) == {"D3": ("x", "FFC7CE")}
