"""What of the ballots is still open: votes to cast, and what waits for who leads the ballot.

No `kind`: nobody is reminded one by one, for a list of who is reminded would tell who has voted.
Before the close only the member itself finds its own vote here.
"""

from django.db.models import Exists, OuterRef, Prefetch
from django.utils import timezone
from django.utils.translation import gettext as _

from blocs.open_work import OpenWork

from .electorate import is_over, turnout_among
from .models import Ballot, BallotState, Electorate, Voter

UNDER_WAY = (BallotState.PREPARED, BallotState.OPEN)


def with_open_work(years):
    """Say of each year, as `has_ballots`, whether a ballot is under way: with the years' query."""
    ballots = Ballot.objects.filter(emulation_year=OuterRef("pk"), state__in=UNDER_WAY)
    return years.annotate(has_ballots=Exists(ballots))


def open_work(years, *, on):
    """List votes to be cast and ballots to be opened or closed: two queries, none without any.

    Years that do not come from `with_open_work` are asked themselves.
    """
    years = {year.pk: year for year in years if getattr(year, "has_ballots", True)}
    if not years:
        return []
    voters = Voter.objects.select_related("seat").order_by("seat__position", "pk")
    ballots = Ballot.objects.filter(emulation_year__in=years, state__in=UNDER_WAY)
    found = []
    for ballot in ballots.order_by("pk").prefetch_related(Prefetch("voters", voters)):
        found += _of(ballot, years[ballot.emulation_year_id], on)
    return found


def _of(ballot, year, on):
    """The moment is that of the page; before and after the day `on` only the day tells."""
    at = (year.bloc.slug, year.year, ballot.pk)
    values = {"title": ballot.title}
    if ballot.is_prepared:
        text = _("The ballot “%(title)s” is prepared and not open yet")
        yield OpenWork(year, text % values, "awards:ballot_detail", at)
        return
    voters = list(ballot.voters.all())
    last_day = timezone.localdate(ballot.closes_at)
    if on > last_day or is_over(ballot, timezone.now(), turnout_among(voters)):
        text = _("Voting on “%(title)s” is over: count and close the ballot")
        yield OpenWork(year, text % values, "awards:ballot_detail", at, due=last_day)
        return
    for seat in _still_to_vote(ballot, voters):
        text = _("Cast your organisation's vote: %(title)s") % values
        args, whose = (*at, seat.pk), {"organisation": seat.organisation_id}
        yield OpenWork(year, text, "awards:ballot_vote", args, due=last_day, **whose)


def _still_to_vote(ballot, voters):
    """The members whose vote is missing; of delegates every member, for each knows of oneself."""
    delegates = ballot.electorate == Electorate.DELEGATES
    missing = [v for v in voters if not v.on_paper and (delegates or not v.has_voted)]
    return list({voter.seat_id: voter.seat for voter in missing}.values())
