"""Days, moments and years in templates: `{% load vietnamese %}`. The unknown shows as nothing."""

import datetime as dt

from django import template
from django.utils.translation import gettext as _

from vietnamese import dates

register = template.Library()


@register.filter
def day(value):
    """A day as 05/06/2026; of a moment, its day in Vietnam."""
    if not value:
        return ""
    return dates.short_date(dates.local_day(value) if isinstance(value, dt.datetime) else value)


@register.filter
def moment(value):
    """An aware moment as "16:42 ngày 21/11/2026", in Vietnam's time."""
    if not value:
        return ""
    when = {"time": dates.short_time(value), "day": dates.short_date(dates.local_day(value))}
    return _("%(time)s on %(day)s") % when


@register.filter
def until_day(value):
    """The last day of a period that is stored half-open: until 01/07/2026 shows 30/06/2026."""
    return dates.short_date(dates.last_day(value)) if value else ""


@register.filter
def plain(value):
    """A year or another number that counts nothing: 2026, never 2.026. None shows as nothing."""
    return "" if value is None else str(value)
