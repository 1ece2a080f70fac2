"""The copy of a received file in which each problem, or each question, is marked at its cell."""

from .books import book_of
from .foreign.grids import Unreadable, open_grids
from .foreign.guesses import Choice
from .foreign.marking import marked
from .foreign.xlsx import was_issued_here
from .matching import matching_of, matching_of_upload, questions_of
from .sheet_reading import reading_of_sheets
from .workbook.layout import SHEET
from .workflow.uploads import reading_of


def marked_copy(received, sheet):
    """Return the bytes of an .xlsx, or None for a file that cannot be read at all.

    `received` is a received workbook or an upload: a row with a file and a mapping.
    """
    content = received.file.path.read_bytes()
    book = book_of(sheet)
    try:
        grids = open_grids(content)
        if was_issued_here(content):
            return marked(content, grids, SHEET, reading_of(book, content).problems)
        if received.mapping is not None:
            problems = reading_of(book, content, received.mapping).problems
            return marked(content, grids, _name(grids, received.mapping["sheet"]), problems)
        matching = matching_of(received, sheet, Choice())
    except Unreadable:
        return None
    return _asked(content, grids, matching)


def marked_sheets(upload, book):
    """The same of an upload of sheets; `book` is the `StageBook` that its reader sees."""
    content = upload.file.path.read_bytes()
    try:
        grids = open_grids(content)
        if was_issued_here(content) or upload.mapping is not None:
            problems = reading_of_sheets(content, book, upload.mapping).problems
            name = _name(grids, upload.mapping["sheet"]) if upload.mapping else SHEET
            return marked(content, grids, name, problems)
        matching = matching_of_upload(upload, book, Choice())
    except Unreadable:
        return None
    return _asked(content, grids, matching)


def _asked(content, grids, matching):
    """With what has to be asked, cell by cell; None where no table was found in it."""
    if matching.proposal is None:
        return None
    questions = questions_of(matching)
    return marked(content, grids, matching.proposal.grid.name, questions, wrong=False)


def _name(grids, place):
    return grids[min(place, len(grids) - 1)].name
