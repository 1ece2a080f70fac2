"""Read a workbook of awards whole: every row as plain values, and every problem with its cell."""

import io
from itertools import islice

from django.utils.translation import gettext as _
from openpyxl import load_workbook

from scoring.workbook import limits
from scoring.workbook.cells import rows_of
from scoring.workbook.heads import MAX_PROBLEMS, Problem
from vietnamese.text import search_key

from .layout import HEADS, MOST_ROWS, MOST_TAGS, NEEDED, SHEET
from .lines import read_line

HEAD_ROWS = 20


def read(content, *, today, decision=None):
    """Return (lines, problems): the `Line`s are to be used only where there are no problems.

    `decision` is (number, day) where all rows are of one decision that is known already: its
    columns may then be empty, and a person's sex must be said (R9).
    """
    if limits.refusal(content, most_tags=MOST_TAGS):
        return [], [Problem("", _not_read())]
    try:
        rows, has_more = _rows(content)
    except Exception:  # openpyxl meets foreign bytes with a dozen kinds of exception
        return [], [Problem("", _not_read())]
    head = next((n for n in islice(sorted(rows), HEAD_ROWS) if _heads(rows[n])), None)
    if head is None:
        names = ", ".join(f"“{HEADS[name]}”" for name in NEEDED)
        return [], [Problem("", _("The heading with %(names)s is missing.") % {"names": names})]
    if has_more:
        sentence = _("A file may hold %(most)s rows at most: divide it, for example by years.")
        return [], [Problem("", sentence % {"most": MOST_ROWS})]
    columns, problems = _heads(rows[head]), []
    below = (n for n in sorted(rows) if n > head)
    lines = [read_line(n, rows[n], columns, problems, today, decision) for n in below]
    lines = [line for line in lines if line]
    if not lines and not problems:
        problems.append(Problem("", _("There is no award in the file.")))
    return lines, problems[:MAX_PROBLEMS]


def _rows(content):
    """The rows of our sheet, or of the first; whether there are more than we read."""
    values, formulas = (
        load_workbook(io.BytesIO(content), read_only=True, data_only=only, keep_links=False)
        for only in (True, False)
    )
    name = SHEET if SHEET in values.sheetnames else values.sheetnames[0]
    rows, has_more, _columns = rows_of(values[name], formulas[name], MOST_ROWS)
    return rows, has_more


def _heads(row):
    """{name of a column: its number}, or nothing where it is no heading."""
    titles = {search_key(title): name for name, title in HEADS.items()}
    found = {titles[key]: c for c, cell in row.items() if (key := _title(cell)) in titles}
    return found if set(NEEDED) <= set(found) else {}


def _title(cell):
    """A heading without the star that marks what must be filled in, or its remark in brackets."""
    return search_key(cell.text.partition("(")[0])


def _not_read():
    return _(
        "The file cannot be read, or holds far more than a list of awards. Copy the rows into the "
        "issued workbook, save it in Excel, and upload that."
    )
