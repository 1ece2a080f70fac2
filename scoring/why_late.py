"""The inputs of a penalty for lateness in sentences: last day, extensions, day of receipt, days."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vietnamese.dates import short_date

from .why import Line, points


def why_late(late, *, counted, given_points, is_own):
    """Return the lines of a penalty by days late, from its `Late`. Pure.

    `counted` are the points that follow, `given_points` what is stored (None: nothing), `is_own`
    whether a person has set them.
    """
    found = [Line(str(_("Deadline")), _deadline(late))]
    came = short_date(late.came_on) if late.came_on else _("not yet")
    found.append(Line(_("Came in"), came))
    text = ngettext("%(days)d day", "%(days)d days", late.days) % {"days": late.days}
    found.append(Line(_("Days late"), text))
    if is_own:
        values = {"counted": points(counted), "points": points(given_points or 0)}
        text = _("By the days it would be %(counted)s; a person set %(points)s, which stands.")
        found.append(Line(_("Attention"), text % values))
    elif given_points is None and counted:
        found.append(Line(_("Attention"), _("It is counted once the scoring has begun.")))
    return found


def _deadline(late):
    text = f"{late.due.label}: {short_date(late.due.first_on)}"
    if late.due.on != late.due.first_on:
        text += "; " + _("extended for all until %(day)s") % {"day": short_date(late.due.on)}
    if late.last != late.due.on:
        text += "; " + _("for this member until %(day)s") % {"day": short_date(late.last)}
    return text
