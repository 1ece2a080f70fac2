"""The scores of a year as plain values: criteria, members in protocol order, points."""

import datetime as dt
import hashlib
import json
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from django.db.models import Case, Exists, OuterRef, Subquery, When
from django.utils import timezone

from blocs.aliases import other_names
from blocs.models import EmulationYear, Seat

from .came_in import with_submissions
from .checkers import with_checkers
from .deciding import deciding_json, parsed, read_deciding
from .kinds import NotApplicable
from .models import CriteriaSet, Criterion, Score, ScoreSheet, ScoresLock, Stage
from .standing import standings
from .tree import grow, leaves, rows, version

# The stages by whose points members are ranked.
RANKING = (Stage.AGREED, Stage.OFFICIAL)


@dataclass(frozen=True)
class Lock:
    """Since when the scores are locked, and why."""

    at: dt.datetime
    why: str


@dataclass(frozen=True)
class Sheet:
    """Everything a page, a workbook or a paper of a year's scores needs, read once.

    `scores` is {(pk of the seat, pk of the criterion): Score}. A member that has left is kept in
    `seats` as long as scores stand in its name; `members` are those that are scored today.
    """

    year: EmulationYear
    criteria_set: CriteriaSet
    sections: tuple
    seats: tuple
    scores: dict = field(repr=False)
    lock: Lock | None = None
    given: dict | None = field(default=None, repr=False)
    stage: Stage = Stage.AGREED

    @cached_property
    def points(self):
        return {place: score.points for place, score in self.scores.items()}

    @cached_property
    def members(self):
        return tuple(seat for seat in self.seats if seat.left_on is None)

    @cached_property
    def leaves(self):
        return leaves(self.sections)

    @cached_property
    def rows(self):
        return rows(self.sections)

    @cached_property
    def nodes(self):
        """{pk: node} of all sections and criteria."""
        return {row.node.pk: row.node for row in self.rows}

    @cached_property
    def version(self):
        """What the workbook carries: other criteria, another version."""
        return version(self.sections)

    @cached_property
    def fingerprint(self):
        """Changes with anything a plan of changes rests on: criteria, members, scores."""
        points = sorted((*place, f"{value:.2f}") for place, value in self.points.items())
        content = [self.version, sorted(seat.pk for seat in self.members), points]
        return hashlib.sha256(json.dumps(content).encode()).hexdigest()

    @cached_property
    def standings(self):
        """Results by rank, their `member` the seat; who has left is not ranked and not listed."""
        points = {
            (seat, pk): value
            for seat in self.members
            for (seat_pk, pk), value in self.points.items()
            if seat_pk == seat.pk
        }
        rules = self.deciding.rules(self.members)
        return standings(self.sections, self.members, points, left_out=self.left_out, rules=rules)

    @cached_property
    def deciding(self):
        """By what the bloc ranks and grades, and who is barred; it came with the criteria."""
        return parsed(self.given) if self.given else read_deciding(self.criteria_set)

    @cached_property
    def left_out(self):
        """{(seat, pk of a criterion)} of what does not concern a member and is not counted."""
        if self.criteria_set.not_applicable != NotApplicable.RESCALE:
            return frozenset()
        own = {seat.pk: seat for seat in self.members}
        return frozenset(
            (own[seat], pk)
            for (seat, pk), score in self.scores.items()
            if not score.applies and seat in own
        )

    @cached_property
    def in_protocol_order(self):
        """The same results in protocol order, for the table of all scores."""
        return sorted(self.standings, key=lambda result: self.members.index(result.member))

    @property
    def is_open(self):
        """Whether scores may be written: the year is open and its scores are not locked."""
        return self.year.is_open and self.lock is None

    @property
    def is_official(self):
        """Whether these are the points that were verified and made official."""
        return self.stage == Stage.OFFICIAL

    @property
    def is_sample(self):
        """Whether every page and paper must say that its figures are samples."""
        return self.year.bloc.is_sample or self.criteria_set.is_sample

    @property
    def highest(self):
        """The total that nobody exceeds, for the width of bars: never zero."""
        kinds = [s.maximum for s in self.sections if s.kind != "penalty"]
        return sum(kinds, Decimal(0)) or Decimal(1)


