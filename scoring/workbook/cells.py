"""Cells of an uploaded workbook as plain values: nothing, text, a number, or what is wrong."""

import io
from dataclasses import dataclass
from itertools import zip_longest

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from vietnamese.text import nfc

from .layout import IDENTITY, MAX_COLUMNS, MAX_ROWS, SHEET


class UnreadableWorkbook(Exception):
    """The bytes are no workbook that can be opened."""


@dataclass(frozen=True)
class Cell:
    """A cell that is not empty: where it is, its value, and what Excel says of its kind."""

    row: int
    column: int
    value: object
    is_formula: bool = False
    is_error: bool = False
    is_percent: bool = False

    @property
    def address(self):
        return f"{get_column_letter(self.column)}{self.row}"

    @property
    def text(self):
        """The value as composed text with single spaces; "" for a formula nobody computed."""
        return " ".join(nfc(str(self.value)).split()) if self.value is not None else ""


@dataclass(frozen=True)
class Content:
    """What is in a workbook: its identity, and the rows of the score sheet by their number."""

    identity: dict
    rows: dict
    has_more_rows: bool
    has_more_columns: bool


def open_cells(content):
    """Return the `Content` of the bytes of an .xlsx. Raises UnreadableWorkbook.

    Read twice, for values and for formulas: a formula that no Excel has computed has no value, and
    would otherwise look like an empty cell.
    """
    try:
        values, formulas = (_load(content, data_only=only) for only in (True, False))
        return Content(identity_of(values), *rows_of(_sheet(values), _sheet(formulas)))
    except Exception as error:  # openpyxl meets foreign bytes with a dozen kinds of exception
        raise UnreadableWorkbook from error


def _load(content, data_only):
    return load_workbook(io.BytesIO(content), read_only=True, data_only=data_only, keep_links=False)


def _sheet(book):
    names = [name for name in book.sheetnames if name != IDENTITY]
    return book[SHEET if SHEET in names else names[0]]


def identity_of(book):
    """For what the whole workbook was issued, as its hidden sheet says; {} without one."""
    if IDENTITY not in book.sheetnames:
        return {}
    lines = book[IDENTITY].iter_rows(max_row=20, max_col=2, values_only=True)
    return {str(line[0]): str(line[1]) for line in lines if len(line) == 2 and line[0]}


def rows_of(values, formulas, most_rows=MAX_ROWS):
    """Return the rows of a sheet read twice, and whether it has too many rows or columns."""
    rows, more_rows, more_columns = {}, False, False
    limits = {"max_row": most_rows + 1, "max_col": MAX_COLUMNS + 1}
    both = zip_longest(values.iter_rows(**limits), formulas.iter_rows(**limits), fillvalue=())
    for number, (shown, written) in enumerate(both, start=1):
        cells = [
            _cell(number, column, *pair)
            for column, pair in enumerate(zip_longest(shown, written), start=1)
        ]
        found = {cell.column: cell for cell in cells if cell}
        more_rows |= bool(found) and number > most_rows
        more_columns |= MAX_COLUMNS + 1 in found
        if found:
            rows[number] = found
    return rows, more_rows, more_columns


def _cell(row, column, shown, written):
    value = getattr(shown, "value", None)
    is_formula = getattr(written, "data_type", "n") == "f"
    if isinstance(value, str) and not value.strip() and not is_formula:
        return None
    if value is None and not is_formula:
        return None
    is_error = getattr(shown, "data_type", "n") == "e"
    is_percent = isinstance(value, int | float) and "%" in (shown.number_format or "")
    return Cell(row, column, value, is_formula, is_error, is_percent)
