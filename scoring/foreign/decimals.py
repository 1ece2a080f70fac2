"""Which sign of a sheet's numbers is the decimal one, as far as its other cells prove it."""

import re

from vietnamese.numbers import LONE_GROUP

COMMA = re.compile(
    r"[-−]?(?:\d+,(?:\d{1,2}|\d{4,})|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,})"
)
POINT = re.compile(
    r"[-−]?(?:\d+\.(?:\d{1,2}|\d{4,})|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,})"
)


def is_ambiguous(cell):
    """Whether a cell is a text such as 1.234, which offices read in two ways (field.md §8.4)."""
    return isinstance(cell.value, str) and bool(LONE_GROUP.fullmatch(cell.value.strip()))


def proven_sign(cells):
    """Return "," or "." where the texts among the cells prove it; "" where none or both do."""
    texts = [cell.value.strip() for cell in cells if isinstance(cell.value, str)]
    comma = any(COMMA.fullmatch(text) for text in texts)
    point = any(POINT.fullmatch(text) for text in texts)
    return "" if comma == point else "," if comma else "."
