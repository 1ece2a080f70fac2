"""Opening a year from the last one: what would be copied, and copying it."""

from dataclasses import dataclass

from django.db import transaction

from blocs.lineage import Lineage
from blocs.models import Bloc, EmulationYear, Organisation
from blocs.workflow import open_year
from scoring.models import CriteriaSet
from scoring.workflow import copy_set


@dataclass(frozen=True)
class Proposal:
    """What opening the next year would take over from the last one, if there is one.

    `organisations` are those that sat to its end, in protocol order, each under the name it bears
    today; `criteria_from` is the year whose criteria set can be copied, or None.
    """

    bloc: Bloc
    year: int
    organisations: list
    criteria_from: EmulationYear | None


def proposal(bloc, last, *, on):
    """Propose the year after the bloc's last one, or the calendar year of `on` for its first."""
    if last is None:
        return Proposal(bloc, on.year, [], None)
    source = bloc.years.get(year=last)
    stayed = source.seats.filter(left_on=None).values_list("organisation", flat=True)
    has_criteria = CriteriaSet.objects.filter(emulation_year=source).exists()
    return Proposal(bloc, last + 1, _as_today(stayed, on), source if has_criteria else None)


def _as_today(organisations, on):
    """Follow renamings and mergers to the organisation of today; each appears once."""
    one = Lineage(on=on).one
    today = list(dict.fromkeys(one(pk) for pk in organisations))
    rows = Organisation.objects.in_bulk(today)
    return [rows[pk] for pk in today]


@transaction.atomic
def open_with_criteria(bloc, proposed, *, year, name, organisations, copy_criteria, by):
    """Open the year with these members and, if wanted, last year's criteria: all or nothing.

    Raises Refused as the two verbs do.
    """
    opened = open_year(bloc, year=year, name=name, organisations=organisations, by=by)
    if copy_criteria and proposed.criteria_from:
        copy_set(proposed.criteria_from, opened, by=by)
    return opened
