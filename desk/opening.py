"""Opening a year from the last one: what would be copied, and copying it."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Exists, OuterRef

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
    last: int | None = None


def proposal(bloc, *, on):
    """Propose the year after the bloc's last one, or the calendar year of `on` for its first."""
    has_criteria = Exists(CriteriaSet.objects.current().filter(emulation_year=OuterRef("pk")))
    last = bloc.years.annotate(has_criteria=has_criteria).order_by("-year").first()
    if last is None:
        return Proposal(bloc, on.year, [], None)
    seats = last.seats.filter(left_on=None).select_related("organisation").order_by("position")
    organisations = _as_today([seat.organisation for seat in seats], on)
    criteria_from = last if last.has_criteria else None
    return Proposal(bloc, last.year + 1, organisations, criteria_from, last.year)


def _as_today(organisations, on):
    """Follow renamings and mergers to the organisation of today; each appears once."""
    one = Lineage(on=on).one
    known = {organisation.pk: organisation for organisation in organisations}
    today = list(dict.fromkeys(one(pk) for pk in known))
    if new := set(today) - known.keys():
        known |= Organisation.objects.in_bulk(new)
    return [known[pk] for pk in today]


@transaction.atomic
def open_with_criteria(bloc, proposed, *, year, name, organisations, copy_criteria, by, at):
    """Open the year with these members and, if wanted, last year's criteria: all or nothing.

    Raises Refused as the two verbs do.
    """
    opened = open_year(bloc, year=year, name=name, organisations=organisations, by=by)
    if copy_criteria and proposed.criteria_from:
        copy_set(proposed.criteria_from, opened, by=by, at=at)
    return opened
