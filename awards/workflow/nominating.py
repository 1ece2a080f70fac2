"""Nominations come on the list: by the quota, from a ballot, or by hand with a reason.

Each is an act of the chair and leaves a step on the nomination (docs/field.md §4, §5.2).
"""

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.models import ChairRight, EmulationYear
from blocs.workflow import act_as_chair
from blocs.workflow.locks import refusing

from ..case import case_of, with_case
from ..findings import quota_of
from ..law import kinds_of_collectives
from ..models import (
    Ballot,
    Nomination,
    NominationState,
)
from ..proposing import due_by_quota
from ..results import result_of
from .moving import move

BY_QUOTA, BY_BALLOT = "Theo chỉ tiêu và thứ hạng", "Theo kết quả bỏ phiếu"


@transaction.atomic
def nominate_by_quota(year, *, by, at, reason=""):
    """Nominate whom the announced standing puts forward by the quota, and return the new ones.

    Nobody is chosen between members of equal rank; whoever is on a list stays, and whoever was
    taken off one or declined does not come back by itself. Raises NotChair, or Refused.
    """
    what = f"Đề nghị khen thưởng theo chỉ tiêu năm {year.year}"
    act, case = begin(year, what, by=by, at=at, reason=reason)
    nominations = list(case.year.nominations.select_related("kind"))
    answer = quota_of(case)
    if not answer.is_known:
        raise Refused(answer.sentence)
    wanted = due_by_quota(case, nominations, answer.quota)
    if not wanted:
        raise Refused(_("Nothing is to be added: the lists follow the quota, or a vote decides."))
    kinds = {kind.code: kind for kind in kinds_of_collectives(timezone.localdate(at))}
    if missing := sorted({code for code, _seat in wanted} - kinds.keys()):
        text = _("Kinds of award are not recorded for today: %(codes)s.")
        raise Refused(text % {"codes": ", ".join(missing)})
    with because(by, BY_QUOTA), refusing():
        return [
            _add(case, kinds[code], seat, act=act, at=at, why=BY_QUOTA) for code, seat in wanted
        ]


@transaction.atomic
def nominate_from_ballot(ballot, *, kind, by, at, reason=""):
    """Nominate whom a closed ballot has chosen, with votes of all who may vote; return them.

    Who is on the list for this award already gets the votes. Raises NotChair, or Refused.
    """
    what = f"Đề nghị khen thưởng theo kết quả bỏ phiếu “{ballot.title[:200]}”"
    act, case = begin(ballot.emulation_year, what, by=by, at=at, reason=reason)
    ballot = Ballot.objects.select_related("emulation_year__bloc").get(pk=ballot.pk)
    result = result_of(ballot)
    chosen = [line for line in result.lines if line.nominee.pk in result.outcome.chosen]
    if not chosen:
        raise Refused(_("This ballot has chosen nobody."))
    _check_kind(kind, at)
    found = []
    with because(by, BY_BALLOT), refusing():
        for line in chosen:
            votes = {"ballot": ballot, "agree": line.line.agree, "eligible": result.eligible}
            found.append(_voted(case, kind, line.nominee.seat_id, votes, act, at))
    return found


@transaction.atomic
def nominate(year, *, seat, kind, why, by, at, reason=""):
    """Nominate a member by hand, for a reason that stays on the nomination.

    Raises NotChair, or Refused: no reason, a member that has left, on the list already.
    """
    what = f"Đề nghị {seat}: {kind.name}"
    act, case = begin(year, what, by=by, at=at, reason=reason)
    if not why.strip():
        raise Refused(_("Say why the member is nominated: the reason stays with the nomination."))
    _check_kind(kind, at)
    member = case.year.seats.filter(pk=seat.pk).first()
    if member is None or member.has_left_by(timezone.localdate(at)):
        raise Refused(_("This member has left meanwhile. Load the page again."))
    if _standing(case.year, kind).filter(seat=member).exists():
        raise Refused(_("This member is on the list for this award already."))
    with because(by, why), refusing():
        return _add(case, kind, member.pk, act=act, at=at, why=why)


def read_case(year, at):
    """Read a year's Case anew, inside the transaction of a verb."""
    years = with_case(EmulationYear.objects.filter(pk=year.pk), on=timezone.localdate(at))
    return case_of(years.select_related("bloc__province").get())


def _voted(case, kind, seat, votes, act, at):
    """The nomination of a member with its votes: that on the list already, else a new one."""
    there = _standing(case.year, kind).filter(seat=seat).first()
    if there is None:
        return _add(case, kind, seat, act=act, at=at, why=BY_BALLOT, **votes)
    if there.state != NominationState.PROPOSED:
        text = _("%(member)s is submitted for this award already.")
        raise Refused(text % {"member": there.member_name})
    for name, value in votes.items():
        setattr(there, name, value)
    return move(there, there.state, by=act.by, at=at, why=BY_BALLOT, act=act)


def _add(case, kind, seat, *, act, at, why, **votes):
    place = case.announced and case.announced.by_seat.get(seat)
    nomination = Nomination(
        emulation_year=case.year,
        seat_id=seat,
        kind=kind,
        position=next_place(case.year),
        points=place and place.points,
        rank=place and place.rank,
        **votes,
    )
    return move(nomination, NominationState.PROPOSED, by=act.by, at=at, why=why, act=act)


def _standing(year, kind):
    rows = Nomination.objects.standing().filter(emulation_year=year, kind__code=kind.code)
    return rows.select_related("seat__organisation")


def next_place(year):
    return (year.nominations.aggregate(last=Max("position"))["last"] or 0) + 1


def _check_kind(kind, at):
    if kind not in kinds_of_collectives(timezone.localdate(at)):
        raise Refused(_("This award is not given to collectives today."))


def begin(year, what, *, by, at, reason):
    """Let the chair act on the list of a year, and return the act with the year's Case.

    Raises NotChair, or Refused: no standing is announced, or the list is with the province.
    """
    act = act_as_chair(
        year, right=ChairRight.YEAR_WORK, what=what[:300], by=by, at=at, reason=reason
    )
    case = read_case(act.emulation_year, at)
    if case.submission:
        text = _("The list is with the province: it can change once the province sends it back.")
        raise Refused(text)
    if case.announced is None:
        raise Refused(_("First the standing is announced: nominations follow from it."))
    return act, case
