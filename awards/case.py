"""What a year's nominations rest on, read with the year in one query, as plain values.

The announced standing, who is not considered, the ballots, what was submitted, which organisations
came before which, whom the province's blocs nominate for the Government's flag. Pages have twelve
queries; the year is read anyway.
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, DateField, Exists, IntegerField, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce, JSONObject
from django.utils.dateparse import parse_datetime

from blocs.chairing import holder_of_year_work
from blocs.deadlines import deadlines_of, with_deadlines
from blocs.models import (
    DeadlineKind,
    EmulationYear,
    OrganisationSuccession,
    Seat,
    SuccessionKind,
)
from blocs.succession import with_predecessors
from scoring.kinds import UNRANKING, Fact
from scoring.models import Announcement, Disqualification

from .government_flag import flag_line
from .models import Ballot, BallotState, Nominee, Submission
from .shares import share_rows


@dataclass(frozen=True)
class Place:
    """A member in the announced standing; `rank` None: not ranked."""

    seat: int
    name: str
    rank: int | None
    points: Decimal


@dataclass(frozen=True)
class Announced:
    """The standing as it was announced last, in its order."""

    number: int
    on: dt.date
    document: str
    standing: dict
    places: tuple[Place, ...]

    @cached_property
    def by_seat(self):
        return {place.seat: place for place in self.places}

    @cached_property
    def ranking(self):
        return [(place.seat, place.rank) for place in self.places]


@dataclass(frozen=True)
class Barring:
    """A fact that stands against a member; `takes_rank`: it is considered for nothing."""

    seat: int
    fact: str
    facts: str
    takes_rank: bool

    @property
    def sentence(self):
        """The kind of fact in the language of the page, and what happened."""
        return f"{Fact(self.fact).label}. {self.facts}"


@dataclass(frozen=True)
class Vote:
    """A ballot in short: `minuted` says whether its counting minutes are issued."""

    pk: int
    title: str
    state: str
    nominees: tuple[int, ...]
    minuted: bool

    @property
    def is_closed(self):
        return self.state == BallotState.CLOSED


@dataclass(frozen=True)
class Submitted:
    """A submission in short; `returned` is the reason for which the province sent it back."""

    pk: int
    number: int
    at: dt.datetime
    returned: str

    @property
    def is_with_the_province(self):
        return not self.returned


def with_case(years, *, on):
    """Annotate years with everything that `case_of` reads, and with who holds their work today."""
    year = OuterRef("pk")
    standings = Announcement.objects.filter(emulation_year=year).order_by("-number")
    one = JSONObject(number="number", on="announced_on", document="document", standing="standing")
    facts = Disqualification.objects.filter(emulation_year=year, revoked=None).order_by("pk")
    fact = JSONObject(seat="seat_id", fact="fact", facts="facts", effect="effect")
    seats = Seat.objects.filter(emulation_year=year, left_on=None).order_by()
    count = seats.values("emulation_year").annotate(count=Count("pk")).values("count")
    return with_deadlines(years).annotate(
        holder=holder_of_year_work(on=on),
        announced=Subquery(standings.values(row=one)[:1]),
        barrings=ArraySubquery(facts.values(row=fact)),
        size=Coalesce(Subquery(count, output_field=IntegerField()), 0),
        votes=_votes(year),
        submitted=_submissions(year),
        before=_successions(on),
        flag_lines=ArraySubquery(_blocs_of_the_province().values(row=flag_line())),
        asked_on=Value(on, output_field=DateField()),
        share_rows=share_rows(),
    )


def _blocs_of_the_province():
    """The same year of all blocs of the province, the bloc itself among them."""
    return EmulationYear.objects.filter(
        bloc__province=OuterRef("bloc__province"), year=OuterRef("year")
    ).order_by("pk")


def _votes(year):
    nominees = Nominee.objects.filter(ballot=OuterRef("pk")).order_by("seat__position")
    # Whether the minutes are issued is asked by the name of the relation; no paper is read here.
    minuted = Ballot.objects.filter(pk=OuterRef("pk"), issued_papers__isnull=False)
    ballots = Ballot.objects.filter(emulation_year=year).exclude(state=BallotState.CANCELLED)
    row = JSONObject(
        pk="pk",
        title="title",
        state="state",
        nominees=ArraySubquery(nominees.values("seat")),
        minuted=Exists(minuted),
    )
    return ArraySubquery(ballots.order_by("pk").values(row=row))


def _submissions(year):
    rows = Submission.objects.filter(emulation_year=year).order_by("number")
    one = JSONObject(pk="pk", number="number", at="submitted_at", returned="returned__reason")
    return ArraySubquery(rows.values(row=one))


def _successions(on):
    """Every pair of organisations in which the second goes on for the first; the table is small."""
    rows = OrganisationSuccession.objects.filter(successor__isnull=False, on__lte=on)
    rows = rows.exclude(kind=SuccessionKind.SPLIT).order_by("pk")
    return ArraySubquery(rows.values(row=JSONObject(one="predecessor_id", next="successor_id")))


@dataclass(frozen=True)
class Case:
    """All of it as plain values, of one year; `on` is the day for which it was asked.

    `flag_lines` and `share_rows` are what `government_flag.flag_of` and its law read.
    """

    year: object
    on: dt.date
    announced: Announced | None
    barrings: tuple[Barring, ...]
    votes: tuple[Vote, ...]
    submissions: tuple[Submitted, ...]
    size: int
    before: tuple
    flag_lines: tuple
    share_rows: tuple

    @property
    def submission(self):
        """The submission that is with the province now, or None."""
        last = self.submissions[-1] if self.submissions else None
        return last if last and last.is_with_the_province else None

    @property
    def due(self):
        """When the dossier is due, or None."""
        return deadlines_of([self.year])[self.year.pk].get(DeadlineKind.DOSSIER)

    @property
    def no_flag(self):
        """Members that keep their rank and are proposed for no flag."""
        return frozenset(each.seat for each in self.barrings)

    def against(self, seat, *, flag):
        """What stands against a member: anything for a flag, else what takes its rank."""
        own = (each for each in self.barrings if each.seat == seat)
        return tuple(each.sentence for each in own if flag or each.takes_rank)

    def lineage(self, organisation):
        """The organisation and what was renamed to it or merged into it, by their keys."""
        return with_predecessors({organisation}, self.before)


def case_of(year):
    """Return the Case of a year that comes from `with_case`: no query."""
    return Case(
        year=year,
        on=year.asked_on,
        announced=year.announced and _announced(**year.announced),
        barrings=tuple(
            Barring(each["seat"], each["fact"], each["facts"], each["effect"] in UNRANKING)
            for each in year.barrings
        ),
        votes=tuple(Vote(**{**each, "nominees": tuple(each["nominees"])}) for each in year.votes),
        submissions=tuple(
            Submitted(
                each["pk"], each["number"], parse_datetime(each["at"]), each["returned"] or ""
            )
            for each in year.submitted
        ),
        size=year.size,
        before=tuple((each["one"], each["next"]) for each in year.before),
        flag_lines=tuple(year.flag_lines),
        share_rows=tuple(year.share_rows),
    )


def _announced(*, number, on, document, standing):
    places = tuple(
        Place(line["seat"], line["name"], line["rank"], Decimal(line["total"]))
        for line in standing["lines"]
    )
    return Announced(number, dt.date.fromisoformat(on), document, standing, places)
