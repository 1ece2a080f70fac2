"""When something is due: the bloc's own day, else the province's, else the usual one; extensions.

One query, however many years; none for years that were read `with_deadlines`. The day given is the
last one, until 24:00 in Asia/Ho_Chi_Minh.
"""

import datetime as dt
from dataclasses import dataclass, field
from enum import Enum

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Value
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
    own, rules, extensions = _sorted_out(_rows(years))
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


_STATED = JSONObject(what=Value("own"), year="emulation_year_id", kind="kind", day="due_on")
_RULES = ("province_id", "kind", "from_year", "month", "day", "years_later")
_USUAL = JSONObject(what=Value("rule"), **{name: name for name in _RULES})
_GRANTED = JSONObject(
    what=Value("extension"), year="emulation_year_id", kind="kind", seat="seat_id", day="until",
    pk="pk",
)  # fmt: skip


def with_deadlines(years):
    """Let a queryset of years bring along what `deadlines_of` asks, so that it needs no query."""
    of_year = {"emulation_year": OuterRef("pk")}
    return years.annotate(
        stated_days=ArraySubquery(_values(Deadline.objects.filter(**of_year), _STATED)),
        usual_days=ArraySubquery(_values(DeadlineRule.objects.all(), _USUAL)),
        granted_days=ArraySubquery(_values(Extension.objects.filter(**of_year), _GRANTED)),
    )


def _values(rows, value):
    return rows.order_by().values(deadline_value=value)


def _rows(years):
    """The rows of the three tables as plain values: those the years brought along, or read now."""
    if years and all(hasattr(year, "stated_days") for year in years):
        brought = [row for year in years for row in (*year.stated_days, *year.granted_days)]
        return [*brought, *years[0].usual_days]
    of_years = {"emulation_year__in": years}
    rows = Deadline.objects.filter(**of_years).order_by().values_list(_STATED, flat=True)
    return rows.union(
        DeadlineRule.objects.order_by().values_list(_USUAL, flat=True),
        Extension.objects.filter(**of_years).order_by().values_list(_GRANTED, flat=True),
        all=True,
    )


def _sorted_out(rows):
    """{(year, kind): day}, [DeadlineRule], {(year, kind): {seat or None: the day last granted}}"""
    own, rules, extensions = {}, [], {}
    for row in sorted(rows, key=lambda row: row.get("pk", 0)):
        if row["what"] == "rule":
            rules.append(DeadlineRule(**{name: row[name] for name in _RULES}))
            continue
        of, day = (row["year"], row["kind"]), dt.date.fromisoformat(row["day"])
        if row["what"] == "own":
            own[of] = day
        else:
            extensions.setdefault(of, {})[row["seat"]] = day
    return own, rules, extensions


def _due(kind, day, set_by, granted):
    for_seats = {seat: until for seat, until in granted.items() if seat is not None}
    return Due(kind, day, max(day, granted.get(None, day)), set_by, for_seats)
