"""Decimals, read and written as Vietnamese offices do: 1.234.567,5. Never through float."""

import re
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _

PLAIN = re.compile(r"([-−]?)(\d+)(?:[.,](\d+))?", re.ASCII)
GROUPED = [
    re.compile(r"([-−]?)(\d{1,3}(?:\.\d{3})+)(?:,(\d+))?", re.ASCII),  # 1.234.567,5
    re.compile(r"([-−]?)(\d{1,3}(?:,\d{3})+)(?:\.(\d+))?", re.ASCII),  # 1,234,567.5
]
LONE_GROUP = re.compile(r"[-−]?[1-9]\d{0,2}[.,]\d{3}", re.ASCII)


class UnreadableNumber(ValueError):
    """A text that is not read as a number; the message says how to write it.

    `code` is "invalid", "ambiguous" or "too_many_decimals".
    """

    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


def read_decimal(text, *, places=2, decimal_sign=""):
    """Return the number written as 9,5, 9.5, 1.234,5 or 1,234.5, with `places` decimals at most.

    `decimal_sign` is "," or "." where it is known; it settles 1.234 and nothing else.

    Raise UnreadableNumber for anything else: more decimals, which the program must not round away
    (docs/field.md §3.3); and 1.234 or 1,234, which mean one thousand to one office and a bit over
    one to another (docs/field.md §8.4).
    """
    text = text.strip()
    if LONE_GROUP.fullmatch(text) and not decimal_sign:
        raise UnreadableNumber("ambiguous", _ambiguous(text))
    patterns = [PLAIN, *GROUPED]
    if LONE_GROUP.fullmatch(text) and decimal_sign not in text:
        patterns = GROUPED
    written = next(filter(None, (each.fullmatch(text) for each in patterns)), None)
    if written is None:
        message = _("“%(text)s” is not a number. Write for example 9,5 or 12.")
        raise UnreadableNumber("invalid", message % {"text": text})
    sign, whole, decimals = written.groups(default="")
    if len(decimals.rstrip("0")) > places:
        message = _("“%(text)s” has too many decimals: write %(places)s at most.")
        raise UnreadableNumber("too_many_decimals", message % {"text": text, "places": places})
    whole = whole.replace(".", "").replace(",", "")
    return Decimal(f"{'-' if sign else ''}{whole}.{decimals[:places] or '0'}")


def write_decimal(value, *, places=None, grouped=True):
    """Return a number as Vietnamese papers print it: 1.234,5.

    `places` prints exactly so many decimals (947,50) and raises ValueError where the number has
    more; without it no closing zeros are printed. `grouped=False` leaves the thousands' dots out,
    as in a field to be typed in.
    """
    if places is not None and value != round(value, places):
        raise ValueError(f"{value} has more than {places} decimals")
    shown = round(value, places) if places is not None else trimmed(value)
    text = f"{shown:,f}" if grouped else f"{shown:f}"
    return text.translate(str.maketrans(",.", ".,"))


def show_decimal(value, places=None):
    """Return a number for the screen, as the language of the page writes it: 1.234,5 or 1,234.5.

    `places` shows exactly so many decimals, so that the figures of a column stand aligned.
    """
    return number_format(trimmed(value) if places is None else value, decimal_pos=places)


def trimmed(value):
    """Return the same number without closing zeros, and without an exponent: 600.00 is 600."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _ambiguous(text):
    digits = re.sub(r"[.,]", "", text)
    sentence = _(
        "“%(text)s” can be read in two ways. Write %(whole)s without dots or commas, or a number "
        "with two decimals at most."
    )
    return sentence % {"text": text, "whole": digits}
