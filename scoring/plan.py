"""What an upload would change, as plain values that can be stored. Pure."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Change:
    """One cell, old and new; None is "not scored". A removal has no new points."""

    seat: int
    criterion: int
    old: Decimal | None
    new: Decimal | None

    @property
    def place(self):
        return self.seat, self.criterion

    @property
    def key(self):
        return f"{self.seat}-{self.criterion}"

    @property
    def is_removal(self):
        return self.new is None


def plan(wanted, stored):
    """Return the changes that lead from `stored` to `wanted`, both {(seat, criterion): points}.

    `wanted` says None for an empty cell; what it does not name at all stays.
    """
    return [
        Change(*place, stored.get(place), new)
        for place, new in wanted.items()
        if stored.get(place) != new
    ]


def to_json(changes):
    return [[c.seat, c.criterion, _text(c.old), _text(c.new)] for c in changes]


def from_json(lines):
    return [
        Change(seat, criterion, _points(old), _points(new)) for seat, criterion, old, new in lines
    ]


def _text(points):
    return None if points is None else f"{points:.2f}"


def _points(text):
    return None if text is None else Decimal(text)
