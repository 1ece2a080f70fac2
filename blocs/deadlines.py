"""When something is due: the bloc's own day, else the province's, else the usual one; extensions.

One query, however many years. The day given is the last one, until 24:00 in Asia/Ho_Chi_Minh.
"""

import datetime as dt
from dataclasses import dataclass, field
from enum import Enum

from django.db.models import Q, Value
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

    @property
    def label(self):
        return DeadlineKind(self.kind).label

    def for_seat(self, seat_pk):
        """The day of one member: its own extension counts where it is the later."""
        return max(self.on, self.for_seats.get(seat_pk, self.on))

    def is_over(self, day, seat_pk=None):
        return day > self.for_seat(seat_pk)

    def days_left(self, day):
        """How many days are left to all; 0 on the last day, negative after it."""
        return (self.on - day).days


SOON = 14  # days: a deadline so near is marked


@dataclass(frozen=True)
class Remaining:
    """A Due as pages show it: `left` days to its last day, 0 on that day, negative after it."""

    due: Due
    left: int

    @property
    def over(self):
        return -self.left

    @property
    def is_soon(self):
        return 0 <= self.left <= SOON

    @property
    def is_extended(self):
        return self.due.on != self.due.first_on

    @property
    def longer(self):
        """How many members have more time than all."""
        return sum(day > self.due.on for day in self.due.for_seats.values())


def remaining(dues, day):
    """Return these Dues in the order of their days, with the days left to each."""
    in_order = sorted(dues, key=lambda due: due.on)
    return [Remaining(due, due.days_left(day)) for due in in_order]


def deadlines_of(years):
    """Return {year pk: {kind: Due}} for these years, whose `bloc` is at hand, in year's order.

    What nobody has set, the country neither, is not in it.
    """
    years = list(years)
    stored = _stored(years)
    found = {}
    for year in years:
        dues = {}
        for kind in DeadlineKind.values:
            day = stored.own.get((year.pk, kind))
            day, set_by = (day, SetBy.BLOC) if day else _usual(stored.rules, year, kind)
            if day:
                granted = stored.granted.get((year.pk, kind), {})
                dues[kind] = _due(kind, day, set_by, granted)
        found[year.pk] = dues
    return found


def due_of(year, kind):
    """Return when something of one year is due, or None where nobody has set a day."""
    return deadlines_of([year])[year.pk].get(kind)


def coming(dues, day, shown=2):
    """Return what of `{kind: Due}` is due next, as Remaining; the order of kinds decides ties.

    What is over for all, a member's extension notwithstanding, does not come any more.
    """
    return remaining([due for due in dues.values() if not due.is_over(day)], day)[:shown]


def usual_days(year):
    """Return {kind: (day, SetBy)} that count where the bloc sets no day of its own.

    A kind for which nobody has set one has (None, None).
    """
    rules = _stored([year]).rules
    return {kind: _usual(rules, year, kind) for kind in DeadlineKind.values}


def rule_in_force(rules, province_pk, kind, year):
    """Return the rule of a province (None: the usual one) for an emulation year, or None.

    `rules` are rows of DeadlineRule. One that only ends another does not count.
    """
    own = [
        rule
        for rule in rules
        if (rule.province_id, rule.kind) == (province_pk, kind) and rule.from_year <= year
    ]
    newest = max(own, key=lambda rule: rule.from_year, default=None)
    return newest if newest and newest.annual else None


def day_of(rule, year):
    """Return the calendar day that a rule gives for the emulation year."""
    return dt.date(year + rule.years_later, rule.month, rule.day)


@dataclass(frozen=True)
class _Stored:
    """`own` {(year, kind): day}, the rules, `granted` {(year, kind): {seat or None: last day}}."""

    own: dict = field(default_factory=dict)
    rules: list = field(default_factory=list)
    granted: dict = field(default_factory=dict)


def _stored(years):
    """All that is needed from three tables, in one query."""
    provinces = {year.bloc.province_id for year in years} - {None}
    rules = DeadlineRule.objects.filter(Q(province=None) | Q(province__in=provinces))
    own = Deadline.objects.filter(emulation_year__in=years)
    granted = Extension.objects.filter(emulation_year__in=years)
    columns = ("province_id", "kind", "from_year", "month", "day", "years_later")
    of_a_year = ("emulation_year_id", "kind")
    branches = [
        _rows("rule", rules, columns),
        _rows("own", own, (*of_a_year, "due_on")),
        _rows("granted", granted, ("id", *of_a_year, "seat_id", "until")),
    ]
    stored = _Stored()
    for what, row in branches[0].union(*branches[1:], all=True):
        if what == "rule":
            stored.rules.append(DeadlineRule(**row))
        elif what == "own":
            day = dt.date.fromisoformat(row["due_on"])
            stored.own[row["emulation_year_id"], row["kind"]] = day
        else:
            stored.granted.setdefault((row["emulation_year_id"], row["kind"]), []).append(row)
    for key, rows in stored.granted.items():
        in_order = sorted(rows, key=lambda row: row["id"])
        last = {row["seat_id"]: dt.date.fromisoformat(row["until"]) for row in in_order}
        stored.granted[key] = last
    return stored


def _rows(what, queryset, columns):
    return queryset.order_by().values_list(Value(what), JSONObject(**{c: c for c in columns}))


def _usual(rules, year, kind):
    for province in (year.bloc.province_id, None):
        if rule := rule_in_force(rules, province, kind, year.year):
            set_by = SetBy.PROVINCE if rule.province_id else SetBy.USUAL
            return day_of(rule, year.year), set_by
    return None, None


def _due(kind, day, set_by, granted):
    for_seats = {seat: until for seat, until in granted.items() if seat is not None}
    return Due(kind, day, max(day, granted.get(None, day)), set_by, for_seats)
