"""What each method asks for, and what is wrong with a rule. Values in, sentences out."""

from collections import Counter
from dataclasses import dataclass, fields, replace

from django.utils.translation import gettext as _

from vietnamese.numbers import show_decimal

from .arithmetic import CENT, NOTHING, Rule
from .kinds import CriterionKind, Method

# What a method needs or may use, in the order in which it is asked for.
NEEDED = {
    Method.JUDGED: (),
    Method.PRO_RATA: ("unit", "target", "floor", "over", "over_cap"),
    Method.LOWER_IS_BETTER: ("unit", "target"),
    Method.TIERS: ("unit", "target", "tiers"),
    Method.STEPS_DOWN: ("unit", "each"),
    Method.YES_NO: (),
    Method.PER_OCCURRENCE: ("unit", "each"),
    Method.RELATIVE: ("unit",),
    Method.LEADER: ("unit", "target", "meets"),
    Method.DAYS_LATE: ("deadline", "tiers"),
    Method.OVER_FULFILMENT: (),
}
# Methods that only criteria of one kind can have.
KIND_OF = {
    Method.DAYS_LATE: CriterionKind.PENALTY,
    Method.OVER_FULFILMENT: CriterionKind.BONUS,
}
DIVIDING = {Method.PRO_RATA, Method.TIERS, Method.LEADER}


@dataclass(frozen=True)
class Fault:
    """What is wrong with a rule: the field of `Rule` to mend, and a sentence that says how."""

    field: str
    sentence: str


def methods_of(kind):
    """Return the methods that a criterion of a kind can have, in their usual order."""
    return [method for method in Method if KIND_OF.get(method, kind) == kind]


def kept(rule):
    """Return the rule with only what its method uses; what else was filled in is left out.

    Tiers that begin at a figure stand from the highest down, so that all read them alike.
    """
    empty, needed = Rule(), {"method", "may_not_apply", *NEEDED[rule.method]}
    unused = {each.name: getattr(empty, each.name) for each in fields(Rule)}
    clean = replace(rule, **{n: value for n, value in unused.items() if n not in needed})
    if clean.has_named_tiers:
        return clean
    in_order = sorted(clean.tiers, key=lambda t: (t.at_least is not None, t.at_least), reverse=True)
    return replace(clean, tiers=tuple(in_order))


def faults(rule, maximum, kind):
    """List everything wrong with a rule of a criterion with this maximum and kind."""
    found = _faults_of_kind(rule, kind) + _faults_of_figures(rule)
    return found + (_faults_of_tiers(rule, maximum) if "tiers" in NEEDED[rule.method] else [])


def _faults_of_kind(rule, kind):
    found = []
    if KIND_OF.get(rule.method, kind) != kind:
        sentence = (
            _("Days late are counted in a section of penalty points only.")
            if rule.method == Method.DAYS_LATE
            else _("What targets were exceeded by is counted in a section of bonus points only.")
        )
        found.append(Fault("method", sentence))
    if rule.may_not_apply and kind != CriterionKind.ORDINARY:
        sentence = _("Bonus and penalty points stay empty where they do not concern a member.")
        found.append(Fault("may_not_apply", sentence))
    return found


def _faults_of_figures(rule):
    found, needed = [], NEEDED[rule.method]
    least = CENT if rule.method in DIVIDING else NOTHING
    if "each" in needed and not (rule.each and rule.each > 0):
        found.append(Fault("each", _("Write how many points there are for each, above 0.")))
    if rule.method == Method.LEADER and not (rule.meets and 0 < rule.meets < 100):
        sentence = _("Write the share for reaching the target: above 0 and below 100 per cent.")
        found.append(Fault("meets", sentence))
    if rule.target is not None and rule.target < least:
        found.append(Fault("target", _("The target must be above 0, or empty.")))
    if rule.floor is not None and not 0 <= rule.floor <= 100:
        found.append(Fault("floor", _("Write a share from 0 to 100 per cent.")))
    if rule.over is not None and not 0 < rule.over <= 100:
        found.append(Fault("over", _("Write a share above 0 and at most 100 per cent.")))
    if rule.over_cap is not None and (rule.over is None or rule.over_cap <= 0):
        sentence = _(
            "Write first what is given for each per cent above the target; the cap above 0."
        )
        found.append(Fault("over_cap", sentence))
    return found


def _faults_of_tiers(rule, maximum):
    if not rule.tiers:
        return [Fault("tiers", _("Tiers are missing: write at least one with its points."))]
    found = [sentence for tier in rule.tiers for sentence in _faults_of_tier(tier, maximum)]
    begins = Counter(tier.at_least for tier in rule.tiers if tier.at_least is not None)
    found += [
        _("Two tiers begin at %(figure)s.") % {"figure": show_decimal(figure)}
        for figure, times in begins.items()
        if times > 1
    ]
    if not rule.has_named_tiers and len(rule.tiers) - sum(begins.values()) > 1:
        found.append(_("Only one tier, the rest, may stand without a figure that it begins at."))
    if rule.method == Method.DAYS_LATE and not _are_days(rule.tiers):
        found.append(_("Tiers of days late must begin at a whole number of days, from 1."))
    return [Fault("tiers", sentence) for sentence in found]


def _faults_of_tier(tier, maximum):
    if tier.at_least is None and not tier.label:
        yield _("A tier must have a name or a figure that it begins at.")
    if tier.at_least is not None and tier.at_least < 0:
        yield _("A tier must begin at 0 or above.")
    if not 0 <= tier.points <= maximum:
        values = {"tier": named(tier), "points": show_decimal(tier.points)}
        values["maximum"] = show_decimal(maximum)
        yield _("Tier %(tier)s must have points from 0 to %(maximum)s, not %(points)s.") % values


def named(tier):
    """Call a tier by its name, else by where it begins."""
    return tier.label or f"≥ {show_decimal(tier.at_least)}"


def _are_days(tiers):
    days = [tier.at_least for tier in tiers]
    return all(day is not None and day >= 1 and day % 1 == 0 for day in days)
