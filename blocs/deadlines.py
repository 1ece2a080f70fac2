"""When something is due: the bloc's own day, else the province's, else the usual one; extensions.

One query, however many years. The day given is the last one, until 24:00 in Asia/Ho_Chi_Minh.
"""

import datetime as dt
from dataclasses import dataclass, field
from enum import Enum

from django.db.models import Value
from django.db.models.functions import JSONObject

from .models import Deadline, DeadlineKind, DeadlineRule, Extension


class SetBy(Enum):
    """Who has set a day."""

    BLOC = "bloc"
    PROVINCE = "province"
    USUAL = "usual"


@dataclass(frozen=True)
class Due:
    """What is due when: `on` for all (extended, where it was), `for_seats` where a member has more.

    `first_on` is the day before any extension.
    """

    kind: str
    first_on: dt.date
    on: dt.date
    set_by: SetBy
    for_seats: dict = field(default_factory=dict)

    def for_seat(self, seat_pk):
        """The day of one member: its own extension counts where it is the later."""
        return max(self.on, self.for_seats.get(seat_pk, self.on))

    def is_over(self, day, seat_pk=None):
        return day > self.for_seat(seat_pk)


def deadlines_of(years):
    """Return {year pk: {kind: Due}} for these years, whose `bloc` is at hand, in year's order.

    What nobody has set, the country neither, is not in it.
    """
    years = list(years)
    own, rules, extensions = _read(years)
    found = {}
    for year in years:
        usual = {kind: _usual(rules, year, kind) for kind in DeadlineKind.values}
        dues = {}
        for kind in DeadlineKind.values:
            stated = own.get((year.pk, kind))
            day, set_by = (stated, SetBy.BLOC) if stated else usual[kind]
            if day:
                dues[kind] = _due(kind, day, set_by, extensions.get((year.pk, kind), {}))
        found[year.pk] = dues
    return found


def due_of(year, kind):
    """Return when something of one year is due, or None where nobody has set a day."""
    return deadlines_of([year])[year.pk].get(kind)


def day_of(rule, year):
    """Return the calendar day that a rule gives for the emulation year."""
    return dt.date(year + rule.years_later, rule.month, rule.day)


def _usual(rules, year, kind):
    fit = [rule for rule in rules if rule.kind == kind and rule.from_year <= year.year]
    provinces = [(year.bloc.province_id, SetBy.PROVINCE)] if year.bloc.province_id else []
    for province, set_by in (*provinces, (None, SetBy.USUAL)):
        own = [rule for rule in fit if rule.province_id == province]
        if own:
            return day_of(max(own, key=lambda rule: rule.from_year), year.year), set_by
    return None, None


def _read(years):
    """The days stated, the rules, and the days last granted, of three tables at once.

    {(year, kind): day}, [DeadlineRule], {(year, kind): {seat or None: day}}
    """
    stated = JSONObject(what=Value("own"), year="emulation_year_id", kind="kind", day="due_on")
    names = ("province_id", "kind", "from_year", "month", "day", "years_later")
    usual = JSONObject(what=Value("rule"), **{name: name for name in names})
    granted = JSONObject(
        what=Value("extension"), year="emulation_year_id", kind="kind", seat="seat_id",
        day="until", pk="pk",
    )  # fmt: skip
    of_years = {"emulation_year__in": years}
    rows = Deadline.objects.filter(**of_years).order_by().values_list(stated, flat=True)
    rows = rows.union(
        DeadlineRule.objects.order_by().values_list(usual, flat=True),
        Extension.objects.filter(**of_years).order_by().values_list(granted, flat=True),
        all=True,
    )
    own, rules, extensions = {}, [], {}
    for row in sorted(rows, key=lambda row: row.get("pk", 0)):
        what = row.pop("what")
        if what == "rule":
            rules.append(DeadlineRule(**row))
            continue
        of, day = (row["year"], row["kind"]), dt.date.fromisoformat(row["day"])
        if what == "own":
            own[of] = day
        else:
            extensions.setdefault(of, {})[row["seat"]] = day
    return own, rules, extensions


def _due(kind, day, set_by, granted):
    for_seats = {seat: until for seat, until in granted.items() if seat is not None}
    return Due(kind, day, max(day, granted.get(None, day)), set_by, for_seats)
