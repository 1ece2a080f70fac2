"""Who is nominated for the Government's flag in a province's year, and how many may be (R2).

One expression says of a bloc's year who leads it and whom it nominates: the province reads it of
all its blocs, and a bloc's own year brings it along (`awards.case`), so that a bloc knows of the
share before it submits (docs/field.md §1.3, §1.10).
"""

import datetime as dt
from dataclasses import dataclass

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, Func, JSONField, OuterRef, Q, Subquery
from django.db.models.functions import JSONObject

from blocs.models import EmulationYear
from scoring.models import Announcement

from .answers import NomineesAnswer
from .law import Law
from .models import Nomination, NominationState
from .proposing import GOVERNMENT_FLAG
from .rules import nominees_within_the_share

AT_THE_PROVINCE = (
    NominationState.SUBMITTED,
    NominationState.APPRAISED,
    NominationState.PASSED,
    NominationState.DECIDED,
)
CHOSEN = (NominationState.PASSED, NominationState.DECIDED)


@dataclass(frozen=True)
class FlagNominee:
    """Who is nominated for the Government's flag: by which bloc, in which of its years (key)."""

    nomination: int
    member_name: str
    bloc: str
    year: int
    state: str


@dataclass(frozen=True)
class GovernmentFlag:
    """Who is nominated for the Government's flag in a province's year, and how many may be (R2).

    `leaders` is {year of a bloc: the member that leads it}; `coming` are nominees that the blocs
    have not submitted yet.
    """

    leaders: dict
    nominees: tuple
    coming: tuple
    answer: NomineesAnswer

    @property
    def findings(self):
        return nominees_within_the_share(len(self.nominees), self.answer, coming=len(self.coming))

    @property
    def chosen(self):
        """Those whom the council has passed: what the province proposes to the State."""
        return tuple(each for each in self.nominees if each.state in CHOSEN)


def closing_day(year, today):
    """The day whose law counts for a year: that of its end, or today before it has come."""
    return min(today, dt.date(year, 12, 31))


def government_flag(province, year, *, today, law=None):
    """Return the GovernmentFlag of a province's year: two queries, the share among them."""
    years = EmulationYear.objects.filter(bloc__province=province, year=year).order_by("pk")
    return flag_of(years.values_list(flag_line(), flat=True), year, today=today, law=law or Law())


def flag_line():
    """An expression over years of blocs: what `flag_of` reads of one."""
    announced = Announcement.objects.filter(emulation_year=OuterRef("pk")).order_by("-number")
    rows = Nomination.objects.standing().filter(emulation_year=OuterRef("pk"))
    rows = rows.filter(Q(kind__code=GOVERNMENT_FLAG) | Q(rank=1)).order_by("pk")
    row = JSONObject(
        pk="pk",
        member="seat__organisation__name",
        stated="member_stated",
        code="kind__code",
        rank="rank",
        state="state",
    )
    return JSONObject(
        year="pk",
        bloc="bloc__name",
        first=Subquery(announced.values(first=_First(F("standing")))[:1]),
        rows=ArraySubquery(rows.values(row=row)),
    )


class _First(Func):
    """The names of those who are first in a standing, as a list."""

    template = "jsonb_path_query_array(%(expressions)s, '$.lines[*] ? (@.rank == 1).name')"
    output_field = JSONField()


def flag_of(lines, year, *, today, law):
    """Return the GovernmentFlag from the lines of all blocs: one query, for the share."""
    lines = list(lines)
    leaders = _leaders(lines)
    flags = [
        FlagNominee(row["pk"], _name(row), line["bloc"], line["year"], row["state"])
        for line in lines
        for row in line["rows"]
        if row["code"] == GOVERNMENT_FLAG
    ]
    return GovernmentFlag(
        leaders,
        tuple(each for each in flags if each.state in AT_THE_PROVINCE),
        tuple(each for each in flags if each.state == NominationState.PROPOSED),
        law.most_nominees_on(closing_day(year, today), len(leaders)),
    )


def _leaders(lines):
    """{year of a bloc: name of its one leader}, by the announced standing.

    Where none is announced, by the rank that the nominations bear. Members of equal first rank are
    no leader yet: the bloc settles it.
    """
    first = {}
    for line in lines:
        if line["first"] is not None:
            first[line["year"]] = set(line["first"])
        else:
            first[line["year"]] = {_name(row) for row in line["rows"] if row["rank"] == 1}
    return {of_year: names.pop() for of_year, names in first.items() if len(names) == 1}


def _name(row):
    return row["member"] or row["stated"]
