"""The activities of a year as pages show them: month by month, and in short."""

import datetime as dt
from dataclasses import dataclass

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef
from django.db.models.functions import JSONObject

from .models import Activity, ActivityState

SHORT = ("id", "text", "kind", "month", "years_later", "planned_on", "state")


@dataclass(frozen=True)
class Month:
    """The activities of one month; `first` is its first day, None where no month is known."""

    first: dt.date | None
    is_now: bool
    activities: list[Activity]


@dataclass(frozen=True)
class Plan:
    """How far the plan of a year has come, and what comes next: still planned, the first ones."""

    done: int
    planned: int
    not_done: int
    late: int
    next: list[Activity]

    @property
    def total(self):
        return self.done + self.planned + self.not_done


def with_activities(years, number):
    """Annotate years with `in_short`, the activities of the year of that number: no query more."""
    rows = Activity.objects.filter(emulation_year=OuterRef("pk"), emulation_year__year=number)
    rows = rows.order_by("years_later", "month", F("planned_on").asc(nulls_last=True), "pk")
    columns = JSONObject(**{name: name for name in SHORT})
    return years.annotate(in_short=ArraySubquery(rows.values(row=columns)))


def activities_of(year):
    """Return the activities of a year that came from `with_activities`, in order."""
    return [
        Activity(**row | {"planned_on": day and dt.date.fromisoformat(day)})
        for row in year.in_short
        for day in [row["planned_on"]]
    ]


def by_month(activities, year, *, today):
    """Return the months of a year that have activities, in order; `year` is its number.

    What is of an unknown month comes last. Each activity says `is_late`: still planned although
    its time is over.
    """
    months = {}
    for activity in activities:
        activity.is_late = activity.is_late_on(today, year)
        months.setdefault(activity.first_of_month(year), []).append(activity)
    now = today.replace(day=1)
    ordered = sorted(months.items(), key=lambda item: item[0] or dt.date.max)
    return [Month(first, first == now, rows) for first, rows in ordered]


def plan_of(activities, year, *, today, shown=3):
    """Return the plan of a year in short; `activities` are all of the year, in order."""
    states = [activity.state for activity in activities]
    planned = [activity for activity in activities if activity.is_planned]
    late = [activity for activity in planned if activity.is_late_on(today, year)]
    for activity in planned:
        activity.first = activity.first_of_month(year)
        activity.is_late = activity in late
    return Plan(
        done=states.count(ActivityState.DONE),
        planned=len(planned),
        not_done=states.count(ActivityState.NOT_DONE),
        late=len(late),
        next=planned[:shown],
    )
