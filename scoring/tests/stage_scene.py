"""A year that uses all stages: its rules, its last days, entries of its members."""

import datetime as dt
from decimal import Decimal

from django.utils import timezone

from blocs.models import Deadline
from files import gate
from files.tests.make import PDF, upload
from scoring.entries import EMPTY, Entry
from scoring.models import SetStage, Shown, Silence, Stage, current_set
from scoring.tests import make
from scoring.workflow import add_evidence, save_self

DAY = dt.timedelta(days=1)


def staged(
    year, *, today, self_until=None, check_until=None, shown=Shown.TOTALS, answer_days=5,
    silence=Silence.EMPTY, check_silence=Silence.EMPTY, meanings=None,
):  # fmt: skip
    """Give a year a set with every way of counting, all stages, and last days around today.

    By default the members' last day was yesterday, and the checks end in ten days.
    """
    made = make.criteria_set(year)
    first = make.criterion(made, "I", "60")
    make.criterion(made, "I.1", "40", first, method="pro_rata", target=Decimal(100), unit="vụ")
    make.criterion(made, "I.2", "20", first)
    second = make.criterion(made, "II", "30")
    make.criterion(made, "II.1", "20", second, method="relative")
    make.criterion(made, "II.2", "10", second, method="yes_no", may_not_apply=True)
    bonus = make.criterion(made, "III", "5", kind="bonus")
    make.criterion(made, "III.1", "5", bonus, method="each", each=Decimal(1))
    made.not_applicable = "full"
    made.save()
    meanings = {Stage.SELF: silence, Stage.CHECKED: check_silence, **(meanings or {})}
    with_stages(made, shown=shown, meanings=meanings, answer_days=answer_days)
    last_days(year, self_until or today - DAY, check_until or today + 10 * DAY)
    return made


def with_stages(criteria_set, *, shown=Shown.TOTALS, meanings=None, answer_days=5):
    for stage in Stage:
        is_check = stage == Stage.CHECKED
        SetStage.objects.create(
            criteria_set=criteria_set,
            stage=stage,
            shown=shown,
            silence=(meanings or {}).get(stage, Silence.EMPTY),
            answer_days=answer_days if is_check else None,
        )


def self_scored(cast, text):
    """The small set of the year is staged, the Front has scored itself; return its evidence."""
    criteria = current_set(cast.year)
    with_stages(criteria)
    last_days(cast.year, cast.today - DAY, cast.today + 10 * DAY)
    front, how = cast.seats["front"], {"by": cast.member, "at": earlier()}
    entry = Entry(Decimal(30), reason=text[:300])
    save_self(front, rows=rows(criteria, I_1=entry), **how)
    file = gate.accept(upload("minh-chung.pdf", PDF))
    criterion = criteria.criteria.get(code="I.1")
    [evidence] = add_evidence(front, criterion=criterion, uploads=[file], **how)
    return evidence


def last_days(year, self_until, check_until):
    for kind, day in (("self_score", self_until), ("cross_check", check_until)):
        Deadline.objects.update_or_create(emulation_year=year, kind=kind, defaults={"due_on": day})


def codes(criteria_set):
    return {each.code: each.pk for each in criteria_set.criteria.all()}


def rows(criteria_set, **entries):
    """{pk: (nothing shown, Entry)}: I_1="80" or an Entry."""
    known = codes(criteria_set)
    return {known[code.replace("_", ".")]: (EMPTY, _entry(e)) for code, e in entries.items()}


def scored(criteria_set, seat, by, *, at, **entries):
    """A member's self-score, entered while its days last."""
    entries = entries or {"I_1": "80", "I_2": Entry(Decimal(20)), "II_1": "50", "II_2": "1"}
    return save_self(seat, rows=rows(criteria_set, **entries), by=by, at=at)


def earlier(days=2):
    return timezone.now() - days * DAY


def _entry(value):
    return value if isinstance(value, Entry) else Entry(Decimal(value))
