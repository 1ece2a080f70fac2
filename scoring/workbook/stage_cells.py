"""One criterion of a filled-in workbook of a stage: its cells become entries, or problems. Pure."""

from dataclasses import replace
from decimal import Decimal

from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter

from ..entries import EMPTY, Entry
from ..kinds import Method
from ..wrong_figures import problem_of
from .heads import Problem
from .points import WrongPoints
from .stage_layout import CHECK, FIGURE, POINTS, REASON, TARGET, WHY
from .values import figure_of, reason_of, value_of


class Wrong(Exception):
    """A cell of this entry cannot be read; it was said already."""


class Criterion:
    """`given` is {(key of the member, part): cell}; what is wrong with a cell joins `problems`.

    `columns.members` says which parts the file has. `own_layout`: a table that was not issued here,
    which may hold points beside figures; what it has no column for stays as it is stored.
    """

    def __init__(self, book, node, given, columns, problems, *, own_layout=False, sign=""):
        self.book, self.node, self.given = book, node, given
        self.columns, self.problems = columns, problems
        self.own_layout, self.sign = own_layout, sign
        self.parts = set(columns.members.values())

    @property
    def is_judged(self):
        return self.node.rule.method == Method.JUDGED

    def read(self):
        """{(key of the member, pk): Entry} of the members that the file has and may be written."""
        there = {key for key, _part in self.parts}
        for key in sorted(there - {member.key for member in self.book.members}):
            self._refuse_written(key)
        found = {m.key: self._entry(m.key) for m in self.book.members if m.key in there}
        return {(key, self.node.pk): e for key, e in found.items() if e is not None}

    def _entry(self, key):
        """The Entry of a member, or None where nothing is said of it, or nothing can be read."""
        part, words = (self._part_of_self(key), WHY) if self.book.is_self else (CHECK, REASON)
        cell = self.given.get((key, part))
        if self.node.rule.method == Method.OVER_FULFILMENT:
            if cell is not None and not cell.is_formula and not self.own_layout:
                self._wrong(cell, _("its points follow from the other criteria"))
            return None
        if (key, part) not in self.parts:
            return None
        try:
            entry = self._of_cells(key, cell, self.given.get((key, words)))
        except Wrong:
            return None
        if self.own_layout:
            entry = self._with_stored(key, entry)
        return entry if self._is_allowed(key, entry, cell) else None

    def _part_of_self(self, key):
        """Judged criteria are given in points, all others in figures; the rest stays empty."""
        part, other = (POINTS, FIGURE) if self.is_judged else (FIGURE, POINTS)
        cell = self.given.get((key, other))
        is_beside = self.own_layout and (key, part) in self.given
        follows = self.node.rule.method == Method.OVER_FULFILMENT
        if cell is None or is_beside or follows or (cell.is_formula and not self.own_layout):
            return part
        if self.is_judged:
            sentence = _("this criterion is judged: write points, not a figure")
        else:
            sentence = _("the points follow from the figure: write the figure, not the points")
        self._wrong(cell, sentence)
        return part

    def _of_cells(self, key, cell, words):
        if cell is None:
            return EMPTY
        value, applies = self._careful(cell, self._value, key, cell)
        target = self.given.get((key, TARGET)) if applies and not self.is_judged else None
        target = target and self._careful(target, figure_of, self.node, target, self.sign)
        reason = self._careful(words, reason_of, words)
        return Entry(value, target, applies, reason)

    def _value(self, _key, cell):
        """(value, whether it applies) in a cell. Raises WrongPoints."""
        return value_of(self.node, cell, self.sign)

    def _with_stored(self, key, entry):
        """What a table of another layout has no column for stays as it is stored."""
        stored = self.book.entries.get((key, self.node.pk), EMPTY)
        if entry.is_empty:
            return entry
        if (key, WHY) not in self.parts:
            entry = replace(entry, reason=stored.reason)
        if (key, TARGET) not in self.parts and entry.applies and not self.is_judged:
            entry = replace(entry, target=stored.target)
        return entry

    def _is_allowed(self, key, entry, cell):
        """Whether the rule has an answer for it, and what differs says why."""
        if sentence := problem_of(self.node, entry):
            where = self._blamed(key, entry, cell).address
            self.problems.append(Problem(where, _named(self.node, sentence)))
            return False
        place = key, self.node.pk
        before, stored = self.book.before.get(place), self.book.entries.get(place)
        if self.book.is_self or entry.is_empty or before is None or entry.reason:
            return True
        if self.own_layout:
            return True  # the preview asks for the reason
        if entry.content != before.content and entry != stored:
            sentence = _("%(codes)s: say why it differs from the stage before.")
            where = self._address(key, REASON, cell)
            self.problems.append(Problem(where, sentence % {"codes": self.node.code}))
            return False
        return True

    def _blamed(self, key, entry, cell):
        """The cell to mend: that of the target where another target would do."""
        target = self.given.get((key, TARGET))
        with_another = replace(entry, target=Decimal(1))
        return target if target and problem_of(self.node, with_another) is None else cell

    def _refuse_written(self, key):
        """In a column that may not be written there may be nothing."""
        is_own = key in {member.key for member in self.book.locked}
        sentence = (
            _("No organisation checks its own sheet.")
            if is_own
            else _("Another organisation checks this sheet.")
        )
        for part in (CHECK, REASON):
            cell = self.given.get((key, part))
            if cell is not None and not cell.is_formula:
                self._wrong(cell, sentence)

    def _careful(self, cell, read, *args):
        try:
            return read(*args)
        except WrongPoints as wrong:
            self._wrong(cell, str(wrong))
            raise Wrong from wrong

    def _wrong(self, cell, sentence):
        self.problems.append(Problem(cell.address, f"{self.node.code}: {sentence}"))

    def _address(self, key, part, near):
        for column, meaning in self.columns.members.items():
            if meaning == (key, part):
                return f"{get_column_letter(column)}{near.row}"
        return near.address


def _named(node, sentence):
    """`problem_of` names the criterion in most of its sentences."""
    return sentence if sentence.startswith(f"{node.code}: ") else f"{node.code}: {sentence}"
