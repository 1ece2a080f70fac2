"""What decides of ranks and grades in a year besides the points, read with one query."""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, TextField
from django.db.models.functions import Cast, JSONObject, Lower, Upper
from django.utils.dateparse import parse_date, parse_datetime

from .grading import Band, Grading
from .kinds import UNRANKING, Effect, Fact, GradeBase
from .models import Announcement, CriteriaSet, Disqualification, Grade, Score, SettledPlace
from .models import TieBreak as TieBreakRow
from .ranking import Settled, TieBreak
from .standing import Rules


@dataclass(frozen=True)
class Barring:
    """A fact in force for which a member is not considered; `until` is the first day without."""

    pk: int
    fact: Fact
    facts: str
    document: str
    from_on: dt.date
    until: dt.date | None
    effect: Effect

    @property
    def takes_rank(self):
        return self.effect in UNRANKING


@dataclass(frozen=True)
class Settling:
    """Who settled a tie, when and why."""

    why: str
    by: str
    at: dt.datetime


@dataclass(frozen=True)
class Deciding:
    """The declared rules, the orders from elsewhere and the facts; members by the key of the seat.

    `is_declared` is whether the bloc has written rules at all, `is_announced` and `is_scored`
    whether a standing was announced, and anybody scored, by these criteria.
    """

    is_declared: bool = False
    is_proposal: bool = False
    clause: str = ""
    tie_breaks: tuple = ()
    grading: Grading = field(default_factory=Grading)
    settled: tuple = ()
    barrings: tuple = ()
    is_announced: bool = False
    is_scored: bool = False

    def barrings_of(self, seat):
        return [each for whose, each in self.barrings if whose == seat.pk]

    def rules(self, seats):
        """The same as the arithmetic takes it, with these seats as members."""
        known = {seat.pk: seat for seat in seats}
        settled = (
            Settled(each.tie_break, {known[pk]: n for pk, n in each.places.items()}, each.matter)
            for each in self.settled
            if each.places.keys() <= known.keys()
        )
        barred = {known[pk] for pk, each in self.barrings if each.takes_rank and pk in known}
        return Rules(self.tie_breaks, tuple(settled), self.grading, frozenset(barred))


def read_deciding(criteria_set):
    """Return the `Deciding` of a stored set and its year."""
    return parsed(
        CriteriaSet.objects.values_list(deciding_json(), flat=True).get(pk=criteria_set.pk)
    )


def deciding_json(criteria_set=""):
    """Return an expression for all that `parsed` needs, to be read along with other rows.

    `criteria_set` is how those rows lead to their set; "" for the set itself.
    """
    to, key = f"{criteria_set}__" if criteria_set else "", criteria_set or "pk"
    of_set, of_year = OuterRef(key), OuterRef(f"{to}emulation_year")
    return JSONObject(
        rules=f"{to}ranking_rules",
        clause=f"{to}ranking_rules__clause",
        base=f"{to}ranking_rules__grade_base",
        is_proposal=f"{to}ranking_rules__is_proposal",
        ties=_ties(of_set),
        bands=_bands(of_set),
        places=_places(of_set),
        barred=_barred(of_year),
        is_announced=Exists(Announcement.objects.filter(criteria_set=of_set)),
        is_scored=Exists(Score.objects.filter(criteria_set=of_set)),
    )


def parsed(row):
    """Return the `Deciding` that a value of `deciding_json` stands for."""
    bands = tuple(_band(each) for each in row["bands"])
    return Deciding(
        is_declared=row["rules"] is not None,
        is_proposal=bool(row["is_proposal"]),
        clause=row["clause"] or "",
        tie_breaks=tuple(TieBreak(**each) for each in row["ties"]),
        grading=Grading(bands, row["base"] or GradeBase.WITHOUT_BONUS),
        settled=_settled(row["places"]),
        barrings=tuple((each["seat_id"], _barring(each)) for each in row["barred"]),
        is_announced=row["is_announced"],
        is_scored=row["is_scored"],
    )


def _ties(of_set):
    ties = TieBreakRow.objects.filter(criteria_set=of_set).order_by("position")
    plain = JSONObject(pk="pk", kind="kind", node="criterion_id", text="text")
    return ArraySubquery(ties.values(row=plain))


def _bands(of_set):
    bands = Grade.objects.filter(criteria_set=of_set).order_by("-at_least")
    text = TextField()
    plain = JSONObject(name="name", at_least=Cast("at_least", text), floor=Cast("floor", text))
    return ArraySubquery(bands.values(row=plain))


def _places(of_set):
    places = SettledPlace.objects.filter(settlement__criteria_set=of_set)
    plain = JSONObject(
        settlement="settlement_id",
        tie_break="settlement__tie_break_id",
        why="settlement__why",
        by="settlement__act__by__full_name",
        at="settlement__act__at",
        seat="seat_id",
        place="place",
    )
    return ArraySubquery(places.order_by("-settlement_id", "place", "pk").values(row=plain))


def _barred(of_year):
    barred = Disqualification.objects.filter(emulation_year=of_year, revoked=None)
    names = ("pk", "seat_id", "fact", "facts", "document", "effect")
    days = {"from_on": Lower("period"), "until": Upper("period")}
    plain = JSONObject(**{name: F(name) for name in names}, **days)
    return ArraySubquery(barred.order_by("pk").values(row=plain))


def _band(row):
    floor = row["floor"]
    return Band(row["name"], Decimal(row["at_least"]), None if floor is None else Decimal(floor))


def _settled(rows):
    """Join the places of each order again; they come newest order first."""
    found = {}
    for row in rows:
        settling = Settling(row["why"], row["by"], parse_datetime(row["at"]))
        order = found.setdefault(row["settlement"], Settled(row["tie_break"], {}, settling))
        order.places[row["seat"]] = row["place"]
    return tuple(found.values())


def _barring(row):
    return Barring(
        row["pk"],
        Fact(row["fact"]),
        row["facts"],
        row["document"],
        parse_date(row["from_on"]),
        row["until"] and parse_date(row["until"]),
        Effect(row["effect"]),
    )
