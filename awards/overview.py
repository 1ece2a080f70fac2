"""The commendation of a province's year at a glance: all its blocs, and the Government's flag.

The same number of queries for one bloc and for thirty.
"""

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from django.db.models import OuterRef, Subquery
from django.db.models.functions import JSONObject
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from blocs.models import EmulationYear

from .government_flag import GovernmentFlag, flag_line, flag_of
from .law import Law
from .models import Nomination, NominationState, Submission


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


def overview_of(province, year, *, today):
    """Return the Overview of a province's emulation year: three queries."""
    years = list(_years(province, year).order_by("bloc__sort_key", "bloc_id"))
    rows = list(_nominations(years))
    flag = flag_of([each.flag_line for each in years], year, today=today, law=Law())
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
    """The blocs' years, each with what the Government's flag asks and its last submission."""
    sent = Submission.objects.filter(emulation_year=OuterRef("pk")).order_by("-number")
    last = JSONObject(pk="pk", number="number", at="submitted_at", returned="returned__pk")
    years = EmulationYear.objects.filter(bloc__province=province, year=year)
    return years.select_related("bloc").annotate(
        flag_line=flag_line(),
        last=Subquery(sent.values(row=last)[:1]),
    )


def _nominations(years):
    rows = Nomination.objects.filter(emulation_year__in=[each.pk for each in years])
    rows = rows.select_related("kind", "seat__organisation", "emulation_year__bloc")
    return rows.standing()


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
