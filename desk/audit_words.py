"""Events in words: names for identifiers, days as people write them."""

import datetime as dt
import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from accounts.models import User
from vietnamese.dates import short_date
from vietnamese.templatetags.vietnamese import moment

RANGE = re.compile(r"^[\[(](\d{4}-\d\d-\d\d)?,(\d{4}-\d\d-\d\d)?\)$")
DAY = re.compile(r"^\d{4}-\d\d-\d\d$")
MOMENT = re.compile(r"^\d{4}-\d\d-\d\dT[\d:.]+\+00:00$")


@dataclass(frozen=True)
class Line:
    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Entry:
    """One event as the page shows it. `state` and `verb` are its tag."""

    what: str
    at: object
    verb: str
    state: str
    by: str
    why: str
    lines: list


def told(events, names):
    """Put each event into words; `names` is what `audit.names_of` returned."""
    verbs = {
        "insert": (_("added"), "done"),
        "update": (_("changed"), "now"),
        "delete": (_("deleted"), "stop"),
    }
    return [
        Entry(
            what=str(event.model._meta.verbose_name),
            at=event.at,
            verb=verbs[event.label][0],
            state=verbs[event.label][1],
            by=_who(event, names),
            why=event.why,
            lines=[_line(change, names) for change in event.changes],
        )
        for event in events
    ]


def _who(event, names):
    if not event.through_us:
        return _("outside the application")
    if event.by is None:
        return _("a command on the server")
    return names.get((User, event.by), f"#{event.by}")


def _line(change, names):
    label = str(change.field.verbose_name)
    return Line(
        label, _value(change.field, change.before, names), _value(change.field, change.after, names)
    )


def _value(field, value, names):
    if value is None or value == "":
        return "–"
    if field.is_relation:
        return names.get((field.related_model, value), f"#{value}")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return _("%(count)s lines") % {"count": len(value)}
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return _day(value) if isinstance(value, str) else str(value)


def _day(text):
    if DAY.match(text):
        return short_date(dt.date.fromisoformat(text))
    if MOMENT.match(text):
        return moment(dt.datetime.fromisoformat(text))
    if found := RANGE.match(text):
        first, until = (part and dt.date.fromisoformat(part) for part in found.groups())
        last = until and until - dt.timedelta(days=1)
        return " – ".join(short_date(day) if day else "…" for day in (first, last))
    return text
