"""Which criterion a row means: by its code, however a spreadsheet mangled it, and by its text."""

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from vietnamese.text import nfc, search_key

from ..tree import rows

WORDS = re.compile(r"^(?:mục|phần|tiêu chí|điều|khoản|điểm|tc)\s+(?=[\dIVXa-zđ])", re.IGNORECASE)
LEADING = re.compile(
    r"^\(?((?:[IVX]{1,5}|\d{1,3}|[a-zđA-Z])(?:\.(?:\d{1,3}|[a-zđ]))*)[.):\-]*\s+(\S.*)$"
)
FEW_WORDS = 0.34
MANY_WORDS = 0.6
MOST_SUGGESTED = 3


@dataclass(frozen=True)
class Found:
    """The nodes that a row may mean, the likeliest first; one and sure, or to be asked about."""

    nodes: tuple = ()
    sure: bool = False
    by_code: bool = False


class Criteria:
    """The criteria of a book, to look rows up in, with the path of codes above each."""

    def __init__(self, sections):
        self.lines = rows(sections)
        self.nodes = [line.node for line in self.lines]
        self.path_of = _paths(sections)
        self.texts = {}
        for node in self.nodes:
            self.texts.setdefault(search_key(node.text), []).append(node)

    def find(self, label, text, path=()):
        """Return what a row means from the cell of its code and of its text; `path`: codes above.

        Where both speak they must agree; a code whose text is of something else is asked about.
        """
        if label is None and text is not None:
            label, text = _split(text)
        by_code = self.by_code(label, path)
        by_text = self.by_text(text)
        both = [node for node in by_code if node in by_text]
        if len(both) == 1:
            return Found(tuple(both), True, True)
        if len(by_text) == 1 and by_code and not self._is_written(label, by_code):
            return Found(tuple(by_text), True)  # numbers that begin anew are weaker than the text
        if by_code and by_text:
            return Found(tuple(dict.fromkeys([*by_text, *by_code])))
        if by_code:
            sure = len(by_code) == 1 and not self._is_other_text(text, by_code[0])
            return Found(tuple(by_code), sure, True)
        if by_text:
            return Found(tuple(by_text), len(by_text) == 1)
        return Found(self._similar(text))

    def by_code(self, label, path=()):
        """The nodes whose code may have become this cell."""
        value = getattr(label, "value", label)
        if isinstance(value, bool) or value is None:
            return []
        if isinstance(value, dt.datetime | dt.date):
            return self._with_codes(_of_date(value))
        if isinstance(value, int | float):
            return self._of_number(value, path)
        return self._of_text(str(value), path)

    def by_text(self, text):
        value = getattr(text, "value", text)
        if not isinstance(value, str):
            return []
        found = self.texts.get(search_key(value), [])
        return found or self.texts.get(search_key(_split(value)[1] or ""), [])

    def _is_written(self, label, nodes):
        """Whether the cell holds the very code of one of the nodes, not a part or ruin of it."""
        value = getattr(label, "value", label)
        return isinstance(value, str) and code_key(value) in {code_key(n.code) for n in nodes}

    def _of_text(self, text, path):
        plain = nfc(text).strip()
        exact = [node for node in self.nodes if node.code == plain]
        found = exact or self._with_codes({code_key(plain)})
        deeper = self._with_codes({f"{code_key(code)}.{code_key(plain)}" for code in path[-1:]})
        return found + [node for node in deeper if node not in found] or self._below(plain, path)

    def _of_number(self, value, path):
        if value != value or abs(value) > 10**6:
            return []
        exact = Decimal(repr(value))
        same = [node for node in self.nodes if _as_number(node.code) == exact]
        if isinstance(value, float) and not value.is_integer():
            return same
        return same or self._below(str(int(value)), path)

    def _below(self, label, path):
        """Numbers that begin anew below each section: “1” below II is II.1."""
        for code in reversed(path):
            if found := self._with_codes({f"{code_key(code)}.{code_key(label)}"}):
                return found
        return []

    def _with_codes(self, keys):
        return [node for node in self.nodes if code_key(node.code) in keys]

    def _is_other_text(self, text, node):
        """Whether a text has little of the node's, or more of another criterion's."""
        value = getattr(text, "value", text)
        if not isinstance(value, str):
            return False
        own = _shared(value, node.text)
        others = [_shared(value, each.text) for each in self.nodes if each is not node]
        nearest = max(others, default=0)
        return own < FEW_WORDS or (nearest > own and nearest >= MANY_WORDS)

    def _similar(self, text):
        value = getattr(text, "value", text)
        if not isinstance(value, str):
            return ()
        near = {node: _shared(value, node.text) for node in self.nodes if not node.children}
        found = [node for node in near if near[node] >= MANY_WORDS]
        return tuple(sorted(found, key=lambda node: -near[node])[:MOST_SUGGESTED])


def code_key(text):
    """What two ways of writing a code share: “Mục I.1.”, “i,1)” and “I.1”."""
    plain = WORDS.sub("", nfc(str(text)).strip())
    return re.sub(r"\s+", "", plain).replace(",", ".").casefold().strip("().:-")


def _paths(sections, path=()):
    found = {}
    for node in sections:
        found[node.code] = (*path, node.code)
        found |= _paths(node.children, (*path, node.code))
    return found


def _split(cell):
    """“1.1. Thực hiện …” in one cell: its code and its text."""
    value = getattr(cell, "value", cell)
    found = LEADING.match(" ".join(nfc(value).split())) if isinstance(value, str) else None
    return found.groups() if found else (None, value)


def _as_number(code):
    try:
        return Decimal(code)
    except InvalidOperation:
        return None


def _of_date(day):
    """1.2 typed into a cell becomes 1 February, or 2 January; 1.2.3 a day of 2003."""
    pairs = [(day.day, day.month), (day.month, day.day)]
    short = {f"{one}.{other}" for one, other in pairs}
    return short | {f"{each}.{day.year % 100}" for each in short}


def _shared(one, other):
    words, others = set(search_key(one).split()), set(search_key(other).split())
    least = min(len(words), len(others))
    return len(words & others) / least if least else 1.0
