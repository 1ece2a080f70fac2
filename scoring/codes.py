"""The code that is proposed for a new criterion; people may write another."""

from itertools import count

NUMERALS = [(50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]


def next_code(taken, parent_code=""):
    """Return the first free one of I, II, III … for a section, of I.1, I.2 … below I."""
    return next(code for code in _codes(parent_code) if code not in taken)


def roman(number):
    """Return a number from 1 to 89 as a Roman numeral, the numbering of sections: IV."""
    written = ""
    for value, letters in NUMERALS:
        written += letters * (number // value)
        number %= value
    return written


def _codes(parent_code):
    return (f"{parent_code}.{each}" if parent_code else roman(each) for each in count(1))
