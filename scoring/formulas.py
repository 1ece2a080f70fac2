"""The rule of a criterion with the numbers filled in, to be followed with a calculator. Pure.

`scoring.arithmetic` computes; this tells how. Both agree for every rule and figure, which the tests
hold.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from vietnamese.numbers import show_decimal

from .arithmetic import over_points, share, target_of
from .kinds import Method

# A fraction that ends within so many decimals is written whole, any other by so many of them and
# as the fraction that it is.
WHOLE, DECIMALS = 8, 4


@dataclass(frozen=True)
class Formula:
    """What was computed: the text with its numbers, and the value before cap and rounding."""

    text: str
    value: Fraction


def number(value):
    """A number as the page writes it: 36,1; of one without an end its beginning: ≈ 85,7142 (600/7).

    What is left out is cut off, not rounded: 84,99996… never reads as 85.
    """
    return _written(value, "", Fraction(1))


def per_cent(value):
    """The same of a share in per cent; the fraction beside it is that of the whole."""
    return _written(value, "%", Fraction(1, 100))


def equals(value, write=number):
    """What follows a calculation: “= 36,1”, or “≈ 85,7142 (600/7)”."""
    text = write(value)
    return text if text.startswith("≈") else f"= {text}"


def _written(value, unit, of_one):
    if isinstance(value, Decimal | int):
        return f"{show_decimal(Decimal(value))}{unit}"
    if _ends(value):
        return f"{show_decimal(_cut(value, WHOLE))}{unit}".replace("-", "−")
    text = f"{show_decimal(_cut(value, DECIMALS), places=DECIMALS)}{unit}".replace("-", "−")
    return f"≈ {text} ({_fraction(value * of_one)})"


def _operand(value):
    """A number to be calculated with further: as it is, or as its fraction."""
    return number(value) if _ends(Fraction(value)) else f"({_fraction(value)})"


def _ends(value):
    return 10**WHOLE % value.denominator == 0


def _cut(value, decimals):
    return Decimal(int(value * 10**decimals)).scaleb(-decimals)


def _fraction(value):
    top, below = (show_decimal(Decimal(each)) for each in value.as_integer_ratio())
    return f"{top}/{below}".replace("-", "−")


def rule_words(node):
    """Return the sentences that say how the points of a criterion follow."""
    rule, words = node.rule, [_RULE_WORDS[node.rule.method]()]
    if rule.floor is not None:
        words.append(_("Below %(floor)s%% of the target: 0.") % {"floor": number(rule.floor)})
    if rule.method in (Method.STEPS_DOWN, Method.PER_OCCURRENCE):
        words.append(_("Points for each: %(each)s.") % {"each": number(rule.each)})
    if rule.method == Method.LEADER:
        words.append(
            _("For reaching the target: %(meets)s%% of the maximum.")
            % {"meets": number(rule.meets)}
        )
    if rule.tiers:
        words.append("; ".join(_tier_words(rule, tier) for tier in rule.tiers) + ".")
    return words


def input_words(node, given, best=None):
    """Return [(name, value)] of what the points of a criterion follow from."""
    rule, target = node.rule, target_of(node.rule, given)
    if not given.applies or given.figure is None:
        return []
    if rule.method == Method.YES_NO:
        return [(_("Answer"), _("yes") if given.figure else _("no"))]
    if rule.has_named_tiers:
        return [(_("Tier"), rule.tiers[int(given.figure) - 1].label)]
    unit = f" {rule.unit}" if rule.unit else ""
    found = [(_("Figure reached"), f"{number(given.figure)}{unit}")]
    if target is not None:
        name = _("Target") if given.target is None else _("The member's own target")
        found.append((name, f"{number(target)}{unit}"))
    if best is not None:
        found.append((_("Best figure of the bloc"), f"{number(best)}{unit}"))
    return found


def formula(node, given, best=None):
    """Return the `Formula` of a criterion; None where its points are given, or follow from nothing.

    Of what is earned by exceeded targets see `over_formula`.
    """
    if not given.applies or given.figure is None or node.rule.method not in _FORMULAS:
        return None
    if node.rule.method in (Method.RELATIVE, Method.LEADER) and best is None:
        return None
    return _FORMULAS[node.rule.method](node, given, best)


def over_formula(parts):
    """The same for exceeded targets, from [(node, what is given for it)] of those that earn."""
    texts, sum_ = [], Fraction(0)
    for node, given in parts:
        points = over_points(node.rule, node.maximum, given)
        above = share(node.rule, given) - 100
        text = f"{node.code}: {number(node.maximum)} × {number(node.rule.over)}%"
        uncapped = Fraction(node.maximum) * Fraction(node.rule.over) / 100 * above
        text += f" × {_operand(above)} {equals(uncapped)}"
        if points < uncapped:
            text += f" → {number(points)}"
        texts.append(text)
        sum_ += points
    if len(texts) > 1:
        texts.append(_("together %(sum)s") % {"sum": number(sum_)})
    return Formula("; ".join(texts) or "0", sum_)


def _pro_rata(node, given, best):
    reached, target = share(node.rule, given), target_of(node.rule, given)
    if node.rule.floor is not None and reached < node.rule.floor:
        text = f"{number(given.figure)} ÷ {number(target)} {equals(reached, per_cent)}"
        return Formula(f"{text} < {number(node.rule.floor)}% → 0", Fraction(0))
    return _of(node.maximum, given.figure, target)


def _lower_is_better(node, given, best):
    target = target_of(node.rule, given)
    if given.figure <= target:
        text = f"{number(given.figure)} ≤ {number(target)} → {number(node.maximum)}"
        return Formula(text, Fraction(node.maximum))
    return _of(node.maximum, target, given.figure)


def _tiers(node, given, best):
    rule, target = node.rule, target_of(node.rule, given)
    if rule.has_named_tiers:
        tier = rule.tiers[int(given.figure) - 1]
        return Formula(f"{tier.label} → {number(tier.points)}", Fraction(tier.points))
    measured, text = Fraction(given.figure), number(given.figure)
    if target is not None:
        measured = share(rule, given)
        text = f"{text} ÷ {number(target)} {equals(measured, per_cent)}"
    reached = [t for t in rule.tiers if t.at_least is None or measured >= t.at_least]
    tier = max(reached, key=lambda t: t.at_least or Decimal(0), default=None)
    if tier is None:
        return Formula(f"{text} → 0", Fraction(0))
    words = _tier_words(rule, tier, in_per_cent=target is not None)
    return Formula(f"{text} → {words}", Fraction(tier.points))


def _steps_down(node, given, best):
    value = Fraction(node.maximum) - Fraction(given.figure) * Fraction(node.rule.each)
    text = f"{number(node.maximum)} − {number(given.figure)} × {number(node.rule.each)}"
    return Formula(f"{text} {equals(value)}", value)


def _yes_no(node, given, best):
    value = node.maximum if given.figure else Decimal(0)
    return Formula(f"{_('yes') if given.figure else _('no')} → {number(value)}", Fraction(value))


def _per_occurrence(node, given, best):
    value = Fraction(given.figure) * Fraction(node.rule.each)
    text = f"{number(given.figure)} × {number(node.rule.each)} {equals(value)}"
    return Formula(text, value)


def _relative(node, given, best):
    if not best:
        return Formula("0", Fraction(0))
    return _of(node.maximum, given.figure, best)


def _leader(node, given, best):
    target, most = target_of(node.rule, given), number(node.maximum)
    best = max(best, given.figure)
    part = Fraction(node.maximum) * Fraction(node.rule.meets) / 100
    share_of = f"{most} × {number(node.rule.meets)}%"
    if given.figure < target:
        value = part * Fraction(given.figure) / Fraction(target)
        text = f"{share_of} × {number(given.figure)} ÷ {number(target)}"
        return Formula(f"{text} {equals(value)}", value)
    if given.figure == best:
        return Formula(f"{_('best of the bloc')} → {most}", Fraction(node.maximum))
    above = Fraction(given.figure - target) / Fraction(best - target)
    value = part + (Fraction(node.maximum) - part) * above
    text = f"{_operand(part)} + ({most} − {_operand(part)}) × "
    text += f"({number(given.figure)} − {number(target)}) ÷ ({number(best)} − {number(target)})"
    return Formula(f"{share_of} {equals(part)}; {text} {equals(value)}", value)


def _of(maximum, part, whole):
    value = Fraction(maximum) * Fraction(part) / Fraction(whole)
    text = f"{number(maximum)} × {number(part)} ÷ {number(whole)} {equals(value)}"
    return Formula(text, value)


def _tier_words(rule, tier, *, in_per_cent=None):
    points = _("%(points)s points") % {"points": number(tier.points)}
    if tier.at_least is None:
        return f"{tier.label}: {points}"
    unit = "%" if (rule.target is not None if in_per_cent is None else in_per_cent) else ""
    start = _("from %(figure)s on") % {"figure": f"{number(tier.at_least)}{unit}"}
    return f"{tier.label} ({start}): {points}" if tier.label else f"{start}: {points}"


_RULE_WORDS = {
    Method.JUDGED: lambda: _("The points are given directly, up to the maximum."),
    Method.PRO_RATA: lambda: _("Maximum × figure reached ÷ target, at most the maximum."),
    Method.LOWER_IS_BETTER: lambda: _(
        "The maximum up to the target, above it maximum × target ÷ figure reached."
    ),
    Method.TIERS: lambda: _("Fixed points for each tier."),
    Method.STEPS_DOWN: lambda: _("Maximum − number of faults × points for each, at least 0."),
    Method.YES_NO: lambda: _("The maximum or 0."),
    Method.PER_OCCURRENCE: lambda: _("Number × points for each, at most the maximum."),
    Method.RELATIVE: lambda: _("Maximum × figure reached ÷ best figure of the bloc."),
    Method.LEADER: lambda: _(
        "Part of the maximum for reaching the target, all of it for the best of the bloc; between "
        "them along a straight line."
    ),
    Method.DAYS_LATE: lambda: _("Fixed penalty points by days late."),
    Method.OVER_FULFILMENT: lambda: _(
        "What targets were exceeded by: maximum of the criterion × per cent × per cent above 100, "
        "added up, at most the maximum."
    ),
}

_FORMULAS = {
    Method.PRO_RATA: _pro_rata,
    Method.LOWER_IS_BETTER: _lower_is_better,
    Method.TIERS: _tiers,
    Method.STEPS_DOWN: _steps_down,
    Method.YES_NO: _yes_no,
    Method.PER_OCCURRENCE: _per_occurrence,
    Method.RELATIVE: _relative,
    Method.LEADER: _leader,
    Method.DAYS_LATE: _tiers,
}
