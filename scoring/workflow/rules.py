"""The rule of a criterion becomes columns and tiers."""

from dataclasses import fields

from accounts.refusal import Refused

from ..arithmetic import Rule
from ..asking import faults, kept
from ..examples import faults_of
from ..models import Tier, WorkedExample

COLUMNS = tuple(each.name for each in fields(Rule) if each.name != "tiers")


def columns(rule):
    """Return {column of Criterion: value} of a rule, without its tiers."""
    return {name: getattr(rule, name) for name in COLUMNS}


def settled(rule, maximum, kind):
    """Return the rule with only what its method uses. Raises Refused with all that is wrong."""
    rule = kept(rule)
    if found := faults(rule, maximum, kind):
        raise Refused(" ".join(fault.sentence for fault in found))
    return rule


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


def agreeing(examples, rule, maximum, step):
    """Return the worked examples. Raises Refused with what the rule gives where one disagrees."""
    if found := faults_of(examples, rule, maximum, step):
        raise Refused(" ".join(found))
    return examples


def keep_examples(criterion, examples):
    """Store the worked examples of a criterion in their order; those it had before are gone."""
    WorkedExample.objects.filter(criterion=criterion).delete()
    for position, example in enumerate(examples, start=1):
        WorkedExample.objects.create(criterion=criterion, position=position, **vars(example))
