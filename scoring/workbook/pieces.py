"""A workbook with the sheets of many blocs: which are in it, and each cut out as its own. Pure.

What is kept with a bloc's upload is that bloc's sheet alone: a bloc's chair may download what was
uploaded for the bloc, and has no business with the scores of others.
"""

import io
import json
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice

from openpyxl import load_workbook
from xlsxwriter import Workbook

from vietnamese.text import nfc

from . import limits
from .cells import UnreadableWorkbook, identity_of
from .heads import HEAD_ROWS
from .issue import write_hidden
from .layout import BOOK_MARK, HEADER_ROW, IDENTITY, MAX_COLUMNS, MAX_ROWS, SHEET

WIDTHS = (8, 52, 9)  # as issued: code, text, maximum
OTHERS = 14


@dataclass(frozen=True)
class Piece:
    """A sheet, by its title, and for what it was issued; "" is the workbook as a whole.

    Of a sheet that was not issued here the identity is empty.
    """

    title: str
    identity: dict


def pieces_of(content):
    """Return the pieces of an .xlsx: its sheets, or itself where it was issued for one bloc.

    Raises UnreadableWorkbook, with a sentence where there is one.
    """
    with _opened(content) as (book, _formulas):
        whole = identity_of(book)
        found = [Piece(s.title, _mark_of(s)) for s in book.worksheets if s.title != IDENTITY]
    if whole.get("bloc") and sum(bool(piece.identity) for piece in found) < 2:
        return [Piece("", whole)]
    return found


def cut(content, title):
    """Return the bytes of a workbook with this sheet alone, every cell where and as it was.

    Values, formulas with their results, and formats of numbers; no colours. Raises
    UnreadableWorkbook.
    """
    out = io.BytesIO()
    plain = {f"strings_to_{kind}": False for kind in ("formulas", "numbers", "urls")}
    with (
        _opened(content, formulas=True) as (values, formulas),
        Workbook(out, {"in_memory": True, **plain}) as workbook,
    ):
        title = next(each for each in values.sheetnames if nfc(each) == nfc(title))
        identity = _mark_of(values[title])
        sheet = workbook.add_worksheet(SHEET)
        _copy(workbook, sheet, values[title], formulas[title])
        _set_up(sheet)
        write_hidden(workbook, {str(key): str(value) for key, value in identity.items()})
    return out.getvalue()


@contextmanager
def _opened(content, formulas=False):
    """The workbook, read for its values and, if asked, for its formulas."""
    if sentence := limits.refusal(content):
        raise UnreadableWorkbook(sentence)
    try:
        yield _load(content, True), _load(content, False) if formulas else None
    except UnreadableWorkbook:
        raise
    except Exception as error:  # openpyxl meets foreign bytes with a dozen kinds of exception
        raise UnreadableWorkbook from error


def _load(content, data_only):
    return load_workbook(io.BytesIO(content), read_only=True, data_only=data_only, keep_links=False)


def _mark_of(sheet):
    """What a sheet says of itself in its hidden row; {} for one that was not issued here."""
    for row in islice(sheet.iter_rows(max_row=HEAD_ROWS, max_col=3, values_only=True), HEAD_ROWS):
        for value in row:
            if isinstance(value, str) and value.startswith(BOOK_MARK):
                return _parsed(value.removeprefix(BOOK_MARK))
    return {}


def _parsed(text):
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _copy(workbook, sheet, values, formulas):
    # One row and column more than are read: that there is too much stays to be seen.
    bounds = {"max_row": MAX_ROWS + 1, "max_col": MAX_COLUMNS + 1}
    formats = {}
    for both in zip(values.iter_rows(**bounds), formulas.iter_rows(**bounds), strict=False):
        for shown, written in zip(*both, strict=False):
            if written.value is None:
                continue
            form = shown.number_format
            if form not in formats:
                box = {"border": 1, "font_name": "Times New Roman", "font_size": 11}
                formats[form] = workbook.add_format({**box, "num_format": form})
            _write(sheet, shown.value, written, formats[form])


def _write(sheet, shown, written, form):
    row, column, value = written.row - 1, written.column - 1, written.value
    if written.data_type == "f":
        formula = getattr(value, "text", value)  # one over many cells is an object
        result = "" if shown is None else shown
        sheet.write_formula(row, column, formula or "=NA()", form, result)
    elif isinstance(value, str):
        sheet.write_string(row, column, value, form)
        if value.startswith(BOOK_MARK):
            sheet.set_row(row, None, None, {"hidden": True})
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value, form)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value, form)
    else:
        sheet.write_datetime(row, column, value, form)


def _set_up(sheet):
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_column(len(WIDTHS), MAX_COLUMNS, OTHERS)
    sheet.freeze_panes(HEADER_ROW + 2, len(WIDTHS))
