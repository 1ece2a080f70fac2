"""Write the score workbook: Vietnamese throughout, as it goes round in the bloc."""

import io
import re

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell

from ..standing import figure, total
from ..tree import rows
from .layout import CODE, HEADER_ROW, IDENTITY, KEY_MARK, MAXIMUM, SHEET, TEXT, TOTAL
from .notes import write_rule

FIRST = HEADER_ROW + 2  # below the header and the hidden row of keys
MEMBER = 3  # the first column of points
REMARKS = (
    "Chỉ nhập vào các ô màu vàng. Ô để trống là chưa chấm, không phải 0 điểm. "
    "Điểm thưởng, điểm trừ để trống là không có.",
    "Điểm trừ nhập số dương, phần mềm tự trừ. Tối đa hai chữ số thập phân. Không đổi mã tiêu chí.",
)
RESERVED = {IDENTITY.lower(), "history"}  # Excel keeps the latter for itself
SAMPLE = "SỐ LIỆU MINH HỌA – bộ tiêu chí mẫu, khối chưa thông qua"


def issue(book):
    """Return the bytes of the workbook for a `Book`, with the scores that it holds."""
    return _issued([(SHEET, book)], book.identity)


def issue_many(books, identity):
    """Return the bytes of one workbook with a sheet for each `Book`.

    Each sheet says in itself for what it was issued; `identity` says it of the whole.
    """
    titles = sheet_titles(book.bloc for book in books)
    return _issued(zip(titles, books, strict=True), identity)


def _issued(sheets, identity):
    out = io.BytesIO()
    # Strings never become formulas, numbers or links: names are people's own.
    plain = {f"strings_to_{kind}": False for kind in ("formulas", "numbers", "urls")}
    with Workbook(out, {"in_memory": True, **plain}) as workbook:
        workbook.set_calc_mode("auto")
        for title, book in sheets:
            _Writer(workbook, book, title).write()
        write_hidden(workbook, identity)
    return out.getvalue()


def sheet_titles(names):
    """Return a title for each name: what Excel allows, 31 letters at most, none twice."""
    titles = []
    for name in names:
        plain = re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", name).strip(" '")[:31] or SHEET
        taken, title, number = {each.lower() for each in titles}, plain, 1
        while title.lower() in taken or title.lower() in RESERVED:
            number += 1
            title = f"{plain[: 31 - len(f' ({number})')]} ({number})"
        titles.append(title)
    return titles


def write_hidden(workbook, lines):
    """Add the hidden sheet that says for what a workbook was issued."""
    hidden = workbook.add_worksheet(IDENTITY)
    for row, (name, value) in enumerate(lines.items()):
        hidden.write_string(row, 0, name)
        hidden.write_string(row, 1, value)
    hidden.very_hidden()


