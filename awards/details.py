"""What the page of one nomination shows besides the list: its steps and its files."""

import datetime as dt
from dataclasses import dataclass

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.utils.dateparse import parse_datetime

from .models import NominationFile, NominationState, NominationStep


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
