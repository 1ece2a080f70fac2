"""When a member's work came in: its self-score, and its reports on the covenant.

A self-score comes in on the day on which it is first submitted; what silence submitted was in time.
A report on the covenant comes in with its last commitment (`pledges.progress_figures`).
"""

from django.db.models import OuterRef, Subquery
from django.db.models.functions import JSONObject
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from blocs.models import DeadlineKind
from pledges.commending import Span
from pledges.progress_figures import complete_on
from pledges.reading import versions_of

from .kinds import Method
from .models import SheetEntry, SheetStep, Stage

SPANS = {
    DeadlineKind.HALF_YEAR_REPORT: Span.HALF_YEAR,
    DeadlineKind.YEAR_END_REPORT: Span.YEAR,
}


def followed(leaves):
    """The kinds of deadlines that criteria by days late follow."""
    return {n.rule.deadline for n in leaves if n.rule.method == Method.DAYS_LATE} - {""}


def with_submissions(seats):
    """Annotate seats with how each self-score was first submitted: by whom, when."""
    steps = SheetEntry.objects.filter(sheet__seat=OuterRef("pk"), step=SheetStep.SUBMITTED)
    first = steps.order_by("pk").values(row=JSONObject(by="by_id", at="at"))
    return seats.annotate(submission=Subquery(first[:1]))


def came_in(year, kinds, procedure, seats):
    """Return {(pk of the seat, kind): the day its work came in, or None while it has not}.

    Of these kinds and of the `seats`, which come `with_submissions`, as far as the program knows of
    such work; other days are entered by hand. One query where reports are asked for.
    """
    found = {}
    if DeadlineKind.SELF_SCORE in kinds and procedure.uses(Stage.SELF):
        for seat in seats:
            last = procedure.last_day(Stage.SELF, seat.pk)
            found[seat.pk, DeadlineKind.SELF_SCORE] = _submitted_on(seat, last)
    spans = {kind: span for kind, span in SPANS.items() if kind in kinds}
    versions, keys = versions_of(year) if spans else [], {seat.pk for seat in seats}
    for kind, span in spans.items():
        days = complete_on(versions, procedure.dues, span)
        found |= {(pk, kind): day for pk, day in days.items() if pk in keys}
    return found


def _submitted_on(seat, last):
    """The day of the first submission; what nobody submitted but silence came in on the last."""
    if seat.submission is None:
        return None
    if seat.submission["by"] is None:
        return last
    return timezone.localdate(parse_datetime(seat.submission["at"]))
