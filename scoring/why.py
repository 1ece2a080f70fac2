"""“Vì sao?”: every figure of a standing in sentences that a calculator can follow. Pure.

Values in, lines in the language of the page out. Each line is what is asked and the answer to it.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from vietnamese.numbers import show_decimal

from .arithmetic import rounded
from .formulas import equals, formula, input_words, number, over_formula, per_cent, rule_words
from .kinds import CriterionKind, GradeBase, Method, NotApplicable, TieBreakKind


@dataclass(frozen=True)
class Line:
    """One step: its name and what it came to."""

    name: str
    text: str


def points(value):
    """Points as the tables write them: 36,10."""
    return show_decimal(value, places=2)


def why_criterion(node, counted, given_points, *, step, policy, parts=()):
    """Return the lines of one scored criterion of one member.

    `counted` is its `Counted` (None where its points are given directly), `given_points` what is
    stored, `step` what points are rounded to, `policy` what becomes of what does not apply, `parts`
    the criteria with what was given for them that exceeded targets earn from.
    """
    lines = [Line(_("Rule"), " ".join(rule_words(node)))]
    if counted is not None and not counted.given.applies:
        return [*lines, _not_applying(node, policy)]
    worked = counted and _worked(node, counted, parts)
    if worked is None:
        return [*lines, _given(node, given_points)]
    lines += [Line(*each) for each in input_words(node, counted.given, counted.best)]
    lines.append(Line(_("Calculation"), worked.text))
    value = min(max(worked.value, 0), node.maximum)
    if value != worked.value:
        bound = _("not below 0") if worked.value < 0 else _("not above the maximum")
        lines.append(Line(_("Cap"), f"{number(worked.value)} → {number(value)} ({bound})"))
    lines.append(_rounding(node, value, step))
    if given_points is not None and given_points != counted.points:
        lines.append(_differing(counted.points, given_points))
    return lines


def why_section(figure):
    """Return the lines of a section: its parts added up, and its cap."""
    lines = [Line(_("Calculation"), _sum(figure.children, figure.sum))]
    if figure.is_capped:
        text = f"{points(figure.sum)} → {points(figure.points)}"
        text += " (" + _("not above the maximum") + ")"
        lines.append(Line(_("Cap"), text))
    if figure.left_out:
        text = _("Criteria of %(maximum)s points do not concern the member and are left out.")
        lines.append(Line(_("Not counted"), text % {"maximum": points(figure.left_out)}))
    return lines + _missing(figure.missing)


def why_total(result):
    """Return the lines of a member's total."""
    total, lines = result.sum, []
    if total.counted != total.ordinary or total.left_out:
        text = f"{points(total.ordinary)} × {number(total.maximum)} ÷ "
        text += f"({number(total.maximum)} − {number(total.left_out)}) = {points(total.counted)}"
        lines.append(Line(_("Counted up"), text))
        signed = f"{points(total.counted)} + {points(total.bonus)} − {points(total.penalty)}"
        text = f"{signed} = {points(total.points)}"
    else:
        text = _sum(result.figures, total.points)
    lines.append(Line(_("Total"), text))
    rounding = _("Totals are not rounded: every criterion was, before it was added.")
    return [*lines, Line(_("Rounding"), rounding), *_missing(result.missing)]


def why_grade(graded, base):
    """Return the lines of a grade; none where there is no grade to be explained."""
    if graded is None:
        return []
    shared = equals(graded.share, per_cent)
    text = f"{points(graded.points)} ÷ {points(graded.maximum)} {shared}"
    lines = [Line(_("Measured by"), str(GradeBase(base).label)), Line(_("Share"), text)]
    for each in graded.below:
        values = {
            "grade": each.band.name,
            "code": each.node.code,
            "points": points(each.points),
            "maximum": number(each.node.maximum),
            "share": equals(each.share, per_cent),
            "floor": number(each.band.floor),
        }
        text = _(
            "%(code)s has %(points)s of %(maximum)s %(share)s, below the floor of %(floor)s%%."
        )
        lines.append(Line(_("Not %(grade)s") % values, text % values))
    if graded.band is None:
        return [*lines, Line(_("Grade"), _("none: no grade begins at this share or below"))]
    text = _("%(grade)s, from %(share)s%% on")
    values = {"grade": graded.band.name, "share": number(graded.band.at_least)}
    return [*lines, Line(_("Grade"), text % values)]


