"""What an accepted file is: a workbook that was issued here, or a table of somebody's own. Pure."""

from django.utils.translation import gettext as _

from files.kinds import Kind

from .foreign.grids import Unreadable, open_grids
from .foreign.proposing import propose
from .foreign.xlsx import was_issued_here
from .workbook import limits
from .workbook.heads import Problem


def is_foreign(accepted):
    """Whether the columns have to be confirmed. A damaged workbook keeps its own sentence."""
    if accepted.kind == Kind.CSV:
        return True
    return limits.refusal(accepted.content) is None and not was_issued_here(accepted.content)


def why_not_received(accepted, book):
    """The problem of a file in which nothing is found that the year scores; None if there is."""
    try:
        grids = open_grids(accepted.content)
    except Unreadable as error:
        return Problem("", str(error))
    if propose(grids, book) is None:
        if book.stage == "self":
            return Problem("", _no_sheet())
        if book.stage == "checked":
            return Problem("", _no_checks())
        sentence = _(
            "No score table of this year was found in the file: hardly a column is called like a "
            "member, hardly a row like a criterion. Download the score workbook and copy the "
            "points into it."
        )
        return Problem("", sentence)
    return None


def _no_checks():
    return _(
        "No table of checks was found in the file: hardly a column is called like a member that "
        "you check, hardly a row like a criterion. Download the workbook of the cross-check and "
        "copy into it."
    )


def _no_sheet():
    return _(
        "No score sheet was found in the file: hardly a row is called like a criterion, no column "
        "like figures or points. Download the workbook of the self-score and copy into it."
    )
