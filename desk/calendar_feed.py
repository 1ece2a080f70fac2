"""A person's calendar by RFC 5545: deadlines, conferences and activities of their open years."""

import datetime as dt
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from blocs.deadlines import deadlines_of, with_deadlines
from blocs.models import (
    Activity,
    ActivityState,
    Conference,
    EmulationYear,
    PartOfDay,
    Seat,
    YearState,
)
from blocs.reach import reach_of
from vietnamese.dates import ZONE

LONGEST = 60  # open years, the newest first
# Office hours: a conference says which part of the day, its invitation the time.
HOURS = {
    PartOfDay.MORNING: (dt.time(7, 30), dt.time(11, 30)),
    PartOfDay.AFTERNOON: (dt.time(13, 30), dt.time(17, 0)),
    PartOfDay.EVENING: (dt.time(19, 0), dt.time(21, 0)),
}


@dataclass(frozen=True)
class Entry:
    """One entry: on a day, or between two times of it. `uid` stays as long as the thing does."""

    uid: str
    day: dt.date
    title: str
    path: str
    times: tuple | None = None
    place: str = ""
    text: str = ""


def entries_of(user):
    """Everything that has a day in the open years that the person reads: four queries."""
    years = EmulationYear.objects.visible_to(user).filter(state=YearState.OPEN)
    years = with_deadlines(years.select_related("bloc__province")).order_by("-year", "bloc_id")
    years = list(years[:LONGEST])
    found = [*_deadlines(years, user), *_conferences(years), *_activities(years)]
    return sorted(found, key=lambda entry: (entry.day, entry.uid))


def calendar_of(user, *, at, site):
    """Return the calendar as bytes, in the person's language; `site` stands before the paths."""
    with translation.override(user.language):
        calendar = Calendar()
        calendar.add("prodid", "-//Emulation blocs//Calendar//VI")
        calendar.add("version", "2.0")
        calendar.add("calscale", "GREGORIAN")
        calendar.add("method", "PUBLISH")
        calendar.add("x-wr-calname", _("Emulation blocs"))
        calendar.add("x-wr-timezone", ZONE.key)
        calendar.add("x-published-ttl", "PT6H")
        for entry in entries_of(user):
            calendar.add_component(_event(entry, at, site))
        return calendar.to_ical()


def _event(entry, at, site):
    event = Event()
    event.add("uid", f"{entry.uid}@{urlsplit(settings.SITE_ADDRESS).hostname}")
    event.add("dtstamp", at.astimezone(dt.UTC))
    event.add("summary", entry.title)
    for name, moment in zip(("dtstart", "dtend"), _span(entry), strict=True):
        event.add(name, moment)
    event.add("url", site + entry.path)
    event.add("transp", "OPAQUE" if entry.times else "TRANSPARENT")
    for name, text in (("location", entry.place), ("description", entry.text)):
        if text:
            event.add(name, text)
    return event


def _span(entry):
    """Whole days end on the day after, as the standard has it; times are written in UTC."""
    if not entry.times:
        return entry.day, entry.day + dt.timedelta(days=1)
    return [dt.datetime.combine(entry.day, t, ZONE).astimezone(dt.UTC) for t in entry.times]


def _deadlines(years, user):
    """The last days; for who represents a member, that of the member: the nearer of several."""
    own = Seat.objects.filter(emulation_year__in=years)
    own = own.filter(organisation__in=reach_of(user).represented)
    seats = {}
    for year, seat in own.values_list("emulation_year", "pk"):
        seats.setdefault(year, []).append(seat)
    for pk, dues in deadlines_of(years).items():
        year = next(each for each in years if each.pk == pk)
        for due in dues.values():
            yield Entry(
                uid=f"deadline-{pk}-{due.kind}",
                day=min([due.for_seat(seat) for seat in seats.get(pk, [])], default=due.on),
                title=_("%(what)s: last day · %(bloc)s")
                % {"what": _capital(str(due.label)), "bloc": year.name},
                path=year.get_absolute_url(),
                text=_("Emulation year %(year)s. The day counts until 24:00.")
                % {"year": year.year},
            )


def _conferences(years):
    held = Conference.objects.serving(years).valid().filter(held_on__isnull=False)
    for each in held.select_related("bloc", "emulation_year"):
        times = HOURS.get(each.part_of_day)
        yield Entry(
            uid=f"conference-{each.pk}",
            day=each.held_on,
            title=f"{each.title} · {each.emulation_year.name}",
            path=each.get_absolute_url(),
            times=times,
            place=each.place,
            text=_("The invitation says the exact time.") if times else "",
        )


def _activities(years):
    """What is planned for a day, or was carried out on one; months alone are no entries."""
    rows = Activity.objects.filter(emulation_year__in=years).with_members()
    planned = Q(state=ActivityState.PLANNED, planned_on__isnull=False)
    rows = rows.filter(planned | Q(state=ActivityState.DONE, done_on__isnull=False))
    known = {year.pk: year for year in years}
    for each in rows:
        year = known[each.emulation_year_id]
        yield Entry(
            uid=f"activity-{each.pk}",
            day=each.done_on or each.planned_on,
            title=f"{each.text} · {year.name}",
            path=year.get_absolute_url(),
            place=each.host_name,
            text=_("Answers for it: %(name)s") % {"name": each.owner_name}
            if each.owner_name
            else "",
        )


def _capital(text):
    return text[:1].upper() + text[1:]
