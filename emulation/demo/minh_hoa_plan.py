"""The plan of the invented year becomes rows: its activities, its last days and an extension."""

import datetime as dt

from django.utils import timezone

from blocs.models import DeadlineKind
from blocs.workflow import (
    complete_activity,
    drop_activity,
    extend_deadline,
    plan_activity,
    set_deadlines,
)

from . import minh_hoa as data


def load_plan(year, since, *, by, at):
    """Plan the year in its chair's first days; what has come by `at` is carried out or dropped."""
    seats = {seat.organisation.short_name: seat for seat in year.seats.all()}
    for each in data.ACTIVITIES:
        day = dt.date(year.year + each.years_later, each.month, each.day)
        activity = plan_activity(
            year,
            text=each.text,
            kind=each.kind,
            month=each.month,
            years_later=each.years_later,
            planned_on=day,
            owner_seat=seats[each.owner],
            host=each.host,
            by=by,
            at=min(_morning(since), at),
        )
        if day <= timezone.localdate(at):
            _became(activity, each, day, by=by, at=min(_morning(day), at))


def _became(activity, planned, day, **by_whom):
    if planned.dropped:
        drop_activity(activity, why=planned.dropped, **by_whom)
    else:
        complete_activity(activity, done_on=day, result=planned.result, **by_whom)


def load_deadlines(year, since, *, by, at):
    """Set the last days of the scoring around the day of loading; one member has more time."""
    today, kind = timezone.localdate(at), DeadlineKind.SELF_SCORE
    days = {each: today + dt.timedelta(days=n) for each, n in data.OWN_DEADLINES.items()}
    set_deadlines(year, days=days, by=by, at=min(_morning(since), at))
    extend_deadline(
        year,
        kind=kind,
        seat=year.seats.get(organisation__short_name=data.EXTENDED_FOR),
        until=days[kind] + dt.timedelta(days=data.EXTENDED_BY),
        why=data.EXTENSION_REASON,
        by=by,
        at=min(_morning(max(since, days[kind] - dt.timedelta(days=5))), at),
    )


def _morning(day):
    return timezone.make_aware(dt.datetime.combine(day, dt.time(9)))