def read_sheet(year, stage=Stage.AGREED, number=None):
    """Return the year's `Sheet`, or None where it has no criteria; three queries.

    By the version of the criteria that is in force, or by the one with that number.
    """
    criteria_set, criteria, lock = criteria_of(year, number)
    if criteria_set is None:
        return None
    scores = Score.objects.filter(criteria_set=criteria_set, stage=stage).select_related("by")
    return sheet_of(year, criteria_set, grow(criteria), scores, lock, given_with(criteria))


def read_standing(year):
    """Return the year's `Sheet` by the points that rank its members; as many queries.

    Whatever shows or decides a rank reads this one; what is typed or uploaded, `read_sheet`.
    """
    criteria_set, criteria, lock = criteria_of(year)
    if criteria_set is None:
        return None
    scores = Score.objects.filter(criteria_set=criteria_set, stage__in=RANKING)
    stage, scores = that_rank(scores.select_related("by"), lock and lock.at)
    sections, given = grow(criteria), given_with(criteria)
    return sheet_of(year, criteria_set, sections, scores, lock, given, stage)


def that_rank(scores, locked_at):
    """Return the stage that ranks and its scores: the official ones, else what the bloc agreed.

    Official points count while the lock under which they were published is in force: opened again,
    the bloc's own count until the next publication (docs/field.md §3.1, §3.6).
    """
    by_stage = {stage: [each for each in scores if each.stage == stage] for stage in RANKING}
    official = by_stage[Stage.OFFICIAL]
    if locked_at and any(each.at >= locked_at for each in official):
        return Stage.OFFICIAL, official
    return Stage.AGREED, by_stage[Stage.AGREED]


def sheet_of(year, criteria_set, sections, scores, lock=None, given=None, stage=Stage.AGREED):
    """Return the `Sheet` of criteria and scores that are at hand; the members are one query."""
    scores = {(score.seat_id, score.criterion_id): score for score in scores}
    scored = {seat for seat, _criterion in scores}
    seats = with_checkers(Seat.objects.filter(emulation_year=year), on=timezone.localdate())
    checked = ScoreSheet.objects.filter(seat=OuterRef("pk"), is_current=True, is_checked=True)
    seats = with_submissions(seats).annotate(
        aliases=other_names(OuterRef("organisation")), is_checked=Exists(checked)
    )
    seats = [s for s in seats.order_by("position") if s.left_on is None or s.pk in scored]
    return Sheet(year, criteria_set, sections, tuple(seats), scores, lock, given, stage)


def read_criteria(year):
    """Return the same without members and scores: one query, or two where there are no criteria."""
    criteria_set, criteria, lock = criteria_of(year)
    given = given_with(criteria)
    return criteria_set and Sheet(year, criteria_set, grow(criteria), (), {}, lock, given)


def criteria_of(year, number=None):
    """The set, its criteria and the lock with one query; with two where there are no criteria."""
    locks = ScoresLock.objects.filter(emulation_year=year, reopened_at=None)
    lock = {
        "locked_at": Subquery(locks.values("locked_at")),
        "locked_for": Subquery(locks.values("why")),
    }
    sets = CriteriaSet.objects.filter(emulation_year=year)
    sets = sets.filter(number=number) if number else sets.current()
    criteria = with_deciding(Criterion.objects.filter(criteria_set__in=sets)).annotate(**lock)
    if criteria := list(criteria.select_related("criteria_set")):
        return criteria[0].criteria_set, criteria, _lock(criteria[0])
    criteria_set = sets.annotate(**lock).first()
    return criteria_set, [], criteria_set and _lock(criteria_set)


def with_deciding(criteria):
    """Let criteria bring along what their set ranks by; `given_with` takes it from them."""
    # Of the first section alone, so that the database works it out once.
    given = Case(When(level=1, position=1, then=deciding_json("criteria_set")))
    return criteria.annotate(given=given)


def given_with(criteria):
    return next((each.given for each in criteria if each.given), None)


def _lock(row):
    return row.locked_at and Lock(row.locked_at, row.locked_for)
