"""The points in one cell, or the sentence that says how to mend it. Pure."""

from decimal import Decimal

from django.utils.translation import gettext as _

from vietnamese.numbers import UnreadableNumber, read_decimal, show_decimal

CENT = Decimal("0.01")
NOISE = Decimal("0.000001")  # what a formula such as 0.1 + 0.2 leaves behind
LONGEST = 2000


class WrongPoints(ValueError):
    """The cell holds no points that can be stored; the message says what to do."""


def points_of(cell, maximum, decimal_sign=""):
    """Return the points in a cell, between 0 and `maximum`. Raises WrongPoints.

    `decimal_sign` is that of the texts of the sheet, where it is known.
    """
    points = number_of(cell, decimal_sign)
    if points < 0:
        raise WrongPoints(
            _("%(points)s is negative. Write penalties as positive numbers too.")
            % {"points": show_decimal(points)}
        )
    if points > maximum:
        raise WrongPoints(
            _("%(points)s is more than the %(maximum)s points that the criterion allows.")
            % {"points": show_decimal(points), "maximum": show_decimal(maximum)}
        )
    return points


def number_of(cell, decimal_sign="", most=10**9):
    """Return the number in a cell, with two decimals and up to `most`. Raises WrongPoints."""
    value = cell.value
    if value is None or (cell.is_formula and isinstance(value, str) and not value.strip()):
        raise WrongPoints(
            _("The formula has no stored value. Open the file in Excel, press Save, upload again.")
        )
    if cell.is_error:
        raise WrongPoints(
            _("The formula gives the error %(error)s. Correct it, or type the points.")
            % {"error": str(value)[:20]}
        )
    if isinstance(value, str):
        return _of_text(value, decimal_sign, most)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise WrongPoints(
            _("This is a date or another value that is no number. Set the cell's format to Number.")
        )
    if cell.is_percent:
        raise WrongPoints(
            _("This is a percentage. Write the points, and set the cell's format to Number.")
        )
    return _rounded(value, most)


def _of_text(text, decimal_sign, most):
    if len(text) > LONGEST:
        raise WrongPoints(_("The text is too long. Write the points as a number."))
    try:
        number = read_decimal(text, decimal_sign=decimal_sign)
    except UnreadableNumber as error:
        raise WrongPoints(str(error)[:300]) from None
    if abs(number) > most:
        raise WrongPoints(_("This is not a number of points."))
    return number


def _rounded(value, most):
    if value != value or abs(value) > most:
        raise WrongPoints(_("This is not a number of points."))
    exact = Decimal(repr(value))
    points = exact.quantize(CENT)
    if abs(exact - points) > NOISE:
        raise WrongPoints(
            _("%(points)s has too many decimals: write two at most.")
            % {"points": show_decimal(exact.quantize(NOISE))}
        )
    return points + 0  # no negative zero
