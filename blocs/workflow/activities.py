"""The activities of a year: planned, changed, carried out or dropped by the chair's right."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from vietnamese.dates import short_date

from ..models import Activity, ActivityState, ChairRight
from .acting import act_as_chair
from .locks import lock_bloc, refusing


@transaction.atomic
def plan_activity(year, *, by, at, reason="", **fields):
    """Plan an activity; `fields` are those of Activity that people write, at least text and month.

    `reason` is for staff who stand in for a chair, here and below. Raises NotChair; Refused for a
    closed year, a planned day outside the month, a member of another year.
    """
    year = _act(year, "Đưa vào kế hoạch", fields["text"], by, at, reason)
    return _store(Activity(emulation_year=year), fields, by, reason)


@transaction.atomic
def change_activity(activity, *, by, at, reason="", **fields):
    """Change what is planned; what became of it stays. Raises what `plan_activity` raises."""
    year = _act(activity.emulation_year, "Sửa hoạt động", fields["text"], by, at, reason)
    return _store(_again(activity, year), fields, by, reason)


@transaction.atomic
def complete_activity(activity, *, done_on=None, result="", by, at, reason=""):
    """Record that an activity was carried out; again, to correct the day or the result.

    `done_on` None: nobody knows the day. Raises NotChair; Refused for a closed year or a day that
    has not come yet.
    """
    year = _act(activity.emulation_year, "Ghi kết quả", activity.text, by, at, reason)
    if done_on and done_on > timezone.localdate(at):
        raise Refused(
            _("%(day)s has not come yet. Record the activity once it has taken place.")
            % {"day": short_date(done_on)}
        )
    became = {"state": ActivityState.DONE, "done_on": done_on, "result": result, "reason": ""}
    return _store(_again(activity, year), became, by, reason)


@transaction.atomic
def drop_activity(activity, *, why, by, at, reason=""):
    """Record that an activity was not, or will not be, carried out. It stays in the plan.

    Raises NotChair; Refused for a closed year or without the reason why.
    """
    year = _act(activity.emulation_year, "Ghi không thực hiện", activity.text, by, at, reason)
    if not why.strip():
        raise Refused(_("Say why the activity was not carried out."))
    became = {"state": ActivityState.NOT_DONE, "done_on": None, "result": "", "reason": why}
    return _store(_again(activity, year), became, by, reason)


@transaction.atomic
def record_past_activity(year, *, by, why="", **fields):
    """Record an activity of the past as its keepers know it, in a closed year too.

    `fields` may be any of Activity, what became of it and its source included; nobody acts as
    chair. Raises Refused for what does not fit together.
    """
    lock_bloc(year.bloc_id)
    return _store(Activity(emulation_year=year), fields, by, why)


def _act(year, what, text, by, at, reason):
    """Let the person act by the chair's right; return the year as it now stands."""
    what = f"{what} “{text[:250]}”"
    act = act_as_chair(year, right=ChairRight.YEAR_WORK, what=what, by=by, at=at, reason=reason)
    return act.emulation_year


def _again(activity, year):
    """The row as it now stands: what the page fetched may be old."""
    return Activity.objects.select_for_update().get(pk=activity.pk, emulation_year=year)


def _store(activity, fields, by, why):
    for name, value in fields.items():
        setattr(activity, name, value)
    _check(activity)
    with because(by, why), refusing():
        activity.save()
    return activity


def _check(activity):
    year, day = activity.emulation_year, activity.planned_on
    if day and (day.year, day.month) != (year.year + activity.years_later, activity.month):
        raise Refused(
            _("%(day)s does not lie in the month of the activity. Correct the day or the month.")
            % {"day": short_date(day)}
        )
    seats = filter(None, (activity.owner_seat, activity.host_seat))
    if any(seat.emulation_year_id != year.pk for seat in seats):
        raise Refused(_("This organisation is no member of the year. Choose one that is."))
