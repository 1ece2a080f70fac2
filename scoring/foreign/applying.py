"""Read a foreign sheet by a confirmed mapping: points and all problems, as of an issued one."""

from django.utils.translation import gettext as _

from ..tree import leaves
from ..workbook.heads import MAX_PROBLEMS, Problem
from ..workbook.points import WrongPoints, points_of
from ..workbook.read import Reading
from . import of_sheet
from .check_cells import apply_to_checks
from .of_checks import checks_book
from .of_sheet import merged_sentence, parts_book


def apply(grids, mapping, book):
    """Return the `Reading` of the sheets by a `Mapping`. Only mapped cells are wanted.

    Members and criteria that the sheet does not name keep what is stored.
    """
    if sentence := _misfit(grids, mapping, book):
        return Reading(problems=(Problem("", sentence),))
    grid = grids[mapping.sheet]
    grid = grid.turned if mapping.turned else grid
    nodes = {node.pk: node for node in leaves(book.sections)}
    wanted, problems = {}, []
    for row, pk in sorted(mapping.rows.items()):
        for column, member in sorted(mapping.members.items()):
            try:
                wanted[member, pk] = _points(grid, row, column, nodes[pk], mapping)
            except WrongPoints as wrong:
                sentence = f"{nodes[pk].code}: {wrong}"
                problems.append(Problem(grid.address(row, column), sentence))
    return Reading(wanted, tuple(problems[:MAX_PROBLEMS]))


def apply_to_sheet(grids, mapping, book):
    """The same for a stage's own table, whose columns are the parts of sheets; of a `StageBook`."""
    if sentence := _misfit(grids, mapping, columns_book(book)):
        return Reading(problems=(Problem("", sentence),))
    grid = grids[mapping.sheet]
    grid = grid.turned if mapping.turned else grid
    read = of_sheet.apply_to_sheet if book.is_self else apply_to_checks
    return read(grid, mapping, book)


def columns_book(book):
    """Return the `Book` whose members are the columns of a stage's own table: parts of sheets."""
    return parts_book(book) if book.is_self else checks_book(book)


def _misfit(grids, mapping, book):
    """Why the mapping cannot be used any more, or None."""
    members = {member.key for member in book.members}
    if mapping.version != book.version or not set(mapping.members.values()) <= members:
        return _(
            "Criteria or members have changed since columns and rows were confirmed. Upload the "
            "file again."
        )
    if not mapping.members or not mapping.rows:
        return _(
            "No column belongs to a member, or no row to a criterion: there is nothing to read."
        )
    if mapping.sheet >= len(grids):
        return _("The sheet is no longer in the file. Upload the file again.")
    return None


def _points(grid, row, column, node, mapping):
    merged = grid.shape.merged_at(row, column)
    if merged and _is_shared(merged, mapping):
        raise WrongPoints(merged_sentence())
    cell = grid.shown(row, column)
    return cell and points_of(cell, node.maximum, mapping.decimal_sign)


def _is_shared(merged, mapping):
    rows = [row for row in mapping.rows if merged[0] <= row <= merged[2]]
    columns = [column for column in mapping.members if merged[1] <= column <= merged[3]]
    return len(rows) > 1 or len(columns) > 1
