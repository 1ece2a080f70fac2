"""What is entered for a criterion, as a cell shows it, and read from a cell again. Pure."""

import re
from decimal import Decimal

from django.utils.translation import gettext as _

from vietnamese.text import nfc, search_key

from ..kinds import Method
from .points import WrongPoints, number_of, points_of

NOT_APPLICABLE = "không áp dụng"
YES, NO = "có", "không"
MOST = 10**13 - 1
LONGEST_REASON = 300
NUMBERED = re.compile(r"^(\d{1,2})\s*[.)]")


def shown_value(node, entry):
    """Return a number, a text, or None for the cell of a criterion's value."""
    if not entry.applies:
        return NOT_APPLICABLE
    if entry.value is None:
        return None
    if node.rule.method == Method.YES_NO:
        return YES if entry.value else NO
    if node.rule.has_named_tiers:
        return tier_names(node.rule)[int(entry.value) - 1]
    return entry.value


def choices(node):
    """What can be chosen in the cell instead of typed; () where a number is typed."""
    found = ()
    if node.rule.method == Method.YES_NO:
        found = (YES, NO)
    elif node.rule.has_named_tiers:
        found = tier_names(node.rule)
    return (*found, NOT_APPLICABLE) if found and node.rule.may_not_apply else found


def tier_names(rule):
    return tuple(f"{number}. {tier.label}" for number, tier in enumerate(rule.tiers, start=1))


def value_of(node, cell, decimal_sign=""):
    """Return (value, whether it applies) of a cell that is not empty. Raises WrongPoints."""
    text = search_key(cell.text) if isinstance(cell.value, str) else ""
    if text and text == search_key(NOT_APPLICABLE):
        return None, False
    if node.rule.method == Method.JUDGED:
        return points_of(cell, node.maximum, decimal_sign), True
    if text and node.rule.method == Method.YES_NO:
        known = {search_key(YES): Decimal(1), search_key(NO): Decimal(0)}
        if text in known:
            return known[text], True
    if text and node.rule.has_named_tiers and (number := _tier(node.rule, cell.text, text)):
        return Decimal(number), True
    return figure_of(node, cell, decimal_sign), True


def figure_of(node, cell, decimal_sign=""):
    """Return the figure in a cell. Raises WrongPoints; a percentage is one where per cent count."""
    if cell.is_percent and "%" in node.rule.unit and isinstance(cell.value, int | float):
        cell = type(cell)(cell.row, cell.column, round(cell.value * 100, 6))
    figure = number_of(cell, decimal_sign, MOST)
    if figure < 0:
        raise WrongPoints(_("a figure is not below 0."))
    return figure


def reason_of(cell):
    """Return the words in a cell, "" for none. Raises WrongPoints where they are too many."""
    if cell is None or cell.value is None:
        return ""
    text = nfc(str(cell.value)).strip()
    if len(text) > LONGEST_REASON:
        raise WrongPoints(_("A reason has 300 characters at most."))
    return text


def _tier(rule, written, key):
    if found := NUMBERED.match(written):
        return int(found[1])
    labels = [search_key(tier.label) for tier in rule.tiers]
    return labels.index(key) + 1 if labels.count(key) == 1 else None
