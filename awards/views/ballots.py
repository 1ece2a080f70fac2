"""Ballots of a year: the list, one of them, preparing."""

from functools import partial

from django.contrib import messages
from django.db.models import Count, Q
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.permissions import require
from accounts.refusal import Refused, carried_out
from blocs.reach import reach_of
from blocs.views.finding import find_year
from files.exporting import answer

from .. import workflow
from ..ballot_tables import ballot_list_table, ballot_table
from ..electorate import is_over, members_on, own_among, turnout_among, voters_of
from ..forms.ballots import BallotForm
from ..law import kinds_of_collectives
from ..permissions import can_keep_ballots
from ..results import counts_of, nominees_of, result_of
from ..thresholds import needed
from .finding import find_ballot, led_ballot, second_round_of


def ballot_list(request, slug, year):
    year = find_year(request, slug, year)
    ballots = year.ballots.annotate(
        eligible=Count("voters"), voted=Count("voters", filter=Q(voters__has_voted=True))
    )
    context = {
        "year": year,
        "ballots": ballots.order_by("pk"),
        "can_keep": can_keep_ballots(request.user, year),
    }
    return answer(request, "awards/ballot_list.html", context, ballot_list_table)


def ballot_detail(request, slug, year, pk):
    """A ballot as it stands: before the close numbers of voters only, after it the result."""
    ballot = find_ballot(request, slug, year, pk)
    context = {
        "year": ballot.emulation_year,
        "ballot": ballot,
        "steps": ballot.steps.select_related("act__organisation", "act__by").order_by("pk"),
        "second_round": second_round_of(ballot),
    }
    if ballot.is_closed:
        context |= _closed(request, ballot, context["second_round"])
    else:
        context |= _under_way(request, ballot)
    return answer(request, "awards/ballot_detail.html", context, ballot_table)


def _closed(request, ballot, second_round):
    result = result_of(ballot)
    may_go_on = bool(result.outcome.second_round) and not ballot.first_round_id
    may_go_on = may_go_on and second_round is None
    return {
        "result": result,
        "turnout": turnout_among(result.voters),
        "needed": result.outcome.needed,
        "may_go_on": may_go_on and can_keep_ballots(request.user, ballot.emulation_year),
    }


def _under_way(request, ballot):
    voters, nominees = voters_of(ballot), nominees_of(ballot)
    turnout, now = turnout_among(voters), timezone.now()
    over = is_over(ballot, now, turnout)
    counts = counts_of(ballot, nominees) if over and turnout.on_paper else {}
    can_keep = can_keep_ballots(request.user, ballot.emulation_year)
    return {
        "nominees": nominees,
        "turnout": turnout,
        "needed": needed(ballot.threshold, turnout.eligible) if voters else None,
        "own": own_among(voters, request.user) if ballot.is_open else [],
        "takes_votes": ballot.takes_votes(now),
        "over": over,
        "counted": len(counts),
        "alike": len(counts) > 1 and len(set(counts.values())) == 1,
        "can_keep": can_keep,
        "can_count": bool(over and turnout.on_paper)
        and _counts(request.user, voters, ballot, can_keep),
    }


def _counts(user, voters, ballot, can_keep):
    """As `can_count` says, from the voters that were read already."""
    own = reach_of(user).represented
    acts = any(voter.seat.organisation_id in own for voter in voters)
    return can_keep or (acts and ballot.emulation_year.is_open)


def ballot_create(request, slug, year):
    year = find_year(request, slug, year)
    require(can_keep_ballots, request.user, year)
    seats = members_on(year, timezone.localdate())
    form = BallotForm(request.POST or None, seats=seats, initial=_asked(request, seats))
    verb = partial(workflow.prepare_ballot, year, by=request.user, at=timezone.now())
    if ballot := carried_out(form, verb):
        messages.success(request, _("The ballot is prepared. Check it, then open it."))
        return redirect("awards:ballot_detail", slug, year.year, ballot.pk)
    context = {
        "year": year,
        "form": form,
        "title": _("Prepare a secret ballot"),
        "cancel_url": reverse("awards:ballot_list", args=[slug, year.year]),
    }
    return render(request, "awards/ballot_form.html", context)


def _asked(request, seats):
    """What the page of the nominations asks to be voted on: an award, its places, the members."""
    known, asked = {str(seat.pk): seat.pk for seat in seats}, request.GET
    nominees = [known[key] for key in asked.get("de-cu", "").split(",") if key in known]
    initial = {"nominees": nominees} if nominees else {}
    if (places := asked.get("so", "")).isdecimal() and 0 < int(places) <= len(nominees):
        initial["quota"] = int(places)
    code = asked.get("hinh-thuc", "")
    kind = kinds_of_collectives(timezone.localdate()).filter(code=code).first() if code else None
    if kind:
        initial["title"] = f"Suy tôn đơn vị đề nghị tặng {kind.name}"
    return initial


def ballot_edit(request, slug, year, pk):
    ballot = led_ballot(request, slug, year, pk)
    if not ballot.is_prepared:
        raise Http404
    year, shown = ballot.emulation_year, ballot.title
    form = BallotForm(
        request.POST or None,
        instance=ballot,
        initial={"nominees": list(ballot.nominees.values_list("seat", flat=True))},
        seats=members_on(year, timezone.localdate()),
    )
    verb = partial(workflow.change_ballot, ballot, by=request.user, at=timezone.now())
    if carried_out(form, verb):
        messages.success(request, _("The ballot is saved."))
        return redirect("awards:ballot_detail", slug, year.year, pk)
    context = {"year": year, "form": form, "title": _("Change: %(title)s") % {"title": shown}}
    context["cancel_url"] = reverse("awards:ballot_detail", args=[slug, year.year, pk])
    return render(request, "awards/ballot_form.html", context)


@require_POST
def ballot_second_round(request, slug, year, pk):
    """Prepare the second round; no act yet, so nothing is asked."""
    ballot = led_ballot(request, slug, year, pk)
    try:
        second = workflow.start_second_round(ballot, by=request.user, at=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("awards:ballot_detail", slug, year, pk)
    messages.success(request, _("The second round is prepared. Check it, then open it."))
    return redirect("awards:ballot_detail", slug, year, second.pk)
