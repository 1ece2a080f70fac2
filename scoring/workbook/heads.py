"""For what a workbook was issued, and which of its columns is which member. Pure."""

from dataclasses import dataclass
from itertools import islice

from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter

from vietnamese.text import search_key

from .layout import CODE, KEY_MARK, MAXIMUM, PROGRAM, TEXT

MAX_PROBLEMS = 200
HEAD_ROWS = 30


@dataclass(frozen=True)
class Problem:
    """What is wrong and what to do; `cell` is "" where the workbook as a whole is meant."""

    cell: str
    sentence: str


@dataclass(frozen=True)
class Columns:
    """The column of the codes, {column: key of the member}, and the last row of the heading.

    `known` are all columns with a heading, those of text and maximum too.
    """

    code: int
    members: dict
    last_row: int
    known: frozenset


def identity_problems(identity, book):
    """Say what the workbook was issued for instead of this; [] if it is the right one."""
    if identity.get("program") != PROGRAM:
        return [
            _whole(_("This is not a score workbook of this site. Download it here, fill it in."))
        ]
    if "province" in identity:
        return [
            _whole(_("This is the workbook of a whole province. Upload it on the province's page."))
        ]
    problems = []
    if identity.get("bloc") != book.slug:
        problems.append(_whole(_("The workbook was issued for another bloc.")))
    if identity.get("year") != str(book.year):
        values = {"theirs": identity.get("year", "")[:10], "ours": book.year}
        sentence = _("The workbook was issued for %(theirs)s, not for %(ours)s.") % values
        problems.append(_whole(sentence))
    if identity.get("stage") != book.stage:
        sentence = _(
            "The workbook was issued for another stage of the scoring: “%(theirs)s”, and this is "
            "“%(ours)s”. Upload it on the page of its own stage."
        )
        known = stage_names()
        values = {
            "theirs": known.get(identity.get("stage"), "?"),
            "ours": known.get(book.stage, "?"),
        }
        problems.append(_whole(sentence % values))
    if not problems and identity.get("version") != book.version:
        sentence = _(
            "The criteria have changed since this workbook was issued. Download it again and copy "
            "the points into it."
        )
        problems.append(_whole(sentence))
    return problems


def stage_names():
    """The stages for which a workbook is issued, in words."""
    return {
        "self": _("self-scored"),
        "checked": _("cross-checked"),
        "agreed": _("agreed by the bloc"),
    }


def find_columns(rows, book):
    """Return (Columns, problems); None instead of columns where there is no heading.

    A member's column is known by its hidden key, else by any of its names in the heading.
    """
    head = head_row(rows)
    if head is None:
        sentence = _("The heading with “%(code)s” is missing. Put it back, or download it again.")
        return None, [_whole(sentence % {"code": CODE})]
    keyed = next((n for n in _head_rows(rows) if _is_keyed(rows[n])), head)
    code = _column_of(rows[head], CODE)
    members, problems = _members(rows[head], rows[keyed], book)
    missing = [member for member in book.members if member.key not in members.values()]
    problems += [
        _whole(_("The column of “%(name)s” is missing. Put it back.") % {"name": member.name})
        for member in missing
    ]
    return Columns(
        code, members, max(head, keyed), frozenset({*rows[head], *rows[keyed]})
    ), problems


def _members(head, keyed, book):
    marks = {member.mark: member.key for member in book.members}
    names = _names(book.members)
    fixed = {search_key(each) for each in (CODE, TEXT, MAXIMUM)}
    found, problems = {}, []
    for column in sorted({*head, *keyed}):
        title = head[column].text if column in head else ""
        mark = keyed[column].text if column in keyed else ""
        if search_key(title) in fixed or mark == KEY_MARK:
            continue
        key = marks.get(mark) or names.get(search_key(title))
        where = f"{get_column_letter(column)}{(head.get(column) or keyed.get(column)).row}"
        if key is None:
            sentence = _(
                "“%(title)s” is no member of the bloc this year. Correct the name or delete the "
                "column."
            )
            problems.append(Problem(where, sentence % {"title": title[:80]}))
        elif key in found.values():
            sentence = _("“%(title)s” has two columns. Delete one of them.")
            problems.append(Problem(where, sentence % {"title": title[:80]}))
        else:
            found[column] = key
    return found, problems


def _names(members):
    """{search key of a name: member's key}; what two members share names neither."""
    found = {}
    for member in members:
        for name in {search_key(each) for each in (member.name, *member.others)} - {""}:
            found[name] = None if name in found else member.key
    return found


def head_row(rows):
    """The number of the row with the heading of the codes, or None."""
    return next((n for n in _head_rows(rows) if _column_of(rows[n], CODE)), None)


def keyed_row(rows):
    """The number of the row of hidden keys, or None."""
    return next((n for n in _head_rows(rows) if _is_keyed(rows[n])), None)


def code_column(row):
    return _column_of(row, CODE)


def _head_rows(rows):
    return islice(sorted(rows), HEAD_ROWS)


def _column_of(row, title):
    key = search_key(title)
    return next((column for column, cell in row.items() if search_key(cell.text) == key), None)


def _is_keyed(row):
    return any(cell.text.startswith(KEY_MARK) for cell in row.values())


def _whole(sentence):
    return Problem("", sentence)
