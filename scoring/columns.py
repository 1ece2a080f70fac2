"""The scores of all stages side by side, as far as somebody sees them: read once for a page."""

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, FilteredRelation, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, JSONObject
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

from blocs.aliases import other_names
from blocs.models import Seat

from .came_in import with_submissions
from .checkers import checkers_among, held_by, with_checkers
from .kinds import COMPARING
from .models import (
    EvidenceFile,
    Score,
    ScoreSheet,
    SheetEntry,
    SheetState,
    SheetStep,
    Side,
    Stage,
    Statement,
)
from .models.evidence_files import criterion_today
from .procedure import procedure_of
from .seeing import Seen, Sees, sees, viewer_of
from .sheet import RANKING, Sheet, criteria_of, given_with, that_rank
from .standing import standings
from .tree import grow, leaves, rows, version


@dataclass(frozen=True)
class Columns:
    """The sheets of a year for one person. Whoever shows points takes them from here alone.

    `scores` are {(stage, pk of the seat): {pk of a criterion: Score}}, unfiltered: ask `scores_of`.
    Each seat says whether its member `has_answered` its check, when that was `finished_at`, and
    which `silent_steps` nobody did for it.
    """

    year: object
    procedure: object
    criteria_set: object
    sections: tuple
    lock: object
    seats: tuple
    checkers: object
    viewer: object
    scores: dict = field(repr=False, default_factory=dict)
    given: dict | None = field(repr=False, default=None)

    @cached_property
    def leaves(self):
        return leaves(self.sections)

    @cached_property
    def rows(self):
        return rows(self.sections)

    @cached_property
    def version(self):
        return version(self.sections)

    @property
    def is_sample(self):
        return self.year.bloc.is_sample or self.criteria_set.is_sample

    @property
    def is_open(self):
        return self.year.is_open and self.lock is None

    @property
    def waits(self):
        """Whether self-scores that compare members are not told yet, not even to their own.

        They follow from the figures of the others, and would tell of them before the last day.
        """
        uses = self.procedure.uses(Stage.SELF)
        return uses and not all(self.procedure.is_over(Stage.SELF, s.pk) for s in self.seats)

    def is_untold(self, node, stage):
        """Whether the points of a criterion wait until all have reported."""
        return stage == Stage.SELF and self.waits and node.rule.method in COMPARING

    def sees(self, seat, stage):
        is_checked = bool(seat.current and seat.current.is_checked)
        return sees(self.viewer, Seen(seat.pk, is_checked), stage, self.procedure)

    def scores_of(self, seat, stage):
        """{pk of a criterion: Score} of a member at a stage; nothing where the person sees none."""
        if self.sees(seat, stage) < Sees.EVERYTHING:
            return {}
        return self.scores.get((stage, seat.pk), {})

    def shows_evidence(self, seat):
        """Whether the person reads the files and words of a member: where its points are."""
        return self.sees(seat, Stage.SELF) == Sees.EVERYTHING

    def total_of(self, seat, stage):
        """What the points add up to, or None where there are none, or none to be seen."""
        own = self.scores.get((stage, seat.pk), {})
        if not own or self.sees(seat, stage) < Sees.TOTAL:
            return None
        untold = {node.pk for node in self.leaves if self.is_untold(node, stage)}
        return total_of(self.sections, {pk: own[pk] for pk in own if pk not in untold})


def total_of(sections, scores):
    """Add up {pk of a criterion: Score} of one member."""
    points = {("own", pk): score.points for pk, score in scores.items()}
    return standings(sections, ["own"], points)[0].total


def read_columns(year, user, *, more=False):
    """Return the Columns of a year of `with_procedure`, or None where it has no criteria.

    Three queries, and who acts today where the year does not say its `holder` already. `more`
    brings with each seat what was said and done: `steps`, `words`, `papers`, `versions`.
    """
    criteria_set, criteria, lock = criteria_of(year)
    if criteria_set is None:
        return None
    on = timezone.localdate()
    seats = tuple(seats_of_year(year, on, more=more))
    checkers = checkers_among(seats, held_by(year, seats))
    return Columns(
        year=year,
        procedure=procedure_of(year, on=on),
        criteria_set=criteria_set,
        sections=grow(criteria),
        lock=lock,
        seats=seats,
        checkers=checkers,
        viewer=viewer_of(user, year, seats, checkers),
        scores=scores_of_year(year),
        given=given_with(criteria),
    )


