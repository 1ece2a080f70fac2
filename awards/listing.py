"""The list of nominations as pages show it, and the steps from standing to submission. Pure."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from .conditions import is_flag
from .models import NominationState
from .proposing import next_in_rank
from .thresholds import percent

TAGS = {
    NominationState.PROPOSED: "now",
    NominationState.SUBMITTED: "done",
    NominationState.APPRAISED: "done",
    NominationState.PASSED: "done",
    NominationState.NOT_PASSED: "stop",
    NominationState.DECIDED: "done",
    NominationState.DECLINED: "stop",
    NominationState.WITHDRAWN: "stop",
}


@dataclass(frozen=True)
class Line:
    """A nomination on the list: points and rank of the announced standing, its findings."""

    nomination: object
    points: object
    rank: int | None
    percent: object
    noted: tuple
    tag: str

    @property
    def open_findings(self):
        """What the bloc has to settle before it can submit."""
        return [each for each in self.noted if each.holds_the_list]

    @property
    def overridden(self):
        return [each for each in self.noted if each.override]


@dataclass(frozen=True)
class Group:
    """The nominations for one award; `most` is what the quota allows, None outside of it."""

    kind: object
    lines: tuple[Line, ...]
    most: int | None

    @property
    def standing(self):
        return sum(not line.nomination.is_given_up for line in self.lines)


@dataclass(frozen=True)
class Step:
    """One step of the way: `state` is done, now or wait."""

    label: str
    state: str


def line_of(nomination, case, noted=()):
    """A Line: while it is on the list with the standing of today, then with what was submitted."""
    place = case.announced and case.announced.by_seat.get(nomination.seat_id)
    live = nomination.state == NominationState.PROPOSED and place
    share = None
    if nomination.agree is not None:
        share = percent(nomination.agree, nomination.eligible)
    return Line(
        nomination,
        place.points if live else nomination.points,
        place.rank if live else nomination.rank,
        share,
        tuple(noted),
        TAGS[NominationState(nomination.state)],
    )


def groups_of(case, nominations, noted, most):
    """The lists by award, in the order of the awards; `most` is {code: how many there may be}."""
    by_kind = {}
    for each in nominations:
        by_kind.setdefault(each.kind, []).append(line_of(each, case, noted.get(each.pk, ())))
    return [
        Group(kind, tuple(sorted(lines, key=_order)), most.get(kind.code))
        for kind, lines in by_kind.items()
    ]


def _order(line):
    given_up, rank = line.nomination.is_given_up, line.rank
    return given_up, rank is None, rank or 0, line.nomination.position


def next_for(nomination, case, nominations):
    """Names of who comes next by the ranking if this nomination leaves the list: equals together.

    Who has this award or a higher one on the list is passed by, and who declined it or was taken
    off, and for a flag who is barred from flags.
    """
    if case.announced is None:
        return []
    kind = nomination.kind
    holders = {
        each.seat_id
        for each in nominations
        if not each.is_given_up and each.kind.position <= kind.position
    }
    gone = {e.seat_id for e in nominations if e.is_given_up and e.kind_id == kind.pk}
    barred = case.no_flag if is_flag(kind) else frozenset()
    passed_over = gone | barred | {nomination.seat_id}
    names = case.announced.by_seat
    found = next_in_rank(case.announced.ranking, holders, passed_over)
    return [names[seat].name for seat in found]


def steps_of(case, nominations):
    """The way from the standing to the submission; the first that is not done is the present one.

    docs/field.md §4: standing adopted, consultation, nominees, ballot, minutes, result.
    """
    closed = [vote for vote in case.votes if vote.is_closed]
    standing = [each for each in nominations if not each.is_given_up and each.seat_id]
    steps = [
        (_("Standing announced"), case.announced is not None),
        (_("Consultation and nominees"), bool(case.votes)),
        (_("Secret ballot"), bool(closed) and len(closed) == len(case.votes)),
        (_("Counting minutes"), bool(closed) and all(vote.minuted for vote in closed)),
        (_("List of nominations"), bool(standing)),
        (_("Submitted to the province"), case.submission is not None),
    ]
    found, present = [], True
    for label, done in steps:
        state = "done" if done else "now" if present else "wait"
        present = present and done
        found.append(Step(label, state))
    return found
