"""The rule of a criterion becomes columns and tiers."""

from dataclasses import fields

from ..arithmetic import Rule
from ..models import Tier

COLUMNS = tuple(each.name for each in fields(Rule) if each.name != "tiers")


def columns(rule):
    """Return {column of Criterion: value} of a rule, without its tiers."""
    return {name: getattr(rule, name) for name in COLUMNS}


def keep_tiers(criterion, tiers):
    """Store the tiers of a criterion in their order; those it had before are gone."""
    Tier.objects.filter(criterion=criterion).delete()
    for position, tier in enumerate(tiers, start=1):
        Tier.objects.create(
            criterion=criterion,
            position=position,
            label=tier.label,
            at_least=tier.at_least,
            points=tier.points,
        )
