"""Fetch what a person may see of the movements; what they may not see does not exist: 404."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef
from django.db.models.functions import JSONObject
from django.shortcuts import get_object_or_404

from blocs.models import EmulationYear, Seat

from ..models import Exemplar, Movement


def in_year(queryset, request, slug, year):
    """The rows of this year of the bloc, where the person may read it."""
    visible = EmulationYear.objects.visible_to(request.user)
    rows = queryset.filter(emulation_year__in=visible)
    return rows.filter(emulation_year__bloc__slug=slug, emulation_year__year=year)


def find_movement(request, slug, year, pk):
    """The movement, with `answers_to_it` and `reads_upper`, read with the same query.

    Of movements of other years only those are named whose year the person reads.
    """
    years = EmulationYear.objects.visible_to(request.user)
    below = Movement.objects.filter(answers=OuterRef("pk"), emulation_year__in=years)
    below = below.order_by("emulation_year__year", "pk")
    shown = JSONObject(pk="pk", name="name", year="emulation_year__year")
    movements = Movement.objects.select_related(
        "emulation_year__bloc__province",
        "answers__emulation_year",
        "act__organisation",
        "entered_by",
        "withdrawn__organisation",
        "withdrawn__by",
        "source",
    ).annotate(
        answers_to_it=ArraySubquery(below.values(shown=shown)),
        reads_upper=Exists(years.filter(pk=OuterRef("answers__emulation_year"))),
    )
    return get_object_or_404(in_year(movements, request, slug, year), pk=pk)


def find_exemplar(request, slug, year, pk):
    exemplars = Exemplar.objects.select_related(
        "emulation_year__bloc__province", "seat__organisation", "movement"
    )
    exemplar = get_object_or_404(in_year(exemplars, request, slug, year), pk=pk)
    exemplar.seat.emulation_year = exemplar.emulation_year
    return exemplar


def find_member(request, slug, year, pk):
    """A seat of the year."""
    seats = Seat.objects.select_related("organisation", "emulation_year__bloc__province")
    return get_object_or_404(in_year(seats, request, slug, year), pk=pk)
