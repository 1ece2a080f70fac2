"""A stored plan of entries, for the person who decides on it: old and new, with the points."""

from dataclasses import dataclass, replace

from .arithmetic import WrongFigure
from .entries import RECOUNTED, counted, entry_of
from .entry_plan import EntryChange, asks_reason, fingerprint, from_json
from .kinds import Method
from .models import Stage
from .stage_books import entries_of
from .workbook.values import shown_value


@dataclass(frozen=True)
class Side:
    """One side of a change, as the cell shows it; `points` None where they are not told here."""

    value: object
    target: object
    reason: str
    points: object = None
    is_empty: bool = False

    @property
    def is_words(self):
        return isinstance(self.value, str)


@dataclass(frozen=True)
class Line:
    """One change with the names of its member and criterion."""

    change: EntryChange
    member: str
    node: object
    old: Side
    new: Side
    before: object = None  # the Score of the stage before, as far as it is seen
    asks_reason: bool = False
    typed: str = ""  # the reason that was typed, where it could not be saved

    @property
    def waits(self):
        """Whether its points follow from others: they are told when all have reported."""
        return self.node.rule.method in RECOUNTED


@dataclass(frozen=True)
class Preview:
    """`writes` and `removals` apart; `is_stale` once the plan no longer fits what is stored."""

    writes: tuple
    removals: tuple
    is_stale: bool

    @property
    def is_empty(self):
        return not self.writes and not self.removals

    @property
    def asks_reasons(self):
        return any(line.asks_reason for line in self.writes)


def sheet_preview(upload, columns, typed=()):
    """Return the `Preview` of an upload of sheets; after the save, of what was saved.

    `typed`: the fields as they were sent, where they could not be saved.
    """
    stored = [line for line, _old in upload.kept if line] if upload.saved_at else upload.plan
    nodes = {node.pk: node for node in columns.leaves}
    names = {seat.pk: seat.organisation.name for seat in columns.seats}
    changes = [change for change in from_json(stored) if change.criterion in nodes]
    points = [_points(columns, changes, side) for side in ("old", "new")]
    before = _before(upload, columns)
    lines = [
        _line(change, names, nodes[change.criterion], points, before.get(change.place))
        for change in changes
    ]
    if upload.is_pending and upload.asks_reasons:
        lines = [_asked(line, dict(typed)) for line in lines]
    return Preview(
        writes=tuple(line for line in lines if not line.change.is_removal),
        removals=tuple(line for line in lines if line.change.is_removal),
        is_stale=upload.is_pending and _stands(upload, columns) != upload.fingerprint,
    )


def _before(upload, columns):
    """{(seat, pk): Score} of the stage before, that the person sees."""
    if upload.is_self_score:
        return {}
    seats = [seat for seat in columns.seats if seat.pk in upload.members]
    scores = {seat.pk: columns.scores_of(seat, Stage.SELF) for seat in seats}
    return {(seat, pk): score for seat, own in scores.items() for pk, score in own.items()}


def _line(change, names, node, points, before):
    old, new = (
        Side(
            _shown(node, entry),
            entry.target,
            entry.reason,
            of.get(change.place),
            entry.is_empty,
        )
        for entry, of in zip((change.old, change.new), points, strict=True)
    )
    return Line(change, names.get(change.seat, "–"), node, old, new, before)


def _asked(line, typed):
    """A check that differs without saying why is asked about."""
    before = line.before and entry_of(line.node, line.before)
    if not asks_reason(line.change, before):
        return line
    return replace(line, asks_reason=True, typed=typed.get(f"why-{line.change.key}", ""))


def _shown(node, entry):
    """The value as its cell shows it; judged points are shown as points."""
    if entry.applies and node.rule.method == Method.JUDGED:
        return None
    return shown_value(node, entry)


def _points(columns, changes, side):
    """{(seat, pk): points} that the entries of one side come to by themselves."""
    entries = {change.place: getattr(change, side) for change in changes}
    entries = {place: entry for place, entry in entries.items() if not entry.is_empty}
    try:
        found = counted(columns.criteria_set, columns.sections, columns.leaves, entries)
    except WrongFigure:
        found = {}
    judged = {place: entry.value for place, entry in entries.items() if entry.applies}
    return {
        place: found[place].points if place in found else judged.get(place) for place in entries
    }


def _stands(upload, columns):
    """The fingerprint of what stands now, as `scoring.workflow.sheet_uploads` takes it."""
    members = set(upload.members)
    scores = [_scores(columns, upload.stage, members)]
    earlier = Stage.SELF if upload.stage == Stage.CHECKED else None
    scores.append(_scores(columns, earlier, members))
    entries = [entries_of(columns.leaves, own, members) for own in scores]
    return fingerprint(columns.version, members, *entries)


def _scores(columns, stage, members):
    return {
        (seat, pk): score
        for (of, seat), own in columns.scores.items()
        if of == stage and seat in members
        for pk, score in own.items()
    }
