"""Read the workbook of a criteria set whole: the set, or every problem with its cell."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter

from vietnamese.text import nfc, search_key

from ..arithmetic import CENT
from ..asking import faults
from ..examples import faults_of
from ..kinds import NotApplicable
from ..tree import DEEPEST_LEVEL, Node
from ..workbook import limits
from ..workbook.cells import UnreadableWorkbook, open_cells
from ..workbook.heads import MAX_PROBLEMS, Problem
from .layout import HEADS, NOTE, POLICIES, POLICY, SAMPLE, STEP, TITLE, YES, SetContent
from .rows import Line, Wrong, chosen, number, read_line, words

HEAD_ROWS = 20


@dataclass
class _Place:
    """A criterion being put in its place: its line, its level and those below it."""

    line: Line
    level: int
    kind: str
    children: list = field(default_factory=list)


def read(content):
    """Return (SetContent, problems): the set may be used only where there are no problems."""
    if sentence := limits.refusal(content):
        return None, [Problem("", sentence)]
    try:
        found = open_cells(content)
    except UnreadableWorkbook:
        return None, [
            Problem("", _("The file cannot be read. Open it in Excel, save it, try again."))
        ]
    head = next((n for n in sorted(found.rows)[:HEAD_ROWS] if _heads(found.rows[n])), None)
    if head is None:
        sentence = _("The heading with “%(code)s”, “%(text)s” and “%(maximum)s” is missing.")
        values = {name: HEADS[name] for name in ("code", "text", "maximum")}
        return None, [Problem("", sentence % values)]
    if found.has_more_rows:
        return None, [Problem("", _("The sheet has too many rows. Delete the rest."))]
    problems = []
    settings = _settings(found.rows, head, problems)
    columns = _heads(found.rows[head])
    lines = [
        line
        for n in sorted(found.rows)
        if n > head and (line := read_line(n, found.rows[n], columns, problems))
    ]
    sections = _grow(lines, columns, settings["rounding_step"], problems)
    if not lines and not problems:
        problems.append(Problem("", _("There is no criterion in the file.")))
    return SetContent(sections=sections, **settings), problems[:MAX_PROBLEMS]


def _heads(row):
    """{name of a column: its number}, or nothing where it is no heading."""
    titles = {search_key(title): name for name, title in HEADS.items()}
    found = {titles[key]: c for c, cell in row.items() if (key := search_key(cell.text)) in titles}
    return found if {"code", "text", "maximum"} <= set(found) else {}


def _settings(rows, head, problems):
    """What stands above the heading: a name in the first column, its value in one of the next."""
    given = {}
    for row in (rows[n] for n in sorted(rows) if n < head):
        cells = [row[c] for c in sorted(row)]
        if len(cells) > 1:
            given[search_key(cells[0].text)] = cells[1]

    def read_as(name, reader, empty):
        cell = given.get(search_key(name))
        try:
            return empty if cell is None else reader(cell)
        except Wrong as wrong:
            problems.append(Problem(cell.address, f"{name}: {wrong}"))
            return empty

    step = read_as(STEP, number, CENT)
    if not CENT <= step <= 10:
        problems.append(Problem(given[search_key(STEP)].address, _("Write a step above 0.")))
        step = CENT
    return {
        "title": read_as(TITLE, lambda cell: words(cell, 200), ""),
        "note": read_as(NOTE, lambda cell: nfc(str(cell.value)).strip(), ""),
        "rounding_step": step,
        "not_applicable": read_as(POLICY, lambda c: chosen(c, POLICIES), NotApplicable.NEVER),
        "is_sample": read_as(SAMPLE, lambda c: search_key(c.text) == search_key(YES), False),
    }


def _grow(lines, columns, step, problems):
    """Put every line below its parent, check it, and return the sections as nodes."""
    places, roots, seen = {}, [], {}
    for line in lines:
        if line.code in seen:
            sentence = _("The code %(code)s stands in row %(row)s already.")
            values = {"code": line.code[:20], "row": seen[line.code]}
            problems.append(Problem(_at(columns, "code", line.row), sentence % values))
            continue
        seen[line.code] = line.row
        above = places.get(line.parent)
        if line.parent and (above is None or above.level >= DEEPEST_LEVEL):
            sentence = _("There is no criterion “%(code)s” above this row to stand below.")
            where = _at(columns, "parent", line.row)
            problems.append(Problem(where, sentence % {"code": line.parent[:20]}))
            continue
        kind = line.kind or (above.kind if above else "ordinary")
        if above and kind != above.kind:
            sentence = _("A criterion gives points of the kind of its section.")
            problems.append(Problem(_at(columns, "kind", line.row), sentence))
        place = _Place(line, above.level + 1 if above else 1, kind)
        places[line.code] = place
        (above.children if above else roots).append(place)
    return tuple(_node(place, columns, step, problems) for place in roots)


def _node(place, columns, step, problems):
    line = place.line
    children = tuple(_node(child, columns, step, problems) for child in place.children)
    if children:
        return Node(line.code, line.text, place.kind, line.maximum, children)
    for fault in faults(line.rule, line.maximum, place.kind) if line.is_whole else ():
        problems.append(Problem(_at(columns, fault.field, line.row), fault.sentence))
    if line.is_whole and not faults(line.rule, line.maximum, place.kind):
        for sentence in faults_of(line.examples, line.rule, line.maximum, step):
            problems.append(Problem(_at(columns, "examples", line.row), sentence))
    return Node(line.code, line.text, place.kind, line.maximum, (), None, line.rule, line.examples)


def _at(columns, name, row):
    """The cell of a row: where its column is missing, that of the code."""
    return f"{get_column_letter(columns.get(name, columns['code']))}{row}"
