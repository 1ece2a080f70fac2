"""Movements are entered, corrected, withdrawn and removed by the chair or in its place."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.workflow.locks import refusing

from ..models import Launcher, Movement
from .entering import check_version, enter_as_chair, enter_history


@transaction.atomic
def add_movement(
    year,
    *,
    kind,
    name,
    launcher=Launcher.UNKNOWN,
    launched_by="",
    occasion="",
    period=None,
    period_stated="",
    answers=None,
    by,
    at,
    reason="",
):
    """Enter a movement that runs in an open year. `reason` is for staff who stand in for a chair.

    Raises NotChair, or Refused for a name that the year has already, or that is missing.
    """
    entry = enter_as_chair(
        year, what=f"Nhập phong trào “{name[:200]}”", by=by, at=at, reason=reason
    )
    movement = Movement(emulation_year=year, bloc_id=year.bloc_id)
    facts = {"kind": kind, "name": name, "launcher": launcher, "launched_by": launched_by}
    facts |= {"occasion": occasion, "period": period, "period_stated": period_stated}
    return _store(movement, entry, reason, answers=answers, **facts)


@transaction.atomic
def record_past_movement(
    year,
    *,
    kind,
    name,
    launcher=Launcher.UNKNOWN,
    launched_by="",
    occasion="",
    period=None,
    period_stated="",
    answers=None,
    source=None,
    inferred="",
    by,
    at=None,
):
    """Record a movement of a year that may be closed, from the records and with their source.

    Raises Refused for a name that the year has already, or that is missing.
    """
    entry = enter_history(year.bloc_id, by=by, at=at)
    movement = Movement(emulation_year=year, bloc_id=year.bloc_id, source=source, inferred=inferred)
    facts = {"kind": kind, "name": name, "launcher": launcher, "launched_by": launched_by}
    facts |= {"occasion": occasion, "period": period, "period_stated": period_stated}
    return _store(movement, entry, "", answers=answers, **facts)


@transaction.atomic
def change_movement(movement, *, version, by, at, reason="", **facts):
    """Correct a movement; `facts` are those of `add_movement`.

    Raises NotChair, ChangedMeanwhile, or Refused for one that was withdrawn or removed.
    """
    what = f"Sửa phong trào “{movement.name[:200]}”"
    entry = enter_as_chair(movement.emulation_year, what=what, by=by, at=at, reason=reason)
    movement = _in_force(movement)
    check_version(movement, version)
    movement.version += 1
    return _store(movement, entry, reason, **facts)


@transaction.atomic
def withdraw_movement(movement, *, withdraw_reason, by, at, reason=""):
    """Take a movement out of the year with a reason; it stays readable with what rests on it.

    Raises NotChair, or Refused if it was withdrawn before or the reason is missing.
    """
    what = f"Rút phong trào “{movement.name[:200]}”"
    entry = enter_as_chair(movement.emulation_year, what=what, by=by, at=at, reason=reason)
    movement = _in_force(movement)
    if not withdraw_reason.strip():
        raise Refused(_("Say why the movement is withdrawn."))
    movement.withdrawn, movement.withdraw_reason = entry.act, withdraw_reason
    movement.version += 1
    with because(by, withdraw_reason):
        movement.save()
    return movement


@transaction.atomic
def remove_movement(movement, *, by, at, reason=""):
    """Remove a movement that was entered by mistake and on which nothing rests.

    Raises NotChair, or Refused where results, exemplars or an answering movement rest on it.
    """
    what = f"Xóa phong trào “{movement.name[:200]}”"
    enter_as_chair(movement.emulation_year, what=what, by=by, at=at, reason=reason)
    movement = _again(movement)
    if is_rested_on(movement):
        raise Refused(_("Something already rests on this movement. Withdraw it with a reason."))
    with because(by, reason):
        movement.delete()


def is_rested_on(movement):
    """Whether a result, an exemplar or another movement rests on it."""
    return movement.results.exists() or movement.exemplars.exists() or movement.answered_by.exists()


def _again(movement):
    found = Movement.objects.filter(pk=movement.pk).select_related("emulation_year").first()
    if found is None:
        raise Refused(_("This movement has been removed meanwhile."))
    return found


def _in_force(movement):
    movement = _again(movement)
    if movement.withdrawn_id:
        raise Refused(_("This movement was already withdrawn."))
    return movement


def _store(movement, entry, why, *, answers, **facts):
    for column, value in facts.items():
        setattr(movement, column, value)
    _check_name(movement)
    _check_answers(movement, answers)
    movement.answers = answers
    entry.sign(movement)
    with because(entry.by, why), refusing():
        movement.save()
    return movement


def _check_name(movement):
    if not movement.name.strip():
        raise Refused(_("A movement needs a name."))
    same = Movement.objects.filter(emulation_year=movement.emulation_year_id, withdrawn=None)
    if same.filter(name=movement.name).exclude(pk=movement.pk).exists():
        raise Refused(_("This movement is already entered in this year."))


def _check_answers(movement, answers):
    """The upper movement is one of the same bloc, and does not itself answer this one."""
    if answers is not None and answers.bloc_id != movement.bloc_id:
        raise Refused(_("A movement answers one of the same bloc."))
    above, seen = answers, set()
    while above is not None and above.pk not in seen:
        if above.pk == movement.pk:
            raise Refused(_("A movement cannot answer itself, or one that answers it."))
        seen.add(above.pk)
        above = above.answers
