"""The commendation of a province's year at a glance: all its blocs, and the Government's flag.

The same number of queries for one bloc and for thirty.
"""

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import JSONObject
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from blocs.models import EmulationYear
from scoring.models import Announcement

from .answers import NomineesAnswer
from .law import Law
from .models import Nomination, NominationState, Submission
from .rules import nominees_within_the_share

GOVERNMENT_FLAG = "CO_CP"
AT_THE_PROVINCE = (
    NominationState.SUBMITTED,
    NominationState.APPRAISED,
    NominationState.PASSED,
    NominationState.DECIDED,
)


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
        return nominees_within_the_share(len(self.nominees), self.answer)


@dataclass(frozen=True)
class Sent:
    """The last submission of a bloc; `is_back`: the province sent it back."""

    pk: int
    number: int
    at: dt.datetime
    is_back: bool


@dataclass(frozen=True)
class BlocLine:
    """A bloc in the year: who leads it, how far its list is; `kinds` are (kind, number)."""

    year: EmulationYear
    leader: str
    submission: Sent | None
    kinds: tuple
    states: tuple

    @property
    def waits(self):
        """Whether the last submission waits for its appraisal."""
        return any(state == NominationState.SUBMITTED for state, _label, _n in self.states)

    @property
    def where(self):
        """How far the bloc is, as the state of a tag and its word."""
        if self.submission is None:
            return "wait", _("not submitted")
        if self.submission.is_back:
            return "late", _("sent back")
        if self.waits:
            return "now", _("waits for the appraisal")
        return "done", _("appraised")


def closing_day(year, today):
    """The day whose law counts for a year: that of its end, or today before it has come."""
    return min(today, dt.date(year, 12, 31))


def government_flag(province, year, *, today, law=None):
    """Return the GovernmentFlag of a province's year: three queries, the share among them."""
    years = list(_years(province, year))
    rows = _nominations(years).filter(Q(kind__code=GOVERNMENT_FLAG) | Q(rank=1))
    return _flag(years, rows, year, today, law or Law())


def overview_of(province, year, *, today):
    """Return the Overview of a province's emulation year: three queries."""
    years = list(_years(province, year).order_by("bloc__sort_key", "bloc_id"))
    rows = list(_nominations(years))
    flag = _flag(years, rows, year, today, Law())
    lists = {}
    for row in rows:
        lists.setdefault(row.emulation_year_id, []).append(row)
    lines = [
        BlocLine(
            each,
            flag.leaders.get(each.pk, ""),
            _sent(each.last),
            _kinds(lists.get(each.pk, [])),
            _states(lists.get(each.pk, [])),
        )
        for each in years
    ]
    return Overview(tuple(lines), flag)


@dataclass(frozen=True)
class Overview:
    """The blocs of a province in a year, in the order of their names."""

    lines: tuple
    flag: GovernmentFlag

    @property
    def submitted(self):
        return sum(1 for line in self.lines if line.submission and not line.submission.is_back)

    def count(self, *states):
        """How many nominations stand in these states, of all blocs."""
        return sum(n for line in self.lines for state, _label, n in line.states if state in states)


def _years(province, year):
    """The blocs' years, each with its newest announced standing and its last submission."""
    announced = Announcement.objects.filter(emulation_year=OuterRef("pk")).order_by("-number")
    sent = Submission.objects.filter(emulation_year=OuterRef("pk")).order_by("-number")
    last = JSONObject(pk="pk", number="number", at="submitted_at", returned="returned__pk")
    years = EmulationYear.objects.filter(bloc__province=province, year=year)
    return years.select_related("bloc").annotate(
        announced=Subquery(announced.values("standing")[:1]),
        last=Subquery(sent.values(row=last)[:1]),
    )


def _nominations(years):
    rows = Nomination.objects.filter(emulation_year__in=[each.pk for each in years])
    rows = rows.select_related("kind", "seat__organisation", "emulation_year__bloc")
    return rows.standing()


def _flag(years, rows, year, today, law):
    leaders = _leaders(years, rows)
    flags = [row for row in rows if row.kind.code == GOVERNMENT_FLAG]
    return GovernmentFlag(
        leaders,
        tuple(row for row in flags if row.state in AT_THE_PROVINCE),
        tuple(row for row in flags if row.state == NominationState.PROPOSED),
        law.most_nominees_on(closing_day(year, today), len(leaders)),
    )


def _leaders(years, rows):
    """{year of a bloc: name of its one leader}, by the announced standing.

    Where none is announced, by the rank that the nominations bear. Members of equal first rank are
    no leader yet: the bloc settles it.
    """
    first = {}
    for each in years:
        if each.announced is not None:
            lines = each.announced.get("lines", [])
            first[each.pk] = {line["name"] for line in lines if line.get("rank") == 1}
        else:
            own = (row for row in rows if row.emulation_year_id == each.pk and row.rank == 1)
            first[each.pk] = {row.member_name for row in own}
    return {of_year: names.pop() for of_year, names in first.items() if len(names) == 1}


def _sent(row):
    if row is None:
        return None
    at = parse_datetime(row["at"])
    return Sent(row["pk"], row["number"], at, row["returned"] is not None)


def _kinds(nominations):
    """The kinds of award in their order, each with how many are nominated for it."""
    found = Counter(row.kind_id for row in nominations)
    kinds = {row.kind_id: row.kind for row in nominations}
    order = sorted(kinds, key=lambda key: (kinds[key].position, key))
    return tuple((kinds[key], found[key]) for key in order)


def _states(nominations):
    found = Counter(row.state for row in nominations)
    states = [state for state in NominationState if found[state]]
    return tuple((state.value, state.label, found[state]) for state in states)
