"""Opening and closing emulation years."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused

from ..models import EmulationYear, Seat, YearState
from .locks import lock_bloc, refusing


@transaction.atomic
def open_year(bloc, *, year, name, organisations, by):
    """Open an emulation year with these organisations, in this protocol order.

    Raises Refused if the bloc already has the year.
    """
    bloc = lock_bloc(bloc.pk)
    with because(by), refusing():
        opened = EmulationYear.objects.create(bloc=bloc, year=year, name=name)
        for position, organisation in enumerate(organisations, start=1):
            Seat.objects.create(
                emulation_year=opened, bloc=bloc, organisation=organisation, position=position
            )
    return opened


@transaction.atomic
def close_year(year, *, by, at, why=""):
    """Close a year: from now on nobody writes in it. Raises Refused if it is closed already."""
    year = _locked(year)
    if not year.is_open:
        raise Refused(_("The emulation year %(year)s is already closed.") % {"year": year.year})
    with because(by, why):
        year.state, year.closed_at, year.closed_by = YearState.CLOSED, at, by
        year.save()
    return year


@transaction.atomic
def reopen_year(year, *, by, why):
    """Open a closed year again, with a reason. Raises Refused without one, or if it is open."""
    year = _locked(year)
    if year.is_open:
        raise Refused(_("The emulation year %(year)s is already open.") % {"year": year.year})
    if not why.strip():
        raise Refused(_("Say why the year is opened again."))
    with because(by, why):
        year.state, year.closed_at, year.closed_by = YearState.OPEN, None, None
        year.save()
    return year


def _locked(year):
    lock_bloc(year.bloc_id)
    return EmulationYear.objects.select_related("bloc").get(pk=year.pk)