def sheet_from(columns):
    """Return the `Sheet` of the same year by the points that rank, from what was read already."""
    seats = {seat.pk for seat in columns.seats}
    known = [
        score
        for (stage, seat), own in columns.scores.items()
        if stage in RANKING and seat in seats
        for score in own.values()
    ]
    stage, given = that_rank(known, columns.lock and columns.lock.at)
    scores = {(score.seat_id, score.criterion_id): score for score in given}
    scored = {seat for seat, _criterion in scores}
    return Sheet(
        year=columns.year,
        criteria_set=columns.criteria_set,
        sections=columns.sections,
        seats=tuple(s for s in columns.seats if s.left_on is None or s.pk in scored),
        scores=scores,
        lock=columns.lock,
        given=columns.given,
        stage=stage,
    )


def scores_of_year(year):
    """Return {(stage, pk of the seat): {pk of a criterion: Score}} of a year."""
    found = {}
    for score in Score.objects.current().filter(emulation_year=year).select_related("by"):
        found.setdefault((Stage(score.stage), score.seat_id), {})[score.criterion_id] = score
    return found


def seats_of_year(year, on, *, more=False):
    """Return the seats of a year in protocol order, each with its `current` sheet or None."""
    seats = with_checkers(Seat.objects.filter(emulation_year=year), on=on)
    steps = SheetEntry.objects.filter(sheet__seat=OuterRef("pk")).order_by()
    finished = steps.filter(step=SheetStep.CHECKED).order_by("-pk").values("at")
    answers = Statement.objects.filter(
        sheet__seat=OuterRef("pk"), sheet__is_current=True, side=Side.MEMBER
    )
    seats = (
        with_submissions(seats)
        .annotate(
            current=FilteredRelation("sheets", condition=Q(sheets__is_current=True)),
            silent_steps=ArraySubquery(steps.filter(by=None).values("step")),
            finished_at=Subquery(finished[:1]),
            has_answered=Exists(answers),
            aliases=other_names(OuterRef("organisation")),
        )
        .select_related("current", "current__checker")
    )
    found = list((_more(seats) if more else seats).order_by("position"))
    for seat in found:
        # Django leaves the name away where the joined row is not there.
        seat.__dict__.setdefault("current", None)
    return found


def _more(seats):
    sheet = OuterRef("pk")
    steps = SheetEntry.objects.filter(sheet__seat=sheet).order_by("pk")
    step = JSONObject(
        step="step", at="at", why="why", by="by__full_name", capacity="act__capacity",
        instead="act__reason", number="sheet__number", agreed_on="agreed_on",
        conference="conference", title="conference__title",
    )  # fmt: skip
    words = Statement.objects.filter(sheet__seat=sheet).order_by("pk")
    word = JSONObject(
        criterion=criterion_today("sheet__emulation_year"),
        side="side",
        text="text",
        at="at",
        by="by__full_name",
    )
    papers = EvidenceFile.objects.filter(seat=sheet, withdrawn_at=None).order_by("pk")
    name = Coalesce("file__name", "progress_file__file__name")
    paper = JSONObject(pk="pk", criterion=criterion_today(), name=name, refused="refuse_reason")
    versions = ScoreSheet.objects.filter(seat=sheet, is_current=False).order_by("number")
    version = JSONObject(number="number", kept="kept")
    return seats.annotate(
        version_rows=ArraySubquery(versions.values(row=version)),
        step_rows=ArraySubquery(steps.values(row=step)),
        word_rows=ArraySubquery(words.values(row=word)),
        paper_rows=ArraySubquery(papers.values(row=paper)),
    )


def steps_of(seat):
    """What was done with the sheet of a seat, the newest first."""
    return [
        {
            **row,
            "label": SheetStep(row["step"]).label,
            "at": parse_datetime(row["at"]),
            "agreed_on": row["agreed_on"] and parse_date(row["agreed_on"]),
        }
        for row in reversed(seat.step_rows)
    ]


def answer_until(columns, seat):
    """The last day on which a member answers its check, or None where it does not."""
    rule = columns.procedure.rule(Stage.CHECKED)
    if seat.finished_at is None or not rule or rule.answer_days is None:
        return None
    if not seat.current.is_checked:
        return None
    return timezone.localdate(seat.finished_at) + dt.timedelta(days=rule.answer_days)


def may_answer(columns, seat):
    """Whether the person may answer the check of its own sheet today."""
    last = answer_until(columns, seat)
    is_own = seat.pk in columns.viewer.own and columns.is_open
    has_begun = last is not None and seat.current.state == SheetState.IN_CHECK
    return is_own and has_begun and columns.procedure.on <= last


def words_of(seat):
    """{pk of a criterion: what was said of it, the oldest first}"""
    found = {}
    for row in seat.word_rows:
        line = {**row, "label": Side(row["side"]).label, "at": parse_datetime(row["at"])}
        found.setdefault(row["criterion"], []).append(line)
    return found


def papers_of(seat):
    """{pk of a criterion: its files, the oldest first}; those that were withdrawn are left out."""
    found = {}
    for row in seat.paper_rows:
        found.setdefault(row["criterion"], []).append(row)
    return found
