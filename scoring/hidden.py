"""Whose self-scores are hidden from a person today: for what shows the tables as they are."""

from django.db.models import Exists, OuterRef, Q

from blocs.models import EmulationYear, Seat, YearState
from blocs.reach import reach_of
from pledges.models import ProgressFile

from .models import EvidenceFile, Score, SetStage, SheetUpload, Stage
from .procedure import procedure_of, with_procedure
from .seeing import Viewer, sees_self_scores


def hidden_seats(user, *, on):
    """Return the keys of the seats whose self-scores a person does not see on a day: two queries.

    Those in open years in which members score themselves, before their last day.
    """
    uses = SetStage.objects.current().filter(
        criteria_set__emulation_year=OuterRef("pk"), stage=Stage.SELF
    )
    years = EmulationYear.objects.filter(Exists(uses), state=YearState.OPEN)
    years = {year.pk: year for year in with_procedure(years.select_related("bloc"))}
    seats = Seat.objects.filter(emulation_year__in=years).values_list(
        "emulation_year", "pk", "organisation"
    )
    represented, members = reach_of(user).represented, {}
    for year, seat, organisation in seats if years else ():
        members.setdefault(year, {})[seat] = organisation in represented
    return {pk for year, own in members.items() for pk in _hidden(years[year], own, on)}


def without_hidden(events, hidden):
    """Leave out of the events of a table what tells of hidden self-scores."""
    tracked = events.model.pgh_tracked_model
    if tracked is Score:
        return events.exclude(stage=Stage.SELF, seat__in=hidden)
    if tracked is SheetUpload:
        return events.exclude(stage=Stage.SELF, seat__in=hidden)
    if tracked is EvidenceFile:
        return events.exclude(seat__in=hidden)
    if tracked is ProgressFile:  # that it is kept back tells that it supports a self-score
        return events.exclude(~Q(kept_back_for=""), report__seat__in=hidden)
    return events


def _hidden(year, own, on):
    procedure = procedure_of(year, on=on)
    viewer = Viewer(own=frozenset(pk for pk, is_own in own.items() if is_own))
    return {
        pk for pk in own if pk not in viewer.own and not sees_self_scores(viewer, pk, procedure)
    }
