"""The score workbook: what is issued, and what is read from it. No database."""

import io
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from files.gate import accept
from files.kinds import WORKBOOK
from files.tests.make import upload
from scoring.tests.books import (
    ROWS,
    TOTAL_ROW,
    book,
    decomposed,
    edited,
    empty,
    filled,
    with_part,
)
from scoring.workbook.issue import issue
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


# --- issuing


def test_the_issued_workbook_passes_the_gate_and_reads_as_what_is_stored():
    content = issue(book(points=POINTS))

    accepted = accept(upload("bang-diem.xlsx", content), kinds=WORKBOOK)
    reading = read(accepted.content, book())
    assert (reading.wanted, reading.problems) == ({**empty(), **POINTS}, ())


def test_codes_are_text_and_names_never_formulas():
    sheet = opened(issue(book())).worksheets[0]

    assert [sheet.cell(row, 1).value for row in ROWS.values()] == list(ROWS)
    assert {sheet.cell(row, 1).data_type for row in ROWS.values()} == {"s"}
    assert (sheet["F6"].value, sheet["F6"].data_type) == ("=Tỉnh đoàn", "s")
    assert [sheet.cell(row, 3).value for row in (8, 9, 16)] == [60, 40, 9.5]


def test_totals_are_formulas_with_stored_values():
    content = issue(book(points=POINTS))
    formulas, values = (opened(content, data_only=only).worksheets[0] for only in (False, True))

    assert formulas["D8"].value == "=SUM(D9,D10)"
    assert formulas["D13"].value == "=MIN(SUM(D14,D15),5)"
    assert formulas[f"D{TOTAL_ROW}"].value == "=D8+D13-D16"
    assert [values[f"D{row}"].value for row in (8, 13, TOTAL_ROW)] == [38.25, 5, 43.25]
    assert values[f"E{TOTAL_ROW}"].value == -2.5


def test_only_cells_of_points_can_be_typed_in_and_each_is_checked():
    sheet = opened(issue(book())).worksheets[0]

    unlocked = {c.coordinate for row in sheet.iter_rows() for c in row if not c.protection.locked}
    assert unlocked == {
        f"{column}{ROWS[code]}"
        for column in "DEF"
        for code in ("I.1", "a", "b", "II.1", "II.2", "III")
    }
    assert (sheet.protection.sheet, sheet.protection.password) == (True, None)
    checks = {str(check.sqref): check for check in sheet.data_validations.dataValidation}
    assert set(checks) == {
        f"D{ROWS[code]}:F{ROWS[code]}" for code in ("I.1", "a", "b", "II.1", "II.2", "III")
    }
    check = checks["D16:F16"]
    assert (check.type, check.formula1, check.formula2) == ("decimal", "0", "9.5")
    assert "9,5" in check.error


def test_it_prints_on_wide_pages_with_the_heading_on_each():
    sheet = opened(issue(book())).worksheets[0]

    assert (sheet.page_setup.orientation, str(sheet.page_setup.paperSize)) == ("landscape", "9")
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$6:$6"
    assert sheet.freeze_panes == "D8"
    assert opened(issue(book())).worksheets[1].sheet_state == "veryHidden"


def test_a_sample_says_so_in_the_workbook():
    mine, sample = (opened(issue(book(is_sample=is_sample))) for is_sample in (False, True))

    assert "MINH HỌA" in sample.worksheets[0]["A5"].value
    assert "MINH HỌA" not in mine.worksheets[0]["A5"].value


def test_the_same_figures_give_a_workbook_without_members_too():
    assert read(issue(book(members=())), book(members=())).problems == ()


# --- reading what is right


@pytest.mark.parametrize(
    ("value", "points"),
    [
        (9.5, "9.5"),
        ("9,5", "9.5"),
        ("9.5", "9.5"),
        (" 9,50 ", "9.5"),
        (0, "0"),
        ("0", "0"),
        (0.1 + 0.2, "0.3"),
        (38.250000000001, "38.25"),
        (40, "40"),
        ("", None),
        ("  ", None),
    ],
)
def test_points_are_read_as_they_are_meant(value, points):
    reading = read(filled({"D9": value}), book())

    assert reading.problems == ()
    assert reading.wanted == {**empty(), (11, 1): points and Decimal(points)}


def test_a_formula_with_a_stored_value_is_read():
    content = with_part(
        issue(book(points={(11, 1): Decimal("38.25")})),
        SHEET,
        lambda xml: xml.replace(b"<v>38.25</v>", b"<f>SUM(30,8.25)</f><v>38.25</v>"),
    )
    reading = read(content, book())

    assert (reading.problems, reading.wanted[11, 1]) == ((), Decimal("38.25"))


def test_rows_and_columns_are_known_by_code_and_key_not_by_place():
    def shuffle(workbook):
        sheet = workbook.worksheets[0]
        sheet["D9"], sheet["D11"], sheet["E9"] = 1, 2, 3
        sheet.move_range("A9:F9", rows=20)
        for row in range(1, 40):
            cells = [sheet.cell(row, column).value for column in (4, 5)]
            sheet.cell(row, 5).value, sheet.cell(row, 4).value = cells

    reading = read(edited(issue(book()), shuffle), book())

    assert reading.problems == ()
    assert {k: v for k, v in reading.wanted.items() if v} == {(11, 1): 1, (11, 2): 2, (12, 1): 3}


def test_without_keys_names_are_matched_however_they_are_typed():
    def rewrite(workbook):
        sheet = workbook.worksheets[0]
        sheet.delete_rows(7)
        sheet["D6"], sheet["E6"] = decomposed("hội  NÔNG dân"), "ldld"
        sheet["D8"] = 1

    reading = read(edited(issue(book()), rewrite), book())

    assert reading.problems == ()
    assert reading.wanted == {**empty(), (11, 1): 1}


def test_a_decomposed_code_is_the_same_code():
    sections = (
        *book().sections,
        book().sections[2].__class__("Đ.ệ", "x", "bonus", Decimal(5), (), 9),
    )
    mine = book(sections=sections)
    content = edited(issue(mine), lambda w: w.worksheets[0].__setitem__("A17", decomposed("Đ.ệ")))

    assert read(content, mine).problems == ()
