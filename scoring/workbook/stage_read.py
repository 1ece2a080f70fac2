"""Read a filled-in workbook of one stage: bytes in, entries and all problems out."""

from django.utils.translation import gettext as _

from .heads import MAX_PROBLEMS, Columns, Problem, code_column, head_row, keyed_row
from .layout import KEY_MARK
from .read import Reading, opened, read_rows
from .stage_cells import Criterion
from .stage_layout import mark_of


def read_stage(content, book):
    """Return the `Reading` of a workbook that was issued for `book` (a `StageBook`).

    `wanted` is {(key of the member, pk of a criterion): Entry}, an empty one for an empty cell.
    """
    found, problems = opened(content, book)
    if problems:
        return Reading(problems=tuple(problems))
    if problems := _other_members(found.identity, book):
        return Reading(problems=tuple(problems))
    columns, problems = _columns(found.rows, book, found.identity)
    if columns is None:
        return Reading(problems=tuple(problems))

    def read_cells(node, given, columns, problems):
        return Criterion(book, node, given, columns, problems).read()

    wanted = read_rows(found.rows, columns, book, problems, read_cells)
    return Reading(wanted, tuple(problems[:MAX_PROBLEMS]))


def _other_members(identity, book):
    """A self-score is one member's; of a check each column is looked at."""
    if book.is_self and identity.get("members") != book.identity["members"]:
        return [Problem("", _("The workbook was issued for another member."))]
    return []


def _columns(rows, book, identity):
    """Return (Columns, problems): each column by its hidden key, (key of the member, part)."""
    head, keyed = head_row(rows), keyed_row(rows)
    if head is None or keyed is None:
        sentence = _("The heading is damaged. Download the workbook again and copy into it.")
        return None, [Problem("", sentence)]
    marks = {mark_of(m, part): (m.key, part) for m, part, _locked in book.columns}
    found, problems = {}, []
    for column, cell in sorted(rows[keyed].items()):
        if cell.text == KEY_MARK:
            continue
        meaning = marks.get(cell.text) or _of_stranger(cell.text)
        if meaning is None or meaning in found.values():
            sentence = _("This column is there twice, or is none of this workbook. Delete it.")
            problems.append(Problem(cell.address, sentence))
        else:
            found[column] = meaning
    issued = set(filter(str.isdigit, identity.get("members", "").split(",")))
    problems += [
        Problem("", _("The columns of “%(name)s” are missing. Put them back.") % {"name": m.name})
        for m in book.members
        if str(m.key) in issued
        and not set(book.parts) <= {part for key, part in found.values() if key == m.key}
    ]
    known = {c for number in rows if number <= keyed for c in rows[number] if number >= head}
    return Columns(code_column(rows[head]), found, keyed, frozenset(known)), problems


def _of_stranger(mark):
    """The column of a member that is none of the book's any more: it may only be empty."""
    key, _colon, part = mark.removeprefix(KEY_MARK).partition(":")
    is_one = mark.startswith(KEY_MARK) and key.isascii() and key.isdigit() and len(key) < 18
    return (int(key), part) if is_one and part else None
