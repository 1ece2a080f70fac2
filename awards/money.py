"""Award money: a multiple of the base salary (docs/field.md §1.8). Pure."""

from fractions import Fraction

UNIT = 10_000  # đồng


def amount(multiple, base_salary):
    """Return the money in đồng: `multiple` × `base_salary`, rounded up to 10 000 đồng.

    The base salary (đồng a month) is the one in force on the day of the decision. Both are exact,
    `multiple` a Decimal or a whole number above 0.
    """
    exact = Fraction(multiple) * Fraction(base_salary)
    return -(-exact // UNIT) * UNIT
