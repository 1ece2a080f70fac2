"""In which stage the scores of a year are today, whose turn it is, and until when."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Exists, OuterRef, Subquery
from django.utils import timezone

from blocs.deadlines import deadlines_of

from .models import ScoreSheet, ScoresLock, SheetState, Stage
from .procedure import Procedure, rules_of, with_stages

DAY = dt.timedelta(days=1)


class Turn(StrEnum):
    """Who has the next step."""

    MEMBERS = "members"
    CHAIR = "chair"
    PROVINCE = "province"
    NOBODY = "nobody"


TURNS = {
    Stage.SELF: Turn.MEMBERS,
    Stage.CHECKED: Turn.CHAIR,
    Stage.AGREED: Turn.CHAIR,
    Stage.VERIFIED: Turn.PROVINCE,
    Stage.OFFICIAL: Turn.NOBODY,
}


@dataclass(frozen=True)
class StageNow:
    """A stage since a day, and until one, None where nobody has set or kept it."""

    stage: Stage
    turn: Turn
    since: dt.date | None = None
    until: dt.date | None = None


def with_stage_now(years):
    """Annotate years `with_deadlines` with what `stage_of` reads: no query more."""
    locks = ScoresLock.objects.filter(emulation_year=OuterRef("pk"), reopened_at=None)
    official = ScoreSheet.objects.filter(
        emulation_year=OuterRef("pk"), is_current=True, state=SheetState.PUBLISHED
    )
    return with_stages(years).annotate(
        locked_at=Subquery(locks.values("locked_at")[:1]), is_official=Exists(official)
    )


def stage_of(year, *, on):
    """Return the StageNow of a year that came from `with_stage_now`, or None without stages."""
    procedure = Procedure(rules_of(year), deadlines_of([year])[year.pk], on, year.is_open)
    locked = year.locked_at and timezone.localdate(year.locked_at)
    return stage_now(procedure, locked_on=locked, is_official=year.is_official)


def stage_now(procedure, *, locked_on=None, is_official=False):
    """Return where the scores stand on the day of the procedure. Pure.

    None where the bloc's agreement is the only stage, or where the year closed before its scores
    became official: then nobody has a next step.
    """
    if not procedure.is_staged:
        return None
    if is_official:
        return StageNow(Stage.OFFICIAL, Turn.NOBODY)
    if not procedure.is_year_open:
        return None
    if locked_on:
        return _locked(procedure, locked_on)
    used = [s for s in (Stage.SELF, Stage.CHECKED, Stage.AGREED) if procedure.uses(s)]
    stage = next((s for s in used if not procedure.is_over(s)), used[-1])
    earlier = procedure.before(stage)
    last = earlier and procedure.last_day(earlier)
    return StageNow(stage, TURNS[stage], last and last + DAY, procedure.last_day(stage))


def _locked(procedure, locked_on):
    if not procedure.uses(Stage.VERIFIED):
        return StageNow(Stage.AGREED, Turn.NOBODY, locked_on)
    last = procedure.last_day(Stage.VERIFIED)
    return StageNow(Stage.VERIFIED, Turn.PROVINCE, locked_on, last)
