"""The course of a ballot: opened, ended early, extended, cancelled, closed. Acts of the chair."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.models import ChairRight
from blocs.workflow import act_as_chair
from blocs.workflow.locks import refusing
from scoring.announcing import lines
from scoring.models import announced_standing

from ..electorate import candidates, is_over, turnout
from ..models import BallotState, BallotStep, StepKind, Voter
from ..results import nominees_of
from ..sealing import destroy
from .counting import agreed_count
from .preparing import held

ACTS = {
    StepKind.OPENED: "Mở bỏ phiếu",
    StepKind.ENDED_EARLY: "Kết thúc sớm việc bỏ phiếu",
    StepKind.EXTENDED: "Kéo dài thời gian bỏ phiếu",
    StepKind.CANCELLED: "Hủy cuộc bỏ phiếu",
    StepKind.CLOSED: "Đóng cuộc bỏ phiếu",
}


@transaction.atomic
def open_ballot(ballot, *, closes_at, voters=None, on_paper=(), proxies=None, by, at, reason=""):
    """Open a ballot: rules, nominees with points and ranks, and the electorate stand from now on.

    `voters` are keys of candidates, by default all; of these `on_paper` vote on paper, `proxies`
    {key: who votes by which written authorisation}. The bloc votes on a standing that it adopted
    (docs/field.md §4): Refused where none is announced. Raises NotChair, or Refused.
    """
    ballot = held(ballot, by=by, at=at)
    if not ballot.is_prepared:
        raise Refused(_("This ballot was opened or cancelled before."))
    standing = announced_standing(ballot.emulation_year)
    if standing is None:
        raise Refused(_("First announce the standing of this year: the bloc votes on it."))
    if closes_at <= at:
        raise Refused(_("Voting ends in the past: choose a later moment."))
    known = {each.key: each for each in candidates(ballot, timezone.localdate(at))}
    chosen = set(known) if voters is None else set(voters)
    proxies = {key: text for key, text in (proxies or {}).items() if text.strip()}
    _check_electorate(ballot, known, chosen, set(on_paper), proxies)
    act = _act(ballot, StepKind.OPENED, by, at, reason)
    with because(by, act.what), refusing():
        _freeze_standing(ballot, standing)
        Voter.objects.bulk_create(
            Voter(
                ballot=ballot,
                seat=each.seat,
                person=each.person,
                on_paper=key in on_paper,
                proxy=proxies.get(key, ""),
            )
            for key, each in known.items()
            if key in chosen
        )
        return _move(ballot, StepKind.OPENED, act, BallotState.OPEN, closes_at)


@transaction.atomic
def end_early(ballot, *, why, by, at, reason=""):
    """End voting now, before its time, for a reason. Counting and closing follow."""
    ballot = _open(ballot, why, by, at)
    if is_over(ballot, at, turnout(ballot)):
        raise Refused(_("Voting is over already: close the ballot."))
    act = _act(ballot, StepKind.ENDED_EARLY, by, at, reason)
    with because(by, why), refusing():
        return _move(ballot, StepKind.ENDED_EARLY, act, BallotState.OPEN, at, why)


@transaction.atomic
def extend_ballot(ballot, *, until, why, by, at, reason=""):
    """Let voting go on until a later moment, for a reason; not once papers were counted."""
    ballot = _open(ballot, why, by, at)
    if until <= max(at, ballot.closes_at):
        raise Refused(_("Choose a moment later than the present end of voting."))
    if ballot.counts.exists():
        raise Refused(_("Paper ballots have been counted: voting is not extended any more."))
    act = _act(ballot, StepKind.EXTENDED, by, at, reason)
    with because(by, why), refusing():
        return _move(ballot, StepKind.EXTENDED, act, BallotState.OPEN, until, why)


@transaction.atomic
def cancel_ballot(ballot, *, why, by, at, reason=""):
    """Call a ballot off for a reason; what was cast is destroyed unread."""
    ballot = held(ballot, by=by, at=at)
    if ballot.is_closed or ballot.state == BallotState.CANCELLED:
        raise Refused(_("This ballot is finished already."))
    _say_why(why)
    act = _act(ballot, StepKind.CANCELLED, by, at, reason)
    with because(by, why), refusing():
        destroy(ballot)
        return _move(ballot, StepKind.CANCELLED, act, BallotState.CANCELLED, ballot.closes_at, why)


@transaction.atomic
def close_ballot(ballot, *, by, at, reason=""):
    """Close a ballot for good: from now on everybody reads the result, and nothing changes.

    Where everybody has voted before the time is up, voting ended with the close; minutes say so.
    Raises NotChair, or Refused while voting goes on, or paper ballots are not counted twice alike.
    """
    ballot = held(ballot, by=by, at=at)
    if not ballot.is_open:
        raise Refused(_("This ballot is not open."))
    voted = turnout(ballot)
    if not is_over(ballot, at, voted):
        raise Refused(_("Voting is going on. End it early, with a reason, before you close it."))
    if voted.on_paper and agreed_count(ballot) is None:
        raise Refused(_("First two persons enter the count of the paper ballots, and agree."))
    act = _act(ballot, StepKind.CLOSED, by, at, reason)
    with because(by, act.what), refusing():
        ended = min(ballot.closes_at, at)
        return _move(ballot, StepKind.CLOSED, act, BallotState.CLOSED, ended)


def _check_electorate(ballot, known, chosen, on_paper, proxies):
    if not chosen or chosen - set(known):
        raise Refused(_("Nobody has a vote: choose who votes among those of today."))
    if (on_paper | set(proxies)) - chosen:
        raise Refused(_("Only who has a vote votes on paper or by proxy."))
    if set(proxies) - on_paper:
        raise Refused(_("A written proxy votes on paper: choose paper for that voter."))
    if proxies and not ballot.allows_proxy:
        raise Refused(_("By the rules of this ballot nobody votes by proxy."))


def _freeze_standing(ballot, standing):
    """Write the announced points and ranks beside the nominees, as papers show them from now on."""
    announced = {line["seat"]: line for line in lines(standing)}
    for nominee in nominees_of(ballot):
        if (line := announced.get(nominee.seat_id)) and line["points"]:
            nominee.points, nominee.rank = line["total"], line["rank"]
            nominee.save()


def _open(ballot, why, by, at):
    ballot = held(ballot, by=by, at=at)
    if not ballot.is_open:
        raise Refused(_("This ballot is not open."))
    _say_why(why)
    return ballot


def _say_why(why):
    if not why.strip():
        raise Refused(_("Say why: the reason stands on the page of the ballot."))


def _act(ballot, kind, by, at, reason):
    what = f"{ACTS[kind]} “{ballot.title[:200]}”"
    if ballot.first_round_id:
        what += " (vòng 2)"
    year = ballot.emulation_year
    return act_as_chair(year, right=ChairRight.YEAR_WORK, what=what, by=by, at=at, reason=reason)


def _move(ballot, kind, act, state, until, why=""):
    ballot.state, ballot.closes_at = state, until
    ballot.save()
    BallotStep.objects.create(ballot=ballot, kind=kind, act=act, until=until, why=why)
    return ballot
