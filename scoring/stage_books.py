"""For what the workbook of a stage is issued: from the columns that a person sees, or the rows."""

from vietnamese.text import slug

from .entries import entry_of
from .models import Stage
from .sheet_permissions import can_check
from .workbook.layout import Member
from .workbook.stage_layout import StageBook


def self_book(columns, seat):
    """Return the `StageBook` of a member's own sheet, with what its representatives see."""
    return _seen(columns, Stage.SELF, [seat], [])


def check_book(columns, user, *, open_only=True):
    """Return the `StageBook` of the sheets that a person checks today; its own ones are locked.

    Members whose check has not begun, or is finished, have columns only where all are asked for.
    """
    seats = [s for s in columns.seats if s.left_on is None]
    members = [seat for seat in seats if can_check(user, (columns, seat))]
    members = [seat for seat in members if not open_only or is_open_for_check(columns, seat)]
    locked = [seat for seat in seats if seat.pk in columns.viewer.own]
    return _seen(columns, Stage.CHECKED, members, locked)


def is_open_for_check(columns, seat):
    """Whether its last day has passed, and its check is neither finished nor out of reach."""
    sheet, procedure = seat.current, columns.procedure
    if procedure.uses(Stage.SELF) and not procedure.is_over(Stage.SELF, seat.pk):
        return False
    is_free = sheet is None or sheet.state in ("draft", "submitted", "in_check")
    return is_free and not (sheet and sheet.is_checked)


def stage_book(sheet, stage, members, *, locked=(), before=()):
    """Return the `StageBook` that a file is read for: everything stored, whoever sees it.

    `before` are the scores of the stage before, {(seat, pk): Score}.
    """
    keys = {seat.pk for seat in members}
    return _book(
        sheet,
        stage,
        members,
        locked,
        entries=entries_of(sheet.leaves, sheet.scores, keys),
        before=entries_of(sheet.leaves, dict(before), keys),
        points={place: score.points for place, score in sheet.scores.items()},
        points_before={place: score.points for place, score in dict(before).items()},
    )


def entries_of(leaves, scores, seats):
    """Return {(seat, pk): Entry} of these seats from {(seat, pk): Score}."""
    nodes = {node.pk: node for node in leaves}
    return {
        (seat, pk): entry_of(nodes[pk], score)
        for (seat, pk), score in scores.items()
        if seat in seats and pk in nodes
    }


def stage_file_name(columns, stage, seat=None):
    kind = "tu-cham" if stage == Stage.SELF else "kiem-tra-cheo"
    whose = f"-{slug(seat.organisation.label)}" if seat else ""
    return f"{kind}{whose}-{slug(columns.year.bloc.slug)}-{columns.year.year}.xlsx"


def _seen(columns, stage, members, locked):
    """A book with what the person may see, and nothing else."""
    earlier = columns.procedure.before(stage)
    own = {seat.pk: columns.scores_of(seat, stage) for seat in members}
    before = {
        seat.pk: columns.scores_of(seat, earlier) if earlier else {} for seat in [*members, *locked]
    }
    told = {n.pk for n in columns.leaves if not columns.is_untold(n, stage)}
    told_before = {n.pk for n in columns.leaves if not columns.is_untold(n, earlier)}
    return _book(
        columns,
        stage,
        members,
        locked,
        entries=_entries(columns, own),
        before=_entries(columns, before),
        points=_points(own, told),
        points_before=_points(before, told_before),
    )


def _book(source, stage, members, locked, **content):
    """`source`: a Sheet or Columns."""
    year = source.year
    return StageBook(
        slug=year.bloc.slug,
        bloc=year.name,
        year=year.year,
        stage=str(stage),
        version=source.version,
        sections=source.sections,
        members=tuple(map(_member, members)),
        locked=tuple(map(_member, locked)),
        is_sample=source.is_sample,
        **content,
    )


def _member(seat):
    organisation = seat.organisation
    others = (organisation.short_name, *getattr(seat, "aliases", ()))
    return Member(seat.pk, organisation.name, others)


def _entries(columns, scores):
    flat = {(seat, pk): score for seat, own in scores.items() for pk, score in own.items()}
    return entries_of(columns.leaves, flat, set(scores))


def _points(scores, told):
    return {
        (seat, pk): score.points
        for seat, own in scores.items()
        for pk, score in own.items()
        if pk in told
    }
