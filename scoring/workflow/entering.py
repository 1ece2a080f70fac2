"""Entries of one member at one stage become scores; what compares is counted anew for everybody."""

from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused

from ..entries import RECOUNTED, counted, entry_of
from ..models import Score
from ..sheet import read_sheet
from ..wrong_figures import problem_of
from .writing import put_back


def check_entries(sheet, entries):
    """Refuse, naming each, entries {pk of a criterion: Entry} that the criteria do not allow."""
    leaves = {node.pk: node for node in sheet.leaves}
    if entries.keys() - leaves.keys():
        raise Refused(_("A member or criterion has been removed meanwhile. Load the page again."))
    problems = [problem_of(leaves[pk], entry) for pk, entry in entries.items()]
    if problems := [each for each in problems if each]:
        raise Refused("; ".join(problems))


def changed_entries(sheet, seat, rows):
    """Return {pk: new Entry} of typed rows {pk: (shown Entry, new Entry)}.

    Raises Refused where somebody else has changed what was shown.
    """
    leaves = {node.pk: node for node in sheet.leaves}
    entries, moved = {}, []
    for pk, (shown, new) in rows.items():
        stored = entry_of(leaves[pk], sheet.scores.get((seat.pk, pk))) if pk in leaves else None
        if new in (shown, stored):
            continue
        entries[pk] = new
        if stored is not None and stored != shown:
            moved.append(leaves[pk].code)
    if moved:
        raise Refused(
            _("Somebody else has changed these cells meanwhile: %(cells)s. Load the page again.")
            % {"cells": ", ".join(moved)}
        )
    return entries


def write_entries(sheet, stage, seat, entries, *, by, at, before=None):
    """Store checked entries of a seat at a stage; an empty one removes its score.

    `before` are the scores of the stage before: where a rule compares, they stand for members that
    this stage has not come to. Others' points that change with it are changed with the reason.
    """
    leaves = {node.pk: node for node in sheet.leaves}
    known = _known(sheet, before) | {(seat.pk, pk): entry for pk, entry in entries.items()}
    found = counted(sheet.criteria_set, sheet.sections, sheet.leaves, known)
    fields = {"emulation_year": sheet.year, "criteria_set": sheet.criteria_set, "by": by, "at": at}
    for pk, entry in entries.items():
        with because(by, entry.reason):
            _write(leaves[pk], seat, stage, entry, found.get((seat.pk, pk)), fields)
    _recount(sheet, stage, seat, found, fields)


def put_entries_back(sheet, stage, seat, kept, *, by, at, why, before=None):
    """Bring a seat's scores at a stage to what was kept of them, {pk: kept or None}, exactly.

    What compares, or follows from other criteria, is then counted anew for everybody.
    """
    with because(by, why):
        for pk, old in kept.items():
            put_back(sheet, (seat.pk, pk), stage, old)
    sheet = read_sheet(sheet.year, stage)
    found = counted(sheet.criteria_set, sheet.sections, sheet.leaves, _known(sheet, before))
    fields = {"emulation_year": sheet.year, "criteria_set": sheet.criteria_set, "by": by, "at": at}
    _recount(sheet, stage, seat, found, fields)


def _known(sheet, before):
    """Everybody's entries at a stage; of who has none yet those of the stage before."""
    leaves = {node.pk: node for node in sheet.leaves}
    scores = {**(before or {}), **sheet.scores}
    return {
        place: entry_of(leaves[place[1]], score)
        for place, score in scores.items()
        if place[1] in leaves
    }


def _write(node, seat, stage, entry, count, fields):
    place = {"seat": seat, "criterion_id": node.pk, "stage": stage}
    if entry.is_empty:
        for score in Score.objects.filter(**place):
            score.delete()
        return
    given = entry.applies and count is not None
    values = {
        "points": count.points if count is not None else entry.value,
        "figure": entry.value if given else None,
        "target": entry.target if given else None,
        "applies": entry.applies,
        "reason": entry.reason,
    }
    Score.objects.update_or_create(**place, defaults={**fields, **values})


def _recount(sheet, stage, seat, found, fields):
    """Bring what compares, or follows from other criteria, to what is counted now."""
    why = f"Tính lại vì số liệu của {seat} thay đổi"
    stored = Score.objects.current().filter(emulation_year=sheet.year, stage=stage)
    stored = {(score.seat_id, score.criterion_id): score for score in stored}
    present = {place[0] for place in stored}
    with because(fields["by"], why[:300]):
        for node in sheet.leaves:
            if node.rule.method not in RECOUNTED:
                continue
            for member in present:
                count = found.get((member, node.pk))
                score = stored.get((member, node.pk))
                _bring(score, count, member, node, stage, fields)


def _bring(score, count, member, node, stage, fields):
    if count is None or count.points is None:
        return
    if score is not None and score.points != count.points:
        score.points = count.points
        score.save()
    elif score is None and count.parts and count.points:
        Score.objects.create(
            seat_id=member, criterion_id=node.pk, stage=stage, points=count.points, **fields
        )
