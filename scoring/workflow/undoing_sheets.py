"""What a saved workbook of a stage replaced: kept whole, and put back exactly."""

from django.utils.translation import gettext as _

from accounts.refusal import Refused

from ..entries import EMPTY, entry_of
from ..entry_plan import from_json, to_json
from ..kinds import Method
from ..models import Stage
from .checking import take_check
from .entering import put_entries_back
from .writing import cell_name, kept_score


def keep_for_undoing(sheet, changes):
    """Return [[change, what stood there]], as JSON: `kept` of an upload.

    What follows from other criteria of these members stands there too, without a change.
    """
    lines = to_json(changes)
    found = [
        [line, kept_score(sheet.scores.get(change.place))]
        for line, change in zip(lines, changes, strict=True)
    ]
    for seat in sorted({change.seat for change in changes}):
        for node in sheet.leaves:
            if node.rule.method == Method.OVER_FULFILMENT:
                old = kept_score(sheet.scores.get((seat, node.pk)))
                found.append([None, {"seat": seat, "criterion": node.pk, "score": old}])
    return found


def changes_of_kept(kept):
    """The changes that were saved."""
    return from_json([line for line, _old in kept if line])


def undo_sheets(upload, of, *, by, at, reason):
    """Put every score back. Raises Refused naming what has changed since the save."""
    changes = changes_of_kept(upload.kept)
    if any(change.criterion not in of.sheet.nodes for change in changes):
        raise Refused(
            _("The criteria have been amended since the upload. Correct the scores by hand.")
        )
    moved = [change for change in changes if not _stands(of.sheet, change, upload.saved_at)]
    if moved:
        names = ", ".join(cell_name(of.sheet, change.place) for change in moved)
        raise Refused(
            _("These cells have changed since the upload: %(cells)s. Correct them by hand instead.")
            % {"cells": names}
        )
    of.refuse_closed({change.seat for change in changes})
    why = f"Hoàn tác tệp “{upload.file.name}”"[:300]
    places = _places(upload.kept)
    for seat in of.seats:
        own = {pk: old for (seat_pk, pk), old in places.items() if seat_pk == seat.pk}
        if not own:
            continue
        if of.stage == Stage.CHECKED:
            take_check(seat, by=by, at=at, reason=reason)
        put_entries_back(of.sheet, of.stage, seat, own, by=by, at=at, why=why, before=of.before)


def _places(kept):
    """{(seat, pk): what stood there}"""
    found = {}
    for line, old in kept:
        if line:
            found[line[0], line[1]] = old
        else:
            found[old["seat"], old["criterion"]] = old["score"]
    return found


def _stands(sheet, change, at):
    """Whether a criterion is still as the save left it."""
    score = sheet.scores.get(change.place)
    if change.is_removal:
        return score is None
    entry = entry_of(sheet.nodes[change.criterion], score) if score else EMPTY
    return score is not None and entry == change.new and score.at == at
