"""A plain table as an .xlsx: numbers are numbers, days are days, text is never a formula. Pure."""

import datetime as dt
import io
from dataclasses import dataclass
from enum import Enum

from django.utils import timezone
from xlsxwriter import Workbook

SAMPLE = "SỐ LIỆU MINH HỌA"
FIRST_YEAR = 1900  # Excel knows no day before
LONGEST_NAME = 31  # letters that Excel takes into the name of a sheet
LONGEST = 32_000  # letters that Excel takes into a cell, with some to spare
FORBIDDEN = dict.fromkeys(map(ord, r"[]:*?/\ "), " ")


class Cells(Enum):
    """What stands in a column: the format of its numbers, and its width in letters."""

    TEXT = ("@", 34)
    SHORT = ("@", 16)
    LONG = ("@", 60)
    WHOLE = ("#,##0", 10)
    PLAIN = ("0", 10)  # a year, a number of an order: no separator
    NUMBER = ("#,##0.00", 12)
    PERCENT = ("0.0%", 10)  # of a share: 0.5 is 50 %
    MONEY = ('#,##0" đ"', 18)
    DAY = ("dd/mm/yyyy", 12)
    MONTH = ("mm/yyyy", 10)
    MOMENT = ("dd/mm/yyyy hh:mm", 17)

    @property
    def is_text(self):
        return self.value[0] == "@"


@dataclass(frozen=True)
class Table:
    """What stands on a sheet: `columns` are (heading, Cells), `rows` plain values in order.

    `name` is the file's, in plain letters and without ending; `facts` stand below the title.
    """

    name: str
    title: str
    columns: tuple
    rows: tuple
    facts: tuple = ()
    is_sample: bool = False


def write_table(*tables):
    """Return the bytes of the workbook: a sheet for each table, in order.

    None is an empty cell; text in place of a number stays.
    """
    out = io.BytesIO()
    plain = {f"strings_to_{kind}": False for kind in ("formulas", "numbers", "urls")}
    with Workbook(out, {"in_memory": True, **plain}) as workbook:
        form = _formats(workbook)
        for name, table in zip(sheet_names(tables), tables, strict=True):
            _write_sheet(workbook.add_worksheet(name), table, form)
    return out.getvalue()


def sheet_names(tables):
    """What the sheets are called: their titles, as far as Excel bears them, no two alike."""
    names = []
    for table in tables:
        name = str(table.title).translate(FORBIDDEN).strip(" '")[:LONGEST_NAME]
        if name.casefold() in (each.casefold() for each in names):
            nth = f" ({len(names) + 1})"
            name = name[: LONGEST_NAME - len(nth)] + nth
        names.append(name)
    return names


def _write_sheet(sheet, table, form):
    first = _write_head(sheet, table, form)
    for row, values in enumerate(table.rows, start=first):
        for column, value in enumerate(values):
            kind = table.columns[column][1]
            _write(sheet, row, column, value, form[kind], form[Cells.TEXT])
    _set_up(sheet, table, first)


def _formats(workbook):
    base = {"font_name": "Times New Roman", "font_size": 11, "valign": "vcenter"}
    box = {**base, "border": 1}
    formats = {
        "title": {**base, "bold": True, "font_size": 14},
        "plain": base,
        "warning": {**base, "bold": True, "font_color": "#9C0006"},
        "head": {**box, "bold": True, "align": "center", "bg_color": "#D9E2F3", "text_wrap": True},
    }
    formats |= {
        kind: {**box, "num_format": kind.value[0], "text_wrap": kind.is_text} for kind in Cells
    }
    return {name: workbook.add_format(each) for name, each in formats.items()}


def _write_head(sheet, table, form):
    """Write what stands above the rows; return the number of the first of them."""
    sheet.write_string(0, 0, str(table.title), form["title"])
    row = 1
    for fact in table.facts:
        sheet.write_string(row, 0, _text(fact), form["plain"])
        row += 1
    if table.is_sample:
        sheet.write_string(row, 0, SAMPLE, form["warning"])
        row += 1
    for column, (heading, _kind) in enumerate(table.columns):
        sheet.write_string(row + 1, column, _text(heading), form["head"])
    return row + 2


def _write(sheet, row, column, value, form, text):
    if value is None or value == "":
        sheet.write_blank(row, column, None, form)
    elif isinstance(value, dt.datetime):
        sheet.write_datetime(row, column, _local(value), form)
    elif isinstance(value, dt.date) and value.year < FIRST_YEAR:
        sheet.write_string(row, column, f"{value:%d/%m/}{value.year}", text)
    elif isinstance(value, dt.date):
        sheet.write_datetime(row, column, value, form)
    elif _is_number(value):
        sheet.write_number(row, column, value, form)
    else:
        sheet.write_string(row, column, _text(value), text)


def _local(moment):
    """A moment as the clock on the wall showed it in Vietnam: Excel knows no zones."""
    return timezone.make_naive(moment) if timezone.is_aware(moment) else moment


def _is_number(value):
    return hasattr(value, "__round__") and not isinstance(value, bool)


def _text(value):
    return str(value)[:LONGEST]


def _set_up(sheet, table, first):
    head, last = first - 1, max(first + len(table.rows) - 1, first)
    for column, (_heading, kind) in enumerate(table.columns):
        sheet.set_column(column, column, kind.value[1])
    sheet.freeze_panes(first, 1)
    sheet.autofilter(head, 0, last, len(table.columns) - 1)
    sheet.repeat_rows(head)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C&P/&N")
