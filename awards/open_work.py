"""What of the awards is open: votes, ballots to lead, nominations, what waits at the province.

Ballots have no `kind`: nobody is reminded one by one, for a list of who is reminded would tell who
has voted. Before the close only the member itself finds its own vote here.
"""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from blocs.models import EmulationYear
from blocs.open_work import OpenWork

from .council_work import council_work, with_council_work
from .electorate import is_over, turnout_among
from .models import Ballot, BallotState, Electorate, Voter
from .open_nominations import nominations_open, with_nominations

UNDER_WAY = (BallotState.PREPARED, BallotState.OPEN)


def with_open_work(years):
    """Bring ballots under way, voters, nominations, and what the province has, with each year."""
    voters = Voter.objects.filter(ballot=OuterRef("pk")).order_by("seat__position", "pk")
    voter = JSONObject(
        seat="seat_id",
        organisation="seat__organisation_id",
        on_paper="on_paper",
        has_voted="has_voted",
    )
    ballots = Ballot.objects.filter(emulation_year=OuterRef("pk"), state__in=UNDER_WAY)
    ballot = JSONObject(
        pk="pk",
        title="title",
        state="state",
        electorate="electorate",
        closes_at="closes_at",
        voters=ArraySubquery(voters.values(row=voter)),
    )
    years = years.annotate(under_way=ArraySubquery(ballots.order_by("pk").values(row=ballot)))
    return with_council_work(with_nominations(years))


def open_work(years, *, on):
    """List votes to be cast, ballots to be led, what nominations wait for, and what the staff do.

    One query, or none for years that come from `with_open_work`; one more for the deadlines of
    nominations where they are not at hand.
    """
    known = _known(years)
    ballots = [
        work for year in known for row in year.under_way for work in _of(*_read(row), year, on)
    ]
    return [*ballots, *nominations_open(known), *council_work(known, on=on)]


def _known(years):
    years = list(years)
    if all(hasattr(year, "under_way") for year in years):
        return years
    known = EmulationYear.objects.filter(pk__in=[year.pk for year in years])
    return with_open_work(known.select_related("bloc"))


def _read(row):
    """The ballot and its voters, from what came with the year."""
    voters = [
        Voter(seat_id=each["seat"], on_paper=each["on_paper"], has_voted=each["has_voted"])
        for each in row["voters"]
    ]
    for voter, each in zip(voters, row["voters"], strict=True):
        voter.organisation = each["organisation"]
    closes_at = row["closes_at"] and parse_datetime(row["closes_at"])
    plain = {name: row[name] for name in ("pk", "title", "state", "electorate")}
    return Ballot(**plain, closes_at=closes_at), voters


def _of(ballot, voters, year, on):
    """The moment is that of the page; before and after the day `on` only the day tells."""
    at = (year.bloc.slug, year.year, ballot.pk)
    values = {"title": ballot.title}
    if ballot.is_prepared:
        text = _("The ballot “%(title)s” is prepared and not open yet")
        yield OpenWork(year, text % values, "awards:ballot_detail", at)
        return
    last_day = timezone.localdate(ballot.closes_at)
    if on > last_day or is_over(ballot, timezone.now(), turnout_among(voters)):
        text = _("Voting on “%(title)s” is over: count and close the ballot")
        yield OpenWork(year, text % values, "awards:ballot_detail", at, due=last_day)
        return
    for organisation in _still_to_vote(ballot, voters):
        text = _("Cast your organisation's vote: %(title)s") % values
        whose = {"organisation": organisation}
        yield OpenWork(year, text, "awards:ballot_detail", at, due=last_day, **whose)


def _still_to_vote(ballot, voters):
    """The members whose vote is missing; of delegates every member, for each knows of oneself."""
    delegates = ballot.electorate == Electorate.DELEGATES
    missing = [v for v in voters if not v.on_paper and (delegates or not v.has_voted)]
    return list(dict.fromkeys(voter.organisation for voter in missing))
