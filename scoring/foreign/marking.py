"""Write what is wrong, or asked, into a copy of the file: each cell coloured, with a comment."""

import io
import re
import zipfile
from collections import defaultdict

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.utils import range_boundaries

from .shapes import shape_of

COLOURS = {True: "FFC7CE", False: "FFEB9C"}
ADDRESS = re.compile(r"[A-Z]{1,3}[1-9]\d{0,6}")
MOST_MERGED_CELLS = 50_000
LONGEST = 1000
AUTHOR = "Thi đua"
ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def marked(content, grids, sheet, problems, *, wrong=True):
    """Return the bytes of a copy with a comment at each problem's cell, on the sheet of this name.

    The copy is the file itself where it can be written again, else a plain one of its values (of
    a .csv always). Red what is wrong; yellow what is only asked. No text becomes a formula.
    """
    try:
        book = _opened(content)
        page = book[sheet]
    except Exception:  # what cannot be written again as it is, is copied by its values
        book = _copied(grids)
        page = book[book.sheetnames[_place(grids, sheet)]]
    for address, sentences in _by_cell(problems).items():
        _mark(page, address, sentences, COLOURS[wrong])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _opened(content):
    _refuse_wide_merges(content)
    return load_workbook(io.BytesIO(content), keep_links=False)


def _refuse_wide_merges(content):
    """openpyxl makes a cell of every one that is merged: a range over a sheet fills the memory."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [n for n in archive.namelist() if n.lower().startswith("xl/worksheets/")]
        for name in names:
            merged = shape_of(archive.read(name)).merged
            if sum((r2 - r1 + 1) * (c2 - c1 + 1) for r1, c1, r2, c2 in merged) > MOST_MERGED_CELLS:
                raise ValueError("more is merged than a score sheet holds")


def _copied(grids):
    book = Workbook()
    book.remove(book.active)
    for grid in grids:
        page = book.create_sheet(re.sub(r"[\[\]:*?/\\]", " ", grid.name)[:31] or None)
        for row in grid.rows.values():
            for found in row.values():
                target = page.cell(found.row, found.column)
                value = found.value
                target.value = ILLEGAL.sub("", value) if isinstance(value, str) else value
                if isinstance(value, str):
                    target.data_type = "s"  # a text that begins with = stays a text
    return book


def _place(grids, sheet):
    return next((place for place, grid in enumerate(grids) if grid.name == sheet), 0)


def _by_cell(problems):
    """The sentences of each cell; those of the whole file stand at A1."""
    found = defaultdict(list)
    for problem in problems:
        address = problem.cell if ADDRESS.fullmatch(problem.cell) else "A1"
        found[address].append(problem.sentence)
    return found


def _mark(page, address, sentences, colour):
    column, row, *_last = range_boundaries(address)
    cell = page.cell(row, column)
    if isinstance(cell, MergedCell):
        around = next(r for r in page.merged_cells.ranges if cell.coordinate in r)
        cell = page.cell(around.min_row, around.min_col)
    earlier = [cell.comment.text] if cell.comment else []
    text = ILLEGAL.sub("", "\n".join([*sentences, *earlier]))[:LONGEST]
    cell.comment = Comment(text, AUTHOR, width=320, height=120)
    cell.fill = PatternFill("solid", start_color=colour, end_color=colour)
