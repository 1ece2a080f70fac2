"""Duties that a chair missed and the province did for it, and what could be deducted for them.

A fact of the acts (docs/field.md §3.4): done on behalf of the chair, after the last day. What
follows is proposed, never done: the bloc's meeting or the staff decide (`MissedDuty`).
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from blocs.deadlines import Due
from blocs.models import Capacity, ChairAct, DeadlineKind
from vietnamese.text import search_key

from .kinds import CriterionKind, Method
from .models import DutyDecision, MissedDuty, SheetEntry, SheetStep, Stage
from .procedure import procedure_of

LATE = ("bao cao cham", "cham bao cao", "bao cao khong dung han", "nop cham bao cao")
# By which words a criterion speaks of a duty. They only propose it: a person confirms.
WORDS = {
    DeadlineKind.HALF_YEAR_REPORT: ("so ket", *LATE),
    DeadlineKind.CROSS_CHECK: ("kiem tra cheo", "cham cheo", "cham diem cheo"),
    DeadlineKind.YEAR_END_REPORT: ("tong ket", *LATE),
}
CHECKING = (SheetStep.TAKEN_UP, SheetStep.CHECKED)


@dataclass(frozen=True)
class Deduction:
    """What one more fault takes off: the agreed points of a criterion, now and then."""

    node: object
    old: Decimal | None
    new: Decimal

    @property
    def points(self):
        return abs(self.new - (self.old or Decimal(0)))


@dataclass(frozen=True)
class Missed:
    """A duty of `seat`, the chair's: due when, done `on` which day by the province, and why so.

    `decision` is that of a `MissedDuty` as plain values, None until there is one.
    """

    seat: object
    due: Due
    on: dt.date
    reason: str
    deductions: tuple = ()
    decision: dict | None = None

    @property
    def duty(self):
        return self.due.kind

    @property
    def label(self):
        return self.due.label

    @property
    def last_day(self):
        return self.due.for_seat(self.seat.pk)

    @property
    def waits(self):
        """Whether a deduction is proposed and nobody has decided."""
        return bool(self.deductions) and self.decision is None


def with_duties(years):
    """Annotate years with what `missed_duties` reads, so that it asks nothing more."""
    year, whose = OuterRef("pk"), {"capacity": "capacity", "chair": "term__seat__organisation"}
    acts = ChairAct.objects.filter(emulation_year=year).exclude(deadline="").order_by("at", "pk")
    acts = acts.values(row=JSONObject(duty="deadline", at="at", reason="reason", **whose))
    checks = SheetEntry.objects.filter(
        sheet__emulation_year=year, step__in=CHECKING, act__capacity=Capacity.STAND_IN
    )
    check = JSONObject(
        at="at",
        reason="act__reason",
        chair="act__term__seat__organisation",
        member="sheet__seat__organisation",
    )
    decided = MissedDuty.objects.filter(emulation_year=year).order_by("pk")
    values = {name: name for name in ("seat", "duty", "outcome", "code", "points", "why", "at")}
    return years.annotate(
        duty_acts=ArraySubquery(acts),
        late_checks=ArraySubquery(checks.order_by("at", "pk").values(row=check)),
        decided_duties=ArraySubquery(decided.values(row=JSONObject(**values, by="by__full_name"))),
    )


def missed_duties(year, seats, leaves, agreed):
    """Return the Missed duties of a year `with_duties`, in the order of the year; no query.

    `agreed` are {(pk of the seat, pk of the criterion): points} that the bloc agreed upon.
    """
    dues = procedure_of(year, on=timezone.localdate()).dues
    own = {seat.organisation_id: seat for seat in seats}
    found = {}
    for duty, chair, moment, reason in _stood_in(year):
        seat, due = own.get(chair), dues.get(duty)
        on = timezone.localdate(parse_datetime(moment))
        if seat is None or due is None or on <= due.for_seat(seat.pk):
            continue
        if (seat.pk, duty) not in found:
            points = {pk: given for (whose, pk), given in agreed.items() if whose == seat.pk}
            found[seat.pk, duty] = Missed(
                seat,
                due,
                on,
                reason,
                tuple(deductions(leaves, duty, points)),
                _decision(year, seat.pk, duty),
            )
    return [found[key] for key in sorted(found, key=lambda key: dues[key[1]].on)]


def deductions(leaves, duty, points):
    """What one more fault takes off where a criterion speaks of the duty. Pure.

    `points` are the chair's agreed ones by criterion. Only rules that count faults say how much; at
    the end of their scale nothing more is taken off.
    """
    for node in leaves:
        key = search_key(node.text)
        if not any(word in key for word in WORDS[duty]):
            continue
        old, rule = points.get(node.pk), node.rule
        if rule.method == Method.STEPS_DOWN and node.kind == CriterionKind.ORDINARY:
            new = None if old is None else max(Decimal(0), old - rule.each)
        elif rule.method == Method.PER_OCCURRENCE and node.kind == CriterionKind.PENALTY:
            new = min(node.maximum, (old or Decimal(0)) + rule.each)
        else:
            continue
        if new is not None and new != old:
            yield Deduction(node, old, new)


def duties_of(columns):
    """The same of what `read_columns` read of a year `with_duties`."""
    agreed = {
        (seat, pk): score.points
        for (stage, seat), own in columns.scores.items()
        if stage == Stage.AGREED
        for pk, score in own.items()
    }
    return missed_duties(columns.year, columns.seats, columns.leaves, agreed)


def _stood_in(year):
    """(duty, chair, when, why) of what the province did first, and of each check that it did."""
    first = {}
    for act in year.duty_acts:
        first.setdefault(act["duty"], act)
    for duty, act in first.items():
        if act["capacity"] == Capacity.STAND_IN:
            yield duty, act["chair"], act["at"], act["reason"]
    for check in year.late_checks:
        if check["member"] != check["chair"]:  # the chair's own sheet is not the chair's to check
            yield DeadlineKind.CROSS_CHECK, check["chair"], check["at"], check["reason"]


def _decision(year, seat, duty):
    for row in year.decided_duties:
        if (row["seat"], row["duty"]) == (seat, duty):
            points = row["points"]
            return {
                **row,
                "label": DutyDecision(row["outcome"]).label,
                "at": parse_datetime(row["at"]),
                "points": None if points is None else Decimal(str(points)),
            }
    return None
