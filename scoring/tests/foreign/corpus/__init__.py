"""Awkward workbooks that the tests make themselves, each with what must come of it."""

from . import criteria, members, numbers, shapes
from .cases import CASES, NUMBERS, changed, headed

__all__ = ["CASES", "NUMBERS", "changed", "criteria", "headed", "members", "numbers", "shapes"]