def why_rank(result, nodes, name):
    """Return the lines of a rank: the total, each tie-break that was asked, who is still equal.

    `name(member)` says who a member is.
    """
    ranked, lines = result.ranked, []
    if ranked.rank is None:
        reason = (
            _("not ranked: a fact bars it") if result.barred else _("not ranked: not all scored")
        )
        return [Line(_("Rank"), reason)]
    if not ranked.steps and not ranked.equals:
        lines.append(Line(_("Decided by"), _("the total, which no other member has")))
    for step in ranked.steps:
        values = "; ".join(
            f"{name(member)}: {_step_value(step, value)}" for member, value in step.values
        )
        decided = _("decides") if step.decides_for(result.member) else _("equal")
        lines.append(Line(tie_break_words(step.tie_break, nodes), f"{values} ({decided})"))
        if step.settled and step.settled.matter:
            lines.append(Line(_("Settled"), settled_words(step.settled.matter)))
    if ranked.waits_for:
        words = tie_break_words(ranked.waits_for, nodes)
        lines.append(Line(_("Waits for"), words))
    if ranked.equals:
        others = ", ".join(name(member) for member in ranked.equals)
        lines.append(Line(_("Equal with"), others))
    return [*lines, Line(_("Rank"), str(ranked.rank))]


def tie_break_words(tie_break, nodes):
    """Say what a tie-break looks at; `nodes` are {pk: node} of the criteria."""
    if tie_break.kind == TieBreakKind.POINTS:
        node = nodes.get(tie_break.node)
        return _("More points in %(code)s") % {"code": node.code if node else "?"}
    if tie_break.kind == TieBreakKind.PENALTIES:
        return _("Fewer penalty points")
    return tie_break.text


def settled_words(settling):
    """Say who settled a tie, and by what."""
    return _("%(why)s (entered by %(by)s)") % {"why": settling.why, "by": settling.by}


def _step_value(step, value):
    return number(value) if step.settled else points(value)


def _worked(node, counted, parts):
    if node.rule.method == Method.OVER_FULFILMENT:
        return over_formula(parts)
    return formula(node, counted.given, counted.best)


def _rounding(node, value, step):
    result = min(rounded(value, step), node.maximum)
    text = _("%(exact)s → %(points)s (to %(step)s, half up)")
    values = {"exact": number(value), "points": points(result), "step": number(step)}
    return Line(_("Rounding"), text % values)


def _given(node, given_points):
    if given_points is None:
        is_ordinary = node.kind == CriterionKind.ORDINARY
        text = _("not scored yet, which is not 0") if is_ordinary else _("none was given")
        return Line(_("Points"), text)
    return Line(_("Points"), _("%(points)s, given directly") % {"points": points(given_points)})


def _differing(counted, given_points):
    values = {"counted": "–" if counted is None else points(counted)}
    values["points"] = points(given_points)
    text = _("By the rule it would be %(counted)s; whoever entered it set %(points)s.")
    return Line(_("Attention"), text % values)


def _not_applying(node, policy):
    if policy == NotApplicable.FULL:
        text = _("does not concern the member, which gets the full %(points)s points")
        return Line(_("Not applicable"), text % {"points": points(node.maximum)})
    text = _("does not concern the member, is left out, and the rest is counted up")
    return Line(_("Not applicable"), text)


def _sum(figures, total):
    """Write figures added up, penalties subtracted: 570,00 + 45,00 − 5,00 = 610,00."""
    top = any(figure.node.kind == CriterionKind.PENALTY for figure in figures) and any(
        figure.node.kind != CriterionKind.PENALTY for figure in figures
    )
    text = ""
    for figure in figures:
        minus = top and figure.node.kind == CriterionKind.PENALTY
        sign = (" − " if minus else " + ") if text else ("−" if minus else "")
        text += f"{sign}{points(figure.points)}"
    return f"{text} = {points(total)}" if len(figures) > 1 else points(total)


def _missing(codes):
    if not codes:
        return []
    return [Line(_("Not scored yet"), ", ".join(codes))]
