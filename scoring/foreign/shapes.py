"""What is merged and what is hidden on a sheet, from its own XML: a cell says neither. Pure."""

import re
from dataclasses import dataclass, replace
from functools import cached_property

from openpyxl.utils import range_boundaries

MOST_MERGED = 2000
ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
COLUMN = re.compile(rb"<(?:\w+:)?col\b([^>]*)>")
MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
NUMBER = re.compile(rb'\b(r|min|max)="(\d{1,7})"')


@dataclass(frozen=True)
class Shape:
    """Merged ranges as (first row, first column, last row, last column); hidden numbers.

    Hidden columns stand as pairs of first and last: a file may hide all 16.384.
    """

    merged: tuple = ()
    hidden_rows: frozenset = frozenset()
    hidden_columns: tuple = ()
    is_turned: bool = False

    @cached_property
    def turned(self):
        merged = tuple((c1, r1, c2, r2) for r1, c1, r2, c2 in self.merged)
        return replace(self, merged=merged, is_turned=not self.is_turned)

    def merged_at(self, row, column):
        """The merged range around a cell, or None."""
        inside = (
            each
            for each in self.merged
            if each[0] <= row <= each[2] and each[1] <= column <= each[3]
        )
        return next(inside, None)

    def corner(self, row, column):
        found = self.merged_at(row, column)
        return found[:2] if found else (row, column)

    def hides_row(self, row):
        return self._column(row) if self.is_turned else row in self.hidden_rows

    def hides_column(self, column):
        return column in self.hidden_rows if self.is_turned else self._column(column)

    def _column(self, column):
        return any(first <= column <= last for first, last in self.hidden_columns)


def shape_of(xml):
    """Return the `Shape` of the bytes of a worksheet; nothing of it is unpacked cell by cell."""
    rows = [dict(NUMBER.findall(tag)) for tag in ROW.findall(xml) if HIDDEN.search(tag)]
    columns = [dict(NUMBER.findall(tag)) for tag in COLUMN.findall(xml) if HIDDEN.search(tag)]
    return Shape(
        tuple(_merged(ref) for ref in MERGED.findall(xml)[:MOST_MERGED]),
        frozenset(int(row[b"r"]) for row in rows if b"r" in row),
        tuple((int(c[b"min"]), int(c[b"max"])) for c in columns if {b"min", b"max"} <= c.keys()),
    )


def _merged(ref):
    first_column, first_row, last_column, last_row = range_boundaries(ref.decode())
    return first_row, first_column, last_row, last_column
