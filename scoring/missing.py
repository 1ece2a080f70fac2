"""What a member still has to say before it submits, or who checks before the check is finished."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from .entries import entry_of, must_be_entered, needs_file, needs_reason
from .tree import Node


@dataclass(frozen=True)
class Missing:
    """A criterion and what is missing of it."""

    node: Node
    sentence: str


def missing_of_self(leaves, scores, evidenced):
    """List what is missing of a self-score.

    `scores` are {pk of a criterion: Score}, `evidenced` the criteria with a file that counts.
    """
    found = []
    for node in leaves:
        entry = entry_of(node, scores.get(node.pk))
        if node.pk not in scores:
            if must_be_entered(node):
                found.append(Missing(node, _("not scored")))
        elif needs_reason(node, entry) and not entry.reason:
            found.append(Missing(node, _("below the maximum: say why")))
        elif needs_file(node, entry) and node.pk not in evidenced:
            found.append(Missing(node, _("bonus points need a file as evidence")))
    return found


def missing_of_check(leaves, scores):
    """List the ordinary criteria, and those the member scored, that were not checked.

    `scores` are {pk of a criterion: Score} of the check.
    """
    return [
        Missing(node, _("not checked"))
        for node in leaves
        if must_be_entered(node) and node.pk not in scores
    ]
