"""What a file of sheets says: issued here for a stage, or a table whose columns were confirmed."""

from .foreign.applying import apply_to_sheet
from .foreign.grids import Unreadable, open_grids
from .foreign.mapping import from_json
from .workbook.heads import Problem
from .workbook.read import Reading
from .workbook.stage_read import read_stage


def reading_of_sheets(content, book, mapping=None):
    """Return the `Reading` of a file for a `StageBook`; `mapping`: as it was stored, or None."""
    if mapping is None:
        return read_stage(content, book)
    try:
        return apply_to_sheet(open_grids(content), from_json(mapping), book)
    except Unreadable as error:
        return Reading(problems=(Problem("", str(error)),))
