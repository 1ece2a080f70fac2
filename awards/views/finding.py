"""Fetch what belongs to the awards of a year that the person may see."""

from django.shortcuts import get_object_or_404
from django.utils import timezone

from accounts.permissions import require
from blocs.models import EmulationYear, Organisation
from blocs.reach import reach_of

from ..case import with_case
from ..models import Ballot, Nomination, NominationFile
from ..permissions import can_keep_ballots, can_nominate


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


def find_case(request, slug, year):
    """The year with everything that its nominations rest on (`awards.case`): one query."""
    years = EmulationYear.objects.visible_to(request.user).select_related("bloc__province")
    years = with_case(years, on=timezone.localdate())
    return get_object_or_404(years, bloc__slug=slug, year=year)


def nominating_case(request, slug, year):
    """The same for who keeps the nominations: 403 for others."""
    year = find_case(request, slug, year)
    require(can_nominate, request.user, year)
    return year


def standing_in(request, year):
    """Who holds the work of a year from `find_case`, and whether the person acts in its place.

    As `blocs.permissions.capacity`; the organisation is read for who stands in alone.
    """
    own = reach_of(request.user).represented
    if year.holder is None or year.holder in own:
        return year.holder, False
    return {"organisation": Organisation.objects.get(pk=year.holder)}, True


def find_nomination(request, slug, year, pk):
    """The nomination with member, award and year: one query."""
    nominations = Nomination.objects.visible_to(request.user).select_related(
        "emulation_year__bloc__province", "seat__organisation", "kind__basis", "ballot", "report"
    )
    return get_object_or_404(
        nominations, emulation_year__bloc__slug=slug, emulation_year__year=year, pk=pk
    )


def find_nomination_file(request, slug, year, pk, file_pk):
    files = NominationFile.objects.filter(
        nomination__in=Nomination.objects.visible_to(request.user)
    ).select_related("nomination__emulation_year__bloc__province", "nomination__kind", "file")
    return get_object_or_404(
        files.select_related("nomination__seat__organisation"),
        nomination__emulation_year__bloc__slug=slug,
        nomination__emulation_year__year=year,
        nomination=pk,
        pk=file_pk,
    )
