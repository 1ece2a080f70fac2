"""Looks of the workbook of a stage: formats, widths, what each cell takes, how it prints."""

from vietnamese.numbers import write_decimal

from ..kinds import Method
from .layout import HEADER_ROW
from .stage_layout import CHECK, POINTS, REASON, SELF_SCORE, TARGET, WHY
from .values import NOT_APPLICABLE, choices

LONGEST_LIST = 255  # of all choices together, by Excel
WHOLE = {Method.STEPS_DOWN, Method.PER_OCCURRENCE, Method.DAYS_LATE}
WIDTHS = {WHY: 38, REASON: 26, SELF_SCORE: 12, CHECK: 12, TARGET: 12, POINTS: 12}


def formats(workbook):
    """Return the formats by name; cells to fill in are yellow and the only ones not locked."""
    base = {"font_name": "Times New Roman", "font_size": 11, "valign": "vcenter"}
    box = {**base, "border": 1, "text_wrap": True}
    number = {**box, "num_format": "#,##0.00", "text_wrap": False}
    free = {"locked": False, "bg_color": "#FFF9E5"}
    found = {
        "title": {**base, "bold": True, "font_size": 14},
        "plain": base,
        "warning": {**base, "bold": True, "font_color": "#9C0006"},
        "head": {**box, "bold": True, "align": "center", "bg_color": "#D9E2F3"},
        "code": {**box, "num_format": "@"},
        "text": box,
        "small": {**box, "font_size": 9, "italic": True},
        "strong": {**box, "bold": True, "num_format": "@", "bg_color": "#F2F2F2"},
        "most": number,
        "sum": {**number, "bold": True, "bg_color": "#F2F2F2"},
        "score": {**number, **free},
        "figure": {**box, "align": "right", "text_wrap": False, **free},
        "words": {**box, **free, "num_format": "@"},
        "shut": {**box, "align": "right", "bg_color": "#E7E6E6"},
    }
    return {name: workbook.add_format(each) for name, each in found.items()}


def set_up(sheet, book, start, keys, last):
    """Set widths, frozen panes, protection and print; `last` is the row of the total."""
    is_self = book.is_self
    for column, width in enumerate([8, 44, 40, 9, 10] if is_self else [8, 46, 9, 10]):
        sheet.set_column(column, column, width)
    for column, (_member, part, _locked) in enumerate(book.columns, start=start):
        sheet.set_column(column, column, WIDTHS.get(part, 14))
    sheet.set_row(HEADER_ROW, 32)
    sheet.set_row(HEADER_ROW + 1, 32)
    sheet.set_row(keys, None, None, {"hidden": True})
    sheet.freeze_panes(keys + 1, 2)
    sheet.protect("", {"format_columns": True, "format_rows": True, "format_cells": False})
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.repeat_rows(HEADER_ROW, HEADER_ROW + 1)
    if is_self:
        sheet.fit_to_pages(1, 0)
    else:  # two members beside each other are legible, all of them are not
        sheet.set_print_scale(60)
        sheet.repeat_columns(0, 1)
        step = 2 * len(book.parts)
        sheet.set_v_pagebreaks(range(start + step, start + len(book.columns), step))
    sheet.print_area(0, 0, last, start + max(len(book.columns), 1) - 1)
    sheet.set_footer("&C&P/&N")


def checked_by(sheet, row, column, node):
    """Let Excel say at once what cannot be in the cell of a value; reading looks at it again."""
    if options := _options(node):
        sheet.data_validation(row, column, row, column, {"ignore_blank": True, **options})


def _options(node):
    listed = list(choices(node))
    if listed:
        fits = len(",".join(listed)) <= LONGEST_LIST and not any("," in each for each in listed)
        # Numbers of tiers may be typed as well, so that a list only offers.
        return {"validate": "list", "source": listed, "error_type": "warning"} if fits else None
    if node.rule.may_not_apply:
        return {
            "validate": "any",
            "input_title": "Không áp dụng?",
            "input_message": f"Nếu tiêu chí không áp dụng cho đơn vị, ghi: {NOT_APPLICABLE}",
        }
    if node.rule.method == Method.JUDGED:
        return {
            **_between(0, node.maximum),
            **_error(node, f"số từ 0 đến {write_decimal(node.maximum)}"),
        }
    kind = "integer" if node.rule.method in WHOLE else "decimal"
    what = "số nguyên từ 0 trở lên" if kind == "integer" else "số từ 0 trở lên"
    return {"validate": kind, "criteria": ">=", "value": 0, **_error(node, what)}


def _between(least, most):
    return {
        "validate": "decimal",
        "criteria": "between",
        "minimum": least,
        "maximum": float(most),
    }


def _error(node, what):
    message = f"Tiêu chí {node.code}: nhập {what}, ví dụ 9,5."
    return {"error_title": "Giá trị không hợp lệ", "error_message": message[:255]}
