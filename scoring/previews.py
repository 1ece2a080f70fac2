"""A stored plan of changes, for the person who decides on it."""

from dataclasses import dataclass

from .plan import Change, from_json


@dataclass(frozen=True)
class Line:
    """One change with the names of its member and criterion."""

    change: Change
    member: str
    code: str
    text: str


@dataclass(frozen=True)
class Preview:
    """`writes` and `removals` apart; `is_stale` once the plan no longer fits what is stored."""

    writes: tuple
    removals: tuple
    is_stale: bool

    @property
    def is_empty(self):
        return not self.writes and not self.removals


def preview_of(upload, sheet):
    """Return the `Preview` of an upload; after the save, of what was saved."""
    stored = [line for line, _kept in upload.kept] if upload.saved_id else upload.plan
    names = {seat.pk: seat.organisation.name for seat in sheet.seats} if sheet else {}
    nodes = {row.node.pk: row.node for row in sheet.rows} if sheet else {}
    lines = [_line(change, names, nodes) for change in from_json(stored)]
    return Preview(
        writes=tuple(line for line in lines if not line.change.is_removal),
        removals=tuple(line for line in lines if line.change.is_removal),
        is_stale=upload.is_pending and (not sheet or sheet.fingerprint != upload.fingerprint),
    )


def _line(change, names, nodes):
    node = nodes.get(change.criterion)
    name = names.get(change.seat, "–")
    return Line(change, name, node.code if node else "–", node.text if node else "–")
