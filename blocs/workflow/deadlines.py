"""Setting and extending what is due in a year; the province's and the country's own days."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from vietnamese.dates import short_date

from ..deadlines import due_of
from ..models import ChairRight, Deadline, DeadlineKind, DeadlineRule, Extension, Province
from .acting import act_as_chair
from .locks import lock_open_year, refusing


@transaction.atomic
def set_deadlines(year, *, days, by, at, reason=""):
    """Set the bloc's own days of a year, `{kind: day}`; None gives a kind its usual day again.

    Kinds that are not in `days` stay as they are. Where nothing differs, nothing is written and
    nobody acts. Returns the year. `reason` is for staff who stand in for a chair.
    Raises NotChair; Refused for a closed year, or a day more than a year away.
    """
    year = lock_open_year(year.pk)
    own = {row.kind: row for row in year.deadlines.all()}
    changed = {
        DeadlineKind(kind): day
        for kind, day in days.items()
        if day != (own[kind].due_on if kind in own else None)
    }
    if not changed:
        return year
    for day in filter(None, changed.values()):
        _check_near(year, day)
    what = f"Quy định thời hạn năm {year.year}"
    act_as_chair(year, right=ChairRight.YEAR_WORK, what=what, by=by, at=at, reason=reason)
    with because(by, reason), refusing():
        for kind, day in changed.items():
            if day is None:
                own[kind].delete()
            else:
                Deadline.objects.update_or_create(
                    emulation_year=year, kind=kind, defaults={"due_on": day}
                )
    return year


@transaction.atomic
def extend_deadline(year, *, kind, until, why, seat=None, by, at, reason=""):
    """Put off what is due, for one member or, without `seat`, for all; return the Extension.

    Raises NotChair; Refused for a closed year, a missing reason, a seat of another year, a kind
    for which no day is set, and a day that is not later than the present one or a year too far.
    """
    what = f"Gia hạn thời hạn năm {year.year} đến ngày {short_date(until)}"
    act = act_as_chair(year, right=ChairRight.YEAR_WORK, what=what, by=by, at=at, reason=reason)
    year = act.emulation_year
    if not why.strip():
        raise Refused(_("Say why the deadline is extended."))
    if seat and seat.emulation_year_id != year.pk:
        raise Refused(_("This organisation is no member of the year. Choose one that is."))
    due = due_of(year, kind)
    if due is None:
        raise Refused(_("No day is set for this yet: set the deadline first."))
    present = due.for_seat(seat.pk) if seat else due.on
    if until <= present:
        raise Refused(
            _("The deadline is %(day)s already. Choose a later day.") % {"day": short_date(present)}
        )
    _check_near(year, until)
    return Extension.objects.create(
        emulation_year=year, kind=kind, seat=seat, until=until, reason=why, by=by, at=at, act=act
    )


@transaction.atomic
def set_deadline_rules(province, *, days, from_year, basis="", by):
    """Set on which day of the calendar something is due in every year from `from_year` on.

    `days` is `{kind: (month, day, years later)}`; None gives a kind the usual day again, or, for
    the country (`province` None), no day. What already holds in that year is not written again, and
    rules that begin in a later year stay. Returns the rules that begin in `from_year`.
    Raises Refused where somebody else set the same at the same moment.
    """
    if province:
        Province.objects.select_for_update(no_key=True).get(pk=province.pk)
    stored = list(DeadlineRule.objects.filter(province=province).order_by("from_year"))
    with because(by, basis), refusing():
        for kind, annual in days.items():
            rows = [row for row in stored if row.kind == kind and row.from_year <= from_year]
            _set_rule(rows, annual, province, DeadlineKind(kind), from_year, basis)
    return list(DeadlineRule.objects.filter(province=province, from_year=from_year))


def _set_rule(rows, annual, province, kind, from_year, basis):
    """Write the rule of one kind; `rows` are its rules until that year, the newest last."""
    row = rows.pop() if rows and rows[-1].from_year == from_year else None
    before = rows[-1].annual if rows else None
    if annual == (row.annual if row else before):
        return
    if annual == before:
        row.delete()
        return
    row = row or DeadlineRule(province=province, kind=kind, from_year=from_year)
    row.month, row.day, row.years_later = annual or (None, None, 0)
    row.basis = basis
    row.save()


def _check_near(year, day):
    """What belongs to a year is due in it, in the year before or in the year after."""
    if abs(day.year - year.year) > 1:
        raise Refused(
            _("%(day)s is more than a year away from %(year)s. Check the day you typed.")
            % {"day": short_date(day), "year": year.year}
        )
