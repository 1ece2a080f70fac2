"""Fetch a ballot of a year that the person may see."""

from django.shortcuts import get_object_or_404

from accounts.permissions import require

from ..models import Ballot
from ..permissions import can_keep_ballots


def find_ballot(request, slug, year, pk):
    """The ballot with its year and, where there are, both rounds: one query."""
    ballots = Ballot.objects.visible_to(request.user).select_related(
        "emulation_year__bloc__province", "first_round", "second_round"
    )
    return get_object_or_404(
        ballots, emulation_year__bloc__slug=slug, emulation_year__year=year, pk=pk
    )


def led_ballot(request, slug, year, pk):
    """The same for who leads ballots: 403 for others."""
    ballot = find_ballot(request, slug, year, pk)
    require(can_keep_ballots, request.user, ballot.emulation_year)
    return ballot


def second_round_of(ballot):
    """The round that was started from this one, or None."""
    return getattr(ballot, "second_round", None)
