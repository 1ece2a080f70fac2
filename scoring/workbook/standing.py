"""The standing as a workbook to read and calculate with: real numbers, no cell to fill in.

It does not come back: the score workbook is the one that goes round and is uploaded.
"""

import io

from xlsxwriter import Workbook

from ..kinds import CriterionKind

HEADS = ("Hạng", "Đơn vị", "Tổng điểm", "Xếp loại", "Ghi chú")


def write_standing(table, *, created=None):
    """Return the bytes of the workbook of a `StandingTable`.

    With `created`, the moment that the file names, the same table makes the same bytes.
    """
    out = io.BytesIO()
    # Strings never become formulas, numbers or links: names are people's own.
    plain = {f"strings_to_{kind}": False for kind in ("formulas", "numbers", "urls")}
    with Workbook(out, {"in_memory": True, **plain}) as workbook:
        if created:
            workbook.set_properties({"created": created})
        form = _formats(workbook)
        _ranking(workbook.add_worksheet("Xếp hạng"), table, form)
        _scores(workbook.add_worksheet("Điểm"), table, form)
        _shares(workbook.add_worksheet("Tỷ lệ"), table, form)
    return out.getvalue()


def _formats(workbook):
    base = {"font_name": "Times New Roman", "font_size": 11, "valign": "vcenter"}
    box = {**base, "border": 1, "text_wrap": True}
    formats = {
        "title": {**base, "bold": True, "font_size": 14},
        "warning": {**base, "bold": True, "font_color": "#9C0006"},
        "head": {**box, "bold": True, "align": "center", "bg_color": "#D9E2F3"},
        "text": box,
        "rank": {**box, "align": "center", "num_format": "0"},
        "points": {**box, "num_format": "#,##0.00", "text_wrap": False},
        "share": {**box, "num_format": "0.0%", "text_wrap": False},
    }
    return {name: workbook.add_format(each) for name, each in formats.items()}


def _begin(sheet, table, form, heads):
    sheet.write_string(0, 0, table.title, form["title"])
    if table.warning:
        sheet.write_string(1, 0, table.warning, form["warning"])
    for column, head in enumerate(heads):
        sheet.write_string(3, column, head, form["head"])
    sheet.freeze_panes(4, 2)
    sheet.set_column(0, 0, 10)
    sheet.set_column(1, 1, 44)
    sheet.set_column(2, len(heads), 14)
    sheet.repeat_rows(3)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _ranking(sheet, table, form):
    sections = [line.node.code for line in table.lines if line.level == 1]
    _begin(sheet, table, form, [*HEADS[:2], *sections, *HEADS[2:]])
    for row, member in enumerate(table.members, start=4):
        _number(sheet, row, 0, member.rank, form["rank"])
        sheet.write_string(row, 1, member.name, form["text"])
        for column, code in enumerate(sections, start=2):
            _number(sheet, row, column, member.points.get(code), form["points"])
        column = 2 + len(sections)
        _number(sheet, row, column, member.total, form["points"])
        sheet.write_string(row, column + 1, member.grade, form["text"])
        sheet.write_string(row, column + 2, member.remark, form["text"])


def _scores(sheet, table, form):
    names = [member.name for member in table.in_protocol_order]
    _begin(sheet, table, form, ["Mã", "Nội dung", "Điểm tối đa", *names])
    for row, line in enumerate(table.lines, start=4):
        _criterion(sheet, row, line, form)
        for column, member in enumerate(table.in_protocol_order, start=3):
            _number(sheet, row, column, member.points.get(line.node.code), form["points"])


def _shares(sheet, table, form):
    names = [member.name for member in table.in_protocol_order]
    _begin(sheet, table, form, ["Mã", "Nội dung", "Điểm tối đa", *names])
    lines = [line for line in table.lines if line.node.kind != CriterionKind.PENALTY]
    for row, line in enumerate(lines, start=4):
        _criterion(sheet, row, line, form)
        for column, member in enumerate(table.in_protocol_order, start=3):
            points = member.points.get(line.node.code)
            share = None if points is None else points / line.node.maximum
            _number(sheet, row, column, share, form["share"])


def _criterion(sheet, row, line, form):
    sheet.write_string(row, 0, line.node.code, form["text"])
    sheet.write_string(row, 1, line.node.text, form["text"])
    sheet.write_number(row, 2, line.node.maximum, form["points"])


def _number(sheet, row, column, value, form):
    """A number, or an empty cell: what was not scored is not zero."""
    if value is None:
        sheet.write_blank(row, column, None, form)
    else:
        sheet.write_number(row, column, value, form)
