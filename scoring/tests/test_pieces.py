"""A province's workbook: a sheet for each bloc, each cut out again as a workbook of its own."""

import io
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from scoring.bundles import contents_of, piece_of
from scoring.tests.books import book, edited, empty, with_part
from scoring.tests.province_scene import accepted
from scoring.workbook.cells import UnreadableWorkbook
from scoring.workbook.issue import issue, issue_many, sheet_titles
from scoring.workbook.pieces import cut, pieces_of
from scoring.workbook.read import read

FIRST, SECOND = book(slug="khoi-1"), book(slug="khoi-2", bloc="Cụm số 2: tháng 1/6")
IDENTITY = {"program": "emulation-scores/1", "province": "7", "year": "2026"}


@pytest.fixture(scope="module")
def content():
    points = {(11, 1): Decimal("38.25")}
    books = [FIRST, book(slug="khoi-2", bloc=SECOND.bloc, points=points)]
    return issue_many(books, IDENTITY)


def test_titles_are_what_excel_allows_and_none_is_twice():
    long = "Khối thi đua các cơ quan Đảng, đoàn thể cấp tỉnh số"
    assert sheet_titles(["a/b", "A b", "_khoi", "'x'", "", f"{long} 1", f"{long} 2"]) == [
        "a b", "A b (2)", "_khoi (2)", "x", "Chấm điểm", long[:31], f"{long[:27]} (2)",
    ]  # fmt: skip


def test_each_sheet_says_for_what_it_was_issued(content):
    pieces = pieces_of(content)
    assert [piece.identity for piece in pieces] == [FIRST.identity, SECOND.identity]
    assert [piece.title for piece in pieces] == ["Khối thi đua số 1", "Cụm số 2  tháng 1 6"]
    assert pieces_of(issue(FIRST))[0].title == ""


def test_a_piece_is_read_like_the_workbook_of_its_bloc(content):
    first, second = (cut(content, piece.title) for piece in pieces_of(content))
    assert read(first, FIRST).wanted == empty()
    assert read(second, SECOND).wanted == empty() | {(11, 1): Decimal("38.25")}
    assert [p.sentence for p in read(first, SECOND).problems] == [
        "The workbook was issued for another bloc."
    ]
    sheet = load_workbook(io.BytesIO(first)).worksheets[0]
    assert sheet.row_dimensions[7].hidden
    assert "khoi-2" not in str(list(sheet.values))


def test_a_moved_and_renamed_sheet_keeps_its_identity(content):
    def change(workbook):
        workbook.move_sheet(workbook.worksheets[1], -1)
        workbook.worksheets[0].title = "Nháp"
        workbook.worksheets[0].insert_rows(1, 2)
        workbook.create_sheet("Ghi chú")["A1"] = "Họp ngày 5"
        del workbook["_khoi"]

    used, unused = contents_of(accepted(edited(content, change)))
    assert (used[0].title, used[0].identity["bloc"]) == ("Nháp", "khoi-2")
    assert [name for name, _why in unused] == ["Ghi chú"]


@pytest.mark.parametrize(
    "value",
    ["38,25", "=1+1", 0.5, "x", "=D10", True],
    ids=["text", "formula", "number", "no", "sum", "bool"],
)
def test_whatever_stands_in_a_cell_is_read_the_same_from_the_piece(content, value):
    def fill(workbook):
        for sheet in workbook.worksheets[:2]:
            sheet["E9"], sheet["F11"] = value, 0.25
            sheet["F11"].number_format = "0%"

    changed = edited(content, fill)
    title = pieces_of(changed)[0].title
    alone = edited(issue(FIRST), fill_one(value))
    assert read(cut(changed, title), FIRST) == read(alone, FIRST)


def fill_one(value):
    def fill(workbook):
        sheet = workbook.worksheets[0]
        sheet["E9"], sheet["F11"] = value, 0.25
        sheet["F11"].number_format = "0%"

    return fill


def test_names_that_begin_like_formulas_stay_texts_in_a_piece(content):
    values = list(
        load_workbook(io.BytesIO(cut(content, pieces_of(content)[0].title))).worksheets[0].values
    )
    assert "=Tỉnh đoàn" in values[5]
    cell = load_workbook(io.BytesIO(cut(content, pieces_of(content)[0].title))).worksheets[0]["F6"]
    assert (cell.value, cell.data_type) == ("=Tỉnh đoàn", "s")


def test_the_workbook_of_a_province_is_sent_to_its_page(content):
    [problem] = read(content, FIRST).problems
    assert "province's page" in problem.sentence


def test_bytes_that_no_excel_wrote_are_refused():
    for wrong in (b"PK\x03\x04", with_part(issue(FIRST), "xl/workbook.xml", lambda _data: b"<x>")):
        with pytest.raises(UnreadableWorkbook):
            pieces_of(wrong)


def test_the_piece_of_a_workbook_that_was_issued_for_one_bloc_is_the_file_itself():
    file = accepted(issue(FIRST), "khối 1.xlsx")
    [piece], unused = contents_of(file)
    assert piece_of(file.name, file.kind, file.content, piece.title) == file
    assert unused == []
