"""A text goes on: last year's covenant as this year's draft, a version as its own amendment."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.lineage import Lineage
from blocs.workflow.locks import refusing

from ..models import CitedBasis, Commitment, CovenantState, CovenantVersion, Target
from .locks import lock_draft


@transaction.atomic
def take_over(version, *, origin, by, at):
    """Copy theme and commitments of an earlier year's version into an empty draft.

    Targets come without figures: they are planned anew. What was a member's own goes to the same
    organisation under its name of today, and is left out where that no longer sits in the bloc.
    Raises NotChair, or Refused: not a draft, not empty, a version of another bloc or a later year.
    """
    version = lock_draft(version, by=by, at=at)
    year, before = version.covenant.emulation_year, origin.covenant.emulation_year
    if (before.bloc_id, before.year < year.year) != (year.bloc_id, True):
        raise Refused(_("Only an earlier covenant of the same bloc can be taken over."))
    if version.commitments.exists():
        raise Refused(_("The draft already has commitments: remove them first."))
    if not version.theme:
        version.theme = origin.theme
        version.revision += 1
    with because(by, f"Lấy lại nội dung giao ước năm {before.year}"), refusing():
        version.save()
        _copy(origin, version, _successors(before, year, timezone.localdate(at)), planned=False)
    return version


def next_version(version, *, reason):
    """Copy a version as the draft of its amendment, every commitment knowing what it continues.

    The caller has locked the bloc and stands inside `because`.
    """
    head = {
        name: getattr(version, name)
        for name in ("covenant", "title", "theme", "place", "witness", "closing_terms", "copies")
    }
    following = CovenantVersion.objects.create(
        number=version.number + 1, reason=reason, state=CovenantState.DRAFT, **head
    )
    for cited in version.cited.all():
        CitedBasis.objects.create(
            covenant_version=following, basis_id=cited.basis_id, position=cited.position
        )
    seats = version.covenant.emulation_year.seats.values_list("pk", flat=True)
    _copy(version, following, {pk: pk for pk in seats}, planned=True)
    return following


def _copy(origin, version, seats, *, planned):
    """Copy the commitments; `seats` maps those of the origin to those of the copy."""
    number = 0
    for old in origin.commitments.prefetch_related("targets").order_by("number"):
        if old.seat_id and old.seat_id not in seats:
            continue
        number += 1
        new = Commitment.objects.create(
            covenant_version=version,
            number=number,
            text=old.text,
            seat_id=seats.get(old.seat_id),
            continues=old if planned else None,
        )
        for target in old.targets.all():
            if target.seat_id in seats:
                Target.objects.create(
                    commitment=new,
                    seat_id=seats[target.seat_id],
                    name=target.name,
                    unit=target.unit,
                    planned=target.planned if planned else None,
                    lower_is_better=target.lower_is_better,
                )


def _successors(before, year, day):
    """{seat of the year before: the seat of the same organisation this year}"""
    one = Lineage(on=day).one
    now = {one(seat.organisation_id): seat.pk for seat in year.seats.filter(left_on=None)}
    return {
        seat.pk: now[one(seat.organisation_id)]
        for seat in before.seats.all()
        if one(seat.organisation_id) in now
    }
