"""Voting in the browser, and entering what was counted on paper."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from accounts.permissions import require
from accounts.refusal import Refused, carried_out

from .. import workflow
from ..electorate import is_over, own_among, turnout_among, voters_of
from ..forms.votes import ConfirmForm, CountForm, VoteForm, initial_of
from ..permissions import can_count, can_vote_for
from ..results import counts_of, nominees_of
from .finding import find_ballot


@never_cache
@sensitive_post_parameters()
def ballot_vote(request, slug, year, pk, seat_pk):
    """Choose, look again, confirm with the password. Nothing is kept until it is confirmed."""
    ballot = find_ballot(request, slug, year, pk)
    voter = _own_vote(request, ballot, seat_pk)
    posted = request.POST if request.method == "POST" else None
    form = VoteForm(posted, ballot=ballot, nominees=nominees_of(ballot), seat=voter.seat)
    context = {
        "year": ballot.emulation_year,
        "ballot": ballot,
        "voter": voter,
        "form": form,
        "takes_votes": ballot.takes_votes(timezone.now()),
    }
    if posted is None or "change" in posted or not form.is_valid():
        return render(request, "awards/ballot_vote.html", context)
    confirm = ConfirmForm(posted if "confirm" in posted else None, request=request)
    if confirm.is_bound and confirm.is_valid() and _cast(request, ballot, voter, form, confirm):
        text = _("The vote of %(name)s is cast. It is secret: there is no receipt.")
        messages.success(request, text % {"name": voter.seat})
        return redirect("awards:ballot_detail", slug, year, pk)
    return render(request, "awards/ballot_review.html", {**context, "confirm": confirm})


def _own_vote(request, ballot, seat_pk):
    """The vote of a seat that the person may cast: 404 before the opening, 403 for others."""
    if not ballot.is_open:
        raise Http404
    voters = [voter for voter in voters_of(ballot) if voter.seat_id == seat_pk]
    if not voters:
        raise Http404
    require(can_vote_for, request.user, voters[0].seat)
    if own := own_among(voters, request.user):
        return own[0]
    raise PermissionDenied


def _cast(request, ballot, voter, form, confirm):
    try:
        workflow.cast_vote(
            ballot,
            seat=voter.seat,
            agreed=form.agreed,
            refused=form.refused,
            by=request.user,
            at=timezone.now(),
        )
    except Refused as refusal:
        confirm.add_error(None, str(refusal))
        return False
    return True


def ballot_count(request, slug, year, pk):
    """One person enters the count; what the others entered shows once one's own is there."""
    ballot = find_ballot(request, slug, year, pk)
    require(can_count, request.user, ballot.emulation_year)
    nominees, turnout = nominees_of(ballot), turnout_among(ballot.voters.all())
    if not turnout.on_paper or not is_over(ballot, timezone.now(), turnout):
        raise Http404
    counts = counts_of(ballot, nominees)
    own = counts.get(request.user.pk)
    form = CountForm(
        request.POST if request.method == "POST" else None,
        initial=initial_of(own) if own else None,
        nominees=nominees,
    )
    if carried_out(form, lambda **_data: _enter(request, ballot, form)):
        messages.success(request, _("What you counted is saved."))
        return redirect("awards:ballot_count", slug, year, pk)
    context = {
        "year": ballot.emulation_year,
        "ballot": ballot,
        "form": form,
        "turnout": turnout,
        "own": own,
        "counted": len(counts),
        "differences": _differences(form, counts, own) if own else [],
    }
    return render(request, "awards/ballot_count.html", context)


def _enter(request, ballot, form):
    return workflow.enter_count(ballot, count=form.counted(), by=request.user, at=timezone.now())


def _differences(form, counts, own):
    """Where others counted otherwise: what the field is called, one's own number and theirs."""
    mine, found = initial_of(own), []
    for other in map(initial_of, counts.values()):
        found += [
            (form.fields[name].label, value, other[name])
            for name, value in mine.items()
            if other[name] != value
        ]
    return found
