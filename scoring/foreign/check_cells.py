"""A confirmed table of checks becomes entries: figures as they stand, points where they can. Pure.

Checkers write points, and the check keeps figures. Points that are those of the self-score mean its
figure; others are taken where exactly one figure gives them, else the figure is asked for.
"""

from dataclasses import replace
from decimal import Decimal

from django.utils.translation import gettext as _

from vietnamese.text import search_key

from ..entries import EMPTY
from ..kinds import Method
from ..tree import leaves
from ..workbook.heads import MAX_PROBLEMS, Columns, Problem
from ..workbook.points import WrongPoints, points_of
from ..workbook.read import Reading
from ..workbook.stage_cells import Criterion, Wrong
from ..workbook.stage_layout import CHECK, POINTS, REASON, TARGET
from ..workbook.values import NOT_APPLICABLE
from .of_checks import STRIDE, VALUES, part_of
from .of_sheet import merged_sentence


def apply_to_checks(grid, mapping, book):
    """Return the `Reading` of a grid, turned as confirmed, by a `Mapping` that fits `book`."""
    nodes = {node.pk: node for node in leaves(book.sections)}
    meanings = {c: (key // STRIDE, part_of(key)) for c, key in mapping.members.items()}
    columns = Columns(0, meanings, mapping.head[1], frozenset())
    wanted, problems = {}, []
    for row, pk in sorted(mapping.rows.items()):
        given = {meaning: grid.shown(row, column) for column, meaning in meanings.items()}
        given = {meaning: cell for meaning, cell in given.items() if cell is not None}
        problems += _shared(grid, row, meanings, mapping)
        read = CheckedCriterion(
            book, nodes[pk], given, columns, problems, own_layout=True, sign=mapping.decimal_sign
        )
        wanted |= read.read()
    return Reading(wanted, tuple(problems[:MAX_PROBLEMS]))


def _shared(grid, row, meanings, mapping):
    """A number that is merged over several members or criteria is nobody's; a reason may be."""
    values = {column for column, (_seat, part) in meanings.items() if part != REASON}
    for column in values:
        merged = grid.shape.merged_at(row, column)
        if merged is None:
            continue
        rows = [each for each in mapping.rows if merged[0] <= each <= merged[2]]
        columns = [each for each in values if merged[1] <= each <= merged[3]]
        if len(rows) > 1 or len(columns) > 1:
            yield Problem(grid.address(row, column), merged_sentence())


class CheckedCriterion(Criterion):
    """A criterion in a checker's own table: points of what is judged, figures or points else."""

    def _entry(self, key):
        parts = [part for part in VALUES if (key, part) in self.parts]
        if not parts or self.node.rule.method == Method.OVER_FULFILMENT:
            return None
        first = POINTS if self.is_judged else CHECK
        order = sorted(parts, key=lambda part: part != first)
        part = next((part for part in order if (key, part) in self.given), order[0])
        cell = self.given.get((key, part))
        try:
            entry = self._of_cells(key, cell, self.given.get((key, REASON)))
        except Wrong:
            return None
        entry = self._with_stored(key, entry)
        return entry if self._is_allowed(key, entry, cell) else None

    def _value(self, key, cell):
        is_points = cell is self.given.get((key, POINTS)) and not self.is_judged
        if not is_points or search_key(cell.text) == search_key(NOT_APPLICABLE):
            return super()._value(key, cell)
        return self._behind(key, points_of(cell, self.node.maximum, self.sign))

    def _with_stored(self, key, entry):
        """What the table does not say: the target stays, and the reason of what stays the same."""
        if entry.is_empty:
            return entry
        stored, before = (
            known.get((key, self.node.pk), EMPTY) for known in (self.book.entries, self.book.before)
        )
        if (key, TARGET) not in self.given and entry.applies and not self.is_judged:
            entry = replace(entry, target=(before if stored.is_empty else stored).target)
        if (key, REASON) not in self.parts and entry.content == stored.content:
            entry = replace(entry, reason=stored.reason)
        return entry

    def _behind(self, key, points):
        """(figure, whether it applies) that the points mean. Raises WrongPoints."""
        place = key, self.node.pk
        known = ((self.book.points, self.book.entries), (self.book.points_before, self.book.before))
        for points_known, entries in known:
            if place in entries and points_known.get(place) == points:
                return entries[place].value, entries[place].applies
        return figure_behind(self.node, points), True


def figure_behind(node, points):
    """Return the only figure that gives these points. Raises WrongPoints where there is none.

    At its cap a count may be any number from there on, so nothing is taken for it.
    """
    rule, rest = node.rule, node.maximum - points
    if rule.method == Method.YES_NO and points in (0, node.maximum):
        return Decimal(bool(points))
    if rule.method == Method.STEPS_DOWN and points and rest % rule.each == 0:
        return rest / rule.each
    if rule.method == Method.PER_OCCURRENCE and rest and points % rule.each == 0:
        return points / rule.each
    tiers = [n for n, tier in enumerate(rule.tiers, start=1) if tier.points == points]
    if rule.has_named_tiers and len(tiers) == 1:
        return Decimal(tiers[0])
    raise WrongPoints(
        _(
            "these are not the points of the self-score, and they follow from a figure: write the "
            "figure that the check found, in a column of its own"
        )
    )
