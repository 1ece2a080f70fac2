"""When something is due: the bloc's own day, else the province's, else the usual one; extensions.

One query at most, however many years. A day is the last one, until 24:00 in Asia/Ho_Chi_Minh.
"""

import datetime as dt
from dataclasses import dataclass, field
from enum import Enum

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q
from django.db.models.functions import JSONObject

from .models import Deadline, DeadlineKind, DeadlineRule, EmulationYear, Extension


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


NEVER = None, None  # neither a day nor who has set it
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


def with_deadlines(years):
    """Annotate years with what `deadlines_of` reads, so that it asks nothing more of the database.

    For pages and lists that read the years anyway; what is set afterwards is not in it.
    """
    year = OuterRef("pk")
    rules = DeadlineRule.objects.filter(Q(province=None) | Q(province=OuterRef("bloc__province")))
    columns = ("province_id", "kind", "from_year", "month", "day", "years_later")
    own = Deadline.objects.filter(emulation_year=year)
    granted = Extension.objects.filter(emulation_year=year)
    return years.annotate(
        rules_in_short=_rows(rules.filter(from_year__lte=OuterRef("year")), *columns),
        days_in_short=_rows(own, "kind", "due_on"),
        extensions_in_short=_rows(granted, "kind", "seat_id", "until"),
    )


def deadlines_of(years):
    """Return {year pk: {kind: Due}} for these years, whose `bloc` is at hand, in year's order.

    What nobody has set, the country neither, is not in it. One query, or none for years that come
    from `with_deadlines`.
    """
    years = list(years)
    found = {}
    for year, row in zip(years, _at_hand(years), strict=True):
        own = {each["kind"]: _day(each["due_on"]) for each in row.days_in_short}
        usual, granted = _usual_days(row, year), {}
        for each in row.extensions_in_short:
            granted.setdefault(each["kind"], {})[each["seat_id"]] = _day(each["until"])
        found[year.pk] = {
            kind: _due(kind, *day, granted.get(kind, {}))
            for kind in DeadlineKind.values
            if (day := (own[kind], SetBy.BLOC) if kind in own else usual[kind]) != NEVER
        }
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
    return _usual_days(*_at_hand([year]), year)


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


def _at_hand(years):
    """The same years from `with_deadlines`, read now where they do not come from it."""
    if all(hasattr(year, "rules_in_short") for year in years):
        return years
    pks = {year.pk for year in years}
    rows = {row.pk: row for row in with_deadlines(EmulationYear.objects.filter(pk__in=pks))}
    return [rows[year.pk] for year in years]


def _rows(queryset, *columns):
    row = JSONObject(**{column: column for column in columns})
    return ArraySubquery(queryset.order_by("pk").values(row=row))


def _day(text):
    return dt.date.fromisoformat(text)


def _usual_days(row, year):
    """{kind: (day, SetBy)} of the province's rules, else of the country's."""
    rules = [DeadlineRule(**rule) for rule in row.rules_in_short]
    return {kind: _usual(rules, year, kind) for kind in DeadlineKind.values}


def _usual(rules, year, kind):
    for province in (year.bloc.province_id, None):
        if rule := rule_in_force(rules, province, kind, year.year):
            set_by = SetBy.PROVINCE if rule.province_id else SetBy.USUAL
            return day_of(rule, year.year), set_by
    return NEVER


def _due(kind, day, set_by, granted):
    for_seats = {seat: until for seat, until in granted.items() if seat is not None}
    return Due(kind, day, max(day, granted.get(None, day)), set_by, for_seats)
