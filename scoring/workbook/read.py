"""Read a filled-in score workbook: bytes in, points and all problems out. Nothing is stored."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter

from ..tree import leaves, rows
from . import limits
from .cells import UnreadableWorkbook, open_cells
from .heads import MAX_PROBLEMS, Problem, find_columns, identity_problems
from .layout import MAX_COLUMNS, MAX_ROWS, TOTAL
from .points import WrongPoints, points_of


@dataclass(frozen=True)
class Reading:
    """`wanted` is {(key of the member, pk of the criterion): points, or None for an empty cell}.

    It may be used only where there are no problems; each of these names its cell.
    """

    wanted: dict = field(default_factory=dict)
    problems: tuple = ()


def read(content, book):
    """Return the `Reading` of a workbook's bytes that was issued for `book` (a `layout.Book`)."""
    found, problems = opened(content, book)
    if problems:
        return Reading(problems=tuple(problems))
    columns, problems = find_columns(found.rows, book)
    if columns is None:
        return Reading(problems=tuple(problems))
    wanted = read_rows(found.rows, columns, book, problems, _read_cells)
    return Reading(wanted, tuple(problems[:MAX_PROBLEMS]))


def opened(content, book):
    """Return (Content, []) of a workbook that was issued for `book`, or (None, its problems)."""
    if sentence := limits.refusal(content):
        return None, [Problem("", sentence)]
    try:
        found = open_cells(content)
    except UnreadableWorkbook:
        sentence = _(
            "Excel's own parts of the file are damaged. Open it in Excel, save it, try again."
        )
        return None, [Problem("", sentence)]
    if problems := identity_problems(found.identity, book):
        return None, problems
    if found.has_more_rows or found.has_more_columns:
        sentence = _(
            "The sheet has more than %(rows)s rows or %(columns)s columns. Delete the rest."
        )
        return None, [Problem("", sentence % {"rows": MAX_ROWS, "columns": MAX_COLUMNS})]
    return found, []


def read_rows(lines, columns, book, problems, read_cells):
    """Read the rows of all criteria; what is wrong with a row is added to `problems`.

    `read_cells(node, {what a column means: cell}, columns, problems)` returns what a row says.
    """
    scored = {node.code: node for node in leaves(book.sections)}
    passed = {row.node.code for row in rows(book.sections)} - set(scored) | {TOTAL}
    wanted, seen = {}, {}
    for number in sorted(n for n in lines if n > columns.last_row):
        line = lines[number]
        code = line[columns.code].text if columns.code in line else ""
        given = {member: line[c] for c, member in columns.members.items() if c in line}
        if code in passed:
            continue
        if code not in scored:
            problems += _unknown_code(number, code, given, columns)
        elif code in seen:
            sentence = _("Criterion %(code)s stands in row %(row)s already. Delete one of them.")
            where = f"{get_column_letter(columns.code)}{number}"
            problems.append(Problem(where, sentence % {"code": code, "row": seen[code]}))
        else:
            seen[code] = number
            problems += _without_heading(line, columns)
            wanted |= read_cells(scored[code], given, columns, problems)
    problems += [
        Problem("", _("The row of criterion %(code)s is missing. Put it back.") % {"code": code})
        for code in scored
        if code not in seen
    ]
    return wanted


def _read_cells(node, given, columns, problems):
    wanted = {}
    for member in columns.members.values():
        cell = given.get(member)
        try:
            wanted[member, node.pk] = cell and points_of(cell, node.maximum)
        except WrongPoints as wrong:
            problems.append(Problem(cell.address, f"{node.code}: {wrong}"))
    return wanted


def _without_heading(line, columns):
    sentence = _(
        "This column has no heading. Write the member's name above it, or empty the column."
    )
    return [Problem(line[c].address, sentence) for c in sorted(set(line) - columns.known)]


def _unknown_code(number, code, given, columns):
    where = f"{get_column_letter(columns.code)}{number}"
    if code:
        sentence = _("There is no criterion “%(code)s”. Correct the code or delete the row.")
        return [Problem(where, sentence % {"code": code[:50]})]
    if given:
        return [Problem(where, _("This row has points but no code. Write it, or empty the row."))]
    return []
