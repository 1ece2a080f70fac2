"""Ranks from totals, by tie-breaks in their declared order (docs/field.md §3.6). Pure.

Nothing else decides: who is equal in all of them shares the rank, never a name or a key.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby

from .kinds import TieBreakKind


@dataclass(frozen=True)
class TieBreak:
    """What decides between equals. `node` is the key of the section or criterion it looks at.

    `text` says what decides where that is found elsewhere: last year's flag, a vote.
    """

    kind: str
    node: int | None = None
    text: str = ""
    pk: int | None = None

    @property
    def is_computed(self):
        return self.kind != TieBreakKind.ELSEWHERE


@dataclass(frozen=True)
class Settled:
    """An order that was found elsewhere for one tie-break, between exactly these members.

    `places` is {member: place}; members of one place stay equal. `matter` is what the caller wants
    to show of it.
    """

    tie_break: int
    places: dict
    matter: object = None


@dataclass(frozen=True)
class Step:
    """A tie-break that was asked of members who were equal until then, with the value of each.

    Of what was settled elsewhere the value is the place, and `settled` says by what.
    """

    tie_break: TieBreak
    values: tuple
    settled: Settled | None = None

    def value_of(self, member):
        return next(value for whose, value in self.values if whose == member)

    def decides_for(self, member):
        """Whether it told the member from any of the others."""
        own = self.value_of(member)
        return any(value != own for _whose, value in self.values)


@dataclass(frozen=True)
class Ranked:
    """A member's rank, None without one, and how it came about.

    `steps` are the tie-breaks it went through, in order. `waits_for` is the one whose answer from
    elsewhere is still missing; `equals` are the others that share the rank.
    """

    rank: int | None
    member: object
    steps: tuple = field(default=())
    waits_for: TieBreak | None = None
    equals: tuple = ()

    @property
    def decided_by(self):
        """The last tie-break that told the member from another; None where the total did."""
        return next((s for s in reversed(self.steps) if s.decides_for(self.member)), None)


def rank(totals, tie_breaks=(), value=None, settled=()):
    """Return everybody's `Ranked` from [(member, total)] in protocol order: 1, 2, 2, 4.

    `value(member, tie_break)` are the points, or penalty points, that a computed tie-break
    compares; `settled` are the orders from elsewhere, the newest first. While one of these is
    missing, the tie stays and what comes behind it is not asked. Among equals the protocol order
    stays. A total of None is not ranked: rank None, at the end.
    """
    found, place = [], 1
    contenders = [pair for pair in totals if pair[1] is not None]
    for group in _parts(contenders, key=lambda pair: -pair[1]):
        members = tuple(member for member, _total in group)
        for part, steps, waits_for in _split(members, tuple(tie_breaks), value, settled, ()):
            for member in part:
                equals = tuple(each for each in part if each != member)
                found.append(Ranked(place, member, steps, waits_for, equals))
            place += len(part)
    return found + [Ranked(None, member) for member, total in totals if total is None]


def _split(members, tie_breaks, value, settled, steps):
    """Yield the members in parts that nothing tells apart, best first, with the steps of each."""
    if len(members) == 1 or not tie_breaks:
        yield members, steps, None
        return
    first, *others = tie_breaks
    step = _step(first, members, value, settled)
    if step is None:
        yield members, steps, first
        return
    for part in _parts(step.values, key=lambda pair: _order(first, pair[1])):
        alike = tuple(member for member, _value in part)
        yield from _split(alike, tuple(others), value, settled, (*steps, step))


def _step(tie_break, members, value, settled):
    if tie_break.is_computed:
        return Step(tie_break, tuple((member, value(member, tie_break)) for member in members))
    for each in settled:
        if each.tie_break == tie_break.pk and each.places.keys() == set(members):
            values = tuple((member, Decimal(each.places[member])) for member in members)
            return Step(tie_break, values, each)
    return None


def _order(tie_break, value):
    """More points come first; fewer penalty points and a lower place do."""
    return -value if tie_break.kind == TieBreakKind.POINTS else value


def _parts(pairs, key):
    """The pairs in groups of one key, in order of the keys; within a group as they came."""
    return [list(group) for _key, group in groupby(sorted(pairs, key=key), key=key)]
