"""What a saved workbook of a stage replaced: kept whole, and put back exactly."""

from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused

from ..entries import EMPTY, entry_of
from ..entry_plan import from_json, to_json
from ..kinds import Method
from ..models import Score, ScoreSheet, SheetState, SheetStep, Stage
from .checking import take_check
from .entering import put_entries_back
from .steps import keep_step
from .writing import cell_name, kept_score


def keep_for_undoing(of, changes):
    """Return [[change, what stood there]], as JSON: `kept` of an upload.

    What follows from other criteria of these members stands there too, without a change; so does
    how far their sheets had come.
    """
    sheet = of.sheet
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
    return found + _states_of(of, changes)


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
            hand = take_check(seat, by=by, at=at, reason=reason)
        put_entries_back(of.sheet, of.stage, seat, own, by=by, at=at, why=why, before=of.before)
        if of.stage == Stage.CHECKED:
            _put_state_back(upload, hand, why)


def _states_of(of, changes):
    """How far the sheets of a check had come: before the first check none may be there at all."""
    if of.stage != Stage.CHECKED:
        return []
    known = {
        sheet.seat_id: sheet
        for sheet in ScoreSheet.objects.filter(emulation_year=of.year, is_current=True)
    }
    lines = []
    for seat in sorted({change.seat for change in changes}):
        old = known.get(seat)
        state = old.state if old else SheetState.DRAFT
        lines.append([None, {"seat": seat, "state": state, "checker": old and old.checker_id}])
    return lines


def _put_state_back(upload, hand, why):
    """Bring a sheet to where it was before the save, unless somebody has gone on checking it."""
    since = Score.objects.filter(seat=hand.seat, stage=Stage.CHECKED, at__gt=upload.saved_at)
    old = next(
        (o for _l, o in upload.kept if o and "state" in o and o["seat"] == hand.seat.pk), None
    )
    sheet = ScoreSheet.objects.get(seat=hand.seat, is_current=True)
    if (
        old is None
        or since.exists()
        or (old["state"], old["checker"]) == (sheet.state, sheet.checker_id)
    ):
        return
    sheet.state, sheet.checker_id = old["state"], old["checker"]
    with because(hand.by, why):
        sheet.save()
    keep_step(sheet, SheetStep.PUT_BACK, by=hand.by, at=hand.at, why=why, act=hand.act)


def _places(kept):
    """{(seat, pk): what stood there}"""
    found = {}
    for line, old in kept:
        if line:
            found[line[0], line[1]] = old
        elif "criterion" in old:
            found[old["seat"], old["criterion"]] = old["score"]
    return found


def _stands(sheet, change, at):
    """Whether a criterion is still as the save left it."""
    score = sheet.scores.get(change.place)
    if change.is_removal:
        return score is None
    entry = entry_of(sheet.nodes[change.criterion], score) if score else EMPTY
    return score is not None and entry == change.new and score.at == at
