"""Formulas that show the points of a criterion while its figure is being typed. Pure.

They are for the eye only: what is stored is counted anew from the figures when the file is read.
"""

from ..kinds import Method
from .values import NOT_APPLICABLE, YES

LATER = "tính khi tải lên"
DEFAULT = '""'


def formula(node, value, target, step, known=None):
    """Return the formula of the points for the cells `value` and `target` ("F9", "G9").

    `known`: (value, points) as they are stored; where Excel cannot count, they are shown as long as
    the value is still that one.
    """
    counted = _counted(node, value, target)
    if counted is None:
        counted = f'"{LATER}"'
        if known and known[1] is not None:
            counted = f'IF({value}={_literal(known[0])},{known[1]:f},"{LATER}")'
    else:
        capped = f"MIN({node.maximum:f},MAX(0,{counted}))"
        counted = f"ROUND({capped}/{step:f},0)*{step:f}"
    return f'=IF({value}="","",IF({value}="{NOT_APPLICABLE}","{LATER}",{counted}))'


def _counted(node, value, target):
    """The points before cap and rounding, or None for what follows from more than two cells."""
    rule, most = node.rule, f"{node.maximum:f}"
    if rule.method == Method.YES_NO:
        return f'IF(OR({value}="{YES}",{value}=1),{most},0)'
    if rule.method == Method.STEPS_DOWN and rule.each:
        return f"{most}-{value}*{rule.each:f}"
    if rule.method == Method.PER_OCCURRENCE and rule.each:
        return f"{value}*{rule.each:f}"
    plan = f'IF({target}="",{_plan(rule)},{target})'
    if rule.method == Method.LOWER_IS_BETTER:
        return f'IF({plan}="",0,IF({value}<={plan},{most},{most}*{plan}/{value}))'
    if rule.method == Method.PRO_RATA:
        reached = f"{most}*{value}/{plan}"
        if rule.floor:
            reached = f"IF({value}/{plan}*100<{rule.floor:f},0,{reached})"
        return f'IF({plan}="",0,{reached})'
    return None


def _plan(rule):
    return DEFAULT if rule.target is None else f"{rule.target:f}"


def _literal(value):
    if isinstance(value, str):
        return '"' + value.replace('"', '""') + '"'
    return f"{value:f}"
