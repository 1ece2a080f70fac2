"""The results of a bloc's earlier years, read together: for the pictures beside this year's."""

from django.db.models import OuterRef, Subquery

from blocs.models import Seat

from .kinds import NotApplicable
from .models import Criterion, Score, ScoresLock, SetState
from .sheet import RANKING, that_rank
from .standing import standings
from .tree import grow

MOST_YEARS = 4


def results_of_years(year, *, most=MOST_YEARS):
    """Return {year: results} of this year and those just before it with criteria; three queries.

    Results come in protocol order; the ranks that a bloc declared are not worked out again.
    """
    criteria = Criterion.objects.filter(
        criteria_set__state=SetState.CURRENT,
        criteria_set__emulation_year__bloc=year.bloc_id,
        criteria_set__emulation_year__year__range=(year.year - most + 1, year.year),
    )
    locks = ScoresLock.objects.filter(
        emulation_year=OuterRef("criteria_set__emulation_year"), reopened_at=None
    )
    criteria = criteria.annotate(locked_at=Subquery(locks.values("locked_at")))
    criteria = list(criteria.select_related("criteria_set__emulation_year"))
    years = {each.criteria_set.emulation_year for each in criteria}
    scores = list(Score.objects.current().filter(emulation_year__in=years, stage__in=RANKING))
    seats = Seat.objects.filter(emulation_year__in=years, left_on=None)
    seats = list(seats.select_related("organisation").order_by("position"))
    return {each.year: _results(each, criteria, scores, seats) for each in years}


def _results(year, criteria, scores, seats):
    own = [each for each in criteria if each.criteria_set.emulation_year_id == year.pk]
    members = {each.pk: each for each in seats if each.emulation_year_id == year.pk}
    given = [each for each in scores if each.seat_id in members]
    _stage, given = that_rank(given, own[0].locked_at if own else None)
    places = {(members[each.seat_id], each.criterion_id): each for each in given}
    rescales = own and own[0].criteria_set.not_applicable == NotApplicable.RESCALE
    found = standings(
        grow(own),
        list(members.values()),
        {place: each.points for place, each in places.items()},
        left_out={place for place, each in places.items() if rescales and not each.applies},
    )
    return sorted(found, key=lambda result: result.member.position)