class _Writer:
    """One workbook being written, row by row."""

    def __init__(self, workbook, book, title):
        self.book = book
        self.sheet = workbook.add_worksheet(title)
        self.lines = rows(book.sections)
        self.place = {line.node.code: FIRST + n for n, line in enumerate(self.lines)}
        base = {"font_name": "Times New Roman", "font_size": 11, "valign": "vcenter"}
        box = {**base, "border": 1, "text_wrap": True}
        number = {**box, "num_format": "#,##0.00", "text_wrap": False}
        formats = {
            "title": {**base, "bold": True, "font_size": 14},
            "plain": base,
            "warning": {**base, "bold": True, "font_color": "#9C0006"},
            "head": {**box, "bold": True, "align": "center", "bg_color": "#D9E2F3"},
            "code": {**box, "num_format": "@"},
            "text": box,
            "strong": {**box, "bold": True, "num_format": "@", "bg_color": "#F2F2F2"},
            "number": number,
            "sum": {**number, "bold": True, "bg_color": "#F2F2F2"},
            "score": {**number, "locked": False, "bg_color": "#FFF9E5"},
        }
        self.format = {name: workbook.add_format(each) for name, each in formats.items()}
        self.figures = [self._figures(member) for member in book.members]

    def write(self):
        self._write_head()
        for line in self.lines:
            self._write_line(line)
        self._write_total()
        self._set_up()

    def _write_head(self):
        sheet, book, form = self.sheet, self.book, self.format
        title = f"BẢNG CHẤM ĐIỂM THI ĐUA NĂM {book.year}"
        sheet.write_string(0, 0, title, form["title"])
        sheet.write_string(1, 0, book.bloc, form["plain"])
        for row, remark in enumerate(REMARKS, start=2):
            sheet.write_string(row, 0, remark, form["plain"])
        note = f"Phiên bản bộ tiêu chí: {book.version}"
        style = "warning" if book.is_sample else "plain"
        sheet.write_string(4, 0, f"{note}. {SAMPLE}" if book.is_sample else note, form[style])
        heads = [CODE, TEXT, MAXIMUM, *(member.name for member in book.members)]
        for column, head in enumerate(heads):
            sheet.write_string(HEADER_ROW, column, head, form["head"])
        sheet.write_string(HEADER_ROW + 1, 0, KEY_MARK, form["code"])
        sheet.write_string(HEADER_ROW + 1, 1, book.mark, form["code"])
        for column, member in enumerate(book.members, start=MEMBER):
            sheet.write_string(HEADER_ROW + 1, column, member.mark, form["code"])

    def _write_line(self, line):
        node, row, form = line.node, self.place[line.node.code], self.format
        leading = line.level == 1 or bool(node.children)
        self.sheet.write_string(row, 0, node.code, form["strong" if leading else "code"])
        self.sheet.write_string(row, 1, node.text, form["strong" if leading else "text"])
        self.sheet.write_number(row, 2, node.maximum, form["sum" if leading else "number"])
        for column, member in enumerate(self.book.members, start=MEMBER):
            if node.children:
                value = self.figures[column - MEMBER][node.code].points
                self.sheet.write_formula(row, column, self._sum(node, column), form["sum"], value)
            elif (points := self.book.points.get((member.key, node.pk))) is not None:
                self.sheet.write_number(row, column, points, form["score"])
            else:
                self.sheet.write_blank(row, column, None, form["score"])
        if not node.children:
            write_rule(self.sheet, row, 1, node)
        if not node.children and self.book.members:
            self._check(row, node)

    def _check(self, row, node):
        most = f"{node.maximum:f}".rstrip("0").rstrip(".").replace(".", ",")
        last = MEMBER + len(self.book.members) - 1
        options = {
            "validate": "decimal",
            "criteria": "between",
            "minimum": 0,
            "maximum": float(node.maximum),
            "ignore_blank": True,
            "error_title": "Điểm không hợp lệ",
            "error_message": f"Tiêu chí {node.code}: nhập số từ 0 đến {most}, ví dụ 9,5.",
        }
        self.sheet.data_validation(row, MEMBER, row, last, options)

    def _sum(self, node, column):
        cells = [xl_rowcol_to_cell(self.place[child.code], column) for child in node.children]
        added = f"SUM({','.join(cells)})"
        return f"={added}" if node.kind == "ordinary" else f"=MIN({added},{node.maximum:f})"

    def _write_total(self):
        row, form = FIRST + len(self.lines), self.format["sum"]
        self.sheet.write_string(row, 0, TOTAL, self.format["strong"])
        self.sheet.write_string(row, 1, "Tổng điểm (đã trừ điểm trừ)", self.format["strong"])
        self.sheet.write_blank(row, 2, None, form)
        for column in range(MEMBER, MEMBER + len(self.book.members)):
            signed = "".join(
                ("-" if s.kind == "penalty" else "+")
                + xl_rowcol_to_cell(self.place[s.code], column)
                for s in self.book.sections
            )
            found = self.figures[column - MEMBER]
            value = total([found[section.code] for section in self.book.sections]).points
            self.sheet.write_formula(row, column, f"={signed.lstrip('+') or 0}", form, value)

    def _figures(self, member):
        points = {pk: value for (key, pk), value in self.book.points.items() if key == member.key}
        found, left = {}, [figure(section, points) for section in self.book.sections]
        while left:
            each = left.pop()
            found[each.node.code] = each
            left += each.children
        return found

    def _set_up(self):
        sheet, last = self.sheet, FIRST + len(self.lines)
        sheet.set_column(0, 0, 8)
        sheet.set_column(1, 1, 52)
        sheet.set_column(2, 2, 9)
        sheet.set_column(MEMBER, MEMBER + max(len(self.book.members), 1) - 1, 14)
        sheet.set_row(HEADER_ROW + 1, None, None, {"hidden": True})
        sheet.freeze_panes(FIRST, MEMBER)
        allowed = {"format_columns": True, "format_rows": True, "format_cells": False}
        sheet.protect("", allowed)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(HEADER_ROW)
        sheet.print_area(0, 0, last, MEMBER + max(len(self.book.members), 1) - 1)
        sheet.set_footer("&C&P/&N")
