"""The rule of a criterion in one sentence: for pages, the workbook and papers.

In the language of the moment; a paper and a workbook, which are Vietnamese whatever the page
speaks, ask for `in_vietnamese`. Each sentence is a rule of docs/field.md §3.2.
"""

from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

from vietnamese.numbers import show_decimal

from .kinds import CriterionKind, Method
from .tree import Row, rows


def rule_sentence(rule, maximum, kind=CriterionKind.ORDINARY):
    """Return how the points of a criterion follow from its figure, ended without a full stop."""
    parts = [_MAIN[rule.method](rule, maximum, kind), *_more(rule)]
    return "; ".join(part for part in parts if part)


@dataclass(frozen=True)
class Line:
    """A row of the criteria with its rule and examples in words; none for what is divided."""

    row: Row
    sentence: str = ""
    examples: tuple = ()


def with_sentences(sections):
    """Return every criterion as a Line, in the order of the set."""
    return [_line(row) for row in rows(sections)]


def _line(row):
    node = row.node
    if node.children:
        return Line(row)
    examples = tuple(example_text(each) for each in node.examples)
    return Line(row, rule_sentence(node.rule, node.maximum, node.kind), examples)


def example_text(example):
    """Return a worked example: "figure 1,083, target 1,200: 36.10 points"."""
    parts = [_("figure %(figure)s") % {"figure": _number(example.figure)}]
    if example.target is not None:
        parts.append(_("target %(figure)s") % {"figure": _number(example.target)})
    if example.best is not None:
        parts.append(_("best of the bloc %(figure)s") % {"figure": _number(example.best)})
    values = {"given": ", ".join(parts), "points": show_decimal(example.points, 2)}
    return _("%(given)s: %(points)s points") % values


def why_wrong(code):
    """Return why a figure cannot be counted, for a code of `arithmetic.WrongFigure`."""
    return {
        "negative": _("a figure is not below 0."),
        "not_whole": _("a whole number is needed here."),
        "not_yes_or_no": _("write 1 for yes or 0 for no."),
        "no_target": _("there is no target: neither of the criterion nor of the member."),
        "target_not_positive": _("the target must be above 0."),
        "no_such_tier": _("write the number of one of the tiers, the first being 1."),
    }[code]


def in_vietnamese(rule, maximum, kind=CriterionKind.ORDINARY):
    """Return the same sentence in Vietnamese, whatever the page speaks."""
    with translation.override("vi"):
        return rule_sentence(rule, maximum, kind)


def tier_text(tier, rule):
    """Return a tier with its points: "≥ 95 %: 40", "tốt: 40"."""
    points = show_decimal(tier.points)
    if tier.at_least is None:
        return f"{tier.label}: {points}"
    begins = f"≥ {show_decimal(tier.at_least)}{_tier_unit(rule)}"
    return f"{tier.label} ({begins}): {points}" if tier.label else f"{begins}: {points}"


def _tier_unit(rule):
    if rule.method == Method.DAYS_LATE:
        return " " + _("days")
    if rule.target is not None:
        return " %"
    return f" {rule.unit}" if rule.unit else ""


def _number(value):
    return show_decimal(value)


def _judged(rule, maximum, kind):
    values = {"maximum": _number(maximum)}
    if kind == CriterionKind.ORDINARY:
        text = _("Judged: from 0 to %(maximum)s points, with a reason where it is less than all")
    else:
        text = _("Judged: from 0 to %(maximum)s points, with a reason")
    return text % values


def _pro_rata(rule, maximum, kind):
    text = _("In proportion: %(maximum)s × figure ÷ target, at most %(maximum)s points")
    return text % {"maximum": _number(maximum)}


def _lower(rule, maximum, kind):
    text = _(
        "The lower the better: up to the target %(maximum)s points, above it %(maximum)s × "
        "target ÷ figure"
    )
    return text % {"maximum": _number(maximum)}


def _tiers(rule, maximum, kind):
    listed = "; ".join(tier_text(tier, rule) for tier in rule.tiers)
    if rule.has_named_tiers or not rule.tiers:
        return _("By tiers (points): %(tiers)s") % {"tiers": listed}
    if any(tier.at_least is None for tier in rule.tiers):
        return _("By tiers of the figure reached (points): %(tiers)s") % {"tiers": listed}
    return _("By tiers of the figure reached (points): %(tiers)s; below that 0") % {"tiers": listed}


def _steps_down(rule, maximum, kind):
    text = _("Steps down: from %(maximum)s points %(each)s off for each %(unit)s, not below 0")
    values = {"maximum": _number(maximum), "unit": rule.unit or _("fault")}
    return text % {**values, "each": _number(rule.each or 0)}


def _yes_no(rule, maximum, kind):
    if kind == CriterionKind.PENALTY:
        return _("Yes or no: yes takes %(maximum)s points off") % {"maximum": _number(maximum)}
    return _("Yes or no: %(maximum)s points or 0") % {"maximum": _number(maximum)}


def _per_occurrence(rule, maximum, kind):
    values = {"maximum": _number(maximum), "each": _number(rule.each or 0)}
    values["unit"] = rule.unit or _("case")
    if kind == CriterionKind.PENALTY:
        text = _("Counted: %(each)s points off for each %(unit)s, at most %(maximum)s")
    else:
        text = _("Counted: %(each)s points for each %(unit)s, at most %(maximum)s")
    return text % values


def _relative(rule, maximum, kind):
    text = _("Against the best of the bloc: %(maximum)s × figure ÷ best figure of the bloc")
    return text % {"maximum": _number(maximum)}


def _leader(rule, maximum, kind):
    text = _(
        "Against the best of the bloc: reaching the target gives %(meets)s %% of %(maximum)s "
        "points, the best of the bloc gets all, between them in proportion; below the target in "
        "proportion to it"
    )
    return text % {"maximum": _number(maximum), "meets": _number(rule.meets or 0)}


def _days_late(rule, maximum, kind):
    listed = "; ".join(tier_text(tier, rule) for tier in rule.tiers)
    return _("Late by days (points off): %(tiers)s") % {"tiers": listed}


def _over(rule, maximum, kind):
    text = _("What targets were exceeded by: as each target says, together at most %(maximum)s")
    return text % {"maximum": _number(maximum)}


def _more(rule):
    """What is added to the main sentence: target, floor, bonus above it, who it may not concern."""
    if rule.target is not None:
        target = f"{_number(rule.target)} {rule.unit}".strip()
        yield _("target %(target)s where the member has none of its own") % {"target": target}
    if rule.floor:
        yield _("below %(floor)s %% of the target: 0 points") % {"floor": _number(rule.floor)}
    if rule.over is not None:
        text = _(
            "each per cent above the target gives a bonus of %(over)s %% of the maximum, "
            "counted in the bonus section"
        )
        yield text % {"over": _number(rule.over)}
    if rule.over_cap is not None:
        yield _("this bonus at most %(cap)s points") % {"cap": _number(rule.over_cap)}
    if rule.may_not_apply:
        yield _("may not concern every member")


_MAIN = {
    Method.JUDGED: _judged,
    Method.PRO_RATA: _pro_rata,
    Method.LOWER_IS_BETTER: _lower,
    Method.TIERS: _tiers,
    Method.STEPS_DOWN: _steps_down,
    Method.YES_NO: _yes_no,
    Method.PER_OCCURRENCE: _per_occurrence,
    Method.RELATIVE: _relative,
    Method.LEADER: _leader,
    Method.DAYS_LATE: _days_late,
    Method.OVER_FULFILMENT: _over,
}
