"""The list of award money of a decision for the accountant, as a workbook to calculate with.

Vietnamese throughout: it goes out of the program as a paper does. Real numbers, with their formats.
"""

import io
from dataclasses import dataclass
from decimal import Decimal

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell

from vietnamese.number_words import in_words

HEADS = (
    "STT", "Đơn vị, cá nhân được khen", "Hình thức khen thưởng", "Hệ số", "Lương cơ sở (đồng)",
    "Số tiền (đồng)", "Ghi chú",
)  # fmt: skip
WIDTHS = (6, 46, 40, 9, 20, 20, 34)
HEADER_ROW = 5
SAMPLE = "SỐ LIỆU MINH HỌA"
MONEY, MULTIPLE = 5, 3


@dataclass(frozen=True)
class MoneyLine:
    """One recipient: multiple and base salary where known, the amount that was decided."""

    recipient: str
    award: str
    multiple: Decimal | None
    salary: int | None
    amount: int | None
    note: str = ""


@dataclass(frozen=True)
class MoneyList:
    """What stands on the list; only lines that count are in `lines`."""

    province: str
    decision: str
    subject: str
    lines: tuple
    is_sample: bool = False

    @property
    def total(self):
        return sum(line.amount or 0 for line in self.lines)

    @property
    def words(self):
        words = in_words(self.total)
        return f"{words[0].upper()}{words[1:]} đồng."


def write_money_list(table):
    """Return the bytes of the workbook of a MoneyList."""
    out = io.BytesIO()
    # Strings never become formulas, numbers or links: names are people's own.
    plain = {f"strings_to_{kind}": False for kind in ("formulas", "numbers", "urls")}
    with Workbook(out, {"in_memory": True, **plain}) as workbook:
        sheet, form = workbook.add_worksheet("Tiền thưởng"), _formats(workbook)
        _head(sheet, table, form)
        for number, line in enumerate(table.lines, start=1):
            _line(sheet, HEADER_ROW + number, number, line, form)
        _foot(sheet, table, form)
    return out.getvalue()


def _formats(workbook):
    base = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter"}
    box = {**base, "border": 1, "text_wrap": True}
    money = {**box, "num_format": "#,##0", "text_wrap": False}
    formats = {
        "title": {**base, "bold": True, "font_size": 14},
        "plain": base,
        "warning": {**base, "bold": True, "font_color": "#9C0006"},
        "head": {**box, "bold": True, "align": "center", "bg_color": "#D9E2F3"},
        "text": box,
        "number": {**box, "align": "center", "num_format": "0"},
        "multiple": {**box, "num_format": "#,##0.0#", "text_wrap": False},
        "money": money,
        "strong": {**box, "bold": True, "bg_color": "#F2F2F2"},
        "sum": {**money, "bold": True, "bg_color": "#F2F2F2"},
        "words": {**base, "italic": True},
    }
    return {name: workbook.add_format(each) for name, each in formats.items()}


def _head(sheet, table, form):
    sheet.write_string(0, 0, "DANH SÁCH TIỀN THƯỞNG", form["title"])
    sheet.write_string(1, 0, table.province, form["plain"])
    sheet.write_string(2, 0, table.decision, form["plain"])
    sheet.write_string(3, 0, table.subject, form["plain"])
    if table.is_sample:
        sheet.write_string(4, 0, SAMPLE, form["warning"])
    for column, (head, width) in enumerate(zip(HEADS, WIDTHS, strict=True)):
        sheet.write_string(HEADER_ROW, column, head, form["head"])
        sheet.set_column(column, column, width)
    sheet.freeze_panes(HEADER_ROW + 1, 2)
    sheet.repeat_rows(HEADER_ROW)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _line(sheet, row, number, line, form):
    sheet.write_number(row, 0, number, form["number"])
    sheet.write_string(row, 1, line.recipient, form["text"])
    sheet.write_string(row, 2, line.award, form["text"])
    _number(sheet, row, MULTIPLE, line.multiple, form["multiple"])
    _number(sheet, row, 4, line.salary, form["money"])
    _number(sheet, row, MONEY, line.amount, form["money"])
    sheet.write_string(row, 6, line.note, form["text"])


def _foot(sheet, table, form):
    row = HEADER_ROW + 1 + len(table.lines)
    first = xl_rowcol_to_cell(HEADER_ROW + 1, MONEY)
    last = xl_rowcol_to_cell(row - 1, MONEY)
    for column in range(len(HEADS)):
        sheet.write_blank(row, column, None, form["strong"])
    sheet.write_string(row, 1, "Tổng cộng", form["strong"])
    if table.lines:
        sheet.write_formula(row, MONEY, f"=SUM({first}:{last})", form["sum"], table.total)
    sheet.write_string(row + 1, 0, f"Bằng chữ: {table.words}", form["words"])


def _number(sheet, row, column, value, form):
    """A number, or an empty cell: what is not known is not zero."""
    if value is None:
        sheet.write_blank(row, column, None, form)
    else:
        sheet.write_number(row, column, value, form)
