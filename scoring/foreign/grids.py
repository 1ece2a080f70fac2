"""The sheets of any .xlsx or .csv as grids of cells, with what is merged and what is hidden."""

import csv
import io
from dataclasses import dataclass, field, replace
from functools import cached_property

from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter

from ..workbook.cells import Cell
from ..workbook.layout import MAX_COLUMNS, MAX_ROWS
from .shapes import Shape
from .xlsx import Unreadable, sheets_of

__all__ = ["Grid", "Unreadable", "open_grids"]

DELIMITERS = ";\t,"
# Vowels with marks as the fonts .VnTime and VNI write them, read as Latin letters.
OLD_LETTERS = set("®¬¸µ¶¹¾»¼½Æ©Ç¨ñÑöÖïëøû")
FEWEST_OLD = 8


@dataclass(frozen=True)
class Grid:
    """One sheet: {row: {column: Cell}}. Turned, rows are columns, but cells keep their address."""

    name: str
    rows: dict
    shape: Shape = field(default_factory=Shape)
    is_hidden: bool = False
    is_turned: bool = False

    @cached_property
    def columns(self):
        return sorted({column for row in self.rows.values() for column in row})

    @cached_property
    def turned(self):
        """The same with rows and columns exchanged: members down become members across."""
        rows = {}
        for number, row in self.rows.items():
            for column, cell in row.items():
                rows.setdefault(column, {})[number] = cell
        return replace(self, rows=rows, shape=self.shape.turned, is_turned=not self.is_turned)

    def cell(self, row, column):
        return self.rows.get(row, {}).get(column)

    def shown(self, row, column):
        """The cell, or for a merged one that of its range's first corner."""
        return self.cell(row, column) or self.cell(*self.shape.corner(row, column))

    def column_name(self, column):
        return str(column) if self.is_turned else get_column_letter(column)

    def row_name(self, row):
        return get_column_letter(row) if self.is_turned else str(row)

    def address(self, row, column):
        """Where the cell is in the file itself."""
        row, column = (column, row) if self.is_turned else (row, column)
        return f"{get_column_letter(column)}{row}"


def open_grids(content):
    """Return the filled sheets of an .xlsx or a .csv. Raises Unreadable with what to do."""
    is_zip = content.startswith(b"PK\x03\x04")
    grids = [Grid(*sheet) for sheet in sheets_of(content)] if is_zip else [_of_csv(content)]
    grids = [grid for grid in grids if grid.rows]
    if not grids:
        raise Unreadable(_("The file holds no cells with content."))
    if any(map(_is_old_font, grids)):
        raise Unreadable(
            _(
                "The text is written in an old Vietnamese font (.VnTime or VNI). Convert it to "
                "Unicode, for example with UniKey, then in Excel: File → Save As → Excel Workbook "
                "(.xlsx)."
            )
        )
    return grids


def _of_csv(content):
    try:
        text = content.decode("utf-8-sig")
        # A quote inside a line is Excel's; a line that never ends is nobody's.
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)))
    except (UnicodeDecodeError, csv.Error):
        raise Unreadable(not_utf_8()) from None
    if len(lines) > MAX_ROWS or any(len(line) > MAX_COLUMNS for line in lines):
        raise Unreadable(too_large())
    rows = {}
    for number, line in enumerate(lines, start=1):
        found = {
            column: Cell(number, column, value)
            for column, value in enumerate(line, start=1)
            if value.strip()
        }
        if found:
            rows[number] = found
    return Grid("CSV", rows)


def _delimiter(text):
    """The sign that makes the most columns in the usual line."""

    def width(sign):
        lines = csv.reader(io.StringIO(text[:100_000], newline=""), delimiter=sign)
        widths = sorted(len(line) for line in lines if any(line))
        return widths[len(widths) // 2] if widths else 0

    return max(DELIMITERS, key=width)


def not_utf_8():
    return _(
        "The letters of this file cannot be read: it is not written in Unicode (UTF-8). "
        "In Excel: File → Save As → Excel Workbook (.xlsx), and upload that file."
    )


def too_large():
    return _("The sheet has more than %(rows)s rows or %(columns)s columns. Delete the rest.") % {
        "rows": MAX_ROWS,
        "columns": MAX_COLUMNS,
    }


def _is_old_font(grid):
    texts = [
        cell.value
        for row in grid.rows.values()
        for cell in row.values()
        if isinstance(cell.value, str)
    ]
    old = sum(bool(OLD_LETTERS & set(text)) for text in texts)
    return old >= FEWEST_OLD and old * 3 >= len(texts)
