"""Covenants read as plain values: every version with its words, members and signatures at once.

One query, however many years; pages, to-do lists, verbs and papers all start from here.
"""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, TextField
from django.db.models.functions import Cast, JSONObject

from blocs.models import Seat

from .models import (
    Commitment,
    CovenantState,
    CovenantVersion,
    ProgressReport,
    Reservation,
    Signature,
    Target,
)
from .wording import Planned, Pledge, Text


@dataclass(frozen=True)
class Member:
    """A seat of the covenant's year; `left_on` is the first day without. `label` is short."""

    pk: int
    organisation: int
    name: str
    left_on: dt.date | None
    joined_on: dt.date | None = None
    label: str = ""

    def sits_on(self, day):
        return self.left_on is None or day < self.left_on


@dataclass(frozen=True)
class Reserved:
    number: int
    reason: str


@dataclass(frozen=True)
class Signed:
    """A signature; `full_name` is empty where only the organisation is known."""

    pk: int
    way: str
    full_name: str
    position: str
    signed_on: dt.date
    at: dt.datetime
    sha256: str
    has_file: bool
    recorded: bool
    reserved: tuple[Reserved, ...]

    @property
    def is_confirmed(self):
        return self.way == "confirmed"


@dataclass(frozen=True)
class Version:
    """A version as it stands: the row, its words, who sits in the year, who signed it.

    `reported` says on what there are reports on progress, and since which day, None where history
    does not know it: {(commitment pk, seat, span): day}.
    """

    row: CovenantVersion
    text: Text
    members: tuple[Member, ...]
    signed: dict[int, Signed]
    reported: dict = field(default_factory=dict)

    @property
    def number(self):
        return self.row.number

    @property
    def state(self):
        return self.row.state

    @property
    def is_draft(self):
        return self.row.state == CovenantState.DRAFT

    @property
    def is_open(self):
        """Whether members may sign it: from the opening on, until it is closed."""
        return self.row.state in (CovenantState.SIGNING, CovenantState.IN_FORCE)


_TARGETS = (
    Target.objects.filter(commitment__covenant_version=OuterRef("pk"))
    .order_by()
    .values(
        one=JSONObject(
            pk="pk",
            commitment="commitment_id",
            seat="seat_id",
            name="name",
            unit="unit",
            planned=Cast("planned", TextField()),  # a number of JSON would become a float
            lower="lower_is_better",
        )
    )
)
_COMMITMENTS = (
    Commitment.objects.filter(covenant_version=OuterRef("pk"))
    .order_by("number")
    .values(
        one=JSONObject(
            pk="pk", number="number", text="text", seat="seat_id", continues="continues_id"
        )
    )
)
_MEMBERS = (
    Seat.objects.filter(emulation_year=OuterRef("covenant__emulation_year"))
    .order_by("position")
    .values(
        one=JSONObject(
            pk="pk", organisation="organisation_id", name="organisation__name",
            short_name="organisation__short_name", joined_on="joined_on", left_on="left_on",
        )
    )
)  # fmt: skip
_RESERVED = (
    Reservation.objects.filter(signature=OuterRef("pk"))
    .order_by("commitment__number")
    .values(one=JSONObject(number="commitment__number", reason="reason"))
)
_SIGNED = (
    Signature.objects.filter(covenant_version=OuterRef("pk"))
    .order_by("pk")
    .values(
        one=JSONObject(
            pk="pk", seat="seat_id", way="way", full_name="full_name", position="position",
            signed_on="signed_on", at="at", sha256="sha256", file="file_id", act="act_id",
            reserved=ArraySubquery(_RESERVED),
        )
    )
)  # fmt: skip
_REPORTED = (
    ProgressReport.objects.filter(commitment__covenant_version=OuterRef("pk"))
    .order_by()
    .values(
        one=JSONObject(commitment="commitment_id", seat="seat_id", span="span", day="reported_on")
    )
)


def read_versions(years):
    """Return {year pk: [Version, …]}, oldest first; a year without covenant is not in it."""
    rows = CovenantVersion.objects.filter(covenant__emulation_year__in=years)
    rows = rows.select_related(
        "covenant__emulation_year__bloc__province", "opened__organisation", "opened__by",
        "entered__organisation", "entered__by", "closed__organisation", "closed__by",
    )  # fmt: skip
    rows = rows.annotate(
        commitment_values=ArraySubquery(_COMMITMENTS),
        target_values=ArraySubquery(_TARGETS),
        member_values=ArraySubquery(_MEMBERS),
        signed_values=ArraySubquery(_SIGNED),
        reported_values=ArraySubquery(_REPORTED),
    )
    found = {}
    for row in rows.order_by("number"):
        found.setdefault(row.covenant.emulation_year_id, []).append(_version(row))
    return found


def versions_of(year):
    """Return the versions of one year's covenant, oldest first; empty where there is none."""
    return read_versions([year]).get(year.pk, [])


def _version(row):
    targets = {}
    # An order of their own, whatever was saved first and however the database sorts.
    for each in sorted(row.target_values, key=lambda value: (value["name"], value["seat"])):
        targets.setdefault(each["commitment"], []).append(_planned(each))
    pledges = tuple(
        Pledge(
            each["pk"],
            each["number"],
            each["text"],
            each["seat"],
            tuple(targets.get(each["pk"], ())),
            each["continues"],
        )
        for each in row.commitment_values
    )
    year = row.covenant.emulation_year.year
    return Version(
        row=row,
        text=Text(year, row.title, row.theme, pledges),
        members=tuple(_member(each) for each in row.member_values),
        signed={each["seat"]: _signed(each) for each in row.signed_values},
        reported={
            (each["commitment"], each["seat"], each["span"]): _day(each["day"])
            for each in row.reported_values
        },
    )


def _planned(value):
    figure = value["planned"]
    figure = figure and Decimal(figure)
    return Planned(
        value["seat"], value["name"], value["unit"], figure, value["lower"], pk=value["pk"]
    )


def _member(value):
    return Member(
        pk=value["pk"],
        organisation=value["organisation"],
        name=value["name"],
        left_on=_day(value["left_on"]),
        joined_on=_day(value["joined_on"]),
        label=value["short_name"] or value["name"],
    )


def _day(text):
    return text and dt.date.fromisoformat(text)


def _signed(value):
    return Signed(
        pk=value["pk"],
        way=value["way"],
        full_name=value["full_name"],
        position=value["position"],
        signed_on=dt.date.fromisoformat(value["signed_on"]),
        at=dt.datetime.fromisoformat(value["at"]),
        sha256=value["sha256"],
        has_file=value["file"] is not None,
        recorded=value["act"] is not None,
        reserved=tuple(Reserved(each["number"], each["reason"]) for each in value["reserved"]),
    )
