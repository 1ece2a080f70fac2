"""A member names its models and exemplars, or the chair does in its stead."""

import re

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.workflow.locks import refusing

from ..models import Exemplar, ExemplarKind
from .entering import check_version, enter_for, enter_history

# An identity number has nine or twelve digits, a telephone number ten with a leading 0. Sums of
# money, which have dots between their digits, may stand in a description.
PERSONAL_NUMBER = re.compile(r"\b(?:\d{9}|\d{12}|0(?:[ .-]?\d){9})\b", re.ASCII)


@transaction.atomic
def add_exemplar(
    seat, *, kind, name, position="", description="", movement=None, by, at, reason=""
):
    """Enter a model or an exemplar of a member of an open year.

    Raises NotChair, or Refused for a missing name, a position of what is no person, a personal
    number, or a movement of another year.
    """
    entry = enter_for(seat, what=f"Nhập điển hình “{name[:200]}”", by=by, at=at, reason=reason)
    exemplar = Exemplar(seat=seat, emulation_year_id=seat.emulation_year_id)
    facts = {"kind": kind, "name": name, "position": position, "description": description}
    return _store(exemplar, entry, reason, movement=movement, **facts)


@transaction.atomic
def record_past_exemplar(
    seat,
    *,
    kind,
    name,
    position="",
    description="",
    movement=None,
    source=None,
    inferred="",
    by,
    at=None,
):
    """Record a model or an exemplar of a year that may be closed, with its source."""
    entry = enter_history(seat.bloc_id, by=by, at=at)
    exemplar = Exemplar(seat=seat, emulation_year_id=seat.emulation_year_id)
    exemplar.source, exemplar.inferred = source, inferred
    facts = {"kind": kind, "name": name, "position": position, "description": description}
    return _store(exemplar, entry, "", movement=movement, **facts)


@transaction.atomic
def change_exemplar(exemplar, *, version, by, at, reason="", **facts):
    """Correct what was entered; `facts` are those of `add_exemplar`, the member stays.

    Raises NotChair, ChangedMeanwhile, or Refused as `add_exemplar` does.
    """
    what = f"Sửa điển hình “{exemplar.name[:200]}”"
    entry = enter_for(exemplar.seat, what=what, by=by, at=at, reason=reason)
    exemplar = Exemplar.objects.filter(pk=exemplar.pk).first()
    if exemplar is None:
        raise Refused(_("This entry has been removed meanwhile."))
    check_version(exemplar, version)
    exemplar.version += 1
    return _store(exemplar, entry, reason, **facts)


@transaction.atomic
def remove_exemplar(exemplar, *, by, at, reason=""):
    """Remove what was entered by mistake; the evidence keeps it."""
    what = f"Xóa điển hình “{exemplar.name[:200]}”"
    enter_for(exemplar.seat, what=what, by=by, at=at, reason=reason)
    with because(by, reason):
        Exemplar.objects.filter(pk=exemplar.pk).delete()


def _store(exemplar, entry, why, *, kind, name, position, description, movement):
    if not name.strip():
        raise Refused(_("A model or exemplar needs a name."))
    if position and kind != ExemplarKind.PERSON:
        raise Refused(_("Only a person has a position."))
    if any(PERSONAL_NUMBER.search(text) for text in (name, position, description)):
        raise Refused(
            _("Leave out identity and telephone numbers: of a person only name and position.")
        )
    if movement and movement.emulation_year_id != exemplar.emulation_year_id:
        raise Refused(_("The movement is one of another year."))
    exemplar.kind, exemplar.name, exemplar.position = kind, name, position
    exemplar.description, exemplar.movement = description, movement
    entry.sign(exemplar)
    with because(entry.by, why), refusing():
        exemplar.save()
    return exemplar
