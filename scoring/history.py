"""Who gave a member's points at each stage, and every change of them, from the evidence."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import BigIntegerField, OuterRef, Subquery
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast

from accounts.models import User

from .models import Score, Stage


@dataclass(frozen=True)
class Change:
    """One change of a score: what it came to (None: it was taken away), by whom, when and why."""

    stage: Stage
    criterion: int
    points: Decimal | None
    figure: Decimal | None
    at: dt.datetime
    by: str
    why: str


def scores_by_stage(seat, criterion, stages):
    """Return the scores of a member for a criterion as they stand, in the order of the stages."""
    found = Score.objects.filter(seat=seat, criterion=criterion, stage__in=stages)
    found = {each.stage: each for each in found.select_related("by")}
    return [found[stage] for stage in stages if stage in found]


def changes(seat, criteria, stages):
    """Return every change of a member's scores for these criteria, newest first; one query.

    What the triggers wrote: also what was changed behind the application, then by nobody known.
    """
    person = Cast(KeyTextTransform("by", "pgh_context"), BigIntegerField())
    names = User.objects.filter(pk=OuterRef("person")).values("full_name")
    events = Score.pgh_event_model.objects.filter(
        seat=seat, criterion__in=criteria, stage__in=stages
    )
    events = events.annotate(person=person).annotate(name=Subquery(names)).order_by("-pgh_id")
    return [_change(each) for each in events]


def earlier_figures(seat, criteria, stages):
    """Return {(stage, pk of a criterion): Changes} of what scores were before; one query.

    Newest first, without what stands today and without saves that left the points as they were.
    What a member still drafts is its own affair: of self-scores there are versions of the sheet.
    """
    shown = [stage for stage in stages if stage != Stage.SELF]
    lines = {}
    for change in changes(seat, criteria, shown) if shown else ():
        line = lines.setdefault((change.stage, change.criterion), [])
        if not line or line[-1].points != change.points:
            line.append(change)
        else:
            line[-1] = change  # the first save of the same points is when they came
    return {place: line[1:] for place, line in lines.items() if len(line) > 1}


def _change(event):
    is_gone = event.pgh_label.startswith("delete")
    return Change(
        stage=Stage(event.stage),
        criterion=event.criterion_id,
        points=None if is_gone else event.points,
        figure=None if is_gone else event.figure,
        at=event.pgh_created_at,
        by=event.name or "",
        why=(event.pgh_context or {}).get("why", "") or ("" if is_gone else event.reason),
    )
