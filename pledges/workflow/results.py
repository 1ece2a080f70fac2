"""A member reports what it achieved in a movement, or the chair does in its stead."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.workflow.locks import refusing

from ..models import Movement, MovementResult, ResultFigure
from .entering import check_version, enter_for, enter_history


@transaction.atomic
def save_result(movement, *, seat, text, figures, version=None, by, at, reason=""):
    """Store a member's result and return it; there is one for each member and movement.

    `figures` are (name, unit, value) in their order, values with two decimals at most. `reason` is
    for staff while there is a chair. Raises NotChair, ChangedMeanwhile, or Refused for a withdrawn
    movement, a member of another year, or a result that says nothing.
    """
    what = f"Nhập kết quả của {seat} trong phong trào “{movement.name[:150]}”"
    entry = enter_for(seat, what=what, by=by, at=at, reason=reason)
    movement = _standing(movement)
    return _store(movement, seat, entry, reason, text, figures, version)


@transaction.atomic
def record_past_result(
    movement, *, seat, text, figures=(), source=None, inferred="", version=None, by, at=None
):
    """Record a member's result of a year that may be closed, with its source."""
    entry = enter_history(movement.bloc_id, by=by, at=at)
    sourced = {"source": source, "inferred": inferred}
    return _store(movement, seat, entry, "", text, figures, version, **sourced)


@transaction.atomic
def remove_result(result, *, by, at, reason=""):
    """Remove a result that was entered by mistake: the member counts as not having reported."""
    what = f"Xóa kết quả của {result.seat} trong phong trào “{result.movement.name[:150]}”"
    enter_for(result.seat, what=what, by=by, at=at, reason=reason)
    with because(by, reason):
        MovementResult.objects.filter(pk=result.pk).delete()


def _standing(movement):
    movement = Movement.objects.filter(pk=movement.pk).first()
    if movement is None:
        raise Refused(_("This movement has been removed meanwhile."))
    if movement.withdrawn_id:
        raise Refused(_("This movement was withdrawn: its results no longer change."))
    return movement


def _store(movement, seat, entry, why, text, figures, version, **sourced):
    if seat.emulation_year_id != movement.emulation_year_id:
        raise Refused(_("This organisation is no member in the year of the movement."))
    figures = list(figures)
    if not text.strip() and not figures:
        raise Refused(_("Write what was achieved, or enter a figure."))
    result = MovementResult.objects.filter(movement=movement, seat=seat).first()
    check_version(result, version)
    if result is None:
        year = movement.emulation_year_id
        result = MovementResult(movement=movement, seat=seat, emulation_year_id=year)
    else:
        result.version += 1
    for column, value in {"text": text, **sourced}.items():
        setattr(result, column, value)
    entry.sign(result)
    with because(entry.by, why), refusing():
        result.save()
        _store_figures(result, figures)
    return result


def _store_figures(result, figures):
    """Put these in place of those that were there; the same ones are left alone."""
    if list(result.figures.values_list("name", "unit", "value")) == figures:
        return
    result.figures.all().delete()
    for name, unit, value in figures:
        ResultFigure.objects.create(
            result=result,
            emulation_year_id=result.emulation_year_id,
            name=name,
            unit=unit,
            value=value,
        )
