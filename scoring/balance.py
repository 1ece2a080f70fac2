"""What a criteria set adds up to, and what is still wrong with it. Values in, sentences out."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from vietnamese.numbers import show_decimal

from .asking import faults
from .kinds import CriterionKind, Method, NotApplicable
from .tree import leaves, rows


@dataclass(frozen=True)
class Totals:
    """Points of the sections of each kind. Penalties are subtracted, so they are no part of it."""

    ordinary: Decimal
    bonus: Decimal
    penalty: Decimal

    @property
    def highest(self):
        """What a member can reach at most: 1.000 in sample A (docs/field.md §3.8)."""
        return self.ordinary + self.bonus


@dataclass(frozen=True)
class Problem:
    """A sentence, and the criterion to mend; `pk` is None where the set as a whole is meant."""

    sentence: str
    pk: int | None = None


@dataclass(frozen=True)
class FamilyBalance:
    """What a part of a criterion is entered against: the maximum above, and what others have."""

    code: str
    maximum: Decimal
    others: Decimal
    is_sum: bool

    @property
    def left(self):
        return self.maximum - self.others


def family_balance(parent, others):
    """Return the FamilyBalance of a criterion below `parent`, beside the criteria `others`."""
    taken = sum((each.maximum for each in others), Decimal(0))
    return FamilyBalance(parent.code, parent.maximum, taken, _is_ordinary(parent))


def totals(sections):
    """Add up the maxima of the sections, kind by kind."""
    return Totals(
        **{
            kind: sum((each.maximum for each in sections if each.kind == kind), Decimal(0))
            for kind in CriterionKind.values
        }
    )


def problems(sections, not_applicable=NotApplicable.NEVER):
    """List everything that is still wrong, in the order of the set; an empty list is a sound set.

    Ordinary points add up from below, bonus and penalty points are capped from above: only a part
    whose own cap can never be reached is wrong there (docs/field.md §3.2, §3.4, §3.8). Of what is
    scored the rule must be whole, and `not_applicable` chosen where some may not apply (§3.3).
    """
    found = [] if any(_is_ordinary(each) for each in sections) else [Problem(_no_sections())]
    for row in rows(sections):
        if _is_ordinary(row.node):
            found += _ordinary_problems(row)
        else:
            found += _cap_problems(row.node)
        found += _rule_problems(row.node, not_applicable)
    return found + _over_problems(leaves(sections))


def _ordinary_problems(row):
    node = row.node
    if row.level == 1 and not node.children:
        sentence = _("Section %(code)s has no criteria yet. Add them.")
        return [Problem(sentence % {"code": node.code}, node.pk)]
    if not node.children or node.sum == node.maximum:
        return []
    if node.sum < node.maximum:
        sentence = _(
            "%(code)s has %(maximum)s points, but the parts below it add up to %(sum)s: "
            "%(gap)s are missing."
        )
    else:
        sentence = _(
            "%(code)s has %(maximum)s points, but the parts below it add up to %(sum)s: "
            "%(gap)s too many."
        )
    figures = {"maximum": node.maximum, "sum": node.sum, "gap": abs(node.maximum - node.sum)}
    shown = {name: show_decimal(figure) for name, figure in figures.items()}
    return [Problem(sentence % {"code": node.code, **shown}, node.pk)]


def _cap_problems(node):
    sentence = _("%(child)s allows %(points)s points, more than the %(cap)s of %(code)s above it.")
    return [
        Problem(
            sentence
            % {
                "child": child.code,
                "points": show_decimal(child.maximum),
                "cap": show_decimal(node.maximum),
                "code": node.code,
            },
            child.pk,
        )
        for child in node.children
        if child.maximum > node.maximum
    ]


def _rule_problems(node, not_applicable):
    if node.children:
        return []
    sentences = [fault.sentence for fault in faults(node.rule, node.maximum, node.kind)]
    if node.rule.may_not_apply and not_applicable == NotApplicable.NEVER:
        sentences.append(
            _(
                "It may not concern every member, so say under “Title and adoption” what becomes "
                "of its points."
            )
        )
    return [Problem(f"{node.code}: {sentence}", node.pk) for sentence in sentences]


def _over_problems(nodes):
    """A bonus for exceeded targets needs targets that earn it, and one criterion that counts it."""
    counting = [node for node in nodes if node.rule.method == Method.OVER_FULFILMENT]
    earning = [node for node in nodes if node.rule.over is not None]
    if earning and not counting:
        sentence = _(
            "%(code)s gives a bonus above its target, but no bonus criterion counts what targets "
            "were exceeded by."
        )
        return [Problem(sentence % {"code": earning[0].code}, earning[0].pk)]
    if counting and not earning:
        sentence = _("%(code)s counts what targets were exceeded by, but no target gives anything.")
        return [Problem(sentence % {"code": counting[0].code}, counting[0].pk)]
    return [
        Problem(
            _("%(code)s and %(other)s both count what targets were exceeded by: keep one.")
            % {"code": counting[0].code, "other": node.code},
            node.pk,
        )
        for node in counting[1:]
    ]


def _is_ordinary(node):
    return node.kind == CriterionKind.ORDINARY


def _no_sections():
    return _("There is no section with ordinary points yet. Add one.")
