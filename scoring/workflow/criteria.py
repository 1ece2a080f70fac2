"""Sections and criteria of a set: added, changed, moved among their like, removed.

Every verb raises NotChair for who holds neither the year's work nor its records at that moment. A
single criterion is no act of the chair: the evidence keeps who changed it.
"""

from django.db import transaction
from django.db.models import RestrictedError
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused

from ..arithmetic import JUDGED
from ..kinds import CriterionKind
from ..models import Criterion
from ..tree import below, rows
from .locks import lock_unscored_set
from .rules import agreeing, columns, keep_examples, keep_tiers, settled


@transaction.atomic
def add_criterion(
    criteria_set,
    *,
    parent=None,
    code,
    text,
    maximum,
    kind=CriterionKind.ORDINARY,
    rule=JUDGED,
    examples=(),
    by,
    at,
):
    """Add a section, or below `parent` a criterion of the parent's kind, at the end of its family.

    Raises Refused if the code is taken, the parent is gone, it may have nothing below it, the rule
    cannot be counted, or a worked example does not agree with it.
    """
    criteria_set = lock_unscored_set(criteria_set.pk, by=by, at=at)
    if parent is not None:
        parent = _fresh(criteria_set, parent)
        if not parent.may_have_children:
            raise Refused(
                _("Criterion %(code)s cannot be divided further.") % {"code": parent.code}
            )
    _code_is_free(criteria_set, code)
    kind = parent.kind if parent else kind
    rule = settled(rule, maximum, kind)
    agreeing(examples, rule, maximum, criteria_set.rounding_step)
    with because(by):
        criterion = Criterion.objects.create(
            criteria_set=criteria_set,
            parent=parent,
            level=parent.level + 1 if parent else 1,
            position=criteria_set.criteria.filter(parent=parent).count() + 1,
            kind=kind,
            code=code,
            text=text,
            maximum=maximum,
            **columns(rule),
        )
        keep_tiers(criterion, rule.tiers)
        keep_examples(criterion, examples)
    return criterion


@transaction.atomic
def change_criterion(
    criterion, *, code, text, maximum, kind=None, rule=None, examples=None, by, at
):
    """Change a criterion; a section may change its kind, and what is below it follows.

    Without `rule` or `examples` those that it has stay; examples must agree with the rule in any
    case. Raises Refused if the code is taken, the criterion is gone, it is no section and changes
    kind, or a rule cannot be counted then.
    """
    criteria_set = lock_unscored_set(criterion.criteria_set_id, by=by, at=at)
    criterion = _fresh(criteria_set, criterion)
    _code_is_free(criteria_set, code, but_for=criterion)
    kind, rule = kind or criterion.kind, rule or criterion.rule
    if kind != criterion.kind and not criterion.is_section:
        raise Refused(_("A criterion gives points of the kind of its section."))
    parts = rows(below(criteria_set.criteria.all(), criterion.pk))
    examples = criterion.examples if examples is None else tuple(examples)
    if not parts:
        rule = settled(rule, maximum, kind)
        agreeing(examples, rule, maximum, criteria_set.rounding_step)
    if kind != criterion.kind:
        _suits_all(parts, kind)
    with because(by):
        criteria_set.criteria.filter(pk__in=[part.node.pk for part in parts]).exclude(
            kind=kind
        ).update(kind=kind)
        _write(criterion, rule, examples, code=code, text=text, maximum=maximum, kind=kind)
    return criterion


def _write(criterion, rule, examples, **fields):
    """Store what a criterion says and its rule; tiers and examples only where they have changed."""
    tiers_before, examples_before = criterion.rule.tiers, criterion.examples
    for name, value in {**fields, **columns(rule)}.items():
        setattr(criterion, name, value)
    criterion.save()
    if rule.tiers != tiers_before:
        keep_tiers(criterion, rule.tiers)
    if examples != examples_before:
        keep_examples(criterion, examples)


def _suits_all(parts, kind):
    """Refuse a kind that the rule of something below does not allow, naming it."""
    for part in parts:
        if not part.node.children:
            try:
                settled(part.node.rule, part.node.maximum, kind)
            except Refused as refusal:
                raise Refused(f"{part.node.code}: {refusal}") from refusal


@transaction.atomic
def move_criterion(criterion, *, position, by, at):
    """Put a criterion at another place of its family; the others close up."""
    criteria_set = lock_unscored_set(criterion.criteria_set_id, by=by, at=at)
    moved = _fresh(criteria_set, criterion)
    family = list(criteria_set.criteria.filter(parent=moved.parent_id).exclude(pk=moved.pk))
    family.insert(max(0, min(position - 1, len(family))), moved)
    with because(by):
        _number(family)
    return moved


@transaction.atomic
def remove_criterion(criterion, *, by, at, why=""):
    """Remove a criterion with everything below it; the others of its family close up."""
    criteria_set = lock_unscored_set(criterion.criteria_set_id, by=by, at=at)
    criterion = _fresh(criteria_set, criterion)
    with because(by, why):
        parent_id = criterion.parent_id
        try:
            criterion.delete()
        except RestrictedError as error:
            sentence = _("A tie-break looks at this criterion. Change the rules of ranking first.")
            raise Refused(sentence) from error
        _number(criteria_set.criteria.filter(parent=parent_id))


def _fresh(criteria_set, criterion):
    found = criteria_set.criteria.filter(pk=criterion.pk).first()
    if found is None:
        raise Refused(_("This criterion has been removed meanwhile."))
    return found


def _code_is_free(criteria_set, code, but_for=None):
    taken = criteria_set.criteria.filter(code=code)
    if taken.exclude(pk=but_for and but_for.pk).exists():
        raise Refused(_("The code %(code)s is taken. Choose another.") % {"code": code})


def _number(family):
    """Give each its place; two may be equal until the end of the transaction."""
    for place, criterion in enumerate(family, start=1):
        if criterion.position != place:
            criterion.position = place
            criterion.save(update_fields=["position"])
