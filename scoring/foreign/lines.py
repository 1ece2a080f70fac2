"""Which row of a sheet is which criterion, and which are sums, totals and footers."""

import re
from collections import defaultdict
from dataclasses import replace

from django.utils.translation import gettext as _

from vietnamese.text import search_key

from .columns import has_points
from .guesses import RowGuess

# “Tổng điểm (I + II)”, but not “Tổng kết phong trào đúng hạn”: only words that add up follow.
TOTALS = re.compile(
    r"(?:tong|cong|xep hang|xep loai|thu hang|hang|diem trung binh|binh quan|diem binh quan|"
    r"trung binh|[σ∑])(?: (?:so|cong|hop|diem|cac|muc|phan|tieu chi|da tru|da|tru|thuong|chinh|"
    r"toan khoi|dat duoc|dat|chung|cuoi cung|[ivx]+|[a-d]|\d+))*"
)
NUMBER = re.compile(r"[-−]?\d[\d.,]*")
FOOTERS = re.compile(
    r"^(?:nguoi lap|lap bieu|chu tich|truong khoi|khoi truong|cum truong|t m|tm|ghi chu|luu y|"
    r"noi nhan|ngay\b.*thang|.*\bngay\b.*\bthang\b.*\bnam)"
)


def guess_rows(grid, head, code, text, criteria, columns):
    """Return a `RowGuess` for each row below the heading; `columns` are those with points."""
    found, path = [], ()
    for row in sorted(row for row in grid.rows if row > head.last):
        guess, node = _guess(grid, row, (code, text), criteria, columns, path)
        found.append(guess)
        if node is not None and guess.sure:
            above = criteria.path_of[node.code]
            path = above if node.children else above[:-1]
    return _doubles_asked(found)


def _guess(grid, row, keys, criteria, columns, path):
    label, text = (grid.cell(row, column) if column else None for column in keys)
    shown = " – ".join(cell.text[:200] for cell in (label, text) if cell)
    has_any = any(has_points(grid.cell(row, column)) for column in columns)
    found = criteria.find(label, text, path)
    if found.sure:
        return _known(grid, row, shown, found.nodes[0], has_any), found.nodes[0]
    if not has_any or _is_total(grid, row, keys) or _is_footer(grid, row, columns):
        return RowGuess(row, shown), None
    leaves = tuple(node.pk for node in found.nodes if not node.children)
    return RowGuess(row, shown, None, False, _which(shown, found.nodes), leaves), None


def _known(grid, row, shown, node, has_any):
    if node.children:
        return RowGuess(row, shown)
    if grid.shape.hides_row(row) and has_any:
        sentence = _("This row is hidden in the file. Is it to be read?")
        return RowGuess(row, shown, node.pk, False, sentence, (node.pk,))
    return RowGuess(row, shown, node.pk)


def _which(shown, nodes):
    if not shown:
        return _("This row has points but neither code nor text. Which criterion is it?")
    if len(nodes) > 1:
        return _("“%(label)s” may be several criteria. Which one is it?") % {"label": shown[:100]}
    if nodes:
        return _("“%(label)s” only resembles a criterion. Which one is it?") % {
            "label": shown[:100]
        }
    return _("“%(label)s” is no criterion that is known. Which one is it?") % {"label": shown[:100]}


def _is_total(grid, row, keys):
    """Whether the row says of itself, in its first texts, that it is a total or a rank."""
    cells = [cell for _column, cell in sorted(grid.rows[row].items())][:3]
    cells += [grid.cell(row, column) for column in keys if column]
    return any(TOTALS.fullmatch(word) for word in _words(cells))


def _is_footer(grid, row, columns):
    """Whether the row is a date or a signature; never one with a plain number for a member."""
    cells = (grid.cell(row, column) for column in columns)
    if any(cell and (cell.is_formula or NUMBER.fullmatch(cell.text)) for cell in cells):
        return False
    return any(FOOTERS.match(word) for word in _words(grid.rows[row].values()))


def _words(cells):
    texts = [cell.text for cell in cells if cell and isinstance(cell.value, str)]
    return [search_key(text) or text.strip().casefold() for text in texts]


def _doubles_asked(found):
    """Two rows of one criterion: neither is taken without being asked."""
    rows = defaultdict(list)
    for guess in found:
        if guess.pk is not None:
            rows[guess.pk].append(guess)
    sentence = _("Several rows mean the same criterion. Which one is to be read?")
    return tuple(
        replace(guess, sure=False, why=sentence, suggestions=(guess.pk,))
        if guess.pk is not None and len(rows[guess.pk]) > 1
        else guess
        for guess in found
    )
