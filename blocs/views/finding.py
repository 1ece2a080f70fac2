"""Fetch what a person may see. What they may not see does not exist for them: 404, never 403."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef
from django.shortcuts import get_object_or_404

from ..models import (
    Activity,
    Bloc,
    BlocAlias,
    Conference,
    EmulationYear,
    Handover,
    LegalBasis,
    Notice,
    Seat,
    Term,
)


def find_bloc(request, slug):
    """The bloc, with `other_names`: its aliases, read with the same query."""
    names = BlocAlias.objects.filter(bloc=OuterRef("pk")).order_by("pk").values("alias")
    blocs = Bloc.objects.visible_to(request.user).annotate(other_names=ArraySubquery(names))
    return get_object_or_404(blocs.select_related("province", "source"), slug=slug)


def find_year(request, slug, year):
    years = EmulationYear.objects.visible_to(request.user)
    years = years.select_related("bloc__province", "source")
    return get_object_or_404(years, bloc__slug=slug, year=year)


def find_seat(request, pk):
    years = EmulationYear.objects.visible_to(request.user)
    seats = Seat.objects.filter(emulation_year__in=years)
    seats = seats.select_related("organisation", "emulation_year__bloc__province")
    return get_object_or_404(seats, pk=pk)


def find_term(request, pk):
    terms = Term.objects.visible_to(request.user)
    terms = terms.select_related("bloc__province", "seat__organisation", "seat__emulation_year")
    return get_object_or_404(terms, pk=pk)


def find_handover(request, pk):
    sides = [
        f"{side}_term__seat__{part}"
        for side in ("giver", "receiver")
        for part in ("organisation", "emulation_year")
    ]
    handovers = Handover.objects.visible_to(request.user)
    handovers = handovers.select_related(
        "bloc__province", "source", "recorded_by", "revoked_by", *sides
    )
    return get_object_or_404(handovers, pk=pk)


def find_notice(request, pk):
    notices = Notice.objects.visible_to(request.user).select_related(
        "emulation_year__bloc__province",
        "published__organisation",
        "published__by",
        "withdrawn__organisation",
        "withdrawn__by",
    )
    return get_object_or_404(notices, pk=pk)


def find_conference(request, slug, pk):
    """The conference, knowing what it was for and whether the person reads its main year."""
    read = EmulationYear.objects.visible_to(request.user).filter(pk=OuterRef("emulation_year"))
    conferences = Conference.objects.visible_to(request.user).with_purposes()
    conferences = conferences.annotate(year_is_read=Exists(read)).select_related(
        "bloc__province",
        "emulation_year__bloc__province",
        "host",
        "source",
        "recorded__organisation",
        "recorded_by",
        "revoked_by",
    )
    return get_object_or_404(conferences, bloc__slug=slug, pk=pk)


def find_activity(request, slug, year, pk):
    """The activity, of the year in its address and with it."""
    year = find_year(request, slug, year)
    activity = get_object_or_404(Activity.objects.with_members(), pk=pk, emulation_year=year)
    activity.emulation_year = year
    return activity


def find_basis(request, pk):
    bases = LegalBasis.objects.visible_to(request.user).select_related("province", "source")
    return get_object_or_404(bases, pk=pk)
