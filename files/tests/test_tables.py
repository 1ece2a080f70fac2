"""A plain table as a workbook: numbers, days and texts, and nothing that Excel would run."""

import datetime as dt
import io
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from files.tables import SAMPLE, Cells, Table, write_table

COLUMNS = (
    ("Tên", Cells.TEXT),
    ("Năm", Cells.PLAIN),
    ("Điểm", Cells.NUMBER),
    ("Tỷ lệ", Cells.PERCENT),
    ("Tiền", Cells.MONEY),
    ("Ngày", Cells.DAY),
    ("Lúc", Cells.MOMENT),
)
ROW = (
    "Hội Nông dân", 2026, Decimal("38.25"), Decimal("0.5"), 1_000_000, dt.date(2026, 6, 5),
    dt.datetime(2026, 6, 5, 1, 30, tzinfo=dt.UTC),
)  # fmt: skip


def opened(*rows, **fields):
    table = Table("bang", fields.pop("title", "Bảng"), COLUMNS, rows, **fields)
    return load_workbook(io.BytesIO(write_table(table))).worksheets[0]


def test_values_come_back_as_what_they_are_in_the_form_of_their_column():
    sheet = opened(ROW)
    cells = sheet[4]
    assert [cell.value for cell in cells[:5]] == ["Hội Nông dân", 2026, 38.25, 0.5, 1_000_000]
    moments = [cell.value.isoformat() for cell in cells[5:]]
    assert moments == ["2026-06-05T00:00:00", "2026-06-05T08:30:00"]
    assert [cell.number_format for cell in cells][1:] == [
        "0", "#,##0.00", "0.0%", '#,##0" đ"', "dd/mm/yyyy", "dd/mm/yyyy hh:mm",
    ]  # fmt: skip
    assert [cell.data_type for cell in cells] == ["s", "n", "n", "n", "n", "d", "d"]


@pytest.mark.parametrize(
    "text", ["=1+1", "+84 24", "-5", "@SUM(A1)", "http://x", "mailto:a@b", "12"]
)
def test_what_looks_like_a_formula_a_link_or_a_number_stays_text(text):
    sheet = opened((text, *ROW[1:]), ("x", text, *ROW[2:]), title=text)
    for cell in (sheet["A4"], sheet["B5"], sheet["A1"]):
        assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_the_head_is_frozen_filtered_and_printed_on_every_page():
    sheet = opened(ROW, facts=("Khối số 1", "Năm 2026"), is_sample=True)
    assert [sheet.cell(row, 1).value for row in range(1, 7)] == [
        "Bảng", "Khối số 1", "Năm 2026", SAMPLE, None, "Tên",
    ]  # fmt: skip
    assert sheet.freeze_panes == "B7"
    assert sheet.auto_filter.ref == "A6:G7"
    assert sheet.print_title_rows == "$6:$6"


def test_nothing_is_an_empty_cell_and_an_empty_table_still_has_its_head():
    assert [cell.value for cell in opened((None, "", *[None] * 5))[4]] == [None] * 7
    assert opened()["A3"].value == "Tên"


def test_what_excel_cannot_take_is_put_into_words_or_cut():
    ancient = ("x" * 40_000, *ROW[1:5], dt.date(1858, 9, 1), None)
    sheet = opened(ancient, title="Khối [1]: đoàn thể, các cơ quan và đơn vị / tỉnh")
    assert (len(sheet["A4"].value), sheet["F4"].value) == (32_000, "01/09/1858")
    assert len(sheet.title) <= 31


def test_several_tables_are_sheets_whose_names_excel_bears():
    long = "Danh hiệu, hình thức khen thưởng và tiền thưởng"
    tables = [Table("bang", title, COLUMNS, (ROW,)) for title in (long, long.upper(), "a/b: [c]")]
    book = load_workbook(io.BytesIO(write_table(*tables)))
    assert book.sheetnames == [long[:31], f"{long.upper()[:27]} (2)", "a b   c"]
    assert [sheet["A4"].value for sheet in book] == [ROW[0]] * 3
