"""What pages of nominations show besides the list: steps, files, opinions of agencies."""

import datetime as dt
from dataclasses import dataclass

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.utils.dateparse import parse_date, parse_datetime

from files.models import StoredFile

from .models import AgencyOpinion, NominationFile, NominationState, NominationStep


@dataclass(frozen=True)
class ShownStep:
    state: str
    why: str
    by: str
    at: dt.datetime
    organisation: str
    reason: str

    @property
    def label(self):
        return NominationState(self.state).label


def detailed(nominations):
    """Bring steps and files with the nominations, in the same query."""
    step = JSONObject(
        state="state", why="why", at="at", by="by__full_name",
        organisation="act__organisation__name", reason="act__reason",
    )  # fmt: skip
    steps = NominationStep.objects.filter(nomination=OuterRef("pk")).order_by("pk")
    file = JSONObject(
        pk="pk", title="title", name="file__name", size="file__size", withdrawn="withdrawn_why"
    )
    files = NominationFile.objects.filter(nomination=OuterRef("pk")).order_by("pk")
    return nominations.annotate(
        step_rows=ArraySubquery(steps.values(row=step)),
        file_rows=ArraySubquery(files.values(row=file)),
    )


def shown_steps(nomination):
    """The ShownSteps of a nomination that comes from `detailed`, oldest first."""
    texts = ("why", "organisation", "reason")
    return [
        ShownStep(**{**row, "at": parse_datetime(row["at"])} | {t: row[t] or "" for t in texts})
        for row in nomination.step_rows
    ]


def with_opinions(nominations):
    """Bring the opinions of agencies with the nominations, in the same query."""
    row = JSONObject(
        pk="pk", agency="agency", asked_on="asked_on", due_on="due_on", answered_on="answered_on",
        verdict="verdict", text="text", document="document", file="file_id", name="file__name",
    )  # fmt: skip
    rows = AgencyOpinion.objects.filter(nomination=OuterRef("pk")).order_by("asked_on", "pk")
    return nominations.annotate(opinion_rows=ArraySubquery(rows.values(row=row)))


def opinions_of(nomination):
    """The AgencyOpinions of a nomination that comes from `with_opinions`, oldest first."""
    return [_opinion(**row) for row in nomination.opinion_rows]


def _opinion(*, file, name, asked_on, due_on, answered_on, **row):
    days = {"asked_on": asked_on, "due_on": due_on, "answered_on": answered_on}
    return AgencyOpinion(
        **row,
        **{name: day and parse_date(day) for name, day in days.items()},
        file=StoredFile(pk=file, name=name) if file else None,
    )
