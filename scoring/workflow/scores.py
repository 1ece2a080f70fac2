"""Scores typed on the page, and those that come with the record of a past year."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.refusal import Refused
from blocs.workflow.locks import lock_open_year

from ..plan import Change
from .agreeing import refuse_silent_changes
from .writing import begin, cell_name, check_cells, open_sheet, write


class _NothingToDo(Exception):
    """Nothing differs: no act is kept either."""


def save_score(year, *, seat, criterion, points, shown=None, why="", by, at, reason=""):
    """Store one cell: `save_scores` for a member and a criterion; points of None remove."""
    cells = {(seat.pk, criterion.pk): (shown, points)}
    return save_scores(year, cells=cells, why=why, by=by, at=at, reason=reason)


def save_scores(year, *, cells, why="", by, at, reason=""):
    """Store typed cells, all or none, and return the changes that were made.

    `cells` is {(pk of the seat, pk of the criterion): (shown, points)}; None is an empty cell.
    `shown` is what the person saw there: a cell that somebody else has changed since is refused,
    never overwritten. `why` is a remark kept with the scores, `reason` that of staff standing in.
    Raises NotChair, or Refused.
    """
    try:
        with transaction.atomic():
            return _save(year, cells, why, by, at, reason)
    except _NothingToDo:
        return []


def _save(year, cells, why, by, at, reason):
    typed = {place: pair for place, pair in cells.items() if pair[0] != pair[1]}
    what = f"Nhập điểm năm {year.year}: {len(typed)} ô"
    act, sheet = begin(year, what=what, by=by, at=at, reason=reason)
    changes = [Change(*place, shown, points) for place, (shown, points) in typed.items()]
    changes = [each for each in changes if each.new != sheet.points.get(each.place)]
    if not changes:
        raise _NothingToDo
    if moved := [each for each in changes if each.old != sheet.points.get(each.place)]:
        names = ", ".join(cell_name(sheet, each.place) for each in moved)
        raise Refused(
            _("Somebody else has changed these cells meanwhile: %(cells)s. Load the page again.")
            % {"cells": names}
        )
    check_cells(sheet, changes)
    refuse_silent_changes(sheet, changes, why, at=at)
    write(sheet, changes, by=by, at=act.at, reason=why)
    return changes


@transaction.atomic
def record_scores(year, *, points, by, at, why):
    """Store scores of a year without chair, from its records: {(seat pk, criterion pk): points}.

    For past years and the demonstration; no page leads here. Raises Refused for a closed or locked
    year and for points that do not fit.
    """
    sheet = open_sheet(lock_open_year(year.pk))
    changes = [Change(*place, sheet.points.get(place), new) for place, new in points.items()]
    check_cells(sheet, changes)
    write(sheet, changes, by=by, at=at, reason=why)
    return changes
