"""The lines of one member's sheet: what is asked, what was given, the points that follow."""

import json
from dataclasses import dataclass

from .entries import EMPTY, Entry, entry_of, must_be_entered, needs_file
from .kinds import Method
from .models import Side
from .row_forms import shown_row

WITH_TARGET = {Method.PRO_RATA, Method.LOWER_IS_BETTER, Method.LEADER}


@dataclass(frozen=True)
class Line:
    """A row of a sheet. `score` is that of the stage being filled in, `before` of the one before.

    `typed` is [value, target, not applicable, reason] as the fields show it; `points` what the
    score came to, None where it is not shown yet: what compares is known when all have reported.
    """

    row: object
    score: object = None
    before: object = None
    entry: Entry = EMPTY
    typed: tuple = ("", "", "", "")
    is_wrong: bool = False
    waits: bool = False
    papers: tuple = ()
    words: tuple = ()
    by_points: bool = False

    @property
    def node(self):
        return self.row.node

    @property
    def method(self):
        return self.node.rule.method

    @property
    def is_entered(self):
        follows = self.method == Method.OVER_FULFILMENT and not self.by_points
        return not self.node.children and not follows

    @property
    def asks_target(self):
        has_target = self.method in WITH_TARGET or self.node.rule.target is not None
        return has_target and not self.asks_points

    @property
    def asks_points(self):
        return self.by_points or self.method == Method.JUDGED

    @property
    def may_not_apply(self):
        return self.node.rule.may_not_apply and not self.by_points

    @property
    def choices(self):
        """[(value, label)] of what is chosen instead of typed; () otherwise."""
        if self.node.rule.has_named_tiers and not self.by_points:
            return [(str(n), tier.label) for n, tier in enumerate(self.node.rule.tiers, start=1)]
        return ()

    @property
    def is_yes_no(self):
        return self.method == Method.YES_NO and not self.by_points

    @property
    def value(self):
        return self.typed[0]

    @property
    def target(self):
        return self.typed[1]

    @property
    def is_left_out(self):
        return bool(self.typed[2])

    @property
    def reason(self):
        return self.typed[3]

    @property
    def must_be_entered(self):
        return must_be_entered(self.node)

    @property
    def lacks_file(self):
        return needs_file(self.node, self.entry) and not any(not p["refused"] for p in self.papers)

    @property
    def is_contested(self):
        """Whether the member has said something of it."""
        return any(word["side"] == Side.MEMBER for word in self.words)

    @property
    def differs(self):
        """Whether this stage says something else than the one before it."""
        return bool(self.score and self.before) and self.score.points != self.before.points


def lines(columns, seat, stage, *, form=None, papers=None, words=None, by_points=False):
    """Return the Lines of a member's sheet for filling in a stage.

    `by_points`: points are entered, not figures.
    """
    own = columns.scores_of(seat, stage)
    earlier = columns.procedure.before(stage)
    before = columns.scores_of(seat, earlier) if earlier else {}
    typed = form.typed if form is not None and form.is_bound else {}
    found = []
    for row in columns.rows:
        pk = row.node.pk
        entry = _entry(row.node, own.get(pk), by_points)
        found.append(
            Line(
                row=row,
                score=own.get(pk),
                before=before.get(pk),
                entry=entry,
                typed=tuple(typed.get(pk) or shown_row(entry)),
                is_wrong=form is not None and pk in form.wrong,
                by_points=by_points,
                waits=columns.is_untold(row.node, stage),
                papers=tuple((papers or {}).get(pk, ())),
                words=tuple((words or {}).get(pk, ())),
            )
        )
    return found


def _entry(node, score, by_points):
    if by_points and score is not None:
        return Entry(score.points, reason=score.reason)
    return entry_of(node, score)


def was(lines, posted):
    """What the fields of these lines show, in JSON; what was sent, where it could not be saved."""
    shown = {line.node.pk: shown_row(line.entry) for line in lines if line.is_entered}
    return posted.get("was") or json.dumps(shown, separators=(",", ":"), ensure_ascii=False)


@dataclass(frozen=True)
class Across:
    """A row of one member with what each stage gave, None where nothing is to be seen."""

    row: object
    cells: tuple
    papers: tuple = ()
    words: tuple = ()

    @property
    def node(self):
        return self.row.node


@dataclass(frozen=True)
class Cell:
    """What a stage gave; `differs`: otherwise than the stage before it.

    `earlier` are the Changes that it was before, newest first.
    """

    stage: object
    score: object
    differs: bool = False
    waits: bool = False
    earlier: tuple = ()


def side_by_side(columns, seat, stages, papers, words, earlier):
    """Return an Across for each criterion of a member, its stages in their order.

    `earlier` are {(stage, pk of a criterion): Changes}, as `history.earlier_figures` returns them.
    """
    scores = {stage: columns.scores_of(seat, stage) for stage in stages}
    return [
        Across(
            row,
            _cells(columns, stages, scores, row.node, earlier),
            tuple(papers.get(row.node.pk, ())),
            tuple(words.get(row.node.pk, ())),
        )
        for row in columns.rows
    ]


def _cells(columns, stages, scores, node, earlier):
    cells, last = [], None
    for stage in stages:
        score = scores[stage].get(node.pk)
        differs = bool(score and last) and score.points != last.points
        was = earlier.get((stage, node.pk), ())
        cells.append(Cell(stage, score, differs, columns.is_untold(node, stage), tuple(was)))
        last = score or last
    return tuple(cells)
