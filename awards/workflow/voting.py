"""Casting a vote: once for each voter, from any device, and nothing of it kept but the paper."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.refusal import Refused
from blocs.models import Seat
from blocs.reach import Reach
from blocs.workflow.locks import lock_open_year, refusing

from ..models import Ballot, Voter
from ..sealing import put_in


class NotVoter(PermissionDenied):
    """The person has no vote in this ballot for this member: the pages answer 403."""


@transaction.atomic
def cast_vote(ballot, *, seat, agreed, refused, by, at):
    """Cast the one vote of a member, or of a delegate: keys of nominees agreed to and refused.

    The caller has asked for the password. Neither the person nor the moment is kept, no act and no
    event is written, and there is no receipt. Raises NotVoter; Refused where voting is not open,
    the vote was cast before or is on paper, or the marks are not allowed.
    """
    lock_open_year(seat.emulation_year_id)
    seat = Seat.objects.get(pk=seat.pk)
    if seat.organisation_id not in Reach.on(by, timezone.localdate(at)).signed_for:
        raise NotVoter(_("You do not vote for this organisation today."))
    ballot = Ballot.objects.get(pk=ballot.pk)
    if not ballot.takes_votes(at):
        raise Refused(_("Voting is not open at this moment."))
    voters = Voter.objects.filter(ballot=ballot, seat=seat)
    voter = voters.filter(person=None).first() or voters.filter(person=by).first()
    if voter is None:
        raise NotVoter(_("You have no vote in this ballot."))
    if voter.on_paper:
        raise Refused(_("This vote is cast on paper."))
    if voter.has_voted:
        raise Refused(_("This vote has been cast already. It counts once and stands."))
    _check_marks(ballot, seat, set(agreed), set(refused))
    voter.ballot = ballot
    with refusing():
        put_in(voter, agreed=set(agreed), refused=set(refused))


def _check_marks(ballot, seat, agreed, refused):
    nominees = dict(ballot.nominees.values_list("pk", "seat"))
    if (agreed | refused) - set(nominees) or agreed & refused:
        raise Refused(_("The marks are not those of this ballot. Open the page again."))
    if len(agreed) > ballot.quota:
        raise Refused(
            _("You agree to %(chosen)d nominees; at most %(most)d may be chosen.")
            % {"chosen": len(agreed), "most": ballot.quota}
        )
    if not ballot.self_vote and seat.pk in {nominees[pk] for pk in agreed}:
        raise Refused(_("By the rules of this ballot a member does not vote for itself."))
