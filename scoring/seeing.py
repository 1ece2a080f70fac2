"""Who sees which points of whom, at which stage (docs/field.md §3.1).

Before the last day of the self-scores nobody sees another's: it would draw one's own after it. What
a page, a workbook, a list or the audit log shows of a member's points asks here.
"""

from dataclasses import dataclass
from enum import IntEnum

from blocs.reach import reach_of

from .models import Shown, Stage

OPEN_TO_ALL = {Stage.AGREED, Stage.VERIFIED, Stage.OFFICIAL}


class Sees(IntEnum):
    """How much of a member's points somebody sees at a stage."""

    NOTHING = 0
    TOTAL = 1
    EVERYTHING = 2


@dataclass(frozen=True)
class Viewer:
    """Somebody who reads the year: keys of the seats that are its own, of those it checks.

    `oversees`: for the province, which sees everything in its time.
    """

    own: frozenset = frozenset()
    checks: frozenset = frozenset()
    oversees: bool = False


@dataclass(frozen=True)
class Seen:
    """What there is to be seen of one member."""

    seat: int
    is_checked: bool = False


def sees(viewer, member, stage, procedure):
    """Return how much of this member's points at this stage the viewer sees."""
    if stage in OPEN_TO_ALL:
        return Sees.EVERYTHING
    if stage == Stage.SELF:
        return _sees_self(viewer, member, procedure)
    return _sees_check(viewer, member, procedure)


def sees_self_scores(viewer, seat, procedure):
    """Whether the last day has passed for this member and for every own member of the viewer."""
    return all(procedure.is_over(Stage.SELF, pk) for pk in {seat, *viewer.own})


def _sees_self(viewer, member, procedure):
    if member.seat in viewer.own:
        return Sees.EVERYTHING
    if not sees_self_scores(viewer, member.seat, procedure):
        return Sees.NOTHING
    return _after(viewer, member, Stage.SELF, procedure)


def _sees_check(viewer, member, procedure):
    """Who checks sees it being made, its member when it is finished, others when all is over."""
    if member.seat in viewer.own:
        finished = member.is_checked or procedure.is_over(Stage.CHECKED)
        return Sees.EVERYTHING if finished else Sees.NOTHING
    if viewer.oversees or member.seat in viewer.checks:
        return Sees.EVERYTHING
    if not procedure.is_over(Stage.CHECKED):
        return Sees.NOTHING
    return _after(viewer, member, Stage.CHECKED, procedure)


def _after(viewer, member, stage, procedure):
    if viewer.oversees or member.seat in viewer.checks:
        return Sees.EVERYTHING
    rule = procedure.rule(stage)
    is_open = rule is not None and rule.shown == Shown.EVERYTHING
    return Sees.EVERYTHING if is_open else Sees.TOTAL


def viewer_of(user, year, seats, checkers=None):
    """Return the Viewer that a person is in a year; `year.bloc` is at hand.

    Without `checkers` the person checks nobody, and so sees rather less.
    """
    reach = reach_of(user)
    own = {seat.pk for seat in seats if seat.organisation_id in reach.represented}
    others = [seat for seat in seats if seat.pk not in own] if checkers else ()
    checked = {seat.pk: checkers.of(seat) for seat in others}
    mine = {pk for pk, who in checked.items() if who and who.organisation.pk in reach.represented}
    province = year.bloc.province_id
    oversees = reach.is_administrator or province in reach.read_provinces
    return Viewer(frozenset(own), frozenset(mine), oversees)
