"""What is entered for a criterion, and the points of the whole bloc that follow. Pure."""

from dataclasses import dataclass
from decimal import Decimal

from .arithmetic import Given
from .counting import count
from .kinds import COMPARING, CriterionKind, Method

# Their points follow from figures of others, or from other criteria.
RECOUNTED = COMPARING | {Method.OVER_FULFILMENT}


@dataclass(frozen=True)
class Entry:
    """Points where a criterion is judged, else a figure; or that it does not concern the member."""

    value: Decimal | None = None
    target: Decimal | None = None
    applies: bool = True
    reason: str = ""

    @property
    def is_empty(self):
        return self.applies and self.value is None

    @property
    def content(self):
        """Without the reason: what two stages are compared by."""
        return self.value, self.target, self.applies


EMPTY = Entry()


def entry_of(node, score):
    """Return the Entry that a stored score holds; of None an empty one."""
    if score is None:
        return EMPTY
    value = score.points if node.rule.method == Method.JUDGED else score.figure
    return Entry(value if score.applies else None, score.target, score.applies, score.reason)


def given_of(node, entry):
    """Return what the arithmetic counts from; of what is judged only whether it applies."""
    figure = None if node.rule.method == Method.JUDGED else entry.value
    return Given(figure, entry.target, entry.applies)


def counted(criteria_set, sections, leaves, entries):
    """Return {(seat, pk of a criterion): Counted} of everybody's entries, by the set's rules.

    `entries` are {(seat, pk): Entry}. Raises WrongFigure.
    """
    nodes = {node.pk: node for node in leaves}
    given = {place: given_of(nodes[place[1]], entry) for place, entry in entries.items()}
    return count(
        sections,
        given,
        step=criteria_set.rounding_step,
        not_applicable=criteria_set.not_applicable,
    )


def must_be_entered(node):
    """An ordinary criterion is never left empty, but for what follows from others."""
    return node.kind == CriterionKind.ORDINARY and node.rule.method != Method.OVER_FULFILMENT


def needs_reason(node, entry):
    """Judged below the maximum: say why (docs/field.md §3.2)."""
    is_judged = node.rule.method == Method.JUDGED and node.kind == CriterionKind.ORDINARY
    return is_judged and not entry.is_empty and entry.applies and entry.value < node.maximum


def needs_file(node, entry):
    """Without evidence a bonus is nothing (docs/field.md §3.4)."""
    return node.kind == CriterionKind.BONUS and bool(entry.value)
