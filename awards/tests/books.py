"""Issued workbooks of awards, filled in."""

import datetime as dt
import io

from openpyxl import load_workbook

from awards.register_book import layout
from awards.register_book.issue import issue

KINDS = [("CO_TINH", "Cờ thi đua của UBND tỉnh", "collective"), ("LDTT", "LĐTT", "person")]
BODIES = [(7, "=SUM(A1)", "HND", "từ 01/01/2010")]
FLAG = {"year": 2019, "number": "12/QĐ-UBND", "dated": dt.date(2019, 12, 20), "kind": "CO_TINH",
        "recipient": "tập thể", "organisation": "Hội Nông dân", "method": "thường xuyên",
        "achievement": "Dẫn đầu khối"}  # fmt: skip
PERSON = {**FLAG, "kind": "LDTT", "recipient": "Cá nhân", "person": "Trần Thị Hoà", "sex": "nữ",
          "recipient_class": "trực tiếp", "dated": "20/12/2019"}  # fmt: skip


def book(*rows):
    """The issued workbook with these rows filled in, {column: value}."""
    filled = load_workbook(io.BytesIO(issue(KINDS, BODIES)))
    columns = {name: place for place, name in enumerate(layout.HEADS, start=1)}
    for number, row in enumerate(rows, start=5):
        for name, value in row.items():
            cell = filled[layout.SHEET].cell(number, columns[name], value)
            if isinstance(value, str):
                cell.data_type = "s"  # as typed, never a formula
    out = io.BytesIO()
    filled.save(out)
    return out.getvalue()
