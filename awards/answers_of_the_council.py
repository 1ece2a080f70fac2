"""How far the nominations of a bloc's year are, for its own people: two queries."""

from dataclasses import dataclass

from django.db.models import OuterRef, Subquery
from django.db.models.functions import JSONObject

from .models import CouncilVote, Nomination, NominationState, NominationStep, SubmissionReturn

TAGS = {
    NominationState.PROPOSED: "wait",
    NominationState.SUBMITTED: "now",
    NominationState.APPRAISED: "now",
    NominationState.PASSED: "now",
    NominationState.NOT_PASSED: "stop",
    NominationState.DECIDED: "done",
    NominationState.DECLINED: "stop",
    NominationState.WITHDRAWN: "stop",
}


@dataclass(frozen=True)
class Answers:
    """The nominations in their order, each with `since`, `vote` and `tag`; what was sent back."""

    nominations: tuple
    returned: SubmissionReturn | None

    def __bool__(self):
        return bool(self.nominations)


def answers_of(year):
    """Return the Answers of a year: where each nomination stands since when, and why.

    `vote` is the council's last one of a finished session ({agree, needed, members, session, on}),
    or None; the award and its decision come with a decided one.
    """
    steps = NominationStep.objects.filter(nomination=OuterRef("pk"), state=OuterRef("state"))
    votes = CouncilVote.objects.filter(nomination=OuterRef("pk"), session__is_finished=True)
    vote = JSONObject(
        agree="agree",
        needed="needed",
        members="session__members",
        session="session__name",
        on="session__held_on",
    )
    rows = Nomination.objects.filter(emulation_year=year)
    rows = rows.select_related("seat__organisation", "kind", "award__decision").annotate(
        since=Subquery(steps.order_by("-pk").values("at")[:1]),
        vote=Subquery(votes.order_by("-session__held_on", "-pk").values(row=vote)[:1]),
    )
    rows = list(rows.order_by("kind__position", "position", "pk"))
    for row in rows:
        row.tag = TAGS[row.state]
        row.given = getattr(row, "award", None)
    returned = SubmissionReturn.objects.filter(submission__emulation_year=year).order_by("-at")
    return Answers(tuple(rows), returned.first() if _is_back(rows) else None)


def _is_back(rows):
    """Whether the list lies with the bloc: then what the province said last concerns it."""
    return any(row.state == NominationState.PROPOSED for row in rows)
