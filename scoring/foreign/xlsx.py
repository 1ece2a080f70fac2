"""Every sheet of an .xlsx: its cells by openpyxl, bounded first, and its shape from the XML."""

import io
import zipfile

from django.utils.translation import gettext as _
from openpyxl import load_workbook

from ..workbook import limits
from ..workbook.cells import rows_of
from ..workbook.layout import IDENTITY
from .shapes import shape_of

MAX_SHEETS = 40
MAX_BYTES = 16 * 1024 * 1024  # of all worksheets together, unpacked
MAX_TAGS = 250_000


class Unreadable(Exception):
    """The file cannot be read as a table; the message says what to do."""


def sheets_of(content):
    """Return (name, rows, shape, is hidden) of every worksheet. Raises Unreadable."""
    if sentence := limits.refusal(content) or _too_much(content):
        raise Unreadable(sentence)
    try:
        values, formulas = (_load(content, data_only=only) for only in (True, False))
        names = [sheet.title for sheet in values.worksheets if sheet.title != IDENTITY]
        found = [_sheet(values[name], formulas[name], content) for name in names]
    except Exception as error:  # openpyxl meets foreign bytes with a dozen kinds of exception
        raise Unreadable(damaged()) from error
    kept = [sheet for sheet, is_too_large in found if not is_too_large]
    if found and not kept:
        raise Unreadable(limits.too_much())
    return kept


def was_issued_here(content):
    """Whether a workbook has the hidden sheet of an issued one. False where it cannot be opened."""
    try:
        return IDENTITY in _load(content, data_only=True).sheetnames
    except Exception:  # foreign bytes: whatever openpyxl meets, it was not issued here
        return False


def damaged():
    return _("Excel's own parts of the file are damaged. Open it in Excel, save it, try again.")


def _load(content, data_only):
    return load_workbook(io.BytesIO(content), read_only=True, data_only=data_only, keep_links=False)


def _sheet(values, formulas, content):
    rows, more_rows, more_columns = rows_of(values, formulas)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        shape = shape_of(archive.read(values._worksheet_path))
    is_hidden = values.sheet_state != "visible"
    return (values.title, rows, shape, is_hidden), more_rows or more_columns


def _too_much(content):
    """The gate and `limits` bound each part; together the sheets may still be too many."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheets = [e for e in archive.infolist() if e.filename.lower().startswith("xl/worksheets/")]
        sheets = [entry for entry in sheets if entry.filename.lower().endswith(".xml")]
        if len(sheets) > MAX_SHEETS or sum(entry.file_size for entry in sheets) > MAX_BYTES:
            return limits.too_much()
        tags = sum(archive.read(entry).count(b"<") for entry in sheets)
    return limits.too_much() if tags > MAX_TAGS else None
