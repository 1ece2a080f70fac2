"""What a workbook of a stage would change, as plain values that can be stored. Pure."""

import hashlib
import json
from dataclasses import dataclass
from decimal import Decimal

from .entries import EMPTY, Entry


@dataclass(frozen=True)
class EntryChange:
    """One criterion of one member, old and new; a removal has an empty new Entry."""

    seat: int
    criterion: int
    old: Entry
    new: Entry

    @property
    def place(self):
        return self.seat, self.criterion

    @property
    def key(self):
        return f"{self.seat}-{self.criterion}"

    @property
    def is_removal(self):
        return self.new.is_empty


def plan_entries(wanted, stored):
    """Return the changes that lead from `stored` to `wanted`, both {(seat, criterion): Entry}.

    What `wanted` does not name at all stays.
    """
    changes = [EntryChange(*at, stored.get(at, EMPTY), new) for at, new in wanted.items()]
    return [each for each in changes if each.old != each.new and not _are_empty(each)]


def asks_reason(change, before):
    """Whether a change of a check differs from the self-score, `before`, without saying why."""
    new = change.new
    if new.is_empty or new.reason.strip() or before is None:
        return False
    return new.content != before.content


def to_json(changes):
    return [[c.seat, c.criterion, row_of(c.old), row_of(c.new)] for c in changes]


def from_json(lines):
    return [
        EntryChange(seat, criterion, _entry(old), _entry(new))
        for seat, criterion, old, new in lines
    ]


def fingerprint(version, members, *stages):
    """Return what changes with anything a plan rests on: criteria, members, their entries.

    Each of `stages` is {(seat, criterion): Entry}.
    """
    rows = [
        sorted([*place, *row_of(entry)] for place, entry in entries.items() if place[0] in members)
        for entries in stages
    ]
    content = json.dumps([version, sorted(members), rows])
    return hashlib.sha256(content.encode()).hexdigest()


def row_of(entry):
    """An Entry as four plain values: value, target, whether it applies, reason."""
    return [_text(entry.value), _text(entry.target), entry.applies, entry.reason]


def _entry(row):
    value, target, applies, reason = row
    return Entry(_number(value), _number(target), applies, reason)


def _are_empty(change):
    return change.old.is_empty and change.new.is_empty


def _text(number):
    return None if number is None else f"{number:.2f}"


def _number(text):
    return None if text is None else Decimal(text)
