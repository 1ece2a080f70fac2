"""A criteria set as a tree of plain values: read from rows, from a sample, or made in a test."""

import hashlib
from dataclasses import dataclass, fields
from decimal import Decimal

from .arithmetic import JUDGED, Rule

# A section, its criteria, and what these are made of: I, I.1, I.1.a, … Deeper than any regulation,
# but there is an end, so that a circle cannot be.
DEEPEST_LEVEL = 9


@dataclass(frozen=True)
class Node:
    """A section or criterion, with those below it in their order. `pk` is None while unstored.

    `rule` says how its points follow from a figure; it counts where nothing stands below.
    `examples` are those that the regulation works out beside it.
    """

    code: str
    text: str
    kind: str
    maximum: Decimal
    children: tuple = ()
    pk: int | None = None
    rule: Rule = JUDGED
    examples: tuple = ()

    @property
    def sum(self):
        """The points of those directly below."""
        return sum((child.maximum for child in self.children), Decimal(0))


@dataclass(frozen=True)
class Row:
    """A node on its line of a table; `up` and `down` are the places next to its own, 0 for none."""

    node: Node
    level: int
    up: int
    down: int


def grow(criteria):
    """Return the sections as nodes, from all criteria of one set in any order."""
    return below(criteria, None)


def below(criteria, pk):
    """Return what stands directly below the criterion `pk`, as nodes with all below them."""
    families = {}
    for criterion in sorted(criteria, key=lambda each: each.position):
        families.setdefault(criterion.parent_id, []).append(criterion)

    def nodes(parent_id):
        return tuple(_node(each, nodes(each.pk)) for each in families.get(parent_id, ()))

    return nodes(pk)


def rows(sections, level=1):
    """Return every node on its own line, each followed by those below it."""
    lines = []
    for place, node in enumerate(sections, start=1):
        down = place + 1 if place < len(sections) else 0
        lines.append(Row(node, level, place - 1, down))
        lines += rows(node.children, level + 1)
    return lines


def _node(criterion, children):
    return Node(
        code=criterion.code,
        text=criterion.text,
        kind=criterion.kind,
        maximum=criterion.maximum,
        children=children,
        pk=criterion.pk,
        rule=criterion.rule,
        examples=criterion.examples,
    )


def leaves(sections):
    """Return the nodes with nothing below them, in order: what is scored."""
    return [row.node for row in rows(sections) if not row.node.children]


def version(sections):
    """Return eight characters that change whenever anything in the criteria does."""
    lines = [
        (row.level, row.node.code, row.node.kind, f"{row.node.maximum:.2f}", row.node.text)
        + (() if row.node.rule == JUDGED else (_in_short(row.node.rule),))
        for row in rows(sections)
    ]
    return hashlib.sha256(repr(lines).encode()).hexdigest()[:8]


def _in_short(rule):
    """A rule as texts that are the same wherever its values come from: rows, a sample, a file."""
    values = [getattr(rule, each.name) for each in fields(rule) if each.name != "tiers"]
    values += [value for tier in rule.tiers for value in vars(tier).values()]
    return [f"{value:.2f}" if isinstance(value, Decimal) else str(value) for value in values]
